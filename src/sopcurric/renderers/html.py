"""HTML: a small site that opens from a folder, a page for each leaf, and a search that needs no server.

Everything works from `file://`: plain style sheet, plain scripts, system fonts. Leaves carry their label, revision,
date and sources on the page and, through `--…` properties on the root element, in the margins of the printed sheet.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial, reduce
from itertools import groupby
from typing import Protocol
from urllib.parse import quote

from jinja2 import Environment, TemplateNotFound
from markupsafe import Markup, escape

from sopcurric.model.address import Address
from sopcurric.model.publication import (
    Binder,
    Block,
    Callout,
    Cell,
    Chapter,
    Checklist,
    Column,
    Field,
    Fields,
    Heading,
    Item,
    Leaf,
    LeafKind,
    Listing,
    Origin,
    Paragraph,
    Publication,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.saying import say, words
from sopcurric.model.text import Emphasis, Formula, Inline, Language, Phrase, Quantity, Text, sentence
from sopcurric.plugin import OutputFile, RenderContext, Renderer, TemplateSource
from sopcurric.templating import environment

# What the templates see ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PageView:
    """What every page frame needs: language, the way up to the style sheet, printed margins, the draft mark."""

    language: Language
    root: str
    margins: str
    draft: bool


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
    derived_from: tuple[Address, ...] = ()
    blank: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """A table whose blank rows are ordinary rows; `broad` ones scroll sideways on a narrow screen."""

    key: str
    title: Phrase | None
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    headed: bool
    broad: bool
    derived_from: tuple[Address, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading with the element it becomes below the heading of its leaf."""

    key: str
    content: Phrase
    tag: str
    derived_from: tuple[Address, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class CalloutView:
    """A callout with the word for its tone, left out where the title already says it."""

    key: str
    label: Phrase | None
    title: Phrase
    items: tuple[Item, ...]
    tone: str
    derived_from: tuple[Address, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block and the template that lays it out."""

    layout: str
    block: Block | TableView | HeadingView | CalloutView


@dataclass(frozen=True, slots=True)
class LeafView:
    """A leaf with the words of its control strip; `letter` and `kind` stand on its tab."""

    id: str
    href: str
    letter: str
    kind: Phrase | None
    label: str
    title: Phrase
    revision: Phrase
    issued: str
    sources: tuple[Phrase, ...]
    effectivity: Phrase | None
    blocks: tuple[BlockView, ...]
    derived_from: tuple[Address, ...]
    wide: bool


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter with its leaves; `bare` says that its only leaf already has its title."""

    label: str
    title: Phrase
    leaves: tuple[LeafView, ...]
    bare: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    """Chapters that the contents list under one heading."""

    title: Phrase | None
    chapters: tuple[ChapterView, ...]


@dataclass(frozen=True, slots=True)
class BinderView:
    """A binder as its cover, its contents and the index of the package show it."""

    href: str
    document: Phrase
    title: Phrase
    subtitle: Phrase | None
    facts: tuple[Field, ...]
    size: Phrase | None
    loose: bool


@dataclass(frozen=True, slots=True)
class ShelfView:
    """All binders of one kind of document."""

    title: Phrase
    binders: tuple[BinderView, ...]


# Files ---------------------------------------------------------------------------------------------------------------


def _binder(binder: Binder, context: RenderContext) -> tuple[OutputFile, ...]:
    folder = f"html/{_segment(binder.id)}"
    groups = _contents(binder, context.edition.language)
    page = partial(_page, context, margins=_margins(context, binder), binder=_binder_view(binder), groups=groups)
    cover = page(f"{folder}/index.html", "binder")
    if binder.loose:
        return (cover, *_leaves(binder, groups, context))
    return (cover, page(f"{folder}/document.html", "document"))


def _leaves(binder: Binder, groups: Iterable[GroupView], context: RenderContext) -> Iterator[OutputFile]:
    view = _binder_view(binder)
    places = [(chapter, leaf) for group in groups for chapter in group.chapters for leaf in chapter.leaves]
    steps = zip(binder.leaves, places, [None, *places], [*places[1:], None], strict=False)
    for leaf, (chapter, shown), before, after in steps:
        yield _page(
            context,
            f"html/{_segment(binder.id)}/{_segment(leaf.id)}.html",
            "leaf",
            margins=_margins(context, binder, leaf),
            binder=view,
            chapter=chapter,
            leaf=shown,
            previous=before and before[1],
            next=after and after[1],
        )


def _index(publication: Publication, context: RenderContext) -> tuple[OutputFile, ...]:
    views = [(binder.document, _binder_view(binder)) for binder in publication.binders]
    kinds = dict.fromkeys(document for document, _ in views)
    shelves = tuple(
        ShelfView(_document(kind), tuple(view for document, view in views if document == kind)) for kind in kinds
    )
    front = _page(
        context,
        "html/index.html",
        "index",
        root="",
        shelves=shelves,
        publication=publication,
        found=sentence("layout.search.found", count="#"),
    )
    index = OutputFile("html/search-index.js", _search_index(publication).encode())
    return (front, *(_static(context, name) for name in ("style.css", "search.js")), index)


def _page(
    context: RenderContext, path: str, frame: str, *, root: str = "../", margins: str = "", **shown: object
) -> OutputFile:
    page = PageView(context.edition.language, root, margins, context.draft)
    setting = _Setting(context.templates.digest, context.edition.language, context.templates)
    template = _environment(setting).get_template(f"html/{frame}.html.j2")
    return OutputFile(path, template.render(page=page, **shown).encode())


def _static(context: RenderContext, name: str) -> OutputFile:
    text = context.templates.read(f"html/{name}")
    if text is None:
        raise TemplateNotFound(name)
    return OutputFile(f"html/{name}", text.encode())


def _segment(identifier: str) -> str:
    """An identifier as one part of a path: whatever could lead elsewhere or be refused is written in hexadecimal."""
    return re.sub(r"[^\w.-]|^\.", lambda found: f"~{ord(found[0]):x}", identifier)


# Templates -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Setting:
    """What an environment depends on; sources with the same digest hold the same templates."""

    digest: str
    language: Language
    source: TemplateSource = field(compare=False)


@lru_cache(maxsize=8)
def _environment(setting: _Setting) -> Environment:
    language = setting.language
    filters: dict[str, Callable[..., str]] = {
        "say": lambda phrase: _markup(phrase, language),
        "words": partial(words, language=language),
        "term": lambda code: words(sentence(code), language),
        "marks": _marks,
    }
    return environment(setting.source, filters, autoescape=True)


def _markup(phrase: Phrase, language: Language) -> Markup:
    return Markup().join(_run(run) for run in say(phrase, language))


def _run(run: Inline) -> Markup:
    safe = escape(run.text)
    if isinstance(run, Emphasis):
        return Markup("<strong>{}</strong>").format(safe)
    if isinstance(run, Formula):
        return Markup('<span class="formula">{}</span>').format(safe)
    if isinstance(run, Quantity):
        return Markup('<span class="quantity">{}</span>').format(safe)
    return safe


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
    return Markup().join(Markup(' {}="{}"').format(name, value) for name, value in marks.items() if value)


# Views ---------------------------------------------------------------------------------------------------------------


def _binder_view(binder: Binder) -> BinderView:
    return BinderView(
        href=f"{quote(_segment(binder.id))}/index.html",
        document=_document(binder.document),
        title=binder.title,
        subtitle=binder.subtitle,
        facts=binder.facts,
        size=sentence("layout.size", number=len(binder.leaves)) if binder.loose else None,
        loose=binder.loose,
    )


def _contents(binder: Binder, language: Language) -> tuple[GroupView, ...]:
    return tuple(
        GroupView(title, tuple(_chapter_view(chapter, binder, language) for chapter in chapters))
        for title, chapters in groupby(binder.chapters, key=lambda chapter: chapter.group)
    )


def _chapter_view(chapter: Chapter, binder: Binder, language: Language) -> ChapterView:
    leaves = tuple(_leaf_view(leaf, binder, language) for leaf in chapter.leaves)
    own = words(chapter.title, language)
    bare = [words(leaf.title, language) for leaf in leaves] == [own]
    return ChapterView(chapter.label, chapter.title, leaves, bare)


def _leaf_view(leaf: Leaf, binder: Binder, language: Language) -> LeafView:
    kind = sentence(f"layout.kind.{leaf.kind.value}")
    section = leaf.kind is LeafKind.SECTION
    repeated = words(kind, language) in {"", words(leaf.title, language)}
    organisations = _together(Text.plain(language, name) for name in leaf.effectivity)
    return LeafView(
        id=_segment(leaf.id),
        href=_place(leaf, binder),
        letter="" if section else leaf.kind.value,
        kind=None if repeated else kind,
        label=leaf.label,
        title=leaf.title,
        revision=_revision(leaf),
        issued=leaf.issued,
        sources=leaf.sources,
        effectivity=sentence("layout.effectivity", organisations=organisations) if organisations else None,
        blocks=tuple(_block_view(block, 1 if binder.loose else 2, language) for block in leaf.blocks),
        derived_from=leaf.derived_from,
        wide=leaf.wide,
    )


def _place(leaf: Leaf, binder: Binder) -> str:
    name = quote(_segment(leaf.id))
    return f"{name}.html" if binder.loose else f"document.html#{name}"


def _document(kind: str) -> Phrase:
    return sentence(f"layout.document.{kind}")


def _label(leaf: Leaf) -> str:
    """What is printed on a leaf; sections of a plan carry their number in the title."""
    return "" if leaf.kind is LeafKind.SECTION else leaf.label


def _revision(leaf: Leaf) -> Phrase:
    return sentence("layout.revision.number", number=leaf.revision)


def _together(phrases: Iterable[Phrase]) -> Phrase | None:
    listed = tuple(phrases)
    return reduce(lambda first, second: sentence("layout.pair", first=first, second=second), listed) if listed else None


def _block_view(block: Block, depth: int, language: Language) -> BlockView:
    return BlockView(f"html/blocks/{block.kind}.html.j2", _prepared(block, depth, language))


def _prepared(block: Block, depth: int, language: Language) -> Block | TableView | HeadingView | CalloutView:
    match block:
        case Heading(key, content, level, source, origin):
            return HeadingView(key, content, f"h{min(depth + level, 6)}", source, origin)
        case Callout(key, title, items, tone, source, origin):
            label = sentence(f"layout.tone.{tone}")
            repeated = words(label, language) == words(title, language)
            return CalloutView(key, None if repeated else label, title, items, tone, source, origin)
        case Table():
            return _table_view(block)
        case _:
            return block


_BROAD = 4
"""Tables with more columns than this keep a readable width and scroll on a phone."""


def _table_view(table: Table) -> TableView:
    total = sum(column.width for column in table.columns) or 1
    blank = RowView(tuple(_cell_view(Cell(), column, heads=False) for column in table.columns), blank=True)
    return TableView(
        key=table.key,
        title=table.title,
        columns=tuple(ColumnView(column.title, f"width:{100 * column.width / total:.4g}%") for column in table.columns),
        rows=(*_row_views(table), *(blank,) * table.blank_rows),
        headed=any(column.title for column in table.columns),
        broad=len(table.columns) > _BROAD,
        derived_from=table.derived_from,
        origin=table.origin,
    )


def _row_views(table: Table) -> Iterator[RowView]:
    """Rows whose cells know the column they begin in, past what cells spanning from above cover."""
    covered: set[tuple[int, int]] = set()
    for down, row in enumerate(table.rows):
        cells: list[CellView] = []
        across = 0
        for cell in row.cells:
            while (down, across) in covered:
                across += 1
            column = table.columns[min(across, len(table.columns) - 1)]
            cells.append(_cell_view(cell, column, heads=cell.strong and across == 0))
            covered |= {(down + y, across + x) for y in range(cell.rows) for x in range(cell.columns)}
        yield RowView(tuple(cells), row.derived_from)


def _cell_view(cell: Cell, column: Column, *, heads: bool) -> CellView:
    looks = (column.align, "strong" if cell.strong else "", "" if cell.content else "blank")
    return CellView(cell.content, cell.columns, cell.rows, heads, " ".join(look for look in looks if look))


# Margins of the printed sheet ----------------------------------------------------------------------------------------


def _margins(context: RenderContext, binder: Binder, leaf: Leaf | None = None) -> str:
    """What stands in the margins of the printed sheet, as custom properties for the `@page` rules."""
    language = context.edition.language
    boxes = {"head": words(binder.title, language), "kind": words(_document(binder.document), language)}
    if leaf:
        boxes |= {
            "kind": words(sentence(f"layout.kind.{leaf.kind.value}"), language) or boxes["kind"],
            "foot": "  ".join((leaf.label, words(_revision(leaf), language), leaf.issued)),
        }
        sources = _together(leaf.sources)
        boxes["source"] = words(sentence("layout.sources", sources=sources), language) if sources else ""
    if context.draft:
        boxes["draft"] = words(sentence("layout.draft"), language)
    return ";".join(f'--{name}:"{_css(value)}"' for name, value in boxes.items())


def _css(value: str) -> str:
    """Words inside a quoted CSS string: what could end it or act there is written in hexadecimal."""
    return re.sub(r"[\"'\\<>&;{}\x00-\x1f\x7f]", lambda found: f"\\{ord(found[0]):06x}", value)


# Search --------------------------------------------------------------------------------------------------------------

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"(?P<han>[{_HAN}]+)|[^\W_{_HAN}]+")


def _search_index(publication: Publication) -> str:
    """A script that assigns all pages and, for each term, the distances between the pages that have it."""
    language = publication.edition.language
    chapters = [(binder, chapter) for binder in publication.binders for chapter in binder.chapters]
    pages: list[tuple[str, str, str, int]] = []
    found: dict[str, list[int]] = {}
    for place, (binder, chapter) in enumerate(chapters):
        for leaf in chapter.leaves:
            for term in _terms(" ".join((words(chapter.title, language), *_wordings(leaf, language)))):
                found.setdefault(term, []).append(len(pages))
            href = f"{quote(_segment(binder.id))}/{_place(leaf, binder)}"
            pages.append((href, _label(leaf), words(leaf.title, language), place))
    value = {
        "places": [_whereabouts(binder, chapter, language) for binder, chapter in chapters],
        "pages": pages,
        "terms": {term: _distances(numbers) for term, numbers in sorted(found.items())},
    }
    return f"window.sopcurricSearch={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"


def _whereabouts(binder: Binder, chapter: Chapter, language: Language) -> str:
    book = words(binder.title, language)
    return f"{book} · {words(chapter.title, language)}" if binder.loose else book


def _distances(numbers: list[int]) -> list[int]:
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def _terms(text: str) -> set[str]:
    """Words in lower case and, since Chinese has no spaces, every two neighbouring Chinese characters."""
    terms: set[str] = set()
    for token in _TOKEN.finditer(unicodedata.normalize("NFKC", text).lower()):
        run = token[0]
        pairs = {run[at : at + 2] for at in range(len(run) - 1)} if token["han"] else set()
        terms |= pairs or {run}
    return terms


def _wordings(leaf: Leaf, language: Language) -> Iterator[str]:
    yield _label(leaf)
    for phrase in (leaf.title, *leaf.sources, *(phrase for block in leaf.blocks for phrase in _phrases(block))):
        yield words(phrase, language)


def _phrases(block: Block) -> Iterator[Phrase]:
    """Everything that a block says, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.content
        case Listing(items=items):
            yield from (item.content for item in items)
        case Checklist(title=title, items=items) | Callout(title=title, items=items):
            yield from (title,) if title else ()
            yield from (item.content for item in items)
        case Table(title=title, columns=columns, rows=rows):
            yield from (title,) if title else ()
            yield from (column.title for column in columns)
            yield from _cell_phrases(rows)
        case Fields(fields=fields):
            yield from (phrase for one in fields for phrase in (one.label, one.value) if phrase)
        case Signatures(roles=roles):
            yield from roles


def _cell_phrases(rows: Iterable[Row]) -> Iterator[Phrase]:
    yield from (phrase for row in rows for cell in row.cells for phrase in cell.content)


RENDERER = Renderer(name="html", version=1, binder=_binder, index=_index)
