"""Markdown: the same binders as plain files that read well in a repository, in a review, or in a terminal.

The dialect is GitHub's: pipe tables, task lists. What a person wrote stays words: every character that could act as
Markdown or HTML is made inert, and no other, so that the files can be read as they are.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial, reduce
from itertools import groupby
from urllib.parse import quote

from jinja2 import Environment

from sopcurric.model.publication import (
    Binder,
    Block,
    Callout,
    Cell,
    Chapter,
    Field,
    Fields,
    Heading,
    Item,
    Leaf,
    LeafKind,
    Publication,
    Table,
)
from sopcurric.model.saying import say, words
from sopcurric.model.text import Emphasis, Inline, Language, Phrase, Plain, Text, sentence
from sopcurric.plugin import OutputFile, RenderContext, Renderer, TemplateSource
from sopcurric.templating import environment

# What the templates see ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading with its number signs."""

    signs: str
    content: Phrase


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a pipe table; cells covered by a span have no content."""

    content: tuple[Phrase, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as a full grid, with the dashes that align each column."""

    title: Phrase | None
    columns: tuple[Phrase, ...]
    rules: tuple[str, ...]
    rows: tuple[tuple[CellView, ...], ...]


@dataclass(frozen=True, slots=True)
class FieldsView:
    """Labels with their values; a value to fill in is a line to write on."""

    fields: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class CalloutView:
    """A callout with the word for its tone, left out where the title already says it."""

    label: Phrase | None
    title: Phrase
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block and the template that lays it out."""

    layout: str
    block: Block | HeadingView | TableView | FieldsView | CalloutView


@dataclass(frozen=True, slots=True)
class LeafView:
    """A leaf with the parts of its control line."""

    anchor: str
    href: str
    label: str
    title: Phrase
    revision: Phrase
    issued: str
    sources: Phrase | None
    effectivity: Phrase | None
    blocks: tuple[BlockView, ...]


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
    """A binder as its cover, its contents and the index show it."""

    href: str
    document: Phrase
    title: Phrase
    subtitle: Phrase | None
    facts: tuple[Phrase, ...]
    loose: bool


@dataclass(frozen=True, slots=True)
class ShelfView:
    """All binders of one kind of document."""

    title: Phrase
    binders: tuple[BinderView, ...]


# Files ---------------------------------------------------------------------------------------------------------------


def _binder(binder: Binder, context: RenderContext) -> tuple[OutputFile, ...]:
    folder = f"markdown/{_segment(binder.id)}"
    groups = _contents(binder, context.edition.language)
    page = partial(_page, context, binder=_binder_view(binder))
    cover = page(f"{folder}/README.md", "binder", groups=groups)
    if not binder.loose:
        return (cover, page(f"{folder}/document.md", "document", groups=groups))
    leaves = (
        page(f"{folder}/{leaf.anchor}.md", "leaf", chapter=chapter, leaf=leaf)
        for group in groups
        for chapter in group.chapters
        for leaf in chapter.leaves
    )
    return (cover, *leaves)


def _index(publication: Publication, context: RenderContext) -> tuple[OutputFile, ...]:
    views = [(binder.document, _binder_view(binder)) for binder in publication.binders]
    kinds = dict.fromkeys(document for document, _ in views)
    shelves = tuple(
        ShelfView(_document(kind), tuple(view for document, view in views if document == kind)) for kind in kinds
    )
    return (_page(context, "markdown/README.md", "index", shelves=shelves, publication=publication),)


def _page(context: RenderContext, path: str, frame: str, **shown: object) -> OutputFile:
    setting = _Setting(context.templates.digest, context.edition.language, context.templates)
    template = _environment(setting).get_template(f"markdown/{frame}.md.j2")
    return OutputFile(path, _tidy(template.render(draft=context.draft, **shown)).encode())


def _tidy(text: str) -> str:
    """Text with at most one empty line in a row, and one newline at its end."""
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


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
        "say": partial(_markup, language=language),
        "bold": partial(_bold, language=language),
        "term": lambda code: _markup(sentence(code), language),
        "name": lambda name: _line((Plain(name),)),
    }
    return environment(setting.source, filters)


def _markup(phrase: Phrase, language: Language) -> str:
    return _line(say(phrase, language))


def _bold(phrase: Phrase, language: Language) -> str:
    """The words of a phrase, all of them stressed."""
    return _line((Emphasis(words(phrase, language)),))


# Escaping ------------------------------------------------------------------------------------------------------------

_SPACE = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")
_ALWAYS = re.compile(r"[\\`*\[\]|~$]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_NUMBER_SIGN = re.compile(r"(?:(?<=\s)|^)#")
_TAG = re.compile(r"<(?=[A-Za-z/!?]|$)")
_ENTITY = re.compile(r"&(?=#?\w*(?:;|$))")
_LINE_START = re.compile(r"^(?:(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?=>|=+\s*$|[-+](?:\s|-|$)))")


def _line(runs: Iterable[Inline]) -> str:
    """Runs as one line of Markdown, inert also where the line begins."""
    line = "".join(_run(run) for run in runs).strip()
    return _LINE_START.sub(lambda found: f"{found['number'] or ''}\\", line, count=1)


def _run(run: Inline) -> str:
    safe = _escape(run.text)
    if not isinstance(run, Emphasis) or not safe.strip():
        return safe
    # Asterisks beside punctuation do not open or close next to Chinese characters.
    plain_edges = run.text[0].isalnum() and run.text[-1].isalnum()
    return f"**{safe}**" if plain_edges else f"<strong>{safe}</strong>"


def _escape(text: str) -> str:
    """Words that mean themselves in Markdown and in HTML."""
    line = _ALWAYS.sub(r"\\\g<0>", _SPACE.sub(" ", text))
    line = _NUMBER_SIGN.sub(r"\\#", _UNDERSCORE.sub(r"\\_", line))
    return _TAG.sub("&lt;", _ENTITY.sub("&amp;", line))


# Views ---------------------------------------------------------------------------------------------------------------


def _binder_view(binder: Binder) -> BinderView:
    return BinderView(
        href=f"{quote(_segment(binder.id))}/README.md",
        document=_document(binder.document),
        title=binder.title,
        subtitle=binder.subtitle,
        facts=_field_phrases(binder.facts),
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
    anchor = _segment(leaf.id)
    sources = _together(leaf.sources)
    organisations = _together(Text.plain(language, name) for name in leaf.effectivity)
    return LeafView(
        anchor=anchor,
        href=f"{quote(anchor)}.md" if binder.loose else f"document.md#{quote(anchor)}",
        label="" if leaf.kind is LeafKind.SECTION else leaf.label,
        title=leaf.title,
        revision=sentence("layout.revision.number", number=leaf.revision),
        issued=leaf.issued,
        sources=sentence("layout.sources", sources=sources) if sources else None,
        effectivity=sentence("layout.effectivity", organisations=organisations) if organisations else None,
        blocks=tuple(_block_view(block, 1 if binder.loose else 2, language) for block in leaf.blocks),
    )


def _document(kind: str) -> Phrase:
    return sentence(f"layout.document.{kind}")


def _together(phrases: Iterable[Phrase]) -> Phrase | None:
    listed = tuple(phrases)
    return reduce(lambda first, second: sentence("layout.pair", first=first, second=second), listed) if listed else None


def _field_phrases(fields: Iterable[Field]) -> tuple[Phrase, ...]:
    line = sentence("layout.write")
    return tuple(sentence("layout.field", label=one.label, value=one.value or line) for one in fields)


def _block_view(block: Block, depth: int, language: Language) -> BlockView:
    return BlockView(f"markdown/blocks/{block.kind}.md.j2", _prepared(block, depth, language))


def _prepared(
    block: Block, depth: int, language: Language
) -> Block | HeadingView | TableView | FieldsView | CalloutView:
    match block:
        case Heading(content=content, level=level):
            return HeadingView("#" * min(depth + level, 6), content)
        case Fields(fields=fields):
            return FieldsView(_field_phrases(fields))
        case Callout(title=title, items=items, tone=tone):
            label = sentence(f"layout.tone.{tone}")
            return CalloutView(None if words(label, language) == words(title, language) else label, title, items)
        case Table():
            return _table_view(block)
        case _:
            return block


_RULES = {"left": "---", "center": ":---:", "right": "---:"}


def _table_view(table: Table) -> TableView:
    blank = (CellView(),) * len(table.columns)
    return TableView(
        title=table.title,
        columns=tuple(column.title for column in table.columns),
        rules=tuple(_RULES[column.align] for column in table.columns),
        rows=(*_grid(table), *(blank,) * table.blank_rows),
    )


def _grid(table: Table) -> Iterator[tuple[CellView, ...]]:
    """Full rows: a cell stands where it begins, and what else it covers is empty."""
    taken: dict[tuple[int, int], CellView] = {}
    for down, row in enumerate(table.rows):
        across = 0
        for cell in row.cells:
            while (down, across) in taken:
                across += 1
            taken |= {(down + y, across + x): CellView() for y in range(cell.rows) for x in range(cell.columns)}
            taken[down, across] = _cell_view(cell)
        yield tuple(taken.get((down, place), CellView()) for place in range(len(table.columns)))


def _cell_view(cell: Cell) -> CellView:
    return CellView(cell.content, cell.strong)


RENDERER = Renderer(name="markdown", version=1, binder=_binder, index=_index)
