"""HTML: a small site that opens from a folder, a page for each leaf, and a search that needs no server.

Everything works from `file://`: plain style sheet, plain scripts, system fonts. Leaves carry their label, revision,
date and sources on the page and, through `--…` properties on the root element, in the margins of the printed sheet.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol
from unicodedata import east_asian_width
from urllib.parse import quote

from jinja2 import TemplateNotFound
from markupsafe import Markup, escape

from sopcurric.artefacts import markup, pictures
from sopcurric.model.address import Address
from sopcurric.model.publication import (
    Binder,
    Block,
    Callout,
    Chapter,
    Diagram,
    Heading,
    Leaf,
    Picture,
    Publication,
    Table,
)
from sopcurric.model.saying import say
from sopcurric.model.text import (
    Break,
    Classified,
    Emphasis,
    Formula,
    Index,
    Inline,
    Language,
    Light,
    Phrase,
    Plain,
    Quantity,
    Reference,
    Runs,
    Sentence,
    by_line,
    sentence,
)
from sopcurric.plugin import OutputFile, RenderContext, Renderer
from sopcurric.printing.diagram import OutlinedLayer, outline
from sopcurric.printing.diagram_svg import svg
from sopcurric.printing.formula import pieces, raised
from sopcurric.printing.frames import Dialect, Filters, frame
from sopcurric.printing.grid import Placed, grid
from sopcurric.printing.outline import (
    BinderHead,
    CalloutHead,
    GroupOutline,
    LeafHead,
    binder_head,
    callout_head,
    contents,
    has_contents,
    leaf_head,
    notice,
    shelves,
    stamp,
)
from sopcurric.printing.paths import segment
from sopcurric.printing.search_index import said_by_index, search_index
from sopcurric.printing.wording import NOTHING, words

# What the templates see ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PageView:
    """What every page frame needs: language, the way up to the style sheet, printed margins, what marks every page."""

    language: Language
    root: str
    margins: str
    draft: bool
    notice: Sentence | None
    stamp: Sentence | None


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column with its share of the width as a CSS declaration."""

    title: Phrase
    style: str


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell with the alignment of the column it begins in, and whether it heads its row."""

    content: tuple[Phrase, ...]
    columns: int
    rows: int
    heads: bool
    look: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of cells; `blank` rows are there to write in."""

    cells: tuple[CellView, ...]
    derived_from: tuple[Address, ...]
    blank: bool


