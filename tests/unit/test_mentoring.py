"""Mentoring plans: weeks of a segment, how far a learner operates, what is missing, what goes backward."""

from dataclasses import replace

import pytest

from sopcurric.app.checking import check
from sopcurric.app.steps import Steps
from sopcurric.documents import agreements, internship_handbook, internship_plan, mentoring_plan
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.linguistics.special_posts import special
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import ProgrammeFile, Segment
from sopcurric.model.mentoring import (
    OPERATING,
    MentoringPlan,
    MentoringRow,
    MentoringSegment,
    MentoringTask,
    operating_cap,
    weeks_of,
)
from sopcurric.model.publication import Binder
from sopcurric.model.saying import words
from sopcurric.model.text import Text

PROGRAMME = """\
id: P
title: 人才培养方案
cohort: 2026级
years: 3
major: {code: "430501", title: 智能冶金技术}
goals: {target: 能按操作规程完成岗位任务。}
partners:
  - {id: college, role: college, title: 学院, duties: [组织教学。]}
  - {id: plant, role: plant, title: 铝厂, duties: [提供岗位。]}
segments:
  - {id: S1, title: 在校学习, length: 3, unit: semester, site: college, takes: [general, foundation]}
  - {id: S2, title: 企业课堂, length: 1, unit: semester, site: plant, takes: [theory]}
  - id: S3
    title: 跟岗实践
    length: 1
    unit: semester
    site: plant
    role: apprentice
    legal_type: post
    takes: [routine]
    weeks: 12
    hours_per_week: 24
  - id: S4
    title: 岗位实习
    length: 1
    unit: semester
    site: plant
    role: quasi-employee
    legal_type: post
    takes: [demanding]
calendar:
  semesters:
    - {number: 5, start: "2028-09-04", weeks: 16, exam_weeks: 1}
groups:
  - {id: G1, title: 一组, learners: 2, job: DIG}
  - {id: G2, title: 二组, learners: 2, job: DIG}
mentors:
  - {id: M1, title: 溶出导师, level: 高级技师, partner: plant, jobs: [DIG], substitutes: [M2]}
  - {id: M2, title: 班组导师, level: 技师, partner: plant, jobs: [DIG]}
"""
SOP = """\
job: {code: DIG, title: 高压溶出工}
procedures:
  - id: P1
    title: 启动隔膜泵
    phase: start-up
    steps:
      - {id: S1, text: 打开进口阀。, critical: true}
  - id: P2
    title: 调节溶出温度
    phase: normal
    steps:
      - {id: S1, text: 调节新蒸汽阀开度。}
  - id: P3
    title: 紧急停运溶出机组
    phase: emergency-shutdown
    steps:
      - {id: S1, text: 按下急停按钮。}
"""
SCHEDULE = """\
programme: P
modules:
  - {group: G2, item: MODULE.routine, semester: 5, first: 9, weeks: 2, place: plant}
pairings:
  - {group: G1, learner: 1, plant: plant, mentor: M1, substitutes: [M2]}
"""


def _compiled(**files: str) -> Compilation:
    given = {
        "sopcurric.yaml": "project: {name: 案例}\n",
        "sops/dig.yaml": SOP,
        "programmes/p.yaml": PROGRAMME,
        **{path.replace("__", "/").replace("_plan", ".plan") + ".yaml": text for path, text in files.items()},
    }
    found = check(MemoryWorkspace(given), Steps(MemoryStore())).compilation
    assert found is not None
    return found


@pytest.fixture(scope="module")
def compiled() -> Compilation:
    """A small repository with two groups of one job."""
    return _compiled()


def _segment(**given: object) -> Segment:
    return Segment.model_validate(
        {"id": "S", "title": "段", "length": 1, "unit": "semester", "site": "plant", **given},
        context={"language": "zh"},
    )


