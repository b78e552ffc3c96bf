"""The text form of a leaf: what is not changed yields nothing, what is typed is printed, nothing is overwritten."""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators import CHINESE, ENGLISH, HOSTILE, compiled, compiled_fullest, repositories, slender, told
from sopcurric.deciding.leaf_names import about, on_leaves
from sopcurric.deciding.leaves import decide_leaves, sights
from sopcurric.forms.leaf_changes import LeafChanges, changes
from sopcurric.forms.leaf_markdown import lines_of, parts_in
from sopcurric.forms.leaf_parts import (
    Record,
    Typed,
    TypedBox,
    TypedHeading,
    TypedList,
    TypedParagraph,
    TypedTable,
    record,
)
from sopcurric.forms.leaf_text import UnreadableLeafError, read, units_of, write
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import Named, name_of
from sopcurric.model.files.decision import DecisionFile, DecisionHeader
from sopcurric.model.layout import cell, columns, item, row
from sopcurric.model.markup import BrokenMarkError, is_broken, parse, written
from sopcurric.model.publication import (
    Binder,
    Callout,
    Cell,
    Chapter,
    Fields,
    Leaf,
    LeafKind,
    Listing,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.text import Classified, Emphasis, Plain, Text, sentence

Texts = Mapping[str, tuple[str, ...]]


def text(words: str) -> Text:
    return Text.of({"zh": parse(words)})


LEAF = Leaf(
    "t1-W",
    LeafKind.WORK,
    "M01-T01-W1",
    sentence("work.steps"),
    (
        Paragraph("W/a", text("**严禁**带压拆卸，见 [[DIG/P1|开车]]"), derived_from=("DIG/P1",)),
        Table(
            "W/b",
            columns(("column.step", 70), ("column.done", 30)),
            (row((cell(text("看 $Al_2O_3$ | 含量"), text("再看 \\ 一遍")), cell()), "DIG/P1/S1"),),
            title=sentence("work.steps"),
        ),
        Listing("W/c", (item(text("一"), "DIG/P1/S1"), item(text("二"), "DIG/P1/S2")), numbered=True),
        Callout("W/d", text("当心"), (item(text("夹手")),), tone="danger"),
    ),
)
TEXTS: Texts = {"DIG/P1": ("开车",), "DIG/P1/S1": ("看",), "DIG/P1/S2": ("二",)}
SEEN = sights(LEAF, TEXTS)
FORM = write(LEAF, SEEN, "zh", "3f2a91")

# --- Helpers ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shelf:
    """One leaf with the words of its sources and what was decided about it."""

    computed: Leaf
    texts: Texts
    language: str
    decisions: tuple[Named[DecisionHeader], ...] = ()

    @property
    def printed(self) -> Leaf:
        chapter = Chapter("c", "M01", sentence("work.steps"), None, (self.computed,))
        binder = Binder("b", "loose_leaf_textbook", sentence("work.steps"), None, (), (chapter,))
        (made,), verdicts = decide_leaves((binder,), self.decisions, self.texts, self.language)
        assert [one.kind for one in verdicts] == ["applied"] * len(verdicts), verdicts
        return made.leaves[0]

    @property
    def form(self) -> str:
        return write(self.printed, sights(self.computed, self.texts), self.language, "")

    def changed(self, form: str) -> LeafChanges:
        return changes(
            read(form),
            self.printed,
            sights(self.computed, self.texts),
            self.language,
            [*on_leaves(self.decisions)],
            self.computed,
        )

    def with_these(self, records: Iterable[Record], why: str) -> "Shelf":
        """After the decisions were written into a file; the order in which they are read is any."""
        header = {"role": "college", "by": "王老师", "date": "2026-03-01", "why": why}
        whole = {"decisions": [{**header, **one} for one in records]}
        if not whole["decisions"]:
            return self
        made = DecisionFile.model_validate(whole, context={"language": self.language}).decisions
        replaced = {name for one in made for name in one.replaces}
        kept = [one for one in self.decisions if one.name not in replaced]
        new: list[Named[DecisionHeader]] = [Named(name_of(one), one) for one in made]
        mixed = [*kept, *new]
        random.Random(len(mixed)).shuffle(mixed)  # noqa: S311 - any order will do
        return replace(self, decisions=tuple(mixed))

    @property
    def parts(self) -> list[str | Record]:
        return [record(part) for unit in units_of(self.printed, self.language) for part in unit.parts]


def shelves(whole: Compilation) -> Iterator[Shelf]:
    """Every leaf of a compilation, before anything was decided about it."""
    texts: dict[str, tuple[str, ...]] = {}
    for address, said in whole.texts:
        texts[address] = (*texts.get(address, ()), said.words("zh"))
    language = whole.inputs.settings.editions[0].language
    for binder in whole.computed:
        for leaf in binder.leaves:
            yield Shelf(leaf, texts, language)


def _padded(form: str) -> str:
    """Tables as formatters set them."""

    def wide(row: re.Match[str]) -> str:
        return row[0].replace("-", "----") if {*row[0]} <= {*"|- "} else re.sub(r"(?<!\\)\| ?", "|   ", row[0])

    return re.sub(r"(?m)^\|.*$", wide, form)


EDITORS: Mapping[str, Callable[[str], str]] = {
    "untouched": lambda form: form,
    "notepad": lambda form: "\ufeff" + form.replace("\n", "\r\n"),
    "old mac": lambda form: form.replace("\n", "\r"),
    "trailing blanks": lambda form: form.replace("\n", " \t\n"),
    "indented": lambda form: "\n".join(f"  {line}" for line in form.split("\n")),
    "no last newline": lambda form: form.rstrip("\n"),
    "more space": lambda form: form.replace("\n\n", "\n\n\n\n") + "\n\n",
    "loose lists": lambda form: re.sub(r"(?m)^(- |\d+\. )", r"\n\1", form),
    "other bullets": lambda form: re.sub(r"(?m)^- ", "* ", form),
    "all ones": lambda form: re.sub(r"(?m)^\d+\. ", "1. ", form),
    "formatted tables": _padded,
    "tight tables": lambda form: re.sub(r"(?m)^\| (.*) \|$", r"|\1|", form),
}

# --- What is not changed ---------------------------------------------------------------------------------------------


@pytest.mark.no_cover  # leaves by the hundred
@pytest.mark.parametrize("editor", EDITORS)
def test_what_is_not_changed_yields_nothing(editor: str, alumina: Compilation) -> None:
    for number, shelf in enumerate(shelves(alumina)):
        if number % (9 if editor in {"untouched", "notepad"} else 29) == 0:
            assert shelf.changed(EDITORS[editor](shelf.form)) == LeafChanges(()), shelf.computed.id


@given(repositories())
def test_nor_in_any_repository(files: dict[str, str]) -> None:
    for shelf in shelves(compiled(files)):
        form = shelf.form
        assert shelf.changed(form) == LeafChanges(())
        assert shelf.changed(EDITORS["notepad"](form)) == LeafChanges(())


@cache
def hostile_shelves() -> list[Shelf]:
    """All leaves of a repository of hostile words."""
    return [*shelves(compiled(slender(told(HOSTILE))))]


@pytest.mark.no_cover  # the example reaches the same lines
@pytest.mark.parametrize("editor", EDITORS)
def test_nor_with_hostile_words(editor: str) -> None:
    for shelf in hostile_shelves():
        assert shelf.changed(EDITORS[editor](shelf.form)) == LeafChanges(())


@pytest.mark.no_cover  # the fullest repository is compiled for it
def test_nor_where_leaves_have_been_decided_on() -> None:
    whole = compiled_fullest()
    language = whole.inputs.settings.editions[0].language
    computed = {leaf.id: leaf for binder in whole.computed for leaf in binder.leaves}
    decided = 0
    for number, leaf in enumerate(leaf for binder in whole.binders for leaf in binder.leaves):
        standing = about(computed[leaf.id], whole.computed, whole.inputs.decisions)
        if not standing and number % 5:
            continue
        seen = sights(computed[leaf.id], {})
        form = read(write(leaf, seen, language, ""))
        assert changes(form, leaf, seen, language, standing, computed[leaf.id]) == LeafChanges(())
        decided += bool(standing)
    assert decided > 2


def test_the_form_reads_as_a_page() -> None:
    assert FORM.split("\n")[5:] == [
        f"<!-- block W/a seen {SEEN['W/a']} text {units_of(LEAF, 'zh')[0].text} -->",
        "",
        "**严禁**带压拆卸，见[[DIG/P1|开车]]",
        "",
        f"<!-- block W/b seen {SEEN['W/b']} text {units_of(LEAF, 'zh')[1].text} -->",
        "",
        "## 操作步骤",
        "",
        "| 操作步骤 | 确认 |",
        "| --- | --- |",
        "| 看 $Al_2O_3$ \\| 含量<br>再看 \\\\ 一遍 |  |",
        "",
        f"<!-- block W/c seen {SEEN['W/c']} text {units_of(LEAF, 'zh')[2].text} -->",
        "",
        "1. 一",
        "2. 二",
        "",
        f"<!-- block W/d seen {SEEN['W/d']} text {units_of(LEAF, 'zh')[3].text} -->",
        "",
        "> [!DANGER]",
        "> **当心**",
        "> - 夹手",
        "",
    ]


def test_the_head_names_the_leaf_and_says_how() -> None:
    form = read(FORM)
    assert (form.leaf, form.label, form.language, form.state) == ("t1-W", "M01-T01-W1", "zh", "3f2a91")
    assert "<!-- new -->" in FORM.split("\n")[2]
    assert "how" not in FORM
    assert "To change" in write(LEAF, SEEN, "en", "")


def test_cells_over_several_rows_or_columns_are_said_once_per_row() -> None:
    rows = (
        Row((Cell((text("甲"),), rows=2), Cell((text("乙"),)))),
        Row((Cell((text("丙"),)),)),
        Row((Cell((text("丁"),), columns=2),)),
    )
    leaf = replace(LEAF, blocks=(Table("T", columns(("column.step", 1), ("column.done", 1)), rows, blank_rows=1),))
    (unit,) = units_of(leaf, "zh")
    (table,) = unit.parts
    assert isinstance(table, TypedTable)
    assert table.rows == ((("甲",), ("乙",)), (("甲",), ("丙",)), (("丁",), ()), ((), ()))


def test_labelled_values_and_signatures_are_tables() -> None:
    fields = Fields("F", ())
    leaf = replace(LEAF, blocks=(fields, Signatures("S", (sentence("role.student"), sentence("role.mentor")))))
    assert "| 项目 | 内容 |" in write(leaf, {}, "zh", "")
    assert "| 学生 | 企业导师 |\n| --- | --- |\n|  |  |" in write(leaf, {}, "zh", "")


# --- What is changed -------------------------------------------------------------------------------------------------

SHELF = Shelf(LEAF, TEXTS, "zh")
MARKERS = re.compile(r"(?m)^<!-- block (\S+) .*$")


def made(form: str) -> list[Record]:
    result = SHELF.changed(form)
    assert not result.faults
    return [*result.records]


def test_edited_words_are_a_rewrite() -> None:
    assert made(FORM.replace("再看", "再细看")) == [
        {
            "decide": "rewrite",
            "leaf": "t1-W",
            "block": "W/b",
            "text": [
                {"heading": "操作步骤"},
                {"table": ["操作步骤", "确认"], "rows": [["看 $Al_2O_3$ | 含量 <br> 再细看 \\ 一遍", ""]]},
            ],
            "saw": ["操作步骤", "看 $Al_2O_3$ | 含量；再看 \\ 一遍"],
            "seen": SEEN["W/b"],
        }
    ]


def test_a_deleted_block_is_hidden() -> None:
    hide = [{"decide": "hide", "leaf": "t1-W", "block": "W/c", "seen": SEEN["W/c"]}]
    assert made(re.sub(r"<!-- block W/c [\s\S]*?(?=<!-- block W/d)", "", FORM)) == hide
    assert made(FORM.replace("1. 一\n2. 二\n", "")) == hide


def test_new_content_is_added_behind_the_block_above() -> None:
    mark = MARKERS.findall(FORM)
    assert mark == ["W/a", "W/b", "W/c", "W/d"]
    typed = FORM.replace("1. 一", "<!--NEW-->\n新写的一段\n\n<!-- new -->\n- 又一条\n\n1. 一")
    assert made(FORM.replace("<!-- block W/a", "开头\n\n<!-- block W/a") + "\n<!-- 增补 -->\n结尾\n") == [
        {"decide": "add", "leaf": "t1-W", "after": "start", "text": ["开头"], "seen": SEEN[""]},
        {"decide": "add", "leaf": "t1-W", "after": "W/d", "text": ["结尾"], "seen": SEEN[""]},
    ]
    hidden, added = sorted(made(typed), key=lambda one: str(one["decide"]), reverse=True)
    assert (hidden["decide"], hidden["block"]) == ("hide", "W/c")
    assert (added["after"], added["text"]) == (
        "W/b",
        ["新写的一段", {"list": ["又一条"]}, {"list": ["一", "二"], "numbered": True}],
    )


def test_moved_blocks_are_an_order() -> None:
    head, a, b, c, d = re.split(r"(?m)^(?=<!-- block )", FORM)
    assert made(head + a + d + c + b) == [
        {"decide": "reorder", "leaf": "t1-W", "blocks": ["W/a", "W/d", "W/c", "W/b"], "seen": SEEN[""]}
    ]


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("第一行\n第二行\n\n另一段", [TypedParagraph("第一行第二行"), TypedParagraph("另一段")]),
        ("one\ntwo", [TypedParagraph("one two")]),
        ("### 标题\n正文", [TypedHeading("标题"), TypedParagraph("正文")]),
        ("1、一\n2、二\n3) 三", [TypedList(("一", "二", "三"), numbered=True)]),
        ("• 一\n  - 二\n* 三\n继续", [TypedList(("一", "二", "三继续"))]),
        ("- [x] 一\n- [] 二", [TypedList(("一", "二"), checks=True)]),
        ("- 一\n- [ ] 二", [TypedList(("一",)), TypedList(("二",), checks=True)]),
        ("- 一\n\n文字\n\n- 二", [TypedList(("一",)), TypedParagraph("文字"), TypedList(("二",))]),
        (
            "| 甲 | 乙\n|:-:|——|\n| 一<br/>二\n| — | — |",
            [TypedTable(("甲", "乙"), ((("一", "二"), ()), (("—",), ("—",))))],
        ),
        ("|甲|\n|一|", [TypedTable(("甲",), ((("一",),),))]),
        (
            "| 甲 |\n|---|\n| 1 |\n\n| 乙 |\n|---|\n| 2 |",
            [TypedTable(("甲",), ((("1",),),)), TypedTable(("乙",), ((("2",),),))],
        ),
        ("> 标题\n> 内容\n> - 又一条", [TypedBox("标题", "note", ("内容", "又一条"))]),
        (">[!Caution]\n>**标题**\n>- 一", [TypedBox("标题", "caution", ("一",))]),
        (
            "-5 ℃ 以下\n\n1.5 MPa\n\n**停**",
            [TypedParagraph("-5 ℃ 以下"), TypedParagraph("1.5 MPa"), TypedParagraph("**停**")],
        ),
        ("\\- 不是列表\n\n\\Delta", [TypedParagraph("- 不是列表"), TypedParagraph("\\Delta")]),
    ],
)
def test_what_people_type_is_understood(typed: str, parts: list[Typed]) -> None:
    assert [*parts_in(enumerate(typed.split("\n")))] == parts


