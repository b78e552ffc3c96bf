"""The question bank and its papers: properties with whole repositories, and questions that people can read."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from pydantic import TypeAdapter

from generators import compiled, compiled_fullest, repositories
from sopcurric.app.checking import check
from sopcurric.app.registry import rules
from sopcurric.app.steps import Steps
from sopcurric.examining.apart import are_apart
from sopcurric.examining.blanks import Range, blanks, others, read, taught_in
from sopcurric.examining.giving_away import give_away, spoken
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import DiskWorkspace
from sopcurric.leaves.question_blocks import key_of
from sopcurric.linguistics.nesting import nested
from sopcurric.model.canonical import canonical
from sopcurric.model.compilation import Compilation
from sopcurric.model.markup import parse
from sopcurric.model.provenance import leaf_sources
from sopcurric.model.publication import Audience, LeafKind, Paragraph, Table, printed_for
from sopcurric.model.question_bank import CHOSEN, WRITTEN, BankQuestion, QuestionBank
from sopcurric.model.saying import words
from sopcurric.model.sop import Parameter
from sopcurric.model.text import Quantity, Text
from sopcurric.model.theory_paper import TheoryPaper

pytestmark = pytest.mark.no_cover

EXAMPLES = Path(__file__).parents[1] / "examples"
_BANK = TypeAdapter(QuestionBank)
GUARDS = ("CRS140", "CRS141", "CRS142", "CRS143")


@cache
def example(name: str) -> Compilation:
    """An example as it is compiled."""
    compilation = check(DiskWorkspace(EXAMPLES / name), Steps(MemoryStore())).compilation
    assert compilation is not None
    return compilation


def said(question: BankQuestion, language: str = "zh") -> list[str]:
    """The options of a question in words."""
    return [words(one, language) for one in question.options]


def asked(compilation: Compilation, form: str, fact: str) -> BankQuestion:
    """The question of a form that asks for a fact."""
    return next(one for one in compilation.bank.questions if one.form == form and fact in one.asks)


# --- Any repository --------------------------------------------------------------------------------------------------


def assert_sound(compilation: Compilation) -> None:
    """Every question has one key, papers give nothing away and have full marks, answers stand on teachers' pages."""
    for code in GUARDS:
        ask = rules()[code].check
        assert ask is not None
        assert list(ask(compilation)) == []
    language = compilation.inputs.settings.language
    assert len({one.id for one in compilation.bank.questions}) == len(compilation.bank.questions)
    for one in compilation.bank.questions:
        assert one.derived_from
        assert one.competency in compilation.competencies
        assert set(one.points) <= set(compilation.learning_tasks[one.task][1].points)
        assert words(one.stem, language).strip()
        if one.form in CHOSEN:
            assert not any(nested(left, right) for left, right in combinations(said(one, language), 2))
    for paper in compilation.papers:
        assert paper.marks == 100
        tested = {name for each in compilation.bank.guidance for name in each.pretest}
        assert tested.isdisjoint(paper.questions)
        own = [spoken(compilation.bank_questions[name], language) for name in paper.questions]
        assert not any(give_away(left, right) for left, right in combinations(own, 2))
    assert_learners_see_no_key(compilation)


def assert_learners_see_no_key(compilation: Compilation) -> None:
    """Banks, papers and answers are printed for the teaching staff only; guiding questions come without answers."""
    for binder in printed_for(compilation.binders, Audience.STUDENT):
        assert binder.document not in {"question_bank", "theory_paper"}
        for leaf in binder.leaves:
            assert leaf.kind is not LeafKind.TEACHER
            for block in leaf.blocks if leaf.kind is LeafKind.GUIDANCE else ():
                assert (
                    not isinstance(block, Table)
                    or block.key != "A/questions"
                    or all(not row.cells[-1].content for row in block.rows)
                )


def test_questions_of_a_repository_with_everything_are_sound() -> None:
    assert compiled_fullest().bank.questions
    assert_sound(compiled_fullest())


@settings(max_examples=4)
@given(repositories(decided=True))
def test_questions_of_any_repository_are_sound(files: dict[str, str]) -> None:
    assert_sound(compiled(files))


@pytest.mark.parametrize("name", ["alumina-refinery", "group-of-plants", "minimal", "minimal-en"])
def test_questions_of_the_examples_are_sound(name: str) -> None:
    assert_sound(example(name))
    for guidance in example(name).bank.guidance:
        assert guidance.questions


def files_of(name: str) -> dict[str, str]:
    """The files of an example with their text."""
    folder = EXAMPLES / name
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yaml"))
    }


def test_the_order_of_files_changes_nothing() -> None:
    files = files_of("group-of-plants")
    first, second = compiled(files), compiled(dict(reversed(files.items())))
    assert canonical(_BANK, first.bank) == canonical(_BANK, second.bank)
    assert first.papers == second.papers


