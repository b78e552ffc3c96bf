"""Transfer and promotion on a small repository: hours, evidence, safety training, and what the command says."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sopcurric.app.checking import check
from sopcurric.app.pathways import Asked, UnknownSubjectError, pathway, shown
from sopcurric.app.steps import Steps
from sopcurric.cli.main import run
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.model import safety_hours
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.pathways import InServicePath, SafetyTraining
from sopcurric.model.library import Library
from sopcurric.model.pathway import Pathway
from sopcurric.stages.career_planning import Planner, reduced

FILES = {
    "sopcurric.yaml": "project: {name: 案例}\n",
    "sops/dig.yaml": """\
job: {code: DIG, title: 高压溶出工}
procedures:
  - id: P1
    title: 岗位交接班
    steps:
      - {id: S1, text: 核对操作记录。}
      - {id: S2, text: 检查工具柜。}
  - id: P2
    title: 启动隔膜泵
    steps:
      - {id: S1, text: 打开进口阀。}
      - {id: S2, text: 检查油位，应在 1/2–2/3。, critical: true}
      - {id: S3, text: 启动隔膜泵。}
""",
    "sops/set.yaml": """\
job: {code: SET, title: 沉降洗涤工}
procedures:
  - id: P1
    title: 岗位交接班
    steps:
      - {id: S1, text: 核对操作记录。}
      - {id: S2, text: 检查沉降槽液位。, critical: true}
  - id: P2
    title: 切换底流泵
    rating: {difficulty: 3, importance: 3, frequency: 1}
    steps:
      - {id: S1, text: 打开进口阀。}
      - {id: S2, text: 检查油位，应在 1/2–2/3。, critical: true}
      - {id: S3, text: 切换底流泵。}
      - {id: S4, text: 冲洗底流管道。}
""",
    "standards/one.yaml": """\
code: 6-17-06-01
title: 氧化铝制取工
levels:
  - {id: L4, title: 四级/中级工}
  - {id: L3, title: 三级/高级工, training_hours: 80}
functions:
  - id: F1
    title: 溶出
    weights: {L4: 100, L3: 100}
    contents:
      - {id: C1, title: 开车, level: L4, skills: [能检查隔膜泵油位]}
      - {id: C2, title: 启动, level: L3, skills: [能启动隔膜泵, 能组织班组应急演练]}
  - id: F2
    title: 焙烧
    weights: {}
    contents:
      - {id: C3, title: 点火, level: L3, skills: [能编制焙烧炉升温曲线]}