# --- What is not taken -----------------------------------------------------------------------------------------------


def codes(result: LeafChanges) -> list[tuple[int, str]]:
    return [(fault.line, fault.reason.code.removeprefix("decided.fault.")) for fault in result.faults]


def line_of(form: str, start: str) -> int:
    return next(number for number, line in enumerate(form.split("\n"), start=1) if line.startswith(start))


def test_nothing_that_changed_since_is_overwritten() -> None:
    later = replace(SHELF, texts={**TEXTS, "DIG/P1/S2": ("二，改了",)})
    typed = FORM.replace("2. 二", "2. 贰").replace("夹手", "烫手")
    assert later.changed(FORM) == LeafChanges(())
    result = later.changed(typed)
    assert codes(result) == [(line_of(FORM, "<!-- block W/c"), "changed")]
    assert [one["block"] for one in result.records] == ["W/d"]
    without = re.sub(r"<!-- block W/c [\s\S]*?(?=<!-- block W/d)", "", FORM)
    assert codes(later.changed(without)) == [(1, "deleted")]
    assert later.changed(without).records == ()
    emptied = FORM.replace("1. 一\n2. 二\n", "")
    assert codes(later.changed(emptied)) == [(line_of(FORM, "<!-- block W/c"), "deleted")]


def test_what_somebody_else_rewrote_since_is_not_overwritten() -> None:
    other = SHELF.with_these(made(FORM.replace("夹手", "烫手")), "别人")
    assert codes(other.changed(FORM.replace("夹手", "碰头"))) == [(line_of(FORM, "<!-- block W/d"), "changed")]
    assert other.changed(FORM) == LeafChanges(())
    assert other.changed(FORM.replace("夹手", "烫手")) == LeafChanges(())


