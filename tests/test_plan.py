"""`sopcurric plan`: tiny cohorts, for each of which the plan or the clash can be told by hand."""

import json
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

import pytest

from sopcurric.app.checking import Checked, check
from sopcurric.app.planning import Proposal, hindrances, proposals
from sopcurric.app.steps import Steps
from sopcurric.cli.main import run
from sopcurric.io.cache import MemoryStore
from sopcurric.io.plan_file import HEAD, plan_text
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.model.files.schedule import Pairing, PlacedModule, ScheduleFile
from sopcurric.solving import cp_sat
from sopcurric.solving.ordering import natural
from sopcurric.solving.problem import Clash, Need, Problem, Solution

SOP = """\
job: {code: DIG, title: 高压溶出工}
procedures:
  - id: P1
    title: 启动隔膜泵
    steps:
      - {id: S1, text: 打开进口阀。}
"""
PROGRAMME = """\
id: P
title: 人才培养方案
cohort: 2026级
years: 2.5
major: {code: "430501", title: 智能冶金技术}
goals: {target: 能按操作规程完成岗位任务。}
partners:
  - {id: college, role: college, title: 学院, duties: [组织教学。]}
  - {id: plant, role: plant, title: 工厂, duties: [带教。], staff: 60, posts: [{job: DIG, staff: 20}]}
segments:
  - {id: S1, title: 在校学习, length: 2, unit: year, site: college, takes: [general, foundation, theory]}
  - id: S2
    title: 岗位实习
    length: 1
    unit: semester
    site: plant
    legal_type: post
    weeks: 12
    hours_per_week: 24
    takes: [routine, demanding]
groups:
  - {id: G1, title: 一组, learners: 2, job: DIG}
  - {id: G2, title: 二组, learners: 2, job: DIG}
mentors:
  - {id: M1, title: 导师, level: 技师, partner: plant, jobs: [DIG], apprentices: 3, substitutes: [M2]}
  - {id: M2, title: 导师, level: 技师, partner: plant, jobs: [DIG], apprentices: 1}
bases:
  - {id: B1, title: 实训基地, partner: plant, places: 3, jobs: [DIG]}
"""
PATH = "programmes/case.plan.yaml"
ITEM = "md-ltiqdril"
FILES = {"sopcurric.yaml": "project: {name: 案例}\n", "sops/case.yaml": SOP, "programmes/case.yaml": PROGRAMME}


def examined(
    *edits: tuple[str, str], plan: str = "", more: Mapping[str, str] | None = None
) -> tuple[Checked, MemoryWorkspace]:
    """The repository with changes of its programme, and a plan."""
    text = PROGRAMME
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    plans = {PATH: plan} if plan else {}
    workspace = MemoryWorkspace({**FILES, "programmes/case.yaml": text, **plans, **(more or {})})
    return check(workspace, Steps(MemoryStore()), printed=False), workspace


def proposed(*edits: tuple[str, str], plan: str = "", more: Mapping[str, str] | None = None) -> Proposal:
    """What is planned."""
    (found,) = proposals(*examined(*edits, plan=plan, more=more), ())
    return found


@pytest.fixture(scope="module")
def first() -> Proposal:
    """The plan of the cohort as it is."""
    return proposed()


def places(one: Proposal) -> list[tuple[str, str, int, int, str]]:
    assert one.planned.schedule is not None
    lines = one.planned.schedule.modules
    return [(line.group, line.item.partition(".")[2], line.semester, line.first, line.place) for line in lines]


def test_groups_take_turns_at_a_base_that_is_too_small_for_both(first: Proposal) -> None:
    assert first.file.path == PATH
    assert sorted(places(first)) == [
        ("G1", "routine", 5, first_week(first, "G1"), "B1"),
        ("G1", "theory", 1, 1, "college"),
        ("G2", "routine", 5, 3 - first_week(first, "G1"), "B1"),
        ("G2", "theory", 1, 1, "college"),
    ]
    assert first.planned.proved


def first_week(one: Proposal, group: str) -> int:
    return next(week for name, item, _, week, _ in places(one) if (name, item) == (group, "routine"))


def test_every_learner_has_a_mentor_who_has_room(first: Proposal) -> None:
    assert first.planned.schedule is not None
    pairs = first.planned.schedule.pairings
    assert [(one.group, one.learner) for one in pairs] == [("G1", 1), ("G1", 2), ("G2", 1), ("G2", 2)]
    assert sorted(one.mentor for one in pairs) == ["M1", "M1", "M1", "M2"]
    assert {one.substitutes for one in pairs if one.mentor == "M1"} == {("M2",)}