""",
}


@pytest.fixture(scope="module")
def whole() -> Compilation:
    """Two jobs that have a common task and single steps in common, and a standard."""
    compilation = check(MemoryWorkspace(FILES), Steps(MemoryStore()), printed=False).compilation
    assert compilation is not None
    return compilation


@pytest.fixture
def way(whole: Compilation) -> Pathway:
    """From digestion to settling."""
    return pathway(whole, Asked("dig", "SET"))


def test_a_common_task_is_recognised_and_its_critical_points_are_confirmed(way: Pathway, whole: Compilation) -> None:
    (one,) = way.of_state("recognised")
    assert (one.title.words("zh"), one.platform, one.hours) == ("岗位交接班", True, 0)
    assert one.evidence[0] == one.task
    assert [whole.points[next(iter(Library(whole).points[name].points))].object for name in one.confirm] == [
        "沉降槽液位"
    ]
    assert [check.kind for check in way.checks if check.subject == one.task] == ["confirmation"]


def test_what_is_partly_held_takes_the_hours_of_the_formula(way: Pathway) -> None:
    (one,) = way.of_state("partly")
    assert one.title.words("zh") == "切换底流泵"
    assert one.practical == (2, 4)
    assert len(one.held) == one.practical[1] - one.practical[0]
    assert one.practice_hours == reduced(one.full_practice, 2, 4) < one.full_practice
    assert way.hours == sum(each.hours for each in way.tasks)
    assert {check.kind for check in way.checks} >= {"task", "practical"}
    assert [again.title.words("zh") for again in way.refreshers] == ["切换底流泵"]


@pytest.mark.parametrize(("full", "missing", "total", "left"), [(8, 0, 5, 0), (8, 1, 5, 2), (8, 5, 5, 8), (8, 0, 0, 8)])
def test_hours_are_rounded_up_and_never_grow(full: int, missing: int, total: int, left: int) -> None:
    assert reduced(full, missing, total) == left


def test_a_job_to_itself_leaves_nothing_but_safety_training(whole: Compilation) -> None:
    same = pathway(whole, Asked("DIG", "DIG"))
    assert (same.hours, same.at_once, same.checks) == (0, 0, ())
    assert {one.state for one in same.tasks} == {"recognised"}
    assert [one.kind for one in same.safety] == ["return", "yearly"]


def test_safety_training_is_due_whatever_is_held(way: Pathway, whole: Compilation) -> None:
    moving, yearly = way.safety
    assert [(one.level, one.hours, one.typed) for one in moving.parts] == [("workshop", 24, False), ("team", 24, False)]
    assert (yearly.hours, yearly.least, way.at_once) == (20, 20, 48)
    profile = whole.inputs.profile
    other = safety_hours.transfer(profile, SafetyTraining(industry="other", team=10), "A:DIG", "B:DIG")
    assert (other.kind, other.hours, other.least) == ("new-hire", 8 + 8 + 10, 24)
    assert safety_hours.yearly(profile, SafetyTraining(industry="other")).hours == 0


def test_promotion_practises_what_the_job_leads_to_and_names_what_nothing_does(whole: Compilation) -> None:
    up = pathway(whole, Asked("DIG", level="l3"))
    (one,) = up.tasks
    assert (one.state, one.theory_hours, one.practice_hours) == ("upgrade", 0, one.full_practice)
    assert up.open_requirements == ("@standard/6-17-06-01/C2/skills/2",)
    assert [check.kind for check in up.checks[-2:]] == ["theory", "practical"]
    assert pathway(whole, Asked("DIG", level="高级工")) == up
    anybody = pathway(whole, Asked(level="L3"))
    assert {one.state for one in anybody.tasks} == {"take"}


def test_the_ladder_has_every_level_with_what_is_open(whole: Compilation) -> None:
    ladder = Planner(whole, whole.programmes[0], Library(whole)).ladder("DIG")
    assert [(one.level, len(one.requirements), len(one.backed)) for one in ladder.rungs] == [("L4", 1, 1), ("L3", 2, 1)]
    assert ladder.rungs[1].open == ("@standard/6-17-06-01/C2/skills/2",)


def test_ways_that_a_programme_lists_are_worked_out_where_they_lead_somewhere(whole: Compilation) -> None:
    listed = [
        {"id": "W1", "start": "DIG", "goal": "SET"},
        {"id": "W2", "start": "DIG", "level": "L3"},
        {"id": "W3", "start": "NIX", "goal": "SET"},
        {"id": "W4", "start": "DIG", "goal": "NIX"},
        {"id": "W5", "start": "DIG", "level": "L9"},
        {"id": "w1", "start": "DIG", "level": "L3"},
    ]
    paths = tuple(InServicePath.model_validate(one) for one in listed)
    programme = whole.programmes[0].model_copy(update={"in_service_paths": paths})
    career = Planner(whole, programme, Library(whole)).career()
    assert [(name, way.kind) for name, way in career.listed] == [("W1", "transfer"), ("W2", "promotion")]
    assert [one.id for one in career.paths] == ["W1", "W2", "W3", "W4", "W5"]


def test_parts_of_a_task_teach_their_own_points_one_after_the_other(whole: Compilation) -> None:
    entry = next(one for one in Library(whole).entries.values() if one.task.title.words("zh") == "启动隔膜泵")
    points = entry.task.points
    parts = tuple(
        replace(entry.task, id=f"{entry.task.id}-{place}", place=place, of=2, points=own)
        for place, own in ((1, points[:1]), (2, points[1:]))
    )
    modules = (replace(entry.module, tasks=parts[::-1]),)
    design = replace(whole.design, courses=(replace(entry.course, modules=modules),))
    library = Library(replace(whole, design=design))
    second, first = library.entries.values()
    assert library.before[second.task.id] == {first.task.id}
    assert library.prerequisites_first(library.entries) == (first.task.id, second.task.id)
    taught = [library.points_in(one, "DIG") for one in (first, second)]
    assert all(taught)
    assert not set(taught[0]) & set(taught[1])
    assert set(taught[0]) | set(taught[1]) == set(Library(whole).points_in(entry, "DIG"))


PROGRAMME = """\
id: P
title: 方案
cohort: 2026级
years: 3
major: {code: "430501", title: 冶金}
goals: {target: 能操作。}
partners: [{id: A, role: college, title: 学院, duties: [教学。]}]
segments: [{id: S1, title: 在校, length: 3, unit: year, site: college}]
in_service_paths:
  - {id: W1, start: DIG, goal: SET}
  - {id: w1, start: SET, goal: DIG}