def test_blocks_that_came_since_are_not_hidden_and_those_that_went_are_told() -> None:
    more = replace(SHELF, computed=replace(LEAF, blocks=(*LEAF.blocks, Paragraph("W/e", text("新")))))
    assert more.changed(FORM) == LeafChanges(())
    fewer = replace(SHELF, computed=replace(LEAF, blocks=LEAF.blocks[:3]))
    assert fewer.changed(FORM) == LeafChanges(())
    assert codes(fewer.changed(FORM.replace("夹手", "烫手"))) == [(line_of(FORM, "<!-- block W/d"), "gone")]


@pytest.mark.parametrize(
    ("before", "after", "line", "code"),
    [
        ("<!-- block W/c seen", "<!-- block W/c sen", "<!-- block W/c", "marker"),
        ("<!-- block W/c", "<!- block W/c", "<!-- block W/c", "marker"),
        ("<!-- block W/c", "<!-- blok W/c", "<!-- block W/c", "marker"),
        ("<!-- block W/c", "<!-- block W/cx", "<!-- block W/c", "unknown"),
        ("<!-- block W/c", "<!-- block W/d", "<!-- block W/c", "unknown"),
        ("<!-- block W/c", "block W/c", "<!-- block W/c", "marker"),
        ("<!-- block W/c", "> <!-- block W/c", "<!-- block W/c", "marker"),
        ("1. 一", "<!-- 新增 -->", "1. 一", "marker"),
        ("1. 一", "<!doctype html>", "1. 一", "marker"),
        ("| --- | --- |\n", "", "| 操作步骤", "rule"),
        ("<!-- block W/c", "| 甲 |\n| 乙 |\n\n<!-- block W/c", "<!-- block W/c", "rule"),
        ("1. 一", "<!-- 没写完", "1. 一", "marker"),
        ("夹手", "夹手\n\n> **空**", "> - 夹手", "box"),
        ("| 操作步骤 | 确认 |", "| 操作步骤 |  |", "| 操作步骤", "title"),
        ("一遍 |  |", "一遍 | a | b |", "| 看", "cells"),
        ("1. 一", "1. <<8.2 MPa", "1. 一", "mark"),
        ("1. 一", "绝密\n\n1. 一", "1. 一", "refused"),
        ("1. 一", f"|{' a |' * 13}\n|{' - |' * 13}\n", "1. 一", "columns"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_line(before: str, after: str, line: str, code: str) -> None:
    result = SHELF.changed(FORM.replace(before, after, 1))
    assert codes(result)[0] == (line_of(FORM, line) + (2 if code == "box" else 0), code)
    assert result.records == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<!-- block W/c seen", "<!-- block W/c sen"),
        ("<!-- block W/c", "<!-- blok W/c"),
        ("<!-- block W/c", "<!-- block W/f"),
        ("<!-- block W/c", "<!-- block W/a"),
        ("<!-- block W/c", "<！-- block W/c"),
        (f"seen {SEEN['W/c']}", f"seen {SEEN['W/d'][::-1]}"),
        ("<!-- block W/c", "<!-- leaf t1-W label M01-T01-W1 language zh state - -->\n\n<!-- block W/c"),
        (next(line + "\n" for line in FORM.split("\n") if line.startswith("<!-- block W/c")), ""),
        (next(line for line in FORM.split("\n") if line.startswith("<!-- block W/c")), "<!-- new -->"),
    ],
)
def test_of_a_file_with_a_damaged_marker_nothing_is_taken(before: str, after: str) -> None:
    typed = FORM.replace("夹手", "烫手") + "\n<!-- new -->\n结尾\n"
    assert len(made(typed)) == 2
    assert before in typed
    result = SHELF.changed(typed.replace(before, after, 1))
    assert result.faults
    assert result.records == ()


@pytest.mark.parametrize("block", ["W/a", "W/b", "W/c", "W/d"])
def test_content_without_its_marker_is_damage_and_below_it_may_be_nothing(block: str) -> None:
    marker = next(line for line in FORM.split("\n") if line.startswith(f"<!-- block {block}"))
    for instead in ("", "<!-- new -->"):
        result = SHELF.changed(FORM.replace(marker, instead))
        assert [code for _, code in codes(result)] == ["unmarked"]
        assert marker in FORM.split("\n")[: codes(result)[0][0]]
        assert result.records == ()
    moved = FORM.replace(marker, f"{marker}\n\n<!-- new -->")
    assert [one["decide"] for one in made(moved)] == ["add", "hide"], "somebody wanted that"


@pytest.mark.parametrize("said", ["<!doctype html>", "<!-- blok -->", "< !", "<！"])
def test_words_that_begin_as_a_marker_does_are_no_damage(said: str) -> None:
    shelf = replace(SHELF, computed=replace(LEAF, blocks=(Paragraph("W/a", Text.plain("zh", said)),)))
    assert shelf.changed(shelf.form) == LeafChanges(())


def test_a_line_that_another_block_tells_as_well_is_no_damage() -> None:
    twin = replace(SHELF, computed=replace(LEAF, blocks=(*LEAF.blocks, Paragraph("W/e", text("夹手")))))
    without = re.sub(r"<!-- block W/e [\s\S]*", "", twin.form)
    assert [one["decide"] for one in twin.changed(without).records] == ["hide"]


@pytest.mark.parametrize("instead", ["", "\n| --- | --- |\n", "| --- | --- |\n\n"])
def test_tables_that_are_cut_are_told_where_nothing_else_was_changed(instead: str) -> None:
    typed = FORM.replace("| --- | --- |\n", instead).replace("夹手", "烫手")
    result = SHELF.changed(typed)
    assert {code for _, code in codes(result)} == {"rule"}
    assert [one["block"] for one in result.records] == ["W/d"], "other blocks are taken as usual"


def test_a_copied_marker_is_told() -> None:
    head, a, b, c, d = re.split(r"(?m)^(?=<!-- block )", FORM)
    typed = head + a + b + c + d + c
    result = SHELF.changed(typed.replace("夹手", "烫手"))
    assert codes(result) == [(typed.count("\n", 0, typed.rindex("<!-- block W/c")) + 1, "twice")]
    assert result.records == ()


def test_the_form_of_another_leaf_is_told() -> None:
    assert codes(replace(SHELF, computed=replace(LEAF, id="t2-W")).changed(FORM)) == [(1, "leaf")]


@pytest.mark.parametrize(("start", "code", "line"), [("<!-- leaf", "head", 1), ("<!-- index", "index", 2)])
def test_a_text_that_is_no_form_is_unreadable(start: str, code: str, line: int) -> None:
    with pytest.raises(UnreadableLeafError) as caught:
        read("\n".join(one for one in FORM.split("\n") if not one.startswith(start)))
    assert (caught.value.code, caught.value.line) == (code, line)


# --- Any change ------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        *(one for one in (*CHINESE, *ENGLISH, *HOSTILE) if "<<" not in one and "\n" not in one),
        "<br>",
        "\\<br>",
        "—",
        "1、开",
        "[ ] x",
        "**一",
        "二**",
    ]
)
LINES = WORDS | st.sampled_from(["检查：\n- 油位\n- <br>", "甲\n\n乙 \\<br>", "1. 甲\\\n2. **乙**", "- a\n\n\\- b"])
PARTS = st.one_of(
    st.builds(TypedParagraph, LINES),
    st.builds(TypedHeading, WORDS),
    st.builds(TypedList, st.lists(LINES, min_size=1, max_size=3).map(tuple), numbered=st.booleans()),
    st.builds(TypedList, st.lists(LINES, min_size=1, max_size=3).map(tuple), checks=st.just(value=True)),
    st.builds(
        TypedTable,
        st.tuples(WORDS, WORDS),
        st.lists(st.tuples(*[st.lists(WORDS, max_size=2).map(tuple)] * 2), min_size=1, max_size=3).map(tuple),
    ),
    st.builds(
        TypedBox,
        WORDS,
        st.sampled_from(["note", "caution", "danger"]),
        st.lists(LINES, min_size=1, max_size=2).map(tuple),
    ),
)
CONTENT = st.lists(PARTS, min_size=1, max_size=3)