def test_what_was_planned_is_found_good_and_stays(first: Proposal) -> None:
    checked, workspace = examined(plan=first.file.after)
    assert [one.code for one in checked.findings if one.code.startswith(("PLN15", "PLN16"))] == []
    (again,) = proposals(checked, workspace, ())
    assert not again.changed
    assert (again.planned.moves.lines, again.planned.moves.pairings) == (0, 0)


def test_the_order_of_groups_and_mentors_in_the_file_does_not_matter(first: Proposal) -> None:
    groups = (
        "  - {id: G1, title: 一组, learners: 2, job: DIG}\n",
        "  - {id: G2, title: 二组, learners: 2, job: DIG}\n",
    )
    assert proposed(("".join(groups), "".join(reversed(groups)))).file.after == first.file.after


def test_little_moves_when_a_mentor_leaves(first: Proposal) -> None:
    gone = "  - {id: M2, title: 导师, level: 技师, partner: plant, jobs: [DIG], apprentices: 1}\n"
    again = proposed((gone, ""), ("apprentices: 3, substitutes: [M2]", "apprentices: 4"), plan=first.file.after)
    assert (again.planned.moves.lines, again.planned.moves.new, again.planned.moves.gone) == (0, 0, 0)
    assert again.planned.schedule is not None
    assert {one.mentor for one in again.planned.schedule.pairings} == {"M1"}


def test_a_closed_base_moves_only_what_was_there(first: Proposal) -> None:
    closed = ("places: 3, jobs: [DIG]}", "places: 3, jobs: [DIG], closed: [{semester: 5, first: 1, last: 1}]}")
    again = proposed(closed, plan=first.file.after)
    assert again.planned.moves.lines == 1
    assert sorted(week for _, item, _, week, _ in places(again) if item == "routine") == [2, 3]


def test_lines_that_people_fixed_and_their_comments_stay() -> None:
    own = (
        f"  - {{group: G2, item: {ITEM}.routine, semester: 5, first: 7, weeks: 2, place: B1, fixed: true}}  # 大修后\n"
    )
    plan = f"# 我们的计划\nprogramme: P\nmodules:\n  # 车间定的\n{own}"
    again = proposed(plan=plan)
    assert again.file.after.startswith("# 我们的计划\n")
    assert f"  # 车间定的\n{own}" in again.file.after
    assert ("G2", "routine", 5, 7, "B1") in places(again)
    assert again.planned.moves.lines == 0


RARE = """\
  - id: P2
    title: 紧急停车
    phase: emergency-shutdown
    frequency: rarely
    hazards: [H1]
    steps:
      - {id: S1, text: 按下紧急停车按钮。, critical: true}
      - {id: S2, text: 关闭进口阀。, critical: true}
hazards:
  - {id: H1, title: 碱矿浆喷溅, risk: major, controls: [站在侧面], ppe: [防护面罩]}
"""
COLLEGE = ("bases:\n", "bases:\n  - {id: B0, title: 仿真室, partner: college, places: 2, jobs: [DIG]}\n")
EARLY = ("theory]}", "theory, routine, demanding]}"), ("    takes: [routine, demanding]\n", "")
CALENDAR = """\
calendar:
  semesters:
    - number: 5
      start: "2028-09-04"
      weeks: 18
      exam_weeks: 2
      holidays: ["2028-09-04", "2028-09-05", "2028-09-06", "2028-09-07", "2028-09-08"]
groups:
"""
ROSTER = "roster: {turns: [day, night, off, day], crews: {A: 0, B: 1}}, closed: [{semester: 5, first: 3, last: 4}]"
CREWS = (
    ("staff: 60,", f"staff: 60, {ROSTER},"),
    ("apprentices: 3, substitutes: [M2]", "apprentices: 3, crew: A, substitutes: [M2]"),
)


@pytest.mark.parametrize(
    "edits",
    [(COLLEGE,), (*EARLY,), (COLLEGE, ("groups:\n", CALENDAR)), CREWS, (("weeks: 12", "weeks: 16"),)],
    ids=["simulation", "all at the college", "calendar", "roster", "one week is left"],
)
def test_what_is_planned_is_found_good(edits: tuple[tuple[str, str], ...]) -> None:
    files = {"sops/case.yaml": SOP + RARE}
    found = proposed(*edits, more=files)
    assert found.planned.schedule is not None, found.findings
    checked, _ = examined(*edits, plan=found.file.after, more=files)
    assert [one for one in checked.findings if one.code.startswith(("PLN15", "PLN16"))] == []
    if edits[0] is COLLEGE:
        own = [line for line in places(found) if line[:2] == ("G1", "demanding")]
        assert [line[4] for line in own] == ["B0", "B1"]
        assert own[0][3] < own[1][3]


