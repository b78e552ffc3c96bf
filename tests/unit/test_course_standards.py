"""Course standards: objectives, conversions, cases of modules; who can teach; manuals that have every step."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.app.checking import check
from sopcurric.app.steps import Steps
from sopcurric.documents import course_standard, textbook_review, typed_course_standards, work_manual
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.model.compilation import Compilation
from sopcurric.model.course_standard import OBJECTIVE_KINDS
from sopcurric.model.enumerating import listed
from sopcurric.model.files.teachers import Teacher
from sopcurric.model.portions import portions
from sopcurric.model.provenance import leaf_sources
from sopcurric.model.publication import TEACHING_STAFF, Table
from sopcurric.model.saying import words
from sopcurric.model.teaching import required_of, unmet
from sopcurric.model.text import Text

PROJECT = "project: {name: 案例}\ncourse_standards: {most_objectives: %d}\n"
SOP = """\
job: {code: DIG, title: 高压溶出工}
principles: [{id: K1, title: 溶出反应, text: [温度升高，溶出速度提高。]}]
parameters: [{id: T1, title: 溶出温度, range: 260–280 ℃}]
hazards: [{id: H1, title: "喷溅、泄漏", risk: major, controls: [站在侧面]}]
procedures:
  - id: P1
    title: 启动隔膜泵
    result: 泵运行平稳
    hazards: [H1]
    steps: [{id: S1, text: 打开进口阀。, critical: true}]
  - {id: P2, title: 调节溶出温度, parameters: [T1], steps: [{id: S1, text: 查看温度。}]}
  - {id: P3, title: 停运隔膜泵, steps: [{id: S1, text: 关闭进口阀。}, {id: S2, text: 冲洗泵腔。}]}
  - {id: P4, title: 紧急停泵, phase: emergency, steps: [{id: S1, text: 按下急停按钮。}]}
  - {id: P5, title: 紧急卸压, phase: emergency, steps: [{id: S1, text: 打开卸压阀。}]}
"""
CASES = """\
ideology: [{id: ID-1, title: 铅封面前不让步, on: [DIG/P1/S1], theme: 安全第一, text: 铅封断了就不开车。}]
incidents: [{id: IN-1, title: 带压拆法兰, on: [DIG/hazards/H1], happened: 碱液喷出。, causes: [没有卸压]}]
"""
PROGRAMME = """\
id: P
title: 人才培养方案
cohort: 2026级
years: 2.5
major: {code: "430501", title: 智能冶金技术}
goals: {target: 能按操作规程完成岗位任务。}
partners: [{id: college, role: college, title: 学院, duties: [组织教学。]}]
segments:
  - {id: S1, title: 在校学习, length: 2, unit: year, site: college, takes: [general, foundation, theory]}
  - {id: S2, title: 岗位实习, length: 1, unit: semester, site: plant, legal_type: post, takes: [routine, demanding]}
"""
COURSES = """\
courses:
  - code: FB04
    title: 冶金原理
    category: foundation
    theory_hours: 32
    practice_hours: 0
    segment: S1
    semesters: [2]
    leads_to: [DIG]
    standard:
      objectives: {knowledge: [能说出标准状态，不混淆。]}
      modules: [{title: 热力学, theory_hours: 32, knowledge: [标准状态], character: [求真务实]}]
      assessment: [{title: 笔试, kind: final, percent: 100}]
  - code: FB05
    title: 机械制图
    category: foundation
    theory_hours: 32
    practice_hours: 0
    segment: S1
    semesters: [1]