@given(CONTENT)
def test_typed_parts_come_back(parts: list[Typed]) -> None:
    assert [*parts_in(enumerate(lines_of(parts)))] == parts


def meant(value: object) -> object:
    """Records as parsing spells their texts: without spaces around marks between Chinese characters.

    A title in 《》 with a bar in it looks like a mark and is none: it stays as it is.
    """
    if isinstance(value, str):
        return value if is_broken(value) else written(parse(value))
    if isinstance(value, Mapping):
        return {key: meant(part) for key, part in value.items()}
    return [meant(part) for part in value] if isinstance(value, list) else value


@st.composite
def edits(draw: st.DrawFn, shelf: Shelf) -> tuple[str, list[str | Record]]:
    """A form in which anything was done, and what stands in it then."""
    head, *sections = re.split(r"(?m)^(?=<!-- block )", shelf.form)
    units = units_of(shelf.printed, shelf.language)
    told: list[tuple[str, list[Typed]]] = []
    for section, unit in zip(sections, units, strict=True):
        marker = section.split("\n", 1)[0]
        deed = draw(st.sampled_from(["keep", "keep", "rewrite", "append", "delete", "add"]))
        if deed == "delete":
            continue
        parts = [*unit.parts] if deed in {"keep", "add", "append"} else []
        more = draw(CONTENT) if deed in {"rewrite", "append"} else []
        told.append((marker, [*parts, *more]))
        if deed == "add":
            told.append(("<!-- new -->", draw(CONTENT)))
    if draw(st.booleans()):
        told = draw(st.permutations(told))
    form = head + "".join(f"{marker}\n\n" + "\n".join(lines_of(parts)) + "\n" for marker, parts in told)
    return form, [record(part) for _, parts in told for part in parts]


