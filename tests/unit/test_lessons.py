"""How learning tasks are taught: hours of the five steps, minutes of the eight links, meetings, and what they say."""

from collections.abc import Mapping, Sequence

import pytest

from generators import compiled
from sopcurric.model.compilation import Compilation
from sopcurric.model.lesson import AUTONOMY, COLLEGE, LINKS, PLANT, PROGRESS, Lesson, Link, UnitPart
from sopcurric.model.publication import TEACHING_STAFF, Binder, LeafKind
from sopcurric.model.saying import words
from sopcurric.teaching.progression import shares

PROJECT = "project: {name: 案例}\n"
PLAIN = """\
job: {code: DIG, title: 溶出工}
procedures:
  - id: P1
    title: 开车前检查
    steps:
      - 检查隔膜泵油位,应在 1/2–2/3
      - 确认安全阀铅封完好
"""
STEPS = """\
    steps:
      - {id: S1, text: 打开进口阀。, critical: true}
      - {id: S2, text: 启动隔膜泵。, reason: 先开阀后启动。}
"""
RICH = f"""\
job: {{code: DIG, title: 溶出工}}
parameters:
  - {{id: T1, title: 出口压力, range: 5.5–7.5 MPa, meaning: 升高说明管路堵塞。, frequency: 每小时}}
procedures:
  - id: P1
    title: 启动隔膜泵
    phase: start-up
    rating: {{difficulty: 3, importance: 3, frequency: 3}}
    parameters: [T1]
    hazards: [H1]
    records: [R1]
{STEPS}\
  - id: P2
    title: 紧急停运隔膜泵
    phase: emergency-shutdown
    rating: {{difficulty: 3, importance: 3, frequency: 1}}
    hazards: [H1]
{STEPS}\
deviations:
  - {{id: V1, title: 出口压力升高, causes: [结疤, 阀门误关, 仪表失真], actions: [降低冲次], procedures: [P1]}}
hazards:
  - {{id: H1, title: 碱矿浆喷溅, risk: larger, consequence: 化学灼伤, controls: [站在侧面], ppe: [防护面罩]}}
records:
  - {{id: R1, title: 开车记录, number: JL-03, columns: [时间, 操作人]}}
"""


def compilation_of(sop: str, project: str = PROJECT) -> Compilation:
    return compiled({"sopcurric.yaml": project, "sops/one.yaml": sop})


def lessons_of(compilation: Compilation) -> Mapping[str, Lesson]:
    """Lessons by the address of their procedure."""
    return {one.procedure: one for one in compilation.lessons.lessons}


def hours(lesson: Lesson) -> dict[str, int]:
    return {one.kind: one.hours for one in lesson.progress}


def counted(parts: Sequence[Link] | Sequence[UnitPart]) -> list[int]:
    """The minutes that are teaching time."""
    return [one.minutes for one in parts if one.kind != "preparation"]


def said(binder: Binder) -> str:
    """All sentences of the paragraphs, rows and items of a binder."""
    found = []
    for leaf in binder.leaves:
        found.append(words(leaf.title, "zh"))
        for block in leaf.blocks:
            for row in getattr(block, "rows", ()):
                found += [words(one, "zh") for cell in row.cells for one in cell.content]
            found += [words(one.content, "zh") for one in getattr(block, "items", ())]
            found += [words(block.content, "zh")] if hasattr(block, "content") else []
    return "\n".join(found)


def binder(compilation: Compilation, name: str) -> Binder:
    return next(one for one in compilation.binders if one.id == name)


# --- Hours -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("total", "weights", "wanted"),
    [
        (10, {"a": 1, "b": 1}, {"a": 5, "b": 5}),
        (7, {"a": 3, "b": 0, "c": 1}, {"a": 5, "b": 0, "c": 2}),
        (1, {"a": 1, "b": 9}, {"a": 1, "b": 0}),
        (0, {"a": 1}, {"a": 0}),
        (3, {"a": 0}, {"a": 0}),
    ],
)
def test_shares_are_whole_and_sum_up(total: int, weights: Mapping[str, float], wanted: Mapping[str, int]) -> None:
    assert shares(total, weights) == wanted


