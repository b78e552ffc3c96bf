"""What typical tasks are described by: title, process, fields, range of learning, relations."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

import pytest

from generators import compiled
from sopcurric.app.checking import check
from sopcurric.app.explaining import explain_thing
from sopcurric.app.showing import show
from sopcurric.app.steps import Steps
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.model.competency import Grade, Rating
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.numbered import number_tasks
from sopcurric.model.saying import words
from sopcurric.model.shown import ShownTask
from sopcurric.model.task import TypicalTask
from sopcurric.model.task_range import RANGES, TaskFacts, TaskRange, most, range_of
from sopcurric.model.task_relations import Work, is_platform, relations
from sopcurric.model.text import Phrase, Sentence, Text, sentence

pytestmark = pytest.mark.no_cover

PROJECT = "project: {name: x}\n"
BY = "by: 甲, role: plant, date: '2026-01-01', why: 同一件工作"
PUMP = """
job: {code: DIG, title: 高压溶出工}
equipment: [{id: E1, title: 隔膜泵}]
parameters: [{id: T1, title: 出口压力, range: 5–7 MPa, instrument: 压力表}]
quality: [{id: Q1, title: 料浆固含, criterion: 300–400 g/L, method: 密度法}]
lockouts: [{id: L1, title: 电机开关, energy: electrical, device: 挂锁, method: 拉开开关并上锁}]
procedures:
  - id: P0
    title: 检查隔膜泵
    phase: preparation
    equipment: [E1]
    steps: [检查隔膜泵油位。]
  - id: P1
    title: 启动隔膜泵
    phase: start-up
    equipment: [E1]
    parameters: [T1]
    quality: [Q1]
    lockouts: [L1]
    tools: [测温枪, 测温枪。]
    result: 隔膜泵平稳运行。
    actors: [班长]
    rating: {difficulty: 3, importance: 3}
    steps:
      - {id: S1, text: 穿戴防护用品。}
      - {id: S2, text: 检查油位，应在视镜 1/2 处。}
      - {id: S3, text: 打开进口阀。, method: 用阀门扳手, critical: true, criterion: 阀位全开, signatures: [操作工]}
      - {id: S4, text: 启动隔膜泵。, actor: 电工}
      - {id: S5, text: 填写运行记录。}
  - id: P2
    title: 调节进料量
    phase: normal
    equipment: [E1]
    steps: [调节冲次。]
  - id: P3
    title: 巡检隔膜泵
    phase: inspection
    steps: [查看油位。]
  - id: P4
    title: 停运隔膜泵
    phase: shutdown
    steps: [关闭进口阀。]