@given(data=st.data())
def test_what_is_typed_is_printed_whatever_was_decided_before(data: st.DataObject, alumina: Compilation) -> None:
    shelf = data.draw(st.sampled_from([*shelves(alumina), *hostile_shelves()]))
    for turn in ("第一次", "第二次", "第三次"):
        form, parts = data.draw(edits(shelf))
        result = shelf.changed(data.draw(st.sampled_from([*EDITORS.values()]))(form))
        if {code for _, code in codes(result)} & {"columns", "unmarked"}:
            return
        assert not result.faults
        shelf = shelf.with_these(result.records, turn)
        assert meant(shelf.parts) == meant(parts)
        assert shelf.changed(shelf.form) == LeafChanges(())


# --- Spelling --------------------------------------------------------------------------------------------------------


@given(st.text(alphabet="ab中1 .*$~[]|<>_\\^≥MPa", max_size=24) | LINES)
def test_what_is_spelled_out_means_the_same(typed: str) -> None:
    try:
        runs = parse(typed)
    except BrokenMarkError:
        return
    if not any(isinstance(run, Classified) for run in runs):
        assert parse(written(runs)) == runs


def test_of_classified_words_only_those_that_may_be_taught_are_spelled() -> None:
    assert (
        written((Plain("压力 "), Classified("8.2 MPa", "约 8 MPa", "trade-secret"), Emphasis("!")))
        == "压力 约 8 MPa**!**"
    )


