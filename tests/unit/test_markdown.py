"""The Markdown files: complete, inert to a Markdown parser, linked, the same every time."""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generators import Pictures
from sopcurric.model.markup import parse
from sopcurric.model.publication import (
    Audience,
    Binder,
    Block,
    Callout,
    Cell,
    Chapter,
    Checklist,
    Column,
    Diagram,
    DiagramLayer,
    DiagramLink,
    DiagramNode,
    Edition,
    Field,
    Fields,
    Heading,
    Item,
    Leaf,
    LeafKind,
    Listing,
    Marking,
    Paragraph,
    Picture,
    Publication,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.text import Emphasis, Plain, Text
from sopcurric.plugin import FontSetting, RenderContext
from sopcurric.renderers.markdown import RENDERER

TEMPLATES = Path(__file__).parents[2] / "templates"
LINE = "\uff3f" * 8
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@dataclass(frozen=True)
class Templates:
    """The project's templates."""

    digest: str = "ours"
    overridden: bool = False

    def read(self, name: str) -> str | None:
        path = TEMPLATES / name
        return path.read_text(encoding="utf-8") if path.is_file() else None


def text(words: str) -> Text:
    return Text.of({"zh": parse(words)})


def blocks(words: str) -> tuple[Block, ...]:
    said = text(words)
    item = Item(said)
    return (
        Heading("h", said),
        Paragraph("p", said),
        Listing("l", (item, item), numbered=True),
        Checklist("c", (item,), text("准备")),
        Table("t", (Column(text("甲")), Column(said, 30, "right")), (Row((Cell((said, said)), Cell())),), blank_rows=2),
        Fields("f", (Field(text("岗位"), said), Field(text("姓名")))),
        Callout("o", text("安全须知"), (item,), "danger"),
        Signatures("s", (text("组长"),)),
        Diagram(
            "g",
            said,
            (DiagramLayer(said, (DiagramNode("a", said),)), DiagramLayer(said, (DiagramNode("b", said),), 1)),
            (DiagramLink("a", "b"),),
        ),
        Picture("i", said, said, "picture-01.png", 3, 2),
    )


def leaf(name: str, kind: LeafKind, shown: tuple[Block, ...]) -> Leaf:
    return Leaf(
        f"DIG-{name}", kind, f"M01-T01-{name}", text(f"页{name}"), shown, (text("规程甲"),), (), 3, "2026-02-03"
    )


def publication(*shown: Block) -> Publication:
    first = leaf("W1", LeafKind.WORK, shown or blocks("隔膜泵**出口**压力 ≤ 6.5 MPa"))
    leaves = (first, leaf("R1", LeafKind.RECORD, (Paragraph("p", text("闪蒸")),)))
    chapters = (Chapter("k", "M01-T01", text("启动"), text("模块一"), leaves),)
    facts = (Field(text("岗位"), text("溶出工")),)
    book = Binder("QL:DIG", "loose_leaf_textbook", text("溶出课程"), text("依据规程"), facts, chapters)
    section = replace(leaf("s1", LeafKind.SECTION, first.blocks), effectivity=(text("QL"), text("ZZ")))
    part = Chapter("s", "1", section.title, None, (section,))
    plan = Binder("plan", "talent_training_programme", text("培养方案"), None, (), (part,), loose=False)
    edition = Edition("student", text("学生版"), "internal", Audience.STUDENT, "zh", ("markdown",))
    return Publication(edition, text("课程包"), text("学院"), "2026-09-01", draft=True, binders=(book, plan))


@cache
def files(value: Publication | None = None, *, draft: bool = True) -> dict[str, str]:
    made = value or publication()
    context = RenderContext(
        made.edition, "课程包", "学院", "2026-09-01", draft, Templates(), FontSetting((), "", "", ""), Pictures()
    )
    written = [file for binder in made.binders for file in RENDERER.binder(binder, context)]
    written += RENDERER.index(made, context)
    assert len({file.path for file in written}) == len(written)
    return {file.path: file.content.decode() for file in written if file.path.endswith(".md")}


WORK = "markdown/QL~3aDIG/DIG-W1.md"
PLAN = "markdown/plan/document.md"


def tokens(source: str) -> list[Token]:
    """All block and inline tokens of a text."""
    return [token for block in PARSER.parse(source) for token in (block, *(block.children or ()))]


def shape(source: str) -> list[str]:
    return [token.type for token in PARSER.parse(source)]


def body(shown: Block) -> str:
    """What a leaf holds between its head and its foot."""
    return files.__wrapped__(publication(shown))[WORK].partition("**草稿**\n")[2].rpartition("\n---\n")[0]


def test_same_bytes_twice() -> None:
    assert files.__wrapped__() == files.__wrapped__()


def test_a_leaf_begins_with_title_and_control_line() -> None:
    lines = files()[WORK].splitlines()
    assert lines[:3] == ["# 页W1", "", "M01-T01-W1 · 第 3 版 · 2026-02-03 · 来源：规程甲"]
    assert "第 3 版 · 2026-02-03 · 来源：规程甲 · 适用：QL；ZZ" in files()[PLAN].splitlines()


@pytest.mark.parametrize("path", sorted(files()))
def test_links_lead_somewhere(path: str) -> None:
    links = [str(token.attrs["href"]) for token in tokens(files()[path]) if token.type == "link_open"]
    assert links or path == PLAN, "a plan of one section has no list of contents"
    for link in links:
        target, _, anchor = link.partition("#")
        file = normpath(PurePosixPath(path).parent / unquote(target)) if target else path
        assert file in files(), link
        assert not anchor or f'<a id="{unquote(anchor)}">' in files()[file], link


def test_one_section_needs_no_contents() -> None:
    assert "## 目录" in files()[f"{PurePosixPath(PLAN).parent}/README.md"]
    assert "## 目录" not in files()[PLAN]


def test_every_block_is_rendered() -> None:
    said = "隔膜泵**出口**压力 ≤ 6.5 MPa"
    for path, signs in ((WORK, "##"), (PLAN, "###")):
        lines = files()[path].splitlines()
        for line in (
            f"{signs} {said}",
            said,
            f"2. {said}",
            "**准备**",
            f"- [ ] {said}",
            f"| 甲 | {said} |",
            "| --- | ---: |",
            f"| {said}<br>{said} |  |",
            f"- 姓名：{LINE}",
            "> **危险** **安全须知**",
            f"> - {said}",
            "| 组长 |  |  |",
            "![隔膜泵出口压力 ≤ 6.5 MPa](picture-01.png)",
        ):
            assert line in lines, line
        assert lines.count("|  |  |") == 2


def test_cells_covered_by_a_span_are_empty() -> None:
    columns = (Column(text("甲")), Column(text("乙")), Column(text("丙")))
    first = Row((Cell((text("一"),), rows=2, strong=True), Cell((text("二"),), columns=2)))
    second = Row((Cell((text("四"),)), Cell((text("五"),))))
    rows = body(Table("t", columns, (first, second))).splitlines()
    assert rows[3:5] == ["| **一** | 二 |  |", "|  | 四 | 五 |"]


@pytest.mark.parametrize(
    "words",
    [
        "# 标题",
        "- 项",
        "+ 项",
        "> 引",
        "1. 项",
        "12) 项",
        "---",
        "***",
        "___",
        "===",
        "~~~",
        "```",
        "    码",
        "*斜* _斜_ **粗** ~~删~~ `码`",
        "[名](javascript:alert) ![图](x) [x]: y",
        "<script>alert(1)</script> <!-- x --> </p> <?x",
        "&lt; &#35; &amp",
        "a | b\\| c \\",
        "结尾 #",
        "换\n\n# 行\r\n- 项",
        "<",
        "&",
    ],
)
def test_hostile_text_means_itself(words: str) -> None:
    """In a paragraph, a heading, an item, a cell and a quoted box."""
    for shown in blocks(""):
        tame, wild = (body(_filled(shown, filling)) for filling in ("驯", words))
        assert shape(wild) == shape(tame)
        assert {token.content for token in tokens(wild) if token.type == "html_inline"} <= {"<strong>", "</strong>"}
    said = [token.content for token in tokens(body(Paragraph("p", Text.plain("zh", words)))) if token.type == "text"]
    assert "".join(said) == " ".join(words.split())


def _filled(shown: Block, words: str) -> Block:
    kinds = {block.kind: block for block in blocks("占位")}
    return _replaced(kinds[shown.kind], Text.plain("zh", words))


def _replaced(block: Block, said: Text) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, content=said)
        case Listing() | Checklist() | Callout():
            return replace(block, items=(Item(said), Item(said)))
        case Table():
            return replace(block, title=said, columns=(Column(said),), rows=(Row((Cell((said,)),)),))
        case Fields():
            return replace(block, fields=(Field(said, said),))
        case Signatures():
            block = replace(block, roles=(said,))
        case Picture():
            block = replace(block, caption=said, alt=said)
        case Diagram():
            layers = (DiagramLayer(said, (DiagramNode("a", said),)), DiagramLayer(said, (DiagramNode("b", said),), 1))
            block = replace(block, title=said, layers=layers)
    return block