"""


def test_two_ways_of_one_name_are_found_and_the_first_is_printed() -> None:
    checked = check(MemoryWorkspace(FILES | {"programmes/p.yaml": PROGRAMME}), Steps(MemoryStore()), printed=False)
    assert [one.place.pointer for one in checked.reported if one.code == "SOP021" and one.place] == [
        ("in_service_paths", 1, "id")
    ]
    assert checked.compilation is not None
    assert [name for name, _ in checked.compilation.careers[0].listed] == ["W1"]


def test_prerequisites_come_first(whole: Compilation) -> None:
    library = Library(whole)
    names = list(library.entries)
    turned = replace(library, compilation=whole)
    turned.__dict__["before"] = {name: frozenset() for name in names} | {names[0]: frozenset({names[-1]})}
    assert turned.prerequisites_first(names)[-2:] == (names[0], names[-1])[::-1]


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        (Asked("DIH", "SET"), ("DIG", "SET")),
        (Asked("DIG", level="L9"), ("L4", "L3")),
        (Asked("DIG", level="级"), ("L4", "L3")),
        (Asked("DIG", "SET", programme="X"), None),
    ],
)
def test_what_is_unknown_comes_with_what_is_known(
    asked: Asked, known: tuple[str, ...] | None, whole: Compilation
) -> None:
    with pytest.raises(UnknownSubjectError) as told:
        pathway(whole, asked)
    assert told.value.known == (known or tuple(one.id for one in whole.programmes))


def test_the_public_shape_is_complete(way: Pathway, whole: Compilation) -> None:
    made = shown(whole, way, "zh")
    assert (made.hours, made.safety_hours) == (way.hours, 48)
    assert [one.task for one in made.tasks] == [one.task for one in way.tasks]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    place = ["-C", str(tmp_path), "--cache-dir", str(tmp_path / "cache")]
    assert run(["pathway", "--from", "DIG", "--to", "SET", "--json", *place]) == 0
    assert {one["state"] for one in json.loads(capsys.readouterr().out)["tasks"]} == {"recognised", "partly"}
    assert run(["pathway", "--from", "DIG", "--to", "SET", *place]) == 0
    out, err = capsys.readouterr()
    assert "部分认可\t切换底流泵" in out
    assert "分别向上取整" in err
    assert run(["pathway", "--level", "L3", *place]) == 0
    assert "可申报认定" in capsys.readouterr().err
    assert run(["pathway", "--from", "DIH", "--to", "SET", *place]) == 2
    assert "DIG, SET" in capsys.readouterr().err
    assert run(["pathway", "--to", "SET", *place]) == 2