"""


def compiled(most: int = 8) -> Compilation:
    """A repository with one job, a programme, two typed-in courses and two cases."""
    files = {
        "sopcurric.yaml": PROJECT % most,
        "sops/case.yaml": SOP,
        "cases/case.yaml": CASES,
        "programmes/case.yaml": PROGRAMME,
        "courses/case.yaml": COURSES,
    }
    compilation = check(MemoryWorkspace(files), Steps(MemoryStore())).compilation
    assert compilation is not None
    return compilation


@pytest.fixture(scope="module")
def whole() -> Compilation:
    """The repository with as many objectives as usual."""
    return compiled()


# --- Objectives ------------------------------------------------------------------------------------------------------


def statements(compilation: Compilation, kind: str) -> list[str]:
    (standard,) = compilation.course_standards
    return [words(one.statement, "zh") for one in standard.objectives if one.kind == kind]


def test_each_learning_task_is_an_objective_of_ability_with_condition_and_standard(whole: Compilation) -> None:
    (standard,) = whole.course_standards
    assert {task for one in standard.of_kind("ability") for task in one.tasks} == set(whole.learning_tasks)
    assert "按岗位操作规程，能独立启动隔膜泵，达到“泵运行平稳”的要求。" in statements(whole, "ability")


def test_too_many_tasks_of_a_module_are_told_together() -> None:
    few = compiled(most=3)
    (standard,) = few.course_standards
    assert len(standard.of_kind("ability")) == max(3, len(few.design.courses[0].modules))
    assert {task for one in standard.of_kind("ability") for task in one.tasks} == set(few.learning_tasks)
    assert any("调节溶出温度、停运隔膜泵" in told for told in statements(few, "ability"))


def test_knowledge_and_conduct_are_gathered_by_what_they_are_about(whole: Compilation) -> None:
    assert "结合操作实例，能解释溶出反应，讲清其对操作的指导意义。" in statements(whole, "knowledge")
    assert "结合课程思政案例，在岗位工作中践行安全第一。" in statements(whole, "character")


def test_every_objective_is_assessed_and_comes_from_somewhere(whole: Compilation) -> None:
    (standard,) = whole.course_standards
    assert {one.kind for one in standard.objectives} == set(OBJECTIVE_KINDS)
    assert all(one.assessed and one.tasks and one.derived_from for one in standard.objectives)


def test_cases_stand_in_the_slots_of_modules_that_teach_what_they_are_about(whole: Compilation) -> None:
    (course,), (standard,) = whole.design.courses, whole.course_standards
    home = next(one.id for one in course.modules if "DIG/P1" in one.derived_from)
    (own,) = [one for one in standard.cases if one.module == home]
    assert (own.ideology, own.incidents) == (("@case/ID-1",), ("@case/IN-1",))
    assert not any(slot for one in standard.cases if one.module != home for _, slot in one.slots)


def test_conversions_tell_what_became_of_every_typical_task(whole: Compilation) -> None:
    (standard,) = whole.course_standards
    assert [one.typical_task for one in standard.conversions] == list(
        dict.fromkeys(task.typical_task for _, task in whole.learning_tasks.values())
    )
    assert {one.kind for one in standard.conversions} == {"direct"}


HANDOVER = """\
job: {code: %s, title: %s}
procedures:
  - {id: P1, title: 岗位交接班, steps: [{id: S1, text: 查看运行记录。}, {id: S2, text: 在交接班记录上签字。}]}
"""


def test_the_same_work_of_two_jobs_is_merged_and_that_of_two_plants_is_not() -> None:
    jobs = {"sops/a.yaml": HANDOVER % ("DIG", "溶出工"), "sops/b.yaml": HANDOVER % ("SET", "沉降工")}
    plants = dict.fromkeys(("a/case.yaml", "b/case.yaml"), HANDOVER % ("DIG", "溶出工"))
    of_plants = """\