def told(one: Proposal, code: str) -> list[tuple[object, ...]]:
    arguments = [dict(found.arguments) for found in one.findings if found.code == code]
    return [(given["kind"], given["name"], given["other"], given.get("amount")) for given in arguments]


def test_a_clash_names_the_base_and_how_many_places_are_enough() -> None:
    found = proposed(("places: 3", "places: 1"))
    assert found.planned.schedule is None
    assert not found.changed
    assert ("base", "B1", "5", None) in told(found, "PLN170")
    assert ("base", "B1", "5", 1) in told(found, "PLN171")


def test_a_clash_of_mentors_and_a_clash_of_posts_are_both_told() -> None:
    mentors = proposed(("apprentices: 1", "apprentices: 1, away: [{semester: 5, first: 3, last: 3}]"))
    assert {one[0] for one in told(mentors, "PLN170")} == {"cover", "apprentices", "paired"}
    assert ("apprentices", "M1", "plant", 1) in told(mentors, "PLN171")
    posts = proposed(("staff: 20", "staff: 15"))
    assert told(posts, "PLN170") == [("post-share", "plant", "DIG", None)]
    assert told(posts, "PLN171") == [("post-share", "plant", "DIG", 1)]


def test_what_is_fixed_against_each_other_is_told_where_it_stands() -> None:
    line = "  - {{group: {}, item: {}.routine, semester: 5, first: 3, weeks: 1, place: B1, fixed: true}}\n"
    found = proposed(plan=f"programme: P\nmodules:\n{line.format('G1', ITEM)}{line.format('G2', ITEM)}")
    assert {one[0] for one in told(found, "PLN170")} == {"base", "fixed"}
    assert {one.subject for one in found.findings if one.code == "PLN170"} == {
        "@programme/P/B1",
        "@schedule/P/modules/0",
        "@schedule/P/modules/1",
    }


def test_faults_of_the_files_come_first() -> None:
    assert [one.code for one in hindrances(examined(("learners: 2, job: DIG}", "learners: 2, job: XX}"))[0])] == [
        "PLN150",
        "PLN150",
    ]
    assert [one.code for one in hindrances(examined(plan="programme: P\nmodules: [{group: G1}]\n")[0])] != []
    assert (
        hindrances(examined(plan="programme: P\npairings: [{group: G9, learner: 1, plant: x, mentor: y}]\n")[0]) == ()
    )


# The file


def schedule(*weeks: int) -> ScheduleFile:
    lines = (
        PlacedModule(group="G1", item=f"md-{number}.theory", semester=1, first=week, weeks=1, place="1e5")
        for number, week in enumerate(weeks)
    )
    pair = Pairing(group="G1", learner=1, plant="plant", mentor="no", substitutes=("M1", "M2"))
    return ScheduleFile(programme="P", modules=tuple(lines), pairings=(pair,))


def test_a_plan_has_one_record_on_a_line_and_is_read_as_it_was() -> None:
    text = plan_text(schedule(1, 2), None)
    assert text.startswith(HEAD)
    assert text.count("\n") == len(HEAD.splitlines()) + 7
    assert plan_text(schedule(1, 2), text) == text


def test_only_the_line_that_changes_is_another_one() -> None:
    text = plan_text(schedule(1, 2, 3), None)
    marked = text.replace('first: 2, weeks: 1, place: "1e5"}', 'first: 2, weeks: 1, place: "1e5"}  # 说明')
    after = plan_text(schedule(1, 5, 3), marked)
    assert [line for line in after.splitlines() if line not in marked.splitlines()] == [
        '  - {group: G1, item: md-1.theory, semester: 1, first: 5, weeks: 1, place: "1e5"}  # 说明'
    ]


