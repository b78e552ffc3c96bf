"""What a person wrote, whatever it is, stays words in every format and in every place where it can stand."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from generators import Pictures
from reading_back import sheets
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
from sopcurric.model.text import (
    Break,
    Classified,
    Emphasis,
    Formula,
    Index,
    Inline,
    Light,
    Plain,
    Quantity,
    Reference,
    Text,
)
from sopcurric.plugin import FontSetting, RenderContext, Renderer
from sopcurric.renderers import html, markdown, pdf

pytestmark = pytest.mark.no_cover  # many pages of every sort: other tests reach the same lines

ROOT = Path(__file__).parents[2]
FONTS = FontSetting((str(ROOT / "src/sopcurric/io/fonts"),), "Noto Serif SC", "Noto Sans SC", "fonts")
TAME = "驯"
HOSTILE = (
    '#panic("x") *_$<@[]\\ " // /* `` = #{1} ]; #read("/etc/passwd")',
    "</title></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>",
    '\\"]; #panic("x") \\u{41} \\n \\t',
    "{{ 7*7 }} {% raw %} << 7*7 >> <% raw %> <! x !> {# x #}",
    '};}--x:"\\22 ;background:url(x)',
    "# 题 | a | b ** [x](javascript:alert) ![y](z) <!-- &lt; ~~x~~ `码`",
    "\\input{x} ^{<b>} _{<script>} \\alpha_{</span>} }{ _\"_'",
    "换\n\n# 行\r\n- 项\x00\u2028",
)


class Templates:
    """The project's templates."""

    digest = "ours"
    overridden = False

    def read(self, name: str) -> str | None:
        path = ROOT / "templates" / name
        return path.read_text("utf-8") if path.is_file() else None


def text(words: str) -> Text:
    """The same words as every kind of run."""
    runs = (
        Plain(words),
        Emphasis(words),
        Light(words),
        Plain("与"),
        Light(words),
        Index(words, "sub"),
        Index(words, "sup"),
        Formula(words),
        Quantity(words, "1", "1", "m"),
        Reference(words, words),
        Classified("密", words, "internal"),
        Break(words),
        Plain(words),
        Break(),
        Plain(words),
    )
    assert {type(run) for run in runs} == {*get_args(get_args(Inline)[0])}, "every kind of run goes through"
    return Text.of({"zh": runs})


def publication(words: str) -> Publication:
    said = text(words)
    item = Item(said, (words,))
    blocks = (
        Heading("h", said),
        Paragraph(words, said, (words,)),
        Listing("l", (item,)),
        Checklist("c", (item,), said),
        Table("t", (Column(said), Column(said)), (Row((Cell((said, said), strong=True), Cell((said,)))),), said),
        Fields("f", (Field(said, said),)),
        Callout("o", said, (item,), "caution"),
        Signatures("s", (said,)),
        Diagram(
            "d",
            said,
            (
                DiagramLayer(said, (DiagramNode("1", said),)),
                DiagramLayer(said, (DiagramNode(words, said, strong=True),), 1),
            ),
            (DiagramLink("1", words),),
        ),
        Picture(words, said, said, "picture-01.png", 3, 2, (words,)),
    )
    assert {type(block) for block in blocks} == {*get_args(get_args(Block)[0])}, "every kind of block goes through"
    leaf = Leaf("W1", LeafKind.WORK, words, said, blocks, (said, said), (words,), 1, words, (said, said))
    chapter = Chapter("c", words, text(f"{words}章"), said, (leaf, replace(leaf, id="W2", wide=True)))
    book = Binder("book", "loose_leaf_textbook", said, said, (Field(said, said),), (chapter,))
    plan = replace(book, id="plan", loose=False)
    edition = Edition("e", said, "trade-secret", Audience.MENTOR, "zh", ("html",), Marking(said, said))
    return Publication(edition, said, said, "2026-09-01", draft=True, binders=(book, plan))


@cache
def rendered(renderer: Renderer, words: str) -> dict[str, bytes]:
    made = publication(words)
    context = RenderContext(
        made.edition, words, words, "2026-09-01", draft=True, templates=Templates(), fonts=FONTS, pictures=Pictures()
    )
    files = [file for binder in made.binders for file in renderer.binder(binder, context)]
    return {file.path: file.content for file in (*files, *renderer.index(made, context))}


class _Tags(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"sub", "sup"}:
            self.found.append(" ".join((tag, *sorted(name for name, _ in attrs))))


def html_shape(source: str) -> list[str]:
    return _Tags(source).found


def markdown_shape(source: str) -> list[str]:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    inline = {"text", "softbreak", "text_special", "strong_open", "strong_close", "em_open", "em_close"}
    found: list[str] = []
    for block in parser.parse(source):
        found += [block.type, *(one.type for one in block.children or () if one.type not in {*inline, "html_inline"})]
        tags = {one.content for one in block.children or () if one.type == "html_inline"}
        assert {tag for tag in tags if not tag.startswith("<a id=")} <= {
            *(f"<{end}{tag}>" for end in ("", "/") for tag in ("sub", "sup", "strong", "em")),
            "<br>",
            "</a>",
        }
    return found


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize(("renderer", "ending", "shape"), [
    pytest.param(html.RENDERER, ".html", html_shape, id="html"),
    pytest.param(markdown.RENDERER, ".md", markdown_shape, id="markdown"),
])  # fmt: skip
def test_pages_keep_their_shape(renderer: Renderer, ending: str, shape: Callable[[str], list[str]], words: str) -> None:
    tame, wild = rendered(renderer, TAME), rendered(renderer, words)
    assert tame.keys() == wild.keys()
    for path in (path for path in wild if path.endswith(ending)):
        assert shape(wild[path].decode()) == shape(tame[path].decode()), path


@pytest.mark.parametrize("words", HOSTILE)
def test_drawings_keep_their_shape(words: str) -> None:
    """Words are nothing but words: the same elements, but for lines that are longer or shorter."""
    tame, wild = rendered(html.RENDERER, TAME), rendered(html.RENDERER, words)
    drawn = [path for path in wild if path.endswith(".svg")]
    assert drawn
    for path in drawn:
        shapes = [[tag for tag in _xml_shape(one[path]) if tag != "tspan"] for one in (tame, wild)]
        assert shapes[0] == shapes[1], path


def _xml_shape(content: bytes) -> list[str]:
    return [one.tag.rpartition("}")[2] for one in ET.fromstring(content).iter()]  # noqa: S314 - made by us


@pytest.mark.parametrize("words", HOSTILE)
def test_printed_pages_say_it(words: str) -> None:
    for content in rendered(pdf.RENDERER, words).values():
        said = "".join(sheets(content))
        visible = re.sub(r"[\s\x00-\x1f\u2028]", "", words)
        assert visible in re.sub(r"[\s\x00-\x1f\u00a0\ufffe]", "", said)
