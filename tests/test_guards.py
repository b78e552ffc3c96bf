"""Findings that no file can bring about: guards against bugs of ours, and what hangs on the machine.

Each guard is shown a compilation that is broken in one place; the whole one must not be found.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generators import picture
from sopcurric.app.building import Built, Request, build, publish
from sopcurric.app.checking import check
from sopcurric.app.exporting import export
from sopcurric.app.registry import rules
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.diagnostics.report import worded
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.io.yaml_reader import MAX_BYTES
from sopcurric.model.assessment import Criterion
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import LearningTask
from sopcurric.model.lesson import Lesson, Link, Progress
from sopcurric.model.provenance import leaf_sources
from sopcurric.model.publication import Edition, Leaf, LeafKind, Publication, Table
from sopcurric.model.question_bank import BankQuestion
from sopcurric.model.text import EMPTY, Text
from sopcurric.model.theory_paper import PaperQuestion, PaperSection, TheoryPaper

FILES = {
    "sopcurric.yaml": "project: {name: 案例}\n",
    "sops/case.yaml": """\
job: {code: DIG, title: 高压溶出工}
duties:
  - {id: D1, title: 完成开停车操作。}
principles:
  - {id: K1, title: 溶出反应, text: [温度升高，溶出速度提高。]}
equipment:
  - {id: E1, title: 隔膜泵}
parameters:
  - {id: T1, title: 溶出温度, range: 260–280 ℃}
procedures:
  - id: P1
    title: 启动隔膜泵
    duty: D1
    equipment: [E1]
    parameters: [T1]
    hazards: [H1]
    quality: [Q1]
    records: [R1]
    steps:
      - {id: S1, text: 打开进口阀。, critical: true}
      - {id: S2, text: 启动隔膜泵。, hazards: [H1]}
deviations:
  - {id: V1, title: 出口压力升高, actions: [降低冲次], report: 报告班长。, procedures: [P1]}
hazards:
  - {id: H1, title: 碱矿浆喷溅, risk: major, controls: [站在侧面], ppe: [防护面罩]}
quality:
  - {id: Q1, title: 苛性比值, criterion: 1.35–1.45}
records:
  - {id: R1, title: 开车记录, columns: [时间, 操作人]}
references:
  - {id: B1, title: GB/T 33579-2017}