def test_plain_work_is_shown_on_the_spot_and_needs_no_simulation() -> None:
    (lesson,) = compilation_of(PLAIN).lessons.lessons
    assert hours(lesson) == {"classroom": 2, "simulation": 0, "field": 1, "post": 1, "refresher": 0}
    simulation = lesson.progress[1]
    assert simulation.absent is not None
    assert words(simulation.absent, "zh") == "属岗位自学内容且没有危险源，直接在现场示范和练习"


def test_an_emergency_is_simulated_and_drilled_but_not_brought_about() -> None:
    lesson = lessons_of(compilation_of(RICH, f"{PROJECT}hours: {{minimum: 20}}\n"))["DIG/P2"]
    steps = {one.kind: one for one in lesson.progress}
    assert steps["simulation"].hours > 0
    assert steps["field"].drill
    assert steps["field"].hours > 0
    assert steps["post"].absent
    assert [words(one, "zh") for one in steps["refresher"].triggers][-1] == "就业后每 12 个月复训考核不合格"
    assert lesson.units[-1].kind == "drill"


def test_hours_and_minutes_sum_to_those_of_the_task(alumina: Compilation) -> None:
    for lesson in alumina.lessons.lessons:
        _, task = alumina.learning_tasks[lesson.task]
        assert tuple(one.kind for one in lesson.progress) == PROGRESS
        assert sum(one.theory_hours for one in lesson.progress) == task.theory_hours
        assert sum(one.practice_hours for one in lesson.progress) == task.practice_hours
        assert tuple(one.kind for one in lesson.links) == LINKS
        assert sum(counted(lesson.links)) == lesson.minutes == task.hours * 45
        assert sum(one.theory_hours for one in lesson.units) == task.theory_hours
        for unit in lesson.units:
            assert sum(counted(unit.parts)) == unit.hours * 45
            assert 1 <= unit.hours <= 4


def test_students_are_never_without_the_mentor_and_only_assist_where_a_hazard_is_major(alumina: Compilation) -> None:
    for lesson in alumina.lessons.lessons:
        for step in lesson.progress:
            assert step.autonomy in AUTONOMY
            assert step.autonomy != "supervised" or step.kind in {"simulation", "post"}
            assert bool(step.gate) == (step.kind in PLANT and not step.absent)


def test_meetings_at_the_college_come_before_those_in_the_plant(alumina: Compilation) -> None:
    for lesson in alumina.lessons.lessons:
        places = [one.kind in {"field", "post", "drill"} for one in lesson.units]
        assert places == sorted(places)
        assert sum(one.hours for one in lesson.progress if one.kind in COLLEGE) == sum(
            unit.hours for unit, plant in zip(lesson.units, places, strict=True) if not plant
        )


def test_odd_minutes_are_not_lost() -> None:
    (lesson,) = compilation_of(PLAIN, f"{PROJECT}teaching: {{minutes_per_hour: 43}}\n").lessons.lessons
    assert sum(counted(lesson.links)) == lesson.minutes == 4 * 43
    assert sum(minutes for unit in lesson.units for minutes in counted(unit.parts)) == 4 * 43


def test_self_study_before_class_is_no_teaching_time() -> None:
    compilation = compilation_of(PLAIN)
    (lesson,) = compilation.lessons.lessons
    (study,) = [one.minutes for one in lesson.links if one.kind == "preparation"]
    assert study == 20, "a quarter of an hour, and five minutes for what is looked up"
    first, *others = lesson.units
    assert [one.minutes for one in first.parts if one.kind == "preparation"] == [study]
    assert not [one for unit in others for one in unit.parts if one.kind == "preparation"]
    assert sum(counted(first.parts)) == first.hours * 45
    sheets = said(binder(compilation, "lessons-course-DIG"))
    assert "课前：前置学习 20 分钟，由学生自学，不计学时。" in sheets
    assert "共 180 分钟" in sheets
    assert "\n20\n不计学时\n" in sheets