ACTING = st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|~&;:=/ \t\n1a甲。\"'$"), min_size=1, max_size=24)


@settings(max_examples=300, deadline=None)
@given(ACTING, ACTING)
def test_no_text_ever_acts(first: str, second: str) -> None:
    said = Text.of({"zh": (Plain(first), Plain(second))})
    made = body(Paragraph("p", said))
    kinds = {token.type for token in tokens(made)}
    assert kinds <= {"paragraph_open", "inline", "text", "paragraph_close", "text_special"}
    shown = "".join(token.content for token in tokens(made) if token.type in {"text", "text_special"})
    assert shown.split() == (first + second).split()


@pytest.mark.parametrize("words", ["“温度”", "260 ℃", "出口", "a*b", "（注）"])
def test_stressed_words_are_bold_between_chinese_characters(words: str) -> None:
    made = PARSER.render(body(Paragraph("p", Text.of({"zh": (Plain("控制"), Emphasis(words), Plain("范围"))}))))
    assert f"控制<strong>{words}</strong>范围" in made


@pytest.mark.parametrize("words", ["N/S < 0.38 & αk ≈ 1.40", "第 1. 步（-5 ℃）+ C#", "T_digest = 3.5-4", "A/B > C"])
def test_what_cannot_act_stays_as_written(words: str) -> None:
    assert body(Paragraph("p", Text.plain("zh", words))).strip() == words