""",
}


@pytest.fixture(scope="module")
def whole() -> Compilation:
    """A compilation with one element of every kind."""
    compilation = check(MemoryWorkspace(FILES), Steps(MemoryStore())).compilation
    assert compilation is not None
    return compilation


def found(code: str, compilation: Compilation) -> list[Finding]:
    """What one rule finds."""
    ask = rules()[code].check
    assert ask is not None
    return list(ask(compilation))


def with_tasks(compilation: Compilation, change: Callable[[LearningTask], LearningTask]) -> Compilation:
    """The compilation with every learning task changed."""
    courses = tuple(
        replace(
            course,
            modules=tuple(replace(module, tasks=tuple(map(change, module.tasks))) for module in course.modules),
        )
        for course in compilation.design.courses
    )
    return replace(compilation, design=replace(compilation.design, courses=courses))


def with_leaves(compilation: Compilation, change: Callable[[Leaf], Leaf]) -> Compilation:
    """The compilation with every leaf changed."""
    binders = tuple(
        replace(
            binder,
            chapters=tuple(replace(chapter, leaves=tuple(map(change, chapter.leaves))) for chapter in binder.chapters),
        )
        for binder in compilation.binders
    )
    return replace(compilation, binders=binders)


def without_kind(*kinds: LeafKind) -> Callable[[Leaf], Leaf]:
    """Empty the leaves of some kinds."""
    return lambda leaf: replace(leaf, blocks=()) if leaf.kind in kinds else leaf


def without_last_rows(leaf: Leaf) -> Leaf:
    """Take the last step off every work leaf."""
    if leaf.kind is not LeafKind.WORK:
        return leaf
    blocks = (replace(block, rows=block.rows[:-1]) if isinstance(block, Table) else block for block in leaf.blocks)
    return replace(leaf, blocks=tuple(blocks))


PRINTED = (
    *("CRS128", "CRS140", "CRS141", "CRS142", "CRS143", "CRS144", "CRS147", "CRS149"),
    *("EVA123",),
    *("LEF101", "LEF102", "LEF103", "LEF104", "LEF105"),
    *("LEF110", "LEF111", "LEF112", "LEF113"),
    *("LEF132", "LEF141"),
)
"""Rules that look at binders."""
GUARDS = (
    *("CRS101", "CRS102"),
    *("CRS120", "CRS121", "CRS122", "CRS124", "CRS125", "CRS126"),
    *("CRS152",),
    *("EVA120", "EVA121", "EVA122", "EVA124"),
    *(one for one in PRINTED if one not in {"CRS128", "CRS144", "CRS147", "CRS149"}),
)


@pytest.mark.parametrize("code", GUARDS)
def test_nothing_is_found_in_a_whole_compilation(code: str, whole: Compilation) -> None:
    assert found(code, whole) == []


def test_crs101_finds_weights_that_do_not_sum_to_100(whole: Compilation) -> None:
    broken = with_tasks(whole, lambda task: replace(task, assessment=task.assessment[:-1]))
    (one,) = found("CRS101", broken)
    assert one.severity is Severity.ERROR
    assert one.subject == "DIG/P1"
    assert dict(one.arguments)["sum"] == 90


def test_crs102_finds_a_grave_hazard_without_veto(whole: Compilation) -> None:
    broken = with_tasks(
        whole, lambda task: replace(task, assessment=tuple(replace(item, veto=False) for item in task.assessment))
    )
    (one,) = found("CRS102", broken)
    assert one.subject == "DIG/hazards/H1"


def with_criteria(compilation: Compilation, change: Callable[[Criterion], Criterion]) -> Compilation:
    """The compilation with every criterion changed."""
    tasks = (replace(task, criteria=tuple(map(change, task.criteria))) for task in compilation.assessment.tasks)
    return replace(compilation, assessment=replace(compilation.assessment, tasks=tuple(tasks)))


def test_eva120_finds_criteria_that_do_not_sum_to_the_weight_of_their_kind(whole: Compilation) -> None:
    def heavier(one: Criterion) -> Criterion:
        return replace(one, weight=one.weight + 1) if one.group == "grave" else one

    (one,) = found("EVA120", with_criteria(whole, heavier))
    assert dict(one.arguments) == {"task": "lt-3nppkmxu", "kind": "safety", "sum": 21, "due": 20}


def test_eva121_finds_objectives_and_criteria_without_counterpart(whole: Compilation) -> None:
    bare = with_criteria(whole, lambda one: replace(one, objectives=()) if one.group == "grave" else one)
    (one,) = found("EVA121", bare)
    said = dict(one.arguments)
    assert (said["count"], said["first"]) == (2, "DIG/hazards/H1.conduct")


def test_eva122_finds_dangers_and_critical_steps_that_decide_nothing(whole: Compilation) -> None:
    tame = with_criteria(whole, lambda one: replace(one, veto=False))
    assert [one.subject for one in found("EVA122", tame)] == ["DIG/hazards/H1"]
    weak = with_criteria(whole, lambda one: replace(one, critical=False))
    assert [one.subject for one in found("EVA122", weak)] == ["DIG/P1/S1"]


@pytest.mark.parametrize("kinds", [(LeafKind.EVALUATION,), (LeafKind.WORK, LeafKind.CHECK, LeafKind.RECORD)])
def test_eva123_finds_objectives_that_are_not_exercised_or_not_evaluated(
    kinds: tuple[LeafKind, ...], whole: Compilation
) -> None:
    assert [one.subject for one in found("EVA123", with_leaves(whole, without_kind(*kinds)))] == ["DIG/P1/S1"]


def test_eva124_finds_papers_that_do_not_sum_to_100(whole: Compilation) -> None:
    (exam,) = whole.exams
    (item,) = exam.items
    for broken in (replace(item, points=90), replace(item, rows=item.rows[1:])):
        (one,) = found("EVA124", replace(whole, exams=(replace(exam, items=(broken,)),)))
        assert dict(one.arguments)["course"] == "course-DIG"


def with_lessons(compilation: Compilation, change: Callable[[Lesson], Lesson]) -> Compilation:
    """The compilation with every lesson changed."""
    lessons = tuple(map(change, compilation.lessons.lessons))
    return replace(compilation, lessons=replace(compilation.lessons, lessons=lessons))


def with_steps(compilation: Compilation, change: Callable[[Progress], Progress]) -> Compilation:
    """The compilation with every step of every lesson changed."""
    return with_lessons(compilation, lambda one: replace(one, progress=tuple(map(change, one.progress))))


def with_links(compilation: Compilation, change: Callable[[Link], Link]) -> Compilation:
    """The compilation with every link of every lesson changed."""
    return with_lessons(compilation, lambda one: replace(one, links=tuple(map(change, one.links))))


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, progress=one.progress[::-1]),
        lambda one: replace(one, progress=one.progress[:-1]),
        lambda one: replace(one, progress=(replace(one.progress[0], theory_hours=9), *one.progress[1:])),
        lambda one: replace(one, progress=(replace(one.progress[0], exit_test=EMPTY), *one.progress[1:])),
        lambda one: replace(one, progress=(replace(one.progress[0], absent=one.progress[0].work), *one.progress[1:])),
    ],
)
def test_crs120_finds_steps_out_of_order_and_hours_that_do_not_fit(
    change: Callable[[Lesson], Lesson], whole: Compilation
) -> None:
    assert [one.subject for one in found("CRS120", with_lessons(whole, change))] == ["DIG/P1"]


def test_crs121_finds_that_nothing_sends_learners_back(whole: Compilation) -> None:
    broken = with_steps(whole, lambda one: replace(one, triggers=()))
    assert [one.subject for one in found("CRS121", broken)] == ["DIG/P1"]


def test_crs122_finds_the_field_before_the_safety_examination(whole: Compilation) -> None:
    first = with_lessons(whole, lambda one: replace(one, units=one.units[::-1]))
    assert [one.subject for one in found("CRS122", first)] == ["DIG/P1"], "the meeting in the plant comes first"
    ungated = with_steps(whole, lambda one: replace(one, gate=""))
    none = replace(whole, lessons=replace(whole.lessons, examinations=()))
    others = tuple(replace(one, hazards=()) for one in whole.lessons.examinations)
    unasked = replace(whole, lessons=replace(whole.lessons, examinations=others))
    for broken in (ungated, none, unasked):
        assert [one.subject for one in found("CRS122", broken)] == ["DIG/P1"]


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, links=one.links[::-1]),
        lambda one: replace(one, links=(replace(one.links[0], minutes=0), *one.links[1:])),
        lambda one: replace(one, links=(replace(one.links[0], evidence=()), *one.links[1:])),
    ],
)
def test_crs124_finds_links_that_are_incomplete(change: Callable[[Lesson], Lesson], whole: Compilation) -> None:
    assert [one.subject for one in found("CRS124", with_lessons(whole, change))] == ["DIG/P1"]


def test_crs125_finds_minutes_that_do_not_add_up(whole: Compilation) -> None:
    links = with_links(whole, lambda one: replace(one, minutes=one.minutes + 5))
    meetings = with_lessons(whole, lambda one: replace(one, units=one.units[1:]))
    for broken in (links, meetings):
        assert [one.subject for one in found("CRS125", broken)] == ["DIG/P1"]


def test_crs126_finds_practice_that_leaves_nothing(whole: Compilation) -> None:
    for broken in (
        with_links(whole, lambda one: replace(one, evidence=())),
        with_links(whole, lambda one: replace(one, mentor=None)),
    ):
        (one,) = found("CRS126", broken)
        assert dict(one.arguments)["variant"] == "evidence"


def with_questions(compilation: Compilation, change: Callable[[BankQuestion], BankQuestion]) -> Compilation:
    """The compilation with every question of the bank changed."""
    questions = tuple(map(change, compilation.bank.questions))
    return replace(compilation, bank=replace(compilation.bank, questions=questions))


def papers_of(compilation: Compilation, *questions: BankQuestion) -> Compilation:
    """The compilation with one paper of some questions, of 100 marks."""
    marks = 100 // len(questions)
    section = PaperSection("short-answer", tuple(PaperQuestion(one.id, marks) for one in questions))
    return replace(compilation, papers=(TheoryPaper("course-DIG", 1, "A", 90, (section,), ()),))


def asked_for(compilation: Compilation, fact: str) -> BankQuestion:
    """The question that asks for a fact."""
    return next(one for one in compilation.bank.questions if fact in one.asks)


def test_crs140_finds_questions_that_tell_what_others_ask_for(whole: Compilation) -> None:
    principle, range_of = asked_for(whole, "DIG/principles/K1#principle"), asked_for(whole, "DIG/parameters/T1#range")
    assert found("CRS140", papers_of(whole, principle, range_of)) == []
    stem = Text.plain("zh", "温度升高，溶出速度提高，所以溶出温度不得低于多少？")
    planted = replace(range_of, stem=stem, key=(1,), id="tq-planted")
    broken = replace(whole, bank=replace(whole.bank, questions=(principle, planted)))
    (one,) = found("CRS140", papers_of(broken, principle, planted))
    assert {dict(one.arguments)["one"], dict(one.arguments)["other"]} == {principle.id, "tq-planted"}
    same = replace(range_of, id="tq-same", stem=Text.plain("zh", "溶出温度是多少？"))
    broken = replace(whole, bank=replace(whole.bank, questions=(range_of, same)))
    assert len(found("CRS140", papers_of(broken, range_of, same))) == 1, "both ask for one fact"


def test_crs141_finds_marks_that_do_not_make_100(whole: Compilation) -> None:
    one, *others = whole.bank.questions[:3]
    (told,) = found("CRS141", papers_of(whole, one, *others))
    assert dict(told.arguments)["sum"] == 99


def test_crs142_finds_a_guiding_question_whose_answer_is_missing(whole: Compilation) -> None:
    def without_last_answer(leaf: Leaf) -> Leaf:
        blocks = (
            replace(one, rows=one.rows[:-1]) if isinstance(one, Table) and one.key == "N/answers" else one
            for one in leaf.blocks
        )
        return replace(leaf, blocks=tuple(blocks))

    assert len(found("CRS142", with_leaves(whole, without_last_answer))) == 1
    assert len(found("CRS142", with_leaves(whole, without_kind(LeafKind.TEACHER)))) > 1


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, key=()) if one.form == "true-false" else one,
        lambda one: replace(one, key=(0, 1)) if one.form == "single-choice" else one,
        lambda one: replace(one, options=(one.options[0],) * 4) if one.form == "single-choice" else one,
        lambda one: replace(one, answers=()) if one.form == "case-analysis" else one,
    ],
)
def test_crs143_finds_questions_without_exactly_one_key(
    change: Callable[[BankQuestion], BankQuestion], whole: Compilation
) -> None:
    assert found("CRS143", with_questions(whole, change))


def test_crs152_finds_an_objective_that_nothing_assesses(whole: Compilation) -> None:
    (standard,) = whole.course_standards
    unassessed = (replace(standard.objectives[0], assessed=()), *standard.objectives[1:])
    broken = replace(whole, course_standards=(replace(standard, objectives=unassessed),))
    (one,) = found("CRS152", broken)
    assert dict(one.arguments)["variant"] == "computed"
    assert dict(one.arguments)["what"] == standard.objectives[0].id


@pytest.mark.parametrize("part", ["plan", "quality", "tools", "documents"])
def test_lef141_finds_a_manual_without_one_of_its_parts(part: str, whole: Compilation) -> None:
    bare = with_leaves(whole, lambda leaf: replace(leaf, blocks=()) if f"manual-course-DIG-{part}" in leaf.id else leaf)
    (one,) = found("LEF141", bare)
    assert dict(one.arguments)["missing"] == part


def test_lef101_finds_a_step_on_no_work_leaf(whole: Compilation) -> None:
    assert [one.subject for one in found("LEF101", with_leaves(whole, without_last_rows))] == ["DIG/P1/S2"]


@pytest.mark.parametrize(
    ("kinds", "where"),
    [
        ((LeafKind.PLANNING,), ["planning"]),
        ((LeafKind.CHECK, LeafKind.EVALUATION), ["checking"]),
        ((LeafKind.CHECK,), []),
        ((LeafKind.EVALUATION,), []),
    ],
)
def test_lef102_finds_a_hazard_that_is_not_planned_for_or_checked(
    kinds: tuple[LeafKind, ...], where: list[str], whole: Compilation
) -> None:
    findings = found("LEF102", with_leaves(whole, without_kind(*kinds)))
    assert [dict(one.arguments)["where"] for one in findings] == where
    assert {one.subject for one in findings} <= {"DIG/hazards/H1"}


def test_lef103_finds_a_deviation_on_no_extension_leaf(whole: Compilation) -> None:
    findings = found("LEF103", with_leaves(whole, without_kind(LeafKind.EXTENSION)))
    assert [one.subject for one in findings] == ["DIG/deviations/V1"]


def test_lef104_finds_every_other_kind_of_element(whole: Compilation) -> None:
    bare = with_leaves(whole, without_kind(*LeafKind))
    excused = found("LEF104", bare)
    assert [one.subject for one in excused] == [
        "DIG/duties/D1",
        "DIG/principles/K1",
        "DIG/equipment/E1",
        "DIG/parameters/T1",
        "DIG/quality/Q1",
        "DIG/records/R1",
    ]
    assert {dict(one.arguments)["variant"] for one in excused} == {"hidden"}, "they stand on the computed leaves"
    lost = found("LEF104", replace(bare, computed=bare.binders))
    assert {dict(one.arguments)["variant"] for one in lost} == {""}
    unexcused = found("LEF104", replace(bare, design=replace(bare.design, untaught=())))
    assert {one.subject for one in unexcused} - {one.subject for one in excused} == {"DIG/references/B1"}


def test_lef104_takes_no_summary_for_teaching(whole: Compilation) -> None:
    asked = with_leaves(whole, without_kind(*(kind for kind in LeafKind if kind is not LeafKind.SUMMARY)))
    leaves = (leaf for binder in asked.binders for leaf in binder.leaves)
    assert "DIG/parameters/T1" in {address for leaf in leaves for address in leaf_sources(leaf)}
    assert "DIG/parameters/T1" in {one.subject for one in found("LEF104", asked)}


def test_lef105_finds_leaves_of_one_id(whole: Compilation) -> None:
    broken = with_leaves(whole, lambda leaf: replace(leaf, id="same"))
    (one,) = found("LEF105", broken)
    assert dict(one.arguments)["id"] == "same"


def emptied(leaf: Leaf) -> Leaf:
    """A leaf whose tables have lost their rows."""
    tables = (replace(one, rows=(), blank_rows=0) if isinstance(one, Table) else one for one in leaf.blocks)
    return replace(leaf, blocks=tuple(tables))


def test_lef110_finds_tables_without_rows(whole: Compilation) -> None:
    one, *_ = found("LEF110", with_leaves(whole, emptied))
    assert one.severity is Severity.WARNING
    assert one.said("leaf").startswith("F-")


def test_lef111_finds_headings_above_nothing(whole: Compilation) -> None:
    headings = with_leaves(
        whole, lambda leaf: replace(leaf, blocks=tuple(b for b in leaf.blocks if b.kind == "heading"))
    )
    assert "技能目标" in {one.said("words") for one in found("LEF111", headings)}


def test_lef112_finds_leaves_with_nothing_but_blanks(whole: Compilation) -> None:
    bare = with_leaves(whole, lambda leaf: replace(leaf, blocks=leaf.blocks[-1:]) if leaf.kind == "P" else leaf)
    assert [one.said("leaf") for one in found("LEF112", bare)] == ["M01-T01-P1"]


def test_lef113_finds_a_step_whose_words_are_lost(whole: Compilation) -> None:
    def unsaid(leaf: Leaf) -> Leaf:
        tables = (
            replace(one, rows=tuple(replace(row, cells=row.cells[:1]) for row in one.rows))
            if isinstance(one, Table) and leaf.kind is LeafKind.WORK
            else one
            for one in leaf.blocks
        )
        return replace(leaf, blocks=tuple(tables))

    (first, second) = found("LEF113", with_leaves(whole, unsaid))
    assert first.severity is Severity.ERROR
    assert [first.subject, second.subject] == ["DIG/P1/S1", "DIG/P1/S2"]


def test_a_step_that_a_case_tells_of_keeps_its_words() -> None:
    case = """techniques:
  - id: T1
    title: 听针辨阀
    on: [DIG/P1/S2]
    by: 副操
    source: 技法征集
    date: "2026-05-08"
    moves: [听针垂直抵住阀箱]
    why: 声音沿金属传得远。