project: {name: 案例}
organisations: [{id: A, title: 甲厂}, {id: B, title: 乙厂}]
sops: [{path: a, organisation: A}, {path: b, organisation: B}]
"""
    for files, project, kind in ((jobs, PROJECT % 8, "merged"), (plants, of_plants, "direct")):
        outcome = check(MemoryWorkspace({"sopcurric.yaml": project, **files}), Steps(MemoryStore()))
        assert outcome.compilation is not None
        (standard,) = outcome.compilation.course_standards
        assert [one.kind for one in standard.conversions] == [kind]
        assert len(outcome.compilation.catalogue.tasks[0].members) == 2


# --- Names and numbers -----------------------------------------------------------------------------------------------


def test_names_that_are_enumerations_are_quoted() -> None:
    first, second = Text.plain("zh", "喷溅、泄漏"), Text.plain("zh", "烫伤")
    assert words(listed([first, second]), "zh") == "“喷溅、泄漏”“烫伤”"
    assert words(listed([second, second]), "zh") == "烫伤"
    assert words(listed([first]), "zh") == "喷溅、泄漏"
    many = [Text.plain("zh", name) for name in "甲乙丙"]
    assert words(listed(many, 2), "zh") == "甲、乙等 3 项"


@given(st.lists(st.integers(0, 200), min_size=1, max_size=8), st.integers(0, 300))
def test_portions_sum_to_the_whole_and_lie_next_to_their_share(weights: list[int], whole: int) -> None:
    made = portions(weights, whole)
    assert sum(made) == whole
    total = sum(weights) or len(weights)
    for own, weight in zip(made, weights if sum(weights) else [1] * len(weights), strict=True):
        assert abs(own - whole * weight / total) < 1


def test_of_nothing_nothing_is_made() -> None:
    assert portions(()) == ()


# --- Teachers --------------------------------------------------------------------------------------------------------


def teacher(**grades: object) -> Teacher:
    usual = {"id": "T1", "title": Text.plain("zh", "教师"), "theory": 5, "practice": 5, "teaching": 5, "research": 1}
    return Teacher.model_validate({**usual, **grades})


@pytest.mark.parametrize(
    ("grades", "fits"),
    [
        ({"dual": True}, True),
        ({"kind": "company"}, True),
        ({}, False),
        ({"dual": True, "teaching": 2}, False),
        ({"dual": True, "practice": 2}, False),
        ({"dual": True, "jobs": ["SET"]}, False),
    ],
)
def test_who_can_teach_a_module_with_much_practice(grades: dict[str, object], fits: bool, whole: Compilation) -> None:  # noqa: FBT001
    (course,), (programme,) = whole.design.courses, whole.inputs.programmes
    assert required_of(course.modules[0], whole).dual
    team = programme.model_copy(update={"teachers": (teacher(**grades),)})
    assert (not list(unmet(course, team, whole))) is fits


# --- Documents -------------------------------------------------------------------------------------------------------


def test_a_course_standard_has_its_nine_sections_in_order(whole: Compilation) -> None:
    (binder,) = course_standard.compose(whole)
    assert [one.label for one in binder.chapters][::8] == ["header", "appendix"]
    titles = [words(one.title, "zh") for one in binder.chapters]
    assert titles[1:8] == [
        "一、课程性质与任务",
        "二、课程目标",
        "三、设计思路",
        "四、课程内容与要求",
        "五、学时分配",
        "六、实施建议",
        "七、考核评价",
    ]
    facts = {words(one.label, "zh"): one.value for one in binder.leaves[0].blocks[0].fields}  # type: ignore[union-attr]
    assert words(facts["先修课程"], "zh") == "冶金原理"  # type: ignore[arg-type]


def test_hours_of_a_course_standard_sum_to_those_of_the_course(whole: Compilation) -> None:
    (binder,), (course,) = course_standard.compose(whole), whole.design.courses
    (table,) = next(one for one in binder.leaves if one.label == "hours").blocks
    assert isinstance(table, Table)
    shown = [words(one, "zh") for cell in table.rows[-1].cells for one in cell.content]
    assert shown == ["合计", str(course.theory_hours), str(course.practice_hours), str(course.hours)]


def test_typed_in_courses_get_a_standard_where_it_is_written_and_a_form_elsewhere(whole: Compilation) -> None:
    written, forms = typed_course_standards.compose(whole)
    assert written.id == "standard-typed-FB04"
    assert "approach" not in [one.label for one in written.chapters]  # which nobody wrote
    assert [one.label for one in forms.chapters] == ["FB05"]
    blank = [one for one in forms.leaves[0].blocks if isinstance(one, Table) and not one.rows]
    assert blank
    assert all(one.blank_rows for one in blank)


def test_a_work_manual_has_every_step_in_its_first_part(whole: Compilation) -> None:
    (binder,) = work_manual.compose(whole)
    shown = frozenset(address for leaf in binder.chapters[0].leaves for address in leaf_sources(leaf))
    assert set(whole.steps) <= shown
    assert [words(one.title, "zh") for one in binder.chapters] == ["工作计划书", "质量检测手册", "工具书", "文件清单"]


def test_review_sheets_are_not_for_learners_and_not_made_of_nothing(whole: Compilation) -> None:
    (binder,) = textbook_review.compose(whole)
    assert binder.readers == TEACHING_STAFF
    empty = replace(whole, design=replace(whole.design, courses=()), course_standards=())
    assert textbook_review.compose(empty) == ()