def test_minutes_and_meetings_follow_the_project() -> None:
    project = f"{PROJECT}teaching: {{minutes_per_hour: 40, unit_hours: 1, longest_hours: 1}}\n"
    (lesson,) = compilation_of(PLAIN, project).lessons.lessons
    assert lesson.minutes == 160
    assert [one.hours for one in lesson.units] == [1, 1, 1, 1]


# --- What links say --------------------------------------------------------------------------------------------------


def test_links_name_what_the_task_is_about() -> None:
    compilation = compilation_of(RICH)
    lesson = lessons_of(compilation)["DIG/P1"]
    told = {
        one.kind: "；".join(words(p, "zh") for p in (*one.activity, *one.teacher, *one.learner)) for one in lesson.links
    }
    assert "出口压力" in told["preparation"]
    assert "碱矿浆喷溅" in told["opening"]
    assert "升高说明管路堵塞" in told["lecture"]
    assert "围绕“出口压力升高”分组讨论原因；只给现象不给答案；规程列有 3 条原因" in told["discussion"]
    assert "“打开进口阀”做到无差错为止" in told["simulation"]
    assert "核对第一步是不是“降低冲次”" in told["solving"]
    assert "关键步骤（第 1 步）有差错即不通过" in told["check"]
    assert "如实填写《开车记录》（JL-03）" in told["post"]
    post = lesson.links[-1]
    assert [words(one, "zh") for one in post.evidence] == ["《开车记录》（JL-03）"]
    assert post.mentor is not None


def test_a_link_that_stands_on_nothing_says_so() -> None:
    (lesson,) = compilation_of(PLAIN).lessons.lessons
    absent = {one.kind: words(one.absent, "zh") for one in lesson.links if one.absent}
    assert set(absent) == {"discussion", "simulation", "solving"}
    assert absent["discussion"] == "规程没有写异常、危险源和操作理由，没有可供讨论的内容"


def test_lessons_of_different_tasks_do_not_say_the_same(alumina: Compilation) -> None:
    for kind in ("preparation", "opening", "lecture", "simulation", "post"):
        told = [
            one for lesson in alumina.lessons.lessons for one in lesson.links if one.kind == kind and not one.absent
        ]
        parts = {(one.activity, one.teacher, one.learner) for one in told}
        assert len(parts) == len(told), kind


def test_the_safety_examination_comes_before_anybody_goes_to_the_plant() -> None:
    compilation = compilation_of(RICH)
    first = lessons_of(compilation)["DIG/P1"]
    exam = next(one for one in compilation.lessons.examinations if one.task == first.task)
    assert exam.hazards == ("DIG/hazards/H1",)
    check = next(one for one in first.links if one.kind == "check")
    assert "本模块安全考试（进入现场前必须合格），含“碱矿浆喷溅”" in [words(one, "zh") for one in check.activity]


@pytest.mark.parametrize(
    ("policy", "kinds"),
    [
        ("{practice_share: 1, per_knowledge: 0}", ["practice", "field"]),
        ("{practice_share: 1, per_knowledge: 0, minimum: 2, per_task: 0, per_step: 0.1}", ["practice", "field"]),
        ("{practice_share: 1, per_knowledge: 0, minimum: 1, per_task: 0, per_step: 0.1, round_to: 1}", ["field"]),
    ],
)
def test_the_safety_examination_is_never_in_a_meeting_in_the_plant(policy: str, kinds: list[str]) -> None:
    project = f"{PROJECT}hours: {policy}\nteaching: {{unit_hours: 8, longest_hours: 16}}\n"
    compilation = compilation_of(PLAIN, project)
    (lesson,) = compilation.lessons.lessons
    (examination,) = compilation.lessons.examinations
    assert [one.kind for one in lesson.units] == kinds
    assert examination.apart == (kinds == ["field"])
    rows = said(binder(compilation, "term-plan-course-DIG")).splitlines()
    assert ("本模块安全考试" in rows) != examination.apart
    assert any("本次课以前另行组织本模块安全考试" in one for one in rows) == examination.apart