"""
    compilation = check(MemoryWorkspace({**FILES, "cases/one.yaml": case}), Steps(MemoryStore())).compilation
    assert compilation is not None
    assert compilation.cases
    assert found("LEF113", compilation) == []
    assert compilation.step_points["DIG/P1/S2"].work


def test_lef132_finds_a_hazard_on_no_risk_card(whole: Compilation) -> None:
    findings = found("LEF132", with_leaves(whole, without_kind(LeafKind.RISK_CARD)))
    assert [(one.subject, dict(one.arguments)["variant"]) for one in findings] == [("DIG/hazards/H1", "")]


def test_lck004_finds_that_a_build_would_write_or_change_the_lock(tmp_path: Path) -> None:
    workspace = MemoryWorkspace({**FILES, "sopcurric.yaml": "project: {name: 案例}\nformats: [markdown]\n"})

    def locked() -> list[dict[str, str | int]]:
        findings = check(workspace, Steps(MemoryStore()), locked=True).findings
        return [dict(one.arguments) for one in findings if one.code == "LCK004"]

    assert [one["variant"] for one in locked()] == ["missing"]
    build(workspace, Steps(MemoryStore()), Request(tmp_path / "out"), lambda _what, _done, _all: None)
    assert locked() == []
    workspace.files["sops/case.yaml"] = FILES["sops/case.yaml"].replace("id: P1", "id: P9").encode()
    (changed,) = locked()
    assert changed == {"new": 1, "gone": 1, "changed": 0, "first": "DIG/P1, DIG/P9", "variant": "changed"}


def built(folder: Path, formats: str) -> Built:
    """A build of the case in some formats."""
    files = {**FILES, "sopcurric.yaml": f"project: {{name: 案例}}\nformats: [{formats}]\n"}
    return build(MemoryWorkspace(files), Steps(MemoryStore()), Request(folder), lambda _what, _done, _all: None)


def of_building(result: Built) -> list[Finding]:
    """The findings that checking did not have."""
    return [one for one in result.findings if one not in result.checked.findings]


def test_lef001_names_the_command_and_other_formats_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    result = built(tmp_path, "pdf, markdown")
    assert {one.code for one in of_building(result)} == {"LEF001"}
    assert "pip install" in str(dict(of_building(result)[0].arguments)["command"])
    assert list(tmp_path.rglob("*.md"))


def test_lef004_leaves_what_a_person_put_there(tmp_path: Path) -> None:
    notes = tmp_path / "student" / "notes.txt"
    notes.parent.mkdir()
    notes.write_text("mine", encoding="utf-8")
    result = built(tmp_path, "markdown")
    assert [one.code for one in of_building(result)] == ["LEF004"]
    assert [path.name for path in notes.parent.iterdir()] == ["notes.txt"]
    assert result.editions == ()


SEEN = """\
job: {code: DIG, title: 工}
procedures:
  - id: P1
    title: 启动泵
    steps: [{id: S1, text: 打开进口阀。, media: [{file: media/valve.png, title: 进口阀}]}]