@pytest.mark.parametrize(
    "before",
    [
        "modules: [{group: G1, item: md-0.theory, semester: 1, first: 1, weeks: 1, place: x}]\nprogramme: P # 甲\n",
        "# 甲\nprogramme: P\nmodules:\n- group: G1\n  item: a\n  semester: 1\n  first: 1\n  weeks: 1\n  place: x\n",
        "# 甲\nprogramme: P\nmodules:\n  - &a {group: G1, item: b, semester: 1, first: 1, weeks: 1, place: x}\n",
        "# 甲\n: [",
        "# 甲\r\nprogramme: P\r\npairings: []\r\n",
    ],
)
def test_any_text_before_ends_in_the_plan(before: str) -> None:
    text = plan_text(schedule(1), before)
    assert "md-0.theory" in text
    assert ("甲" in text) or before.startswith("modules")
    assert plan_text(schedule(1), text) == text


# The solver


def numbers(*bounds: tuple[int, int]) -> Problem:
    problem = Problem()
    for low, high in bounds:
        problem.number(low, high)
    return problem


def best(problem: Problem) -> tuple[int, ...] | None:
    """The aims of the best values, by trying all."""
    ranges = [range(low, high + 1) for low, high in problem.bounds]
    good = [values for values in product(*ranges) if all(holds(problem, values))]
    return min((tuple(sum(f * values[v] for f, v in aim) for aim in problem.aims) for values in good), default=None)


def holds(problem: Problem, values: Sequence[int]) -> list[bool]:
    sums = [(sum(f * values[v] for f, v in one.terms), one) for one in problem.linears]
    return [(one.low is None or one.low <= total) and (one.high is None or total <= one.high) for total, one in sums]


@pytest.mark.parametrize("seed", range(6))
def test_the_first_aim_counts_most(seed: int) -> None:
    problem = numbers((0, 3), (0, 3), (0, 2))
    problem.at_least([(1, 0), (1, 1), (2, 2)], 3 + seed % 3, Need("hours", "a", "a", price=1))
    problem.at_most([(1, 0), (-1, 1)], seed % 2)
    problem.aims = [((1, seed % 3), (1, 2)), ((2, 0), (-1, 1))]
    found = cp_sat.solve(problem, cp_sat.Limits())
    assert isinstance(found, Solution)
    assert found.aims == best(problem)
    assert all(holds(problem, found.values))


def test_of_requirements_that_clash_none_can_be_left_out() -> None:
    problem = numbers((0, 9), (0, 9))
    dear, cheap, idle = (Need("base", "b", "b", price=9), Need("hours", "h", "h", price=1), Need("level", "l", "l"))
    problem.at_least([(1, 0)], 5, dear)
    problem.at_most([(1, 0)], 2, cheap)
    problem.at_most([(1, 1)], 3, idle)
    found = cp_sat.solve(problem, cp_sat.Limits())
    assert isinstance(found, Clash)
    assert found.needs == (dear, cheap)
    assert [[(one.need, one.amount) for one in way] for way in found.ways] == [[(cheap, 3)], [(dear, 3)]]


def test_what_does_not_matter_is_taken_off_what_the_solver_names() -> None:
    problem = numbers((0, 9))
    needs = [Need("hours", name, name, price=1) for name in ("idle", "low", "high")]
    for need, low in zip(needs, (0, 5, 3), strict=True):
        problem.at_least([(1, 0)], low, need)
    problem.at_most([(1, 0)], 4)
    assert cp_sat._smallest(problem, problem.needs(), cp_sat.Limits()) == (needs[1],)


def test_numbers_in_names_are_put_in_their_order() -> None:
    assert sorted(("G10", "G2", "B", "2", "G1"), key=natural) == ["2", "B", "G1", "G2", "G10"]


def test_without_the_solver_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> None:
        raise cp_sat.SolverMissingError

    monkeypatch.setattr(cp_sat, "_module", missing)
    written(tmp_path)
    assert run(["plan", "-C", str(tmp_path), "--cache-dir", str(tmp_path / "cache")]) == 2
    assert 'pip install "sopcurric[plan]"' in capsys.readouterr().err


def written(folder: Path) -> None:
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def test_the_command_shows_a_plan_and_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path)
    where = ["-C", str(tmp_path), "--cache-dir", str(tmp_path / "cache")]
    assert run(["plan", "--dry-run", *where]) == 0
    shown = capsys.readouterr()
    assert f"+++ b/{PATH}" in shown.out
    assert not (tmp_path / PATH).exists()
    assert run(["plan", "P", "--json", *where]) == 0
    (record,) = json.loads(capsys.readouterr().out)
    assert record["written"]
    assert (tmp_path / PATH).read_text(encoding="utf-8").count("- {group") == 8
    assert run(["show", "schedule", "--json", *where]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 8
    assert run(["plan", "nobody", *where]) == 2
