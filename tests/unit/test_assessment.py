"""Criteria of learning tasks, practical examinations and evaluations of programmes."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators import checked
from sopcurric.model.assessment import WHOLE, Assessment, Criterion, deduction, runs_of, shared_out
from sopcurric.model.competency import Point
from sopcurric.model.compilation import Compilation
from sopcurric.model.evaluation import DIMENSIONS, LAYERS, PARTIES, evaluation_of
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.model.publication import Audience, LeafKind, Table, printed_for
from sopcurric.model.saying import words
from sopcurric.model.sop import Hazard

pytestmark = pytest.mark.no_cover

EXAMPLES = Path(__file__).parents[2] / "examples"

SOP = """\
job: {code: DIG, title: 溶出工}
equipment: [{id: E1, title: 隔膜泵}]
parameters: [{id: T1, title: 溶出温度, range: 260–280 ℃, frequency: 每 2 h}]
hazards:
  - {id: H1, title: 碱矿浆喷溅, risk: major, controls: [站在侧面], ppe: [防护面罩]}
  - {id: H2, title: 噪声, risk: low, controls: [戴耳塞]}
deviations: [{id: V1, title: 压力升高, causes: [堵塞], actions: [降低冲次], report: 报告班长。, procedures: [P1]}]
records: [{id: R1, title: 开车记录, columns: [时间, 操作人]}]
procedures:
  - id: P1
    title: 启动隔膜泵
    phase: start-up
    duration: 约 40 min
    trigger: 接到开车指令
    equipment: [E1]
    parameters: [T1]
    hazards: [H1, H2]
    records: [R1]
    steps:
      - {id: S1, text: 检查油位。, critical: true, criterion: 1/2–2/3}
      - {id: S2, text: 打开进口阀。}
      - {id: S3, text: 打开出口阀。}
      - {id: S4, text: 启动油泵。}
      - {id: S5, text: 启动主电机。}
      - {id: S6, text: 缓慢升压。, critical: true}