"""
"""A step with a picture."""


@pytest.mark.parametrize(
    ("variant", "content"),
    [
        ("large", picture(width=9000)),
        ("large", picture() + b" " * MAX_BYTES),
        ("mislabelled", b"\xff\xd8\xff\xdb\0\2\xff\xc0\0\x0b\x08\0\2\0\3\1\1\x11\0\xff\xc4\0\2\xff\xda\0\2\xff\xd9"),
        ("changed", picture()),
        ("linked", picture()),
    ],
)
def test_lef150_says_why_a_picture_is_not_printed_as_it_is(
    variant: str, content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = "project: {name: 案例}\nformats: [markdown]\n"
    workspace = MemoryWorkspace({"sopcurric.yaml": project, "sops/case.yaml": SEEN, "media/valve.png": content})
    if variant == "linked":
        monkeypatch.setattr(workspace, "location", lambda path: f"/elsewhere/{path}" if path != "." else "/here")
    if variant == "changed":
        monkeypatch.setattr("sopcurric.app.building.publish", _then_changed(workspace))
    result = build(workspace, Steps(MemoryStore()), Request(tmp_path), lambda _what, _done, _all: None)
    assert [dict(one.arguments)["variant"] for one in result.findings if one.code == "LEF150"] == [variant]
    assert bool(list(tmp_path.rglob("picture-*"))) == (variant == "mislabelled")


@pytest.mark.parametrize(
    ("names", "expected"),
    [(("media/con.png",), ["named"]), (("media/a:b.png",), ["named"]), (("media/A.png", "media/a.png"), ["case"])],
)
def test_lef150_says_which_names_of_pictures_other_systems_do_not_hold(
    names: tuple[str, ...], expected: list[str], tmp_path: Path
) -> None:
    media = ", ".join(f"{{file: '{name}', title: 进口阀}}" for name in names)
    sop = SEEN.replace("{file: media/valve.png, title: 进口阀}", media)
    files = {"sopcurric.yaml": "project: {name: 案例}\nformats: [markdown]\n", "sops/case.yaml": sop}
    workspace = MemoryWorkspace(files | {name: picture() for name in names})
    result = build(workspace, Steps(MemoryStore()), Request(tmp_path / "out"), lambda _what, _done, _all: None)
    assert [dict(one.arguments)["variant"] for one in result.findings if one.code == "LEF150"] == expected
    assert export(workspace, Steps(MemoryStore()), tmp_path / "crossed").written
    crossed = {path.relative_to(tmp_path / "crossed").as_posix() for path in (tmp_path / "crossed").rglob("*.png")}
    assert crossed == (set() if expected == ["named"] else {*names})


def _then_changed(workspace: MemoryWorkspace) -> Callable[[Edition, Compilation], Publication]:
    """The picture becomes another one between reading and printing."""

    def published(edition: Edition, compilation: Compilation) -> Publication:
        workspace.files["media/valve.png"] = picture(width=7)
        return publish(edition, compilation)

    return published


GIVING_WAY = (
    *("base", "closed", "hours", "post-weeks", "prerequisite", "fixed", "post-share", "staff-share"),
    *("apprentices", "level", "cover", "paired"),
)
FIRM = ("order", "theory-first", "simulation-first", "safety-first", "one-place", "fits")


@pytest.mark.parametrize(("code", "kinds"), [("PLN170", (*GIVING_WAY, *FIRM)), ("PLN171", GIVING_WAY)])
def test_requirements_of_plans_are_worded(code: str, kinds: tuple[str, ...]) -> None:
    rule = rules()[code]
    for language in ("zh", "en"):
        assert {one for one in rule.variants[language] if "." not in one} == {*kinds}
        for kind in kinds:
            one = finding(
                code,
                rule.severity,
                kind=kind,
                variant=kind,
                name="B3",
                other="5",
                weeks="5: 5–8",
                most=8,
                amount=2,
                clash=1,
                way=1,
                size=2,
            )
            for said in worded(one, rule.sentences[language], rule.variants[language]):
                assert said
                assert "{" not in said


def test_what_is_printed_is_only_asked_for_where_it_was_composed() -> None:
    workspace = MemoryWorkspace(FILES)
    bare = check(workspace, Steps(MemoryStore()), printed=False)
    whole_one = check(workspace, Steps(MemoryStore()))
    assert bare.compilation is not None
    assert whole_one.compilation is not None
    assert not bare.compilation.composed
    assert whole_one.compilation.composed
    printed = {code for code, rule in rules().items() if rule.printed}
    assert bare.reported == tuple(one for one in whole_one.reported if one.code not in printed)
    assert {one.code for one in whole_one.reported} & printed == {"CRS147"}, "its bank is small"
    assert printed >= {*PRINTED}
    assert {code[:3] for code in printed} == {"CRS", "EVA", "LEF", "TRM"}


def test_where_decisions_are_about_leaves_these_are_composed_for_a_check_too() -> None:
    decision = (
        'decisions: [{decide: hide, leaf: "DIG/P1#X", block: X/deviations, role: college, by: 李敏, date: 2026-03-01,'
        " why: 太长}]\n"
    )
    workspace = MemoryWorkspace({**FILES, "decisions/case.yaml": decision})
    bare, composed = (check(workspace, Steps(MemoryStore()), printed=printed) for printed in (False, True))
    assert bare.reported == composed.reported
    assert [one.code for one in bare.reported if one.code.startswith("LEF")] == ["LEF103"]


def test_int176_finds_what_is_not_in_the_library(whole: Compilation) -> None:
    assert found("INT176", whole) == []
    (career,) = whole.careers
    (first, *others) = career.onboarding
    strange = replace(career, onboarding=(replace(first, tasks=("lt-nowhere",)), *others))
    (one,) = found("INT176", replace(whole, careers=(strange,)))
    assert dict(one.arguments) == {"where": "DIG", "task": "lt-nowhere"}
    assert found("INT176", replace(whole, design=replace(whole.design, courses=()))) != [], (
        "nothing is left to refer to"
    )