def test_a_seed_makes_one_pair_of_papers_and_another_seed_another_one() -> None:
    files = {**files_of("minimal"), "sops/digestion.yaml": files_of("alumina-refinery")["sops/digestion.yaml"]}
    project = "project: {name: 案例}\npapers:\n  - {seed: 1}\n  - {course: course-DIG, seed: %d}\n"

    def papers(seed: int) -> tuple[TheoryPaper, ...]:
        return compiled({**files, "sopcurric.yaml": project % seed}).papers

    assert papers(1) == papers(1)
    assert {one.variant for one in papers(1)} == {"A", "B"}
    assert [one.questions for one in papers(1)] != [one.questions for one in papers(2)]
    first, second = papers(1)
    assert {*first.questions} & {*second.questions} == {*first.shared}
    assert len(first.shared) < len(first.questions) / 2


def test_what_the_bank_does_not_give_is_told_also_where_no_papers_are_asked_for() -> None:
    compilation = example("group-of-plants")
    first, second = (one for one in compilation.papers if one.seed == 1)
    assert first.missing
    assert first.shared
    for code, number in (("CRS144", sum(first.missing.values())), ("CRS149", len(first.shared))):
        check_rule = rules()[code].check
        assert check_rule is not None
        (told,) = check_rule(compilation)
        assert number in dict(told.arguments).values()
        assert told.subject
    (binder,) = [one for one in compilation.binders if one.document == "theory_paper"]
    shown = {
        block.key: words(block.content, "zh")
        for block in binder.chapters[0].leaves[0].blocks
        if isinstance(block, Paragraph)
    }
    for paper in (first, second):
        places = [str(place) for place, name in enumerate(paper.questions, start=1) if name in paper.shared]
        assert f"{paper.variant} 卷第 {'、'.join(places)} 题" in shown["blueprint/shared/which"]


# --- Other numbers ---------------------------------------------------------------------------------------------------


def typed(words_of_it: str) -> Text:
    """A Chinese text as people type it."""
    return Text.of({"zh": parse(words_of_it)})


@pytest.mark.parametrize(
    ("text", "with_blank", "with_line", "right"),
    [
        ("260–280 ℃", "（　　）", "＿＿＿＿–＿＿＿＿ ℃", "260–280 ℃"),
        ("≤ 50 ℃/h", "≤（　　）", "≤＿＿＿＿ ℃/h", "50 ℃/h"),
        (
            "每次提量不超过额定流量的 10 %",
            "每次提量不超过额定流量的（　　）",
            "每次提量不超过额定流量的 ＿＿＿＿ %",
            "10 %",
        ),
        ("1.35–1.45", "（　　）", "＿＿＿＿–＿＿＿＿", "1.35–1.45"),
    ],
)
def test_a_number_is_taken_out_of_a_text(text: str, with_blank: str, with_line: str, right: str) -> None:
    (blank,) = blanks(typed(text))
    assert [one.words("zh") for one in (blank.with_blank, blank.with_line, blank.right)] == [
        with_blank,
        with_line,
        right,
    ]


def test_english_texts_have_english_blanks() -> None:
    (blank,) = blanks(Text.of({"en": parse("Keep the slurry at 260–280 ℃ throughout")}))
    assert blank.with_blank.words("en") == "Keep the slurry at (    ) throughout"
    assert blank.with_line.words("en") == "Keep the slurry at ____–____ ℃ throughout"


@pytest.mark.parametrize(
    "text",
    [
        "跨距的 1.6 % 左右",
        "约 140 ℃ 即可完成",
        "无振动（15–300 kW、刚性支承）",
        "视镜 1/2–2/3 处",
        "- 温度 60 ℃\n- 压力 1 MPa",
    ],
)
def test_vague_numbers_and_asides_are_not_asked_for(text: str) -> None:
    assert list(blanks(typed(text))) == []


def ranges(compilation: Compilation) -> Iterator[Range]:
    """The ranges of all parameters that can be read."""
    for element in compilation.elements.values():
        if isinstance(element, Parameter):
            quantities = (run for _, runs in element.range.wordings for run in runs if isinstance(run, Quantity))
            yield from (found for one in quantities if (found := read(one)))


def test_other_numbers_never_overlap_the_right_one_or_what_is_taught() -> None:
    compilation = example("alumina-refinery")
    taught = taught_in(text for _, text in compilation.texts)
    tried = 0
    for right in ranges(compilation):
        for lean in range(4):
            made = others(right, (), taught, 3, lean)
            tried += len(made)
            for one in made:
                assert one.unit == right.unit
                assert one.low > 0
                assert not one.overlaps(right)
                assert taught.is_free(one)
            assert not any(left.overlaps(other) for left, other in combinations(made, 2))
    assert tried > 100


# --- Questions of the examples, as people read them ------------------------------------------------------------------


def test_wrong_controls_speak_of_something_else() -> None:
    compilation = example("alumina-refinery")
    told = [one for one in compilation.bank.questions if one.form == "multiple-choice" and one.topic == "controls"]
    assert told
    for one in told:
        own = [words(option, "zh") for number, option in enumerate(one.options) if number in one.key]
        wrong = [words(option, "zh") for number, option in enumerate(one.options) if number not in one.key]
        assert len(wrong) > 1
        assert all(are_apart(option, own) for option in wrong)