@pytest.mark.parametrize(
    ("given", "cap"),
    [
        ({"legal_type": "observation", "role": "quasi-employee"}, "watch"),
        ({"legal_type": "none", "role": "student"}, "watch"),
        ({"legal_type": "none", "role": "apprentice"}, "assist"),
        ({"legal_type": "post", "role": "apprentice"}, "assist"),
        ({"legal_type": "post", "role": "student"}, "alone"),
        ({"legal_type": "post", "role": "quasi-employee"}, "alone"),
    ],
)
def test_legal_type_and_role_say_how_far_learners_operate(given: dict[str, object], cap: str) -> None:
    assert operating_cap(_segment(**given)) == cap


def test_weeks_come_from_the_calendar_without_examinations_else_from_the_usual(compiled: Compilation) -> None:
    programme = compiled.inputs.programmes[0]
    by_id = {one.id: one for one in programme.segments}
    assert weeks_of(programme, by_id["S3"], 18) == tuple((5, week) for week in range(1, 16))
    assert weeks_of(programme, by_id["S4"], 18)[-1] == (6, 18)


def test_half_a_semester_has_half_its_weeks(compiled: Compilation) -> None:
    programme = compiled.inputs.programmes[0]
    first, second = (_segment(id=one, length=0.5) for one in ("A", "B"))
    halves: ProgrammeFile = programme.model_copy(update={"segments": (first, second), "calendar": None})
    assert weeks_of(halves, first, 18) == tuple((1, week) for week in range(1, 10))
    assert weeks_of(halves, second, 18) == tuple((1, week) for week in range(10, 19))


def test_every_task_goes_from_watching_to_what_each_segment_allows(compiled: Compilation) -> None:
    (plan,) = compiled.mentoring
    assert (plan.job, plan.groups) == ("DIG", ("G1", "G2"))
    assert {one.id: one.cap for one in plan.segments} == {"S2": "watch", "S3": "assist", "S4": "alone"}
    assert plan.missing == ()
    assert list(plan.backward) == []
    assert all(there for _, there in plan.cycle)
    for task in plan.tasks:
        levels = [row.level for _, row in plan.rows if row.task == task.id]
        assert levels == sorted(levels, key=OPERATING.index)
        assert levels[0] == "watch"
        assert levels[-1] == "alone"
    for segment in plan.segments:
        assert all(1 <= row.first <= row.last <= len(segment.weeks) for row in segment.rows)


def test_hours_are_those_that_the_plan_gives_to_the_tasks(compiled: Compilation) -> None:
    (plan,) = compiled.mentoring
    tasks = [compiled.learning_tasks[one.id][1] for one in plan.tasks]
    hours = {one.id: one.hours for one in plan.segments}
    assert hours["S2"] == sum(one.theory_hours for one in tasks)
    assert hours["S3"] == sum(one.practice_hours for one in tasks if not one.demanding)
    assert hours["S4"] == sum(one.practice_hours for one in tasks if one.demanding)
    assert [one.post_hours for one in plan.segments] == [0, 288, 0]


def test_emergencies_are_drilled(compiled: Compilation) -> None:
    (plan,) = compiled.mentoring
    assert [words(one.title, "zh") for one in plan.tasks if one.drill] == ["紧急停运溶出机组"]
    names = {one.id for one in plan.tasks if one.drill}
    alone = [row for _, row in plan.rows if row.task in names and row.level == "alone"]
    assert all("仿真" in words(row.shows[0], "zh") for row in alone)
    assert alone


def test_the_committed_plan_says_in_which_weeks_a_group_learns_a_module(compiled: Compilation) -> None:
    module = next(
        one for course in compiled.design.courses for one in course.modules if any(not t.demanding for t in one.tasks)
    )
    placed = _compiled(programmes__p_plan=SCHEDULE.replace("MODULE", module.id))
    first, second = placed.mentoring
    assert (first.groups, second.groups) == (("G1",), ("G2",))
    own = {task.id for task in module.tasks}
    rows = [row for segment, row in second.rows if segment.id == "S3" and row.task in own]
    placed_weeks = {week for row in rows if row.hours for week in (row.first, row.last)}
    assert placed_weeks <= {9, 10}
    assert placed_weeks
    taught = {row.task for row in rows if row.hours}
    assert all(row.first > 10 for row in rows if row.task in taught and not row.hours)
    assert list(second.backward) == []
    printed = _said(mentoring_plan.compose(placed))
    assert "G1-01" in printed
    assert "班组导师" in printed