def test_a_part_whose_source_changed_says_so_and_is_not_confirmed_by_rewriting_it() -> None:
    first = SHELF.with_these(made(FORM.replace("2. 二", "2. 贰")), "上学期")
    later = replace(first, texts={**TEXTS, "DIG/P1/S2": ("二，改了",)})
    items = Listing("W/c", (item(text("一"), "DIG/P1/S1"), item(text("二-->，改了"), "DIG/P1/S2")), numbered=True)
    changed = replace(LEAF, blocks=(*LEAF.blocks[:2], items, *LEAF.blocks[3:]))
    chapter = Chapter("c", "M01", sentence("work.steps"), None, (changed,))
    binder = Binder("b", "loose_leaf_textbook", sentence("work.steps"), None, (), (chapter,))
    (printed,), (verdict,) = decide_leaves((binder,), later.decisions, later.texts, "zh")
    assert verdict.kind == "stale"
    assert [block.key for block in printed.leaves[0].blocks][2:4] == ["W/c/suspect", "W/c"]
    seen = sights(changed, later.texts)
    standing = [*on_leaves(later.decisions)]
    form = write(printed.leaves[0], seen, "zh", "", standing, changed)
    notes = [line for line in form.split("\n") if line.startswith("<!-- *")][2:]
    assert notes[1:] == ["<!-- * 改写时的内容：二 -->", "<!-- * 按现行规程生成：二- ->，改了 -->"]
    assert "suspect_block" in notes[0]
    assert form.index("<!-- block W/c") < form.index(notes[0]) < form.index("1. 一")
    assert changes(read(form), printed.leaves[0], seen, "zh", standing, changed) == LeafChanges(())
    typed = form.replace("2. 贰", "2. 贰！").replace("夹手", "烫手")
    again = changes(read(typed), printed.leaves[0], seen, "zh", standing, changed)
    assert codes(again) == [(line_of(form, "<!-- block W/c"), "suspect")]
    assert [one["block"] for one in again.records] == ["W/d"], "other blocks are taken as usual"