def test_a_withheld_value_is_never_shown() -> None:
    value = publication(*blocks("压力 <<8.2 MPa|约 8 MPa>>"))
    assert not [path for path, source in files(value).items() if "8.2" in source]


def test_leaves_and_plans_for_teaching_end_with_the_notice() -> None:
    for path in (WORK, PLAN):
        assert files()[path].endswith("\n\n---\n\n内容已脱密处理，参数为教学范围值，不得用于生产\n")


def test_every_page_of_the_plant_begins_with_the_marking() -> None:
    made = publication()
    marking = Marking(text("示例氧化铝厂"), text("5 年"))
    plant = replace(made.edition, clearance="core-secret", audience=Audience.MENTOR, marking=marking)
    for source in files(replace(made, edition=plant)).values():
        assert source.startswith("**示例氧化铝厂 · 核心商密 · 5 年**\n\n# ")
        assert "不得用于生产" not in source


def test_the_draft_mark_is_shown_only_on_drafts() -> None:
    assert all("**草稿**" in source for source in files().values())
    assert not [path for path, source in files(draft=False).items() if "草稿" in source]


def test_files_end_with_one_newline_and_have_no_gaps() -> None:
    for source in files().values():
        assert re.fullmatch(r"\S(?:.|\n(?!\n\n))*[^\n]\n", source)


def test_formulas_are_lowered_and_raised() -> None:
    shown = body(Paragraph("p", text(r"比 $Al(OH)_4^- \cdot \alpha_{k,1}$ 高"))).strip()
    assert shown.replace(" ", "") == "比Al(OH)<sub>4</sub><sup>−</sup>·α<sub>k,1</sub>高"
    assert "*" not in body(Paragraph("p", text("$a_*b_<$"))).replace("\\*", "")


def test_undated_leaves_say_so() -> None:
    value = publication()
    made = replace(value.binders[0].chapters[0].leaves[0], issued="")
    chapter = replace(value.binders[0].chapters[0], leaves=(made,))
    changed = replace(value, as_of="", binders=(replace(value.binders[0], chapters=(chapter,)),))
    assert "第 3 版 · — · 来源" in files(changed)[WORK]
    assert "—" in files(changed)["markdown/README.md"]