@dataclass(frozen=True, slots=True)
class TableView:
    """A table whose blank rows are ordinary rows; `broad` ones scroll sideways on a narrow screen."""

    key: str
    title: Phrase | None
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    headed: bool
    breadth: str
    derived_from: tuple[Address, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading with the element it becomes below the heading of its leaf."""

    key: str
    content: Phrase
    tag: str
    derived_from: tuple[Address, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class DiagramView:
    """A diagram: the file that it is drawn in, and what stands for it in words."""

    key: str
    title: Phrase
    source: str
    layers: tuple[OutlinedLayer, ...]
    derived_from: tuple[Address, ...]
    origin: str


BlockShown = Block | TableView | HeadingView | CalloutHead | DiagramView


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block and the template that lays it out."""

    layout: str
    block: BlockShown


@dataclass(frozen=True, slots=True)
class LeafView:
    """A leaf: where it is, what it is headed with, its blocks."""

    href: str
    head: LeafHead
    blocks: tuple[BlockView, ...]
    derived_from: tuple[Address, ...]


Groups = tuple[GroupOutline[LeafView], ...]

# Files ---------------------------------------------------------------------------------------------------------------

_SEARCH_INDEX = "html/search-index.js"
_FONTS = "'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"


def _binder(binder: Binder, context: RenderContext) -> tuple[OutputFile, ...]:
    head = binder_head(binder)
    language = context.edition.language
    groups = contents(binder, language, partial(_leaf_view, binder=binder, language=language))
    page = partial(_page, context, binder=head)
    margins = _margins(context, binder)
    cover = page(f"html/{head.folder}/index.html", "binder", margins=margins, groups=groups)
    drawn = (*_drawings(binder, head, language), *_pictures(binder, head, context))
    if binder.loose:
        return (cover, *_leaves(binder, head, groups, context), *drawn)
    listed = has_contents(binder)
    document = page(f"html/{head.folder}/document.html", "document", margins=margins, groups=groups, listed=listed)
    return (cover, document, *drawn)


def _drawings(binder: Binder, head: BinderHead, language: Language) -> Iterator[OutputFile]:
    """A file for each diagram, beside the pages."""
    for leaf in binder.leaves:
        for block in leaf.blocks:
            if isinstance(block, Diagram):
                yield OutputFile(f"html/{head.folder}/{_drawing(leaf, block)}", svg(block, language, _FONTS).encode())


def _pictures(binder: Binder, head: BinderHead, context: RenderContext) -> Iterator[OutputFile]:
    """The pictures of a binder, each once, beside the pages."""
    shown = (block for leaf in binder.leaves for block in leaf.blocks if isinstance(block, Picture))
    for name in dict.fromkeys(one.file for one in shown):
        yield OutputFile(f"html/{head.folder}/{name}", context.pictures.read(name))


def _drawing(leaf: Leaf, diagram: Diagram) -> str:
    return f"{segment(f'{leaf.id}-{diagram.key}')}.svg"


def _leaves(binder: Binder, head: BinderHead, groups: Groups, context: RenderContext) -> Iterator[OutputFile]:
    places = [(chapter, leaf) for group in groups for chapter in group.chapters for leaf in chapter.leaves]
    shown = [leaf for _, leaf in places]
    for (chapter, leaf), before, after in zip(places, [None, *shown], [*shown[1:], None], strict=False):
        yield _page(
            context,
            f"html/{head.folder}/{leaf.head.name}.html",
            "leaf",
            margins=_margins(context, binder, leaf.head),
            binder=head,
            chapter=chapter,
            leaf=leaf,
            previous=before,
            next=after,
        )


def _index(publication: Publication, context: RenderContext) -> tuple[OutputFile, ...]:
    front = _page(
        context,
        "html/index.html",
        "index",
        root="",
        margins=_margins(context),
        shelves=shelves(publication),
        publication=publication,
        as_of=publication.as_of or NOTHING,
        found=sentence("layout.search.found", count="#"),
    )
    index = OutputFile(_SEARCH_INDEX, search_index(publication, _address).encode())
    return (front, *(_static(context, name) for name in ("style.css", "search.js")), index)


def _page(
    context: RenderContext, path: str, name: str, *, root: str = "../", margins: str = "", **shown: object
) -> OutputFile:
    mark = stamp(context.edition)
    page = PageView(
        context.edition.language,
        root,
        margins,
        context.draft,
        notice(context.edition),
        mark.whole if mark else None,
    )
    template = frame(_DIALECT, context, f"html/{name}.html.j2")
    return OutputFile(path, template.render(page=page, **shown).encode())


def _static(context: RenderContext, name: str) -> OutputFile:
    text = context.templates.read(f"html/{name}")
    if text is None:
        raise TemplateNotFound(name)
    return OutputFile(f"html/{name}", text.encode())


# Words ---------------------------------------------------------------------------------------------------------------


def _filters(language: Language) -> Filters:
    return {
        "say": lambda phrase: _markup(phrase, language),
        "words": partial(words, language=language),
        "term": lambda code: words(sentence(code), language),
        "marks": _marks,
        "address": quote,
    }


_DIALECT = Dialect(_filters, autoescape=True)


def _markup(phrase: Phrase, language: Language) -> Markup:
    (_, first), *others = by_line(say(phrase, language))
    return _inside(first) + Markup("").join(_line(begin, runs) for begin, runs in others if begin)


def _line(begin: Break, runs: Runs) -> Markup:
    """A paragraph or an item of a list, which can stand wherever words can."""
    if not begin.marker:
        return Markup('\n<span class="line">{}</span>').format(_inside(runs))
    item = Markup('\n<span class="line item"><span class="marker">{}</span> <span>{}</span></span>')
    return item.format(begin.shown, _inside(runs))


def _inside(runs: Runs) -> Markup:
    return Markup("").join(map(_run, runs))


_LEVELS = {"base": Markup("{}"), "sub": Markup("<sub>{}</sub>"), "sup": Markup("<sup>{}</sup>")}


def _run(run: Inline) -> Markup:
    match run:
        case Formula(text=text):
            inner = Markup("").join(_LEVELS[piece.level].format(piece.text) for piece in pieces(text))
            return Markup('<span class="formula">{}</span>').format(inner)
        case Index(letters=letters, level=level):
            return _LEVELS[level].format(raised(letters))
        case Emphasis(text=text):
            return Markup("<strong>{}</strong>").format(text)
        case Light(text=text):
            return Markup("<em>{}</em>").format(text)
        case Quantity(text=text):
            return Markup('<span class="quantity">{}</span>').format(text)
        case Plain() | Reference() | Classified() | Break():
            return escape(run.text)


class _Marked(Protocol):
    """Anything that knows which source elements it comes from."""

    @property
    def derived_from(self) -> tuple[Address, ...]: ...


def _marks(thing: _Marked) -> Markup:
    """The attributes that say which block this is, where it comes from, and whether people decided it."""
    marks = {
        "data-key": getattr(thing, "key", ""),
        "data-from": " ".join(thing.derived_from),
        "data-origin": "decided" if getattr(thing, "origin", "") == "decided" else "",
    }
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in marks.items() if value)