"""


def compiled_of(**files: str) -> Compilation:
    """A small repository, compiled."""
    every = {"sopcurric.yaml": "project: {name: 案例}\n", "sops/a.yaml": SOP, **files}
    compilation = checked(every).compilation
    assert compilation is not None
    return compilation


@pytest.fixture(scope="module")
def small() -> Compilation:
    """One job with one procedure."""
    return compiled_of()


def criterion(compilation: Compilation, name: str) -> Criterion:
    """A criterion of the only learning task, by the end of its id."""
    (task,) = compilation.assessment.tasks
    return next(one for one in task.criteria if one.id.endswith(f".{name}"))


def said(one: Criterion) -> str:
    """All that a criterion says."""
    return "|".join(words(phrase, "zh") for phrase in (*one.given, *one.action, *one.indicator))


# --- Criteria --------------------------------------------------------------------------------------------------------


def assert_sound(compilation: Compilation) -> None:
    """Objectives and criteria belong together both ways; weights sum up; what is dangerous decides."""
    assessment = compilation.assessment
    assert assessment.coverage() == (len(_objectives(compilation)), len(_objectives(compilation)))
    assert [task.task for task in assessment.tasks] == list(compilation.learning_tasks)
    for task in assessment.tasks:
        _, learning = compilation.learning_tasks[task.task]
        assert task.weight == WHOLE
        assert {item.kind: item.weight for item in learning.assessment} == {
            item.kind: sum(one.weight for one in task.of_kind(item.kind)) for item in learning.assessment
        }
        assert len({one.id for one in task.criteria}) == len(task.criteria)
        assert all(one.objectives and one.action and one.indicator and one.raters for one in task.criteria)
        assert {point for one in task.criteria for point in one.objectives} == set(task.objectives)
        grave = [one for one in learning.hazards if _is_grave(compilation, one)]
        assert any(one.veto for one in task.criteria) == bool(grave)
        decisive = {point for one in task.criteria if one.critical for point in one.objectives}
        assert decisive == {point for point in task.objectives if _decides(compilation, compilation.points[point])}


def _objectives(compilation: Compilation) -> list[str]:
    return [point for _, task in compilation.learning_tasks.values() for point in task.points]


def _is_grave(compilation: Compilation, address: str) -> bool:
    element = compilation.elements.get(address)
    return isinstance(element, Hazard) and element.risk in GRAVE


def _decides(compilation: Compilation, point: Point) -> bool:
    return point.kind == "skill" and point.critical and point.derived_from[0] in compilation.steps


def test_every_objective_of_the_examples_is_assessed(alumina: Compilation) -> None:
    assert_sound(alumina)
    for name in ("minimal", "minimal-en", "group-of-plants"):
        folder = EXAMPLES / name
        files = {one.relative_to(folder).as_posix(): one.read_text("utf-8") for one in folder.rglob("*.yaml")}
        assert_sound(_compiled(files))


def _compiled(files: dict[str, str]) -> Compilation:
    compilation = checked(files).compilation
    assert compilation is not None
    return compilation


def test_criteria_stay_few_and_leaves_short(alumina: Compilation) -> None:
    for task in alumina.assessment.tasks:
        assert 5 <= len(task.criteria) <= 24


def test_critical_steps_are_passed_or_failed_with_their_standard(small: Compilation) -> None:
    first, second = criterion(small, "critical-1"), criterion(small, "critical-2")
    assert (first.objectives, second.objectives) == (("DIG/P1/S1.skill",), ("DIG/P1/S6.skill",))
    assert first.critical
    assert said(first) == "★ 检查油位|1/2–2/3"
    assert words(deduction(first, 5), "zh") == "做对得 5 分，不合格即否决"
    assert "peer" not in first.raters


def test_other_steps_are_told_by_their_numbers_on_the_work_leaf(small: Compilation) -> None:
    operation = criterion(small, "operation")
    assert said(operation).startswith("按工作单第 2–5 步操作|")
    assert operation.count == 4
    assert words(deduction(operation, 9), "zh") == "漏做、做错一步扣 2 分"
    assert words(deduction(operation, 3), "zh") == "漏做、做错一步扣 1 分"


def test_given_data_come_from_the_procedure_and_the_elements(small: Compilation) -> None:
    (task,) = small.assessment.tasks
    assert [words(one, "zh") for one in task.given] == [
        "实施时机：接到开车指令",
        "使用的设备：隔膜泵",
        "工况范围：溶出温度 260–280 ℃",
    ]
    assert said(criterion(small, "response")).startswith("模拟异常：压力升高|说出判断依据")
    assert said(criterion(small, "handover")).startswith("按规定报告：报告班长|")
    assert said(criterion(small, "measurement")).startswith("读取参数，对照工况范围判断：溶出温度|")


def test_only_grave_hazards_are_vetoes(small: Compilation) -> None:
    grave, other = criterion(small, "grave"), criterion(small, "hazard")
    assert (grave.veto, other.veto) == (True, False)
    assert said(grave).startswith("辨识危险，落实管控措施：碱矿浆喷溅|")
    assert grave.weight > other.weight
    assert words(deduction(grave, 15), "zh") == "未落实即一票否决"


def test_a_procedure_that_has_nothing_but_steps_is_assessed_all_the_same() -> None:
    bare = compiled_of(
        **{"sops/a.yaml": "job: {code: A, title: 工}\nprocedures: [{id: P, title: 检查, steps: [看油位。]}]\n"}
    )
    (task,) = bare.assessment.tasks
    assert [one.group for one in task.criteria] == ["inspection", "habit"]
    assert task.criteria[1].objectives == task.objectives, "conduct is seen in all of the work"
    assert_sound(bare)


def test_objectives_lead_back_to_criteria(small: Compilation) -> None:
    (task,) = small.assessment.tasks
    assert small.assessment.assessed_by["DIG/P1/S1.skill"] == (f"{task.task}.critical-1",)
    without = replace(task, criteria=task.criteria[1:])
    assert without.unassessed == ("DIG/P1/S1.skill",)
    assert Assessment((without,)).coverage() == (len(task.objectives) - 1, len(task.objectives))


@settings(max_examples=50)
@given(st.lists(st.integers(1, 50), min_size=1, max_size=20), st.integers(0, 200))
def test_what_is_shared_out_sums_up(shares: list[int], more: int) -> None:
    total = len(shares) + more
    given_out = shared_out(total, shares)
    assert sum(given_out) == total
    assert min(given_out) >= 1
    assert all(
        given_out[a] >= given_out[b] for a, one in enumerate(shares) for b, two in enumerate(shares) if one > two
    )


def test_remainders_go_to_those_that_lack_most() -> None:
    assert shared_out(10, [1, 1, 1]) == [4, 3, 3]
    assert shared_out(100, [9, 8, 7, 1], least=0) == [36, 32, 28, 4]
    assert runs_of("abcdefg", 3) == [("a", "b", "c"), ("d", "e"), ("f", "g")]


# --- Leaves and papers -----------------------------------------------------------------------------------------------


def test_the_evaluation_leaf_has_a_row_for_each_criterion_and_their_sources(small: Compilation) -> None:
    leaf = next(one for binder in small.binders for one in binder.leaves if one.kind is LeafKind.EVALUATION)
    table = next(block for block in leaf.blocks if block.kind == "table")
    (task,) = small.assessment.tasks
    assert [row.derived_from for row in table.rows[:-1]] == [one.derived_from for one in task.criteria]
    spoken = "".join(words(one, "zh") for row in table.rows for cell in row.cells for one in cell.content)
    assert all(words(deduction(one, one.weight), "zh") in spoken for one in task.criteria)


def test_work_of_several_jobs_is_rated_as_far_as_the_job_goes(alumina: Compilation) -> None:
    told = {
        leaf.id: [words(item.content, "zh") for block in leaf.blocks if block.kind == "listing" for item in block.items]
        for binder in alumina.binders
        for leaf in binder.leaves
        if leaf.kind is LeafKind.EVALUATION
    }
    noted = {name for name, lines in told.items() if any("多个岗位共有" in line for line in lines)}
    platform = {task.id for course, task in alumina.learning_tasks.values() if course.shared}
    assert noted == {f"{one.removeprefix('lt-')}-E" for one in platform}


def test_a_paper_has_100_points_and_time_from_the_sop(small: Compilation) -> None:
    (exam,) = small.exams
    (item,) = exam.items
    assert (exam.points, item.points, item.minutes, item.timed, item.mode) == (100, 100, 40, True, "simulation")
    assert {row.criterion.kind for row in item.rows} == {"work", "safety", "conduct"}
    longer = compiled_of(**{"sops/a.yaml": SOP.replace("约 40 min", "约 10 h")})
    assert (longer.exams[0].items[0].minutes, longer.exams[0].items[0].timed) == (60, False)
    unsaid = compiled_of(**{"sops/a.yaml": SOP.replace("    duration: 约 40 min\n", "")})
    assert (unsaid.exams[0].items[0].minutes, unsaid.exams[0].items[0].timed) == (20, False)


def test_papers_take_intensive_and_important_tasks_of_different_modules(alumina: Compilation) -> None:
    for exam in alumina.exams:
        course = next(one for one in alumina.design.courses if one.id == exam.course)
        assert not course.shared
        assert exam.points == sum(one.points for one in exam.items) == WHOLE
        assert all(one.points >= 25 and one.points % 5 == 0 and 15 <= one.minutes <= 60 for one in exam.items)
        modules = [next(m.id for m in course.modules if item.task in [t.id for t in m.tasks]) for item in exam.items]
        assert len(set(modules)) == min(3, len(course.modules))
        outcomes = {task: alumina.typical_tasks[task.typical_task].rating.outcome for task in course.tasks}
        if "intensive" in outcomes.values():
            chosen = {item.task for item in exam.items}
            assert any(outcomes[task] == "intensive" for task in course.tasks if task.id in chosen)


def test_learners_see_what_to_prepare_and_no_paper(small: Compilation) -> None:
    def sections(audience: Audience) -> list[str]:
        binder = next(one for one in printed_for(small.binders, audience) if one.document == "practical_examination")
        return [chapter.label for chapter in binder.chapters]

    assert sections(Audience.STUDENT) == ["place", "candidate"]
    assert sections(Audience.TEACHER) == sections(Audience.MENTOR) == ["place", "candidate", "paper", "scores"]


def test_nothing_is_asked_of_whoever_prepares_that_sops_say(small: Compilation) -> None:
    binder = next(one for one in small.binders if one.document == "practical_examination")
    tables = {
        block.key: block
        for leaf in binder.leaves
        for block in leaf.blocks
        if isinstance(block, Table) and block.key.startswith("prepare/")
    }
    headings = {key: [words(one.title, "zh") for one in table.columns] for key, table in tables.items()}
    assert "型号规格" in headings["prepare/equipment"]
    assert headings["prepare/forms"] == ["序号", "表单名称", "单位", "数量", "备注"]
    (form,) = tables["prepare/forms"].rows
    assert [words(one.content[0], "zh") if one.content else "" for one in form.cells][2:] == ["份", "1", ""]


# --- Evaluations of programmes ---------------------------------------------------------------------------------------


def test_the_example_has_an_evaluation_of_its_own(alumina: Compilation) -> None:
    (programme,) = alumina.inputs.programmes
    evaluation = evaluation_of(programme)
    assert evaluation.written
    assert [one.kind for one in evaluation.dimensions] == list(DIMENSIONS)
    assert sum(one.weight for one in evaluation.dimensions) == WHOLE
    assert {one.core for own in evaluation.dimensions for one in own.items} == {"", "recognition", "competence"}
    assert {(one.party, one.layer) for one in evaluation.layers} == {(p, layer) for p in PARTIES for layer in LAYERS}


def test_without_an_evaluation_there_is_the_usual_one_and_nobody_leads_growth(alumina: Compilation) -> None:
    (programme,) = alumina.inputs.programmes
    usual = evaluation_of(programme.model_copy(update={"evaluation": None}))
    assert not usual.written
    assert {one.kind: (one.weight, one.lead, one.company) for one in usual.dimensions} == {
        "conduct": (15, "college", 0),
        "knowledge": (20, "college", 0),
        "skill": (30, "plant-1", 100),
        "fit": (25, "plant-1", 100),
        "growth": (10, "", 0),
    }
    assert all(sum(one.points for one in own.items) == own.weight for own in usual.dimensions)
    assert len(usual.layers) == len(PARTIES) * len(LAYERS)


def test_the_scheme_names_who_leads_and_who_rates_how_much(alumina: Compilation) -> None:
    binder = next(one for one in alumina.binders if one.document == "evaluation_scheme")
    blocks = {block.key: block for leaf in binder.leaves for block in leaf.blocks}
    company = blocks["shares/company"]
    assert company.kind == "paragraph"
    assert words(company.content, "zh") == "技能实操和岗位适配两个维度中，企业人员评分占 75 %。"
    leads = blocks["principles/leads"]
    assert leads.kind == "listing"
    assert "牵头：成长发展" in words(leads.items[3].content, "zh")