def test_what_is_typed_before_an_addition_becomes_part_of_it() -> None:
    """So that it does not depend on which of the two is read first."""
    first = SHELF.with_these(made(FORM.replace("<!-- block W/b", "<!-- new -->\n甲\n\n<!-- block W/b")), "上学期")
    key = first.decisions[0].address
    (rewritten,) = first.changed(
        first.form.replace(f"<!-- block {key}", f"<!-- new -->\n乙\n\n<!-- block {key}")
    ).records
    assert (rewritten["decide"], rewritten["block"], rewritten["text"]) == ("rewrite", key, ["乙", "甲"])
    assert "replaces" not in rewritten
    (behind,) = first.changed(first.form.replace("\n甲\n", "\n甲\n\n<!-- new -->\n丙\n")).records
    assert (behind["decide"], behind["after"], behind["text"]) == ("add", key, ["丙"])


MEANT_AS_WORDS = (
    "1、开",
    "[ ] x",
    "- 甲",
    "\\",
    "\\- 甲",
    "<!-- new -->",
    "1. 甲",
    "> 甲",
    "| 甲 |",
    "<!doctype html>",
    "# 甲",
    "\\<br>",
    "**甲",
)


@pytest.mark.parametrize("words", [*HOSTILE, *MEANT_AS_WORDS])
def test_words_that_look_like_marks_stay_words(words: str) -> None:
    parts: list[Typed] = [
        TypedParagraph(words),
        TypedHeading(words),
        TypedList((words, words)),
        TypedList((words,)),
        TypedList((words,), checks=True),
        TypedList((words,), numbered=True),
        TypedTable((words, words), (((words, words), ()),)),
        TypedBox(words, "note", (words,)),
        TypedBox(words, "danger", (words,)),
    ]
    assert [*parts_in(enumerate(lines_of(parts)))] == parts


@pytest.mark.parametrize("editor", EDITORS)
def test_no_editor_changes_what_is_read(editor: str) -> None:
    assert SHELF.changed(EDITORS[editor](FORM)) == LeafChanges(())