# Views ---------------------------------------------------------------------------------------------------------------


def _leaf_view(leaf: Leaf, chapter: Chapter, *, binder: Binder, language: Language) -> LeafView:
    depth = 1 if binder.loose else 2
    return LeafView(
        href=_place(leaf, binder),
        head=leaf_head(leaf, chapter, binder, language),
        blocks=tuple(_block_view(block, leaf, depth, language) for block in leaf.blocks),
        derived_from=leaf.derived_from,
    )


def _place(leaf: Leaf, binder: Binder) -> str:
    name = quote(segment(leaf.id))
    return f"{name}.html" if binder.loose else f"document.html#{name}"


def _address(leaf: Leaf, binder: Binder) -> str:
    return f"{quote(segment(binder.id))}/{_place(leaf, binder)}"


def _block_view(block: Block, leaf: Leaf, depth: int, language: Language) -> BlockView:
    return BlockView(f"html/blocks/{block.kind}.html.j2", _prepared(block, leaf, depth, language))


def _prepared(block: Block, leaf: Leaf, depth: int, language: Language) -> BlockShown:
    match block:
        case Heading(key, content, level, source, origin):
            return HeadingView(key, content, f"h{min(depth + level, 6)}", source, origin)
        case Callout():
            return callout_head(block, language)
        case Table():
            return _table_view(block, language)
        case Diagram(key, title, _, _, source, origin):
            return DiagramView(key, title, quote(_drawing(leaf, block)), outline(block), source, origin)
        case _:
            return block


_BROAD = 4
_VERY_BROAD = 9
"""Tables with more columns than this keep a readable width and scroll on a narrow screen."""


_NARROW = 3
"""A column in which nothing is longer is narrow."""
_NARROW_SHARE = 0.6
"""The place that a narrow column takes, of that of another one."""


def _breadth(table: Table, language: Language) -> float:
    """How much room the columns want, one for each that has words in it."""
    longest = [len(words(column.title, language)) for column in table.columns]
    for one in grid(table):
        for placed in one.cells:
            told = max((len(words(phrase, language)) for phrase in placed.cell.content), default=0)
            if len(placed.columns) == 1:
                longest[placed.columns[0]] = max(longest[placed.columns[0]], told)
    return sum(_NARROW_SHARE if most <= _NARROW else 1 for most in longest)