def test_a_range_is_asked_for_in_a_sentence() -> None:
    one = asked(example("alumina-refinery"), "single-choice", "DIG/parameters/t-hold#range")
    assert words(one.stem, "zh") == "“溶出停留时间”的控制要求是：（　　）。"
    assert "45–60 min" in said(one)
    assert said(one)[one.key[0]] == "45–60 min"
    assert words(one.explanation, "zh") == "正确说法：“溶出停留时间”的控制要求是：45–60 min。"
    assert words(one.source, "zh") == "工艺参数“溶出停留时间”"


def test_what_is_done_first_is_asked_for_with_what_must_not_be_done() -> None:
    one = asked(example("alumina-refinery"), "single-choice", "DIG/emergency_cards/C-burn#first")
    assert words(one.stem, "zh") == "发生“碱液灼伤”时，首先应当（　　）。"
    assert said(one)[one.key[0]] == "立即脱离泄漏点，脱去污染衣物"
    assert "用酸液直接中和" in said(one)


def test_steps_are_put_in_the_order_of_the_procedure() -> None:
    one = asked(example("alumina-refinery"), "ordering", "DIG/P7#order")
    assert words(one.stem, "zh") == "下列是“停运溶出机组”中的 5 步操作，请按规程规定的先后顺序排列。"
    right = [said(one)[number] for number in one.key]
    assert right[0].startswith("将进料由原矿浆切换为循环母液")
    assert right[-1].startswith("机组出口温度低于 100 ℃ 后停隔膜泵")
    assert said(one) != right


def test_a_case_asks_for_causes_consequences_actions_and_report() -> None:
    one = asked(example("alumina-refinery"), "case-analysis", "DIG/deviations/V7#causes")
    assert words(one.stem, "zh") == (
        "当班进行“停运溶出机组”时，发现“高压法兰或人孔渗漏、刺漏”。请回答：（1）可能的原因有哪些；"
        "（2）不及时处置会造成什么后果；（3）应按什么步骤处置；（4）应怎样报告。"
    )
    assert [words(answer, "zh").partition("：")[0] for answer in one.answers] == ["原因", "后果", "处置", "报告"]


def test_points_of_an_answer_are_numbered_once() -> None:
    keys = [[words(line, "zh") for line in key_of(one)] for one in example("copper-smelter").bank.questions]
    twice = [line for key in keys for line in key if line.count("（1）") > 1 or "）（1）" in line]
    assert not twice
    assert any(line.startswith("（1）") and "①" in line for key in keys for line in key)


def test_numbers_to_choose_from_rise() -> None:
    chosen = [one for one in example("copper-smelter").bank.questions if one.form == "single-choice"]
    numbers = [[run for option in one.options for run in quantities(option)] for one in chosen]
    taken = [[float(run.low) for run in own] for own in numbers if len(own) == 4 and all(run.low for run in own)]
    assert len(taken) > 20
    assert taken == [sorted(own) for own in taken]


def quantities(option: object) -> list[Quantity]:
    """The quantities of an option, where it is nothing else."""
    runs = option.runs("zh") if isinstance(option, Text) else ()
    return [one for one in runs if isinstance(one, Quantity)] if len(runs) == 1 else []


def test_what_plants_do_differently_names_the_plants() -> None:
    told = [words(one.stem, "zh") for one in example("group-of-plants").bank.questions]
    assert any(one.startswith("（东河铝业（虚构）：循环水泵工）") for one in told)
    assert "“供水压力”的控制要求是：（　　）。" in told


def test_a_bare_sop_is_asked_about_as_far_as_it_goes() -> None:
    compilation = example("minimal")
    (guidance,) = compilation.bank.guidance
    assert [words(one.stem, "zh") for one in guidance.questions] == [
        "“开车前检查”由哪几步组成？先后顺序是怎样的？",
        "进行“检查隔膜泵油位”时，达到什么标准才算合格？",
    ]
    assert compilation.papers == ()
    (one,) = compilation.bank.questions
    assert one.form in WRITTEN
    (english,) = example("minimal-en").bank.questions
    assert words(english.stem, "en") == (
        "In “Check before start-up”, to which standard is “Check the oil level of the diaphragm pump” done?"
    )


def test_a_paper_is_laid_out_with_sections_and_marks() -> None:
    binder = next(one for one in example("alumina-refinery").binders if one.id == "paper-course-DIG-1")
    leaf = next(one for one in binder.leaves if one.id.endswith("-A"))
    told = [words(block.content, "zh") for block in leaf.blocks if block.kind == "heading"]
    assert told[0] == "一、单项选择题（每题 4 分，共 32 分）"
    lines = [words(block.content, "zh") for block in leaf.blocks if isinstance(block, Paragraph)]
    assert "A 卷，满分 100 分，考试时间 90 分钟。请先填写学校、班级、姓名和学号，再用蓝色或黑色笔答题。" in lines
    assert any(one.startswith("1. ") for one in lines)
    assert leaf_sources(leaf)