"""


@pytest.fixture(scope="module")
def pump() -> Compilation:
    return compiled({"sopcurric.yaml": PROJECT, "sops/a.yaml": PUMP})


def task_of(compilation: Compilation, member: str) -> TypicalTask:
    return next(one for one in compilation.catalogue.tasks if member in one.members)


def said(phrases: Iterable[Phrase]) -> list[str]:
    return [words(one, "zh") for one in phrases]


# --- Title -----------------------------------------------------------------------------------------------------------


def titled(*titles: str) -> str:
    """The title of a task whose members, of one job each, have these titles."""
    files = {"sopcurric.yaml": PROJECT}
    for number, title in enumerate(titles):
        files[f"sops/{number}.yaml"] = (
            f"job: {{code: J{number}, title: 工}}\n"
            f"procedures: [{{id: P, title: {title}, steps: [打开离心泵进口阀灌泵。, 启动离心泵电机。]}}]\n"
        )
    every = ", ".join(f"J{number}/P" for number in range(len(titles)))
    files["decisions/t.yaml"] = f"decisions: [{{decide: together, on: [{every}], {BY}}}]\n"
    (task,) = compiled(files).catalogue.tasks
    return task.title.words("zh")


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("离心泵", "启动离心泵电机"), "启动离心泵电机"),
        (("启动", "启动", "启动离心泵"), "启动离心泵"),
        (("离心泵启动", "启动大离心泵"), "启动大离心泵"),
        (("启动大离心泵", "启动离心泵", "启动大离心泵"), "启动大离心泵"),
        (("启动大离心泵", "启动离心泵"), "启动离心泵"),
        (("启动甲泵", "启动乙泵"), "启动甲泵"),
        (("离心泵", "大离心泵"), "离心泵"),
        (("检查设备", "检查离心泵电机"), "检查离心泵电机"),
        (("岗位交接班", "电解班组交接班", "岗位交接班"), "岗位交接班"),
        (("离心泵启动", "启动大离心泵", "启动甲泵", "离心泵启动"), "离心泵启动"),
        (("离心泵", "启动大离心泵", "启动甲泵", "离心泵", "启动乙泵"), "启动甲泵"),
    ],
)
def test_a_title_is_a_verb_with_its_object_where_any_is(titles: tuple[str, ...], expected: str) -> None:
    assert titled(*titles) == expected


# --- Work process and fields -----------------------------------------------------------------------------------------


def test_the_process_has_its_phases(pump: Compilation) -> None:
    assert said(task_of(pump, "DIG/P1").work_process) == [
        "计划与准备：穿戴防护用品；检查油位",
        "实施：打开进口阀；启动隔膜泵",
        "检查与评价：填写运行记录",
    ]


@pytest.mark.parametrize("phase", ["inspection", "preparation", "emergency"])
def test_looking_is_the_work_itself_where_nothing_else_is_done(phase: str) -> None:
    steps = "[查看油位。, 检查阀门。, 测量温度。]"
    sop = f"job: {{code: A, title: 工}}\nprocedures: [{{id: P, title: 检查泵, phase: {phase}, steps: {steps}}}]\n"
    (task,) = compiled({"sopcurric.yaml": PROJECT, "sops/a.yaml": sop}).catalogue.tasks
    assert said(task.work_process) == ["实施：查看油位；检查阀门；测量温度"]


def test_rounds_are_no_planning_of_what_is_adjusted_on_the_way() -> None:
    steps = "[查看油位。, 调节阀门开度。, 测量温度。, 填写巡检记录。]"
    sop = f"job: {{code: A, title: 工}}\nprocedures: [{{id: P, title: 检查泵, phase: inspection, steps: {steps}}}]\n"
    (task,) = compiled({"sopcurric.yaml": PROJECT, "sops/a.yaml": sop}).catalogue.tasks
    assert said(task.work_process) == ["实施：查看油位；调节阀门开度；测量温度", "检查与评价：填写巡检记录"]


def test_long_processes_are_told_in_short_by_the_fullest_member() -> None:
    short = "job: {code: A, title: 工}\nprocedures: [{id: P, title: 启动离心泵, steps: [启动离心泵电机。]}]\n"
    many = ", ".join(f"打开离心泵{number}号阀。" for number in range(1, 12))
    long = f"job: {{code: B, title: 工}}\nprocedures: [{{id: P, title: 启动离心泵, steps: [{many}]}}]\n"
    made = compiled({"sopcurric.yaml": PROJECT, "sops/a.yaml": short, "sops/b.yaml": long})
    (task,) = made.catalogue.tasks
    (done,) = said(task.work_process)
    assert done.startswith("实施：打开离心泵1号阀；")
    assert done.endswith("打开离心泵8号阀等，共 11 步")


def test_fields_tell_everything_once(pump: Compilation) -> None:
    task = task_of(pump, "DIG/P1")
    assert said(task.work_objects) == ["隔膜泵"]
    assert said(task.tools) == ["测温枪", "挂锁"]
    assert said(task.methods)[1:] == ["用阀门扳手", "密度法", "拉开开关并上锁"]
    assert said(task.organisation) == ["高压溶出工岗位", "参与人员：班长", "参与人员：电工", "确认签字：操作工"]
    assert said(task.requirements) == ["隔膜泵平稳运行", "料浆固含：300–400 g/L", "阀位全开", "出口压力：5–7 MPa"]


@pytest.mark.parametrize(
    ("procedure", "objects"),
    [
        ("{id: P, title: 启动离心泵, steps: [打开进口阀。]}", ["离心泵"]),
        ("{id: P, title: 启动, valves: [V1], steps: [打开进口阀。]}", ["进料阀"]),
        ("{id: P, title: 启动, parameters: [T1], steps: [打开进口阀。]}", ["压力"]),
        ("{id: P, title: 启动, steps: [打开进口阀。, 打开进口阀。, 关闭出口阀。]}", ["进口阀", "出口阀"]),
        ("{id: P, title: 交接班, phase: handover, steps: [交接班。]}", ["设备状态"]),
    ],
)
def test_objects_fall_back_on_what_the_sop_gives(procedure: str, objects: list[str]) -> None:
    sop = (
        "job: {code: A, title: 工}\nvalves: [{id: V1, title: 进料阀}]\nparameters: [{id: T1, title: 压力}]\n"
        f"handover: [{{id: H1, title: 设备状态}}]\nprocedures: [{procedure}]\n"
    )
    (task,) = compiled({"sopcurric.yaml": PROJECT, "sops/a.yaml": sop}).catalogue.tasks
    assert said(task.work_objects) == objects


def test_no_object_is_read_where_none_is_told() -> None:
    steps = "[Make sure that the valve is open, Check before start-up]"
    sop = f"job: {{code: A, title: Operator}}\nprocedures: [{{id: P, title: Check before start-up, steps: {steps}}}]\n"
    made = compiled({"sopcurric.yaml": "project: {name: x, language: en}\n", "sops/a.yaml": sop})
    assert made.catalogue.tasks[0].work_objects == ()


# --- Range -----------------------------------------------------------------------------------------------------------

GRADES = (1, 2, 3)


def rated(difficulty: int, importance: int) -> Rating:
    given = [Grade(value, "sop", sentence("rating.given")) for value in (difficulty, importance, 1)]
    return Rating(given[0], given[1], given[2], "train")


@pytest.mark.parametrize(
    ("phase", "grades", "facts", "expected"),
    [
        (Phase.HANDOVER, (1, 3), TaskFacts(7), "orienting"),
        (Phase.INSPECTION, (1, 3), TaskFacts(9, 0, 1), "orienting"),
        (Phase.INSPECTION, (3, 3), TaskFacts(10, 0, 1), "systemic"),
        (Phase.NORMAL, (1, 1), TaskFacts(3), "orienting"),
        (Phase.START_UP, (3, 3), TaskFacts(10, 0, 1), "systemic"),
        (Phase.NORMAL, (3, 2), TaskFacts(8, 1, 2), "functional"),
        (Phase.NORMAL, (3, 3), TaskFacts(8, 2, 4), "advanced"),
        (Phase.MAINTENANCE, (2, 3), TaskFacts(8), "functional"),
        (Phase.EMERGENCY, (2, 3), TaskFacts(9, 0, 5), "functional"),
        (Phase.EMERGENCY, (3, 3), TaskFacts(9, 1, 1), "advanced"),
    ],
)
def test_ranges(phase: Phase, grades: tuple[int, int], facts: TaskFacts, expected: TaskRange) -> None:
    found, reason = range_of(phase, rated(*grades), facts)
    assert found == expected
    assert all(words(reason, language) for language in ("zh", "en"))


def test_every_row_counts_somewhere_and_more_difficulty_never_comes_earlier() -> None:
    order = ("orienting", "systemic", "functional", "advanced")
    seen: set[str] = set()
    for phase, importance, judgements, steps in product(Phase, GRADES, range(8), (3, 10)):
        facts = TaskFacts(steps, 0, judgements)
        made = [range_of(phase, rated(difficulty, importance), facts) for difficulty in GRADES]
        seen |= {reason.code for _, reason in made if isinstance(reason, Sentence)}
        places = [order.index(found) for found, _ in made]
        assert places == sorted(places)
    assert seen == {f"task.range.because.{row.because}" for row in RANGES}


def test_facts_are_the_most_of_any_member() -> None:
    assert most((TaskFacts(3, 2, 0), TaskFacts(5, 0, 1))) == TaskFacts(5, 2, 1)
    assert most(()) == TaskFacts()


def test_a_decided_rating_changes_the_range(pump: Compilation) -> None:
    decision = f"decisions: [{{decide: rate, on: [DIG/P2], difficulty: 3, {BY}}}]\n"
    files = {"sopcurric.yaml": PROJECT, "sops/a.yaml": PUMP, "decisions/a.yaml": decision}
    assert task_of(pump, "DIG/P2").range == "orienting"
    assert task_of(compiled(files), "DIG/P2").range == "systemic"


# --- Relations -------------------------------------------------------------------------------------------------------


def pairs(compilation: Compilation, kind: str) -> list[tuple[str, str]]:
    members = {one.id: one.members[0] for one in compilation.catalogue.tasks}
    return [(members[one.first], members[one.second]) for one in compilation.catalogue.relations if one.kind == kind]


def test_tasks_follow_each_other_and_go_on_together(pump: Compilation) -> None:
    assert pairs(pump, "sequence") == [("DIG/P0", "DIG/P1"), ("DIG/P1", "DIG/P2"), ("DIG/P2", "DIG/P4")]
    assert pairs(pump, "parallel") == [("DIG/P2", "DIG/P3")]


def test_there_are_few_relations_whatever_tasks_share() -> None:
    things: dict[str, Phrase] = {f"t{number}": Text.plain("zh", f"t{number}") for number in range(20)}
    works = [
        Work(f"{phase.value}-{number}", phase, {"A": things, "B": things})
        for phase in (Phase.PREPARATION, Phase.START_UP, Phase.NORMAL, Phase.SHUTDOWN)
        for number in range(30)
    ]
    titles: dict[str, Phrase] = {"A": Text.plain("zh", "甲"), "B": Text.plain("zh", "乙")}
    found = relations(works, titles)
    assert len(found) < 2 * len(works)
    assert len({(one.first, one.second) for one in found}) == len(found)
    assert found == relations(works, dict(reversed(titles.items())))


def test_the_nearest_phase_is_followed() -> None:
    things: dict[str, Phrase] = {name: Text.plain("zh", name) for name in "甲乙"}
    works = [
        Work("start", Phase.START_UP, {"A": {"甲": things["甲"]}}),
        Work("run", Phase.NORMAL, {"A": {"乙": things["乙"]}}),
        Work("stop one", Phase.SHUTDOWN, {"A": {"乙": things["乙"]}}),
        Work("stop both", Phase.SHUTDOWN, {"A": things}),
    ]
    found = relations(works, {"A": Text.plain("zh", "岗")})
    followed = {("start", "stop both"), ("run", "stop one"), ("run", "stop both")}
    assert {(one.first, one.second) for one in found} == followed
    assert words(found[-1].reason, "zh") == "同一对象“乙”，先正常操作、后停车"


def test_tasks_of_other_jobs_or_things_are_not_related() -> None:
    thing: dict[str, Phrase] = {"泵": Text.plain("zh", "泵")}
    other: dict[str, Phrase] = {"磨": Text.plain("zh", "磨")}
    works = [
        Work("a", Phase.START_UP, {"A": thing}),
        Work("b", Phase.SHUTDOWN, {"B": thing}),
        Work("c", Phase.SHUTDOWN, {"A": other}),
        Work("d", Phase.EMERGENCY, {"A": thing}),
    ]
    assert relations(works, {"A": Text.plain("zh", "甲"), "B": Text.plain("zh", "乙")}) == ()


@pytest.mark.parametrize(
    ("jobs", "of", "expected"), [(1, 1, False), (2, 2, True), (2, 4, True), (2, 5, False), (3, 9, True), (1, 2, False)]
)
def test_platform_tasks_are_of_several_jobs(jobs: int, of: int, expected: bool) -> None:  # noqa: FBT001
    assert is_platform(jobs, of) is expected


def test_the_same_job_in_several_plants_is_no_platform() -> None:
    sop = (
        "job: {code: A, title: 工, organisation: %s}\nprocedures: [{id: P, title: 启动离心泵, steps: [启动离心泵。]}]\n"
    )
    project = "project: {name: x}\norganisations: [{id: X, title: 甲厂}, {id: Y, title: 乙厂}]\n"
    files = {"sopcurric.yaml": project, "sops/x.yaml": sop % "X", "sops/y.yaml": sop % "Y"}
    (task,) = compiled(files).catalogue.tasks
    assert len(task.jobs) == 2
    assert not task.platform


def test_relations_keep_to_locked_identifiers(pump: Compilation) -> None:
    renamed = replace(pump.catalogue, tasks=tuple(replace(one, id=f"x-{one.id}") for one in pump.catalogue.tasks))
    moved = replace(
        renamed,
        relations=tuple(
            replace(one, first=f"x-{one.first}", second=f"x-{one.second}") for one in pump.catalogue.relations
        ),
    )
    assert number_tasks(moved, pump.inputs.lock) == pump.catalogue


# --- Shown and explained ---------------------------------------------------------------------------------------------


def test_records_and_explanations_tell_it(pump: Compilation) -> None:
    checked = check(MemoryWorkspace({"sopcurric.yaml": PROJECT, "sops/a.yaml": PUMP}), Steps(MemoryStore()))
    before, task = task_of(pump, "DIG/P0"), task_of(pump, "DIG/P2")
    (shown,) = show(checked, "tasks", task.id, "zh")
    assert isinstance(shown, ShownTask)
    assert shown.follows == (task_of(pump, "DIG/P1").id,)
    assert shown.parallel == (task_of(pump, "DIG/P3").id,)
    assert (shown.range, shown.platform) == ("orienting", False)
    told = explain_thing(checked, task.id, "zh")
    assert told is not None
    text = "\n".join(told.lines)
    assert "学习难度范围：定向与概括性工作任务" in text
    assert "在“启动隔膜泵”之后" in text
    assert "与“巡检隔膜泵”同时" in text
    first = explain_thing(checked, before.id, "zh")
    assert first is not None
    assert "在“启动隔膜泵”之前" in "\n".join(first.lines)