def test_documents_tell_what_is_written_and_leave_the_rest_open(compiled: Compilation) -> None:
    printed = _said((*internship_plan.compose(compiled), *internship_handbook.compose(compiled)))
    assert "紧急停运溶出机组（" in printed
    assert "（由合作各方商定后填写" in printed
    assert agreements.compose(compiled) == ()


def _said(binders: tuple[Binder, ...]) -> str:
    return "\n".join(_lines(binders))


def _lines(binders: tuple[Binder, ...]) -> list[str]:
    found: list[str] = []
    for binder in binders:
        for leaf in binder.leaves:
            for block in leaf.blocks:
                if block.kind == "table":
                    cells = [cell for row in block.rows for cell in row.cells]
                    found += [words(phrase, "zh") for cell in cells for phrase in cell.content]
                elif block.kind == "paragraph":
                    found.append(words(block.content, "zh"))
    return found


# --- What rules ask of a plan, on values ------------------------------------------------------------------------------


def _task(name: str, **given: object) -> MentoringTask:
    usual = MentoringTask(
        id=name,
        label=name,
        title=Text.of({}),
        shared=False,
        part="run",
        outcome="train",
        deviations=False,
        drill=False,
        members=(f"DIG/{name}",),
        derived_from=(),
    )
    return replace(usual, **given)  # type: ignore[arg-type]


def _row(task: str, level: str) -> MentoringRow:
    return MentoringRow(task, 1, 1, level, 0, (), (), ())  # type: ignore[arg-type]


def _plan(tasks: tuple[MentoringTask, ...], *rows: MentoringRow, cap: str = "alone") -> MentoringPlan:
    segment = MentoringSegment("S", Text.of({}), cap, ((5, 1),), 0, 0, rows)  # type: ignore[arg-type]
    return MentoringPlan("P", "DIG", (), tasks, (segment,))


def test_tasks_that_need_no_training_may_be_left_out() -> None:
    plan = _plan((_task("A"), _task("B", outcome="job-aid"), _task("C", outcome="intensive")), _row("A", "watch"))
    assert [one.id for one in plan.missing] == ["C"]


def test_steps_back_and_steps_too_far_are_found() -> None:
    tasks = (_task("A"), _task("B"))
    back = _plan(tasks, _row("A", "assist"), _row("B", "watch"), _row("A", "watch"))
    assert [(row.task, bound) for _, row, bound in back.backward] == [("A", "assist")]
    far = _plan(tasks, _row("A", "alone"), cap="assist")
    assert [(row.task, bound) for _, row, bound in far.backward] == [("A", "assist")]


def test_a_cycle_has_the_parts_that_the_job_has() -> None:
    tasks = (_task("A", part="start"), _task("B", part="care", deviations=True), _task("C", part="stop"))
    assert _plan(tasks, _row("A", "watch"), _row("B", "watch")).cycle == (
        ("start", True),
        ("run", True),
        ("deviation", True),
        ("stop", False),
    )


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("高温碱液喷溅、泄漏", ("high-temperature", "toxic")),
        ("煤气泄漏、一氧化碳中毒", ("toxic",)),
        ("燃气爆炸、回火", ("explosive",)),
        ("槽顶、平台高处坠落", ("height",)),
        ("噪声", ()),
        ("Splash of hot caustic", ("high-temperature", "toxic")),
    ],
)
def test_titles_of_hazards_tell_special_posts(title: str, kinds: tuple[str, ...]) -> None:
    assert special(title) == kinds