def _table_view(table: Table, language: Language) -> TableView:
    total = sum(column.width for column in table.columns) or 1
    number = len(table.columns)
    very = number > _VERY_BROAD and _breadth(table, language) > _VERY_BROAD
    return TableView(
        key=table.key,
        title=table.title,
        columns=tuple(ColumnView(column.title, f"width:{100 * column.width / total:.4g}%") for column in table.columns),
        rows=tuple(
            RowView(
                tuple(_cell_view(placed, table) for placed in row.cells),
                row.row.derived_from,
                blank=number >= len(table.rows),
            )
            for number, row in enumerate(grid(table))
        ),
        headed=any(words(column.title, language) for column in table.columns),
        breadth="very broad" if very else "broad" if number > _BROAD else "",
        derived_from=table.derived_from,
        origin=table.origin,
    )


def _cell_view(placed: Placed, table: Table) -> CellView:
    cell, columns = placed.cell, placed.columns
    align = "left" if cell.tone else table.columns[columns.start].align
    looks = (align, "strong" if cell.strong else "", cell.tone, "" if cell.content else "blank")
    heads = cell.strong and columns.start == 0
    return CellView(cell.content, len(columns), placed.rows, heads, " ".join(filter(None, looks)))


# Margins of the printed sheet ----------------------------------------------------------------------------------------


def _margins(context: RenderContext, binder: Binder | None = None, leaf: LeafHead | None = None) -> str:
    """What stands in the margins of the printed sheet, as custom properties for the `@page` rules."""
    language = context.edition.language
    boxes: dict[str, Phrase | str | None] = {}
    facts: list[str] = []
    if binder:
        head = binder_head(binder)
        boxes |= {"head": head.title, "kind": head.document}
    if leaf:
        facts = [_short("  ".join((leaf.label, words(leaf.revision, language), leaf.issued)), _LINE)]
        boxes |= {"kind": leaf.kind or leaf.title, "source": leaf.source_line, "valid": leaf.effectivity}
    told = notice(context.edition)
    boxes["foot"] = "  ".join((*facts, *((words(told, language),) if told else ())))
    if context.draft:
        boxes["draft"] = sentence("layout.draft")
    boxes["stamp"] = _short_stamp(context)
    said = ((name, box if isinstance(box, str) else words(box, language)) for name, box in boxes.items() if box)
    return ";".join(f'--{name}:"{_css(_short(value, _ROOM[name]))}"' for name, value in said)


def _short_stamp(context: RenderContext) -> str:
    """The marking of trade secrets, on two lines where it is long; whatever is cut, the level is there."""
    mark = stamp(context.edition)
    if mark is None:
        return ""
    language = context.edition.language
    whole = words(mark.whole, language)
    if _short(whole, _STAMP) == whole:
        return whole
    return "\n".join(_short(words(part, language), _STAMP) for part in (mark.owner, mark.grade))


_LINE = 45
_STAMP = 20
_ROOM = {"head": 22, "kind": 16, "foot": 2 * _LINE, "source": 80, "valid": 30, "draft": _LINE, "stamp": 2 * _STAMP + 2}
"""How many full-width characters there is room for in the margins of a sheet."""


def _short(value: str, room: int) -> str:
    """Words that fit, with dots for what does not; narrow letters count half."""
    used = 0.0
    for place, sign in enumerate(value):
        used += 1.0 if east_asian_width(sign) in "WFA" else 0.5
        if used > room:
            return f"{value[:place].rstrip()}…"
    return value


def _css(value: str) -> str:
    """Words inside a quoted CSS string: what could end it or act there is written in hexadecimal."""
    return re.sub(r"[\"'\\<>&;{}\x00-\x1f\x7f]", lambda found: f"\\{ord(found[0]):06x}", value)


# Reading back --------------------------------------------------------------------------------------------------------


def _said(file: OutputFile) -> Iterable[str]:
    """What a file of the site says."""
    if file.path == _SEARCH_INDEX:
        return said_by_index(file.content.decode())
    if file.path.endswith((".html", ".svg")):
        return markup.said(file.content.decode())
    if file.path.endswith(".css"):
        return markup.said_by_style(file.content.decode())
    if file.path.endswith(".js"):
        return markup.said_by_script(file.content.decode())
    return pictures.said(file.content)


RENDERER = Renderer(name="html", version=3, binder=_binder, index=_index, said=_said)