# --- Papers ----------------------------------------------------------------------------------------------------------


def test_papers_of_teachers_are_for_teachers_and_projects_for_all(alumina: Compilation) -> None:
    readers = {one.document: one.readers for one in alumina.binders}
    assert readers["lesson_sheets"] == readers["term_teaching_plan"] == TEACHING_STAFF
    assert readers["training_projects"] == ()
    pages = [leaf for one in alumina.binders for leaf in one.leaves if leaf.kind is LeafKind.TEACHER]
    timed = [leaf for leaf in pages if any(block.key == "N/timing" for block in leaf.blocks)]
    assert len(timed) == len(alumina.lessons.lessons)
    assert {leaf.readers for leaf in pages} == {TEACHING_STAFF}


def test_a_term_plan_fits_the_semester_and_loses_no_hour(alumina: Compilation) -> None:
    for course in alumina.design.courses:
        (leaf,) = binder(alumina, f"term-plan-{course.id}").leaves
        facts, table, *_ = leaf.blocks
        told = {words(one.label, "zh"): one.value for one in facts.fields}  # type: ignore[union-attr]
        assert int(words(told["授课周数"], "zh")) <= 18  # type: ignore[arg-type]
        *rows, total = table.rows  # type: ignore[union-attr]
        whole = [int(words(row.cells[-4].content[0], "zh")) for row in rows]
        assert sum(whole) == course.hours == int(words(total.cells[-2].content[0], "zh"))


def test_no_week_has_more_hours_than_the_project_says_on_average() -> None:
    project = f"{PROJECT}teaching: {{weekly_hours: 1, unit_hours: 3}}\n"
    leaf = binder(compilation_of(PLAIN, project), "term-plan-course-DIG").leaves[0]
    facts, table, *_ = leaf.blocks
    told = {words(one.label, "zh"): words(one.value, "zh") for one in facts.fields if one.value}  # type: ignore[union-attr]
    assert told["周学时（平均）"] == "1"
    firsts = [words(row.cells[0].content[0], "zh") for row in table.rows]  # type: ignore[union-attr]
    assert firsts == ["1", "3", "合计"], "a meeting of two hours takes the time of two weeks"


def test_a_term_plan_says_what_each_meeting_is_about(alumina: Compilation) -> None:
    told = said(binder(alumina, "term-plan-course-SLP"))
    assert "\n讲解设备：定量给料机、棒磨机" in told
    assert "\n演练全部 9 步" in told
    assert "\n在现场练习第 1 步至第 " in told
    assert "\n围绕“磨机胀肚，声音沉闷、电流下降、入口返料”分组讨论原因" in told
    assert "\n本模块安全考试" in told
    sheets = said(binder(alumina, "lessons-course-SLP"))
    assert "\n演练第 1 步至第 " in sheets
    assert "\n接上次课，做法不变" in sheets


def test_papers_read_well_for_an_sop_of_two_steps() -> None:
    compilation = compilation_of(PLAIN)
    sheets = said(binder(compilation, "lessons-course-DIG"))
    assert "开车前检查（第 1 次·理论课）" in sheets
    assert "各步标准：检查隔膜泵油位（应在 1/2–2/3）" in sheets
    projects = said(binder(compilation, "projects-course-DIG"))
    assert "标准：应在 1/2–2/3" in projects
    assert "None" not in sheets + projects
    for one in compilation.binders:
        for leaf in one.leaves:
            for block in leaf.blocks:
                assert getattr(block, "rows", True) or getattr(block, "blank_rows", 0), (leaf.id, block.key)


def test_the_task_sheet_says_which_leaf_is_for_which_step(alumina: Compilation) -> None:
    leaf = next(one for one in binder(alumina, "course-DIG").leaves if one.kind is LeafKind.COVER)
    line = words(leaf.blocks[-1].content, "zh")  # type: ignore[union-attr]
    assert line.startswith("六步行动：资讯（D、O")
    assert line.endswith("）。")
    assert [step for step in ("资讯", "计划", "决策", "实施", "检查", "评价") if f"{step}（" not in line] == []
