"""PDF: Jinja writes a Typst source in which all user text is quoted, Typst prints it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from sopcurric.artefacts import pdf, raw
from sopcurric.model.publication import (
    Binder,
    Block,
    Callout,
    Chapter,
    Checklist,
    Diagram,
    Field,
    Fields,
    Heading,
    Leaf,
    Picture,
    Table,
)
from sopcurric.model.text import Language, Phrase, Sentence, sentence
from sopcurric.plugin import OutputFile, RenderContext, Renderer
from sopcurric.printing.diagram_typst import DiagramView, diagram_view
from sopcurric.printing.frames import Dialect, Filters, frame
from sopcurric.printing.outline import (
    BinderHead,
    CalloutHead,
    ChapterOutline,
    GroupOutline,
    LeafHead,
    Stamp,
    binder_head,
    callout_head,
    contents,
    has_contents,
    leaf_head,
    notice,
    stamp,
)
from sopcurric.printing.paths import file_name
from sopcurric.printing.picture_typst import PictureView, picture_view
from sopcurric.printing.typst_printing import printed
from sopcurric.printing.typst_source import expression, literal
from sopcurric.printing.typst_table import Sheet, TableView, length, table_view
from sopcurric.printing.wording import NOTHING, words

_LONG_VALUE = 20
_SHORT_ITEM = 15
_CALLOUT_LIMIT = 500
_SHORTEST_LABEL, _LONGEST_LABEL = 5, 9


@dataclass(frozen=True, slots=True)
class Measures:
    """Room on upright and on wide pages."""

    upright: Sheet
    wide: Sheet


BOOK = Measures(Sheet(162, 28, form=True), Sheet(261, 16, form=True))
PLAN = Measures(Sheet(156, 28, form=False), Sheet(247, 16, form=False))

# What the templates see ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading with its level in the whole document."""

    content: Phrase
    level: int


@dataclass(frozen=True, slots=True)
class FieldsView:
    """Labelled values, line by line: two to a line, long ones alone; `label` is the width of labels in letters."""

    lines: tuple[tuple[Field, ...], ...]
    label: int


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """A checklist; short items stand in two columns."""

    title: Phrase | None
    items: tuple[Phrase, ...]
    double: bool


@dataclass(frozen=True, slots=True)
class CalloutView:
    """A box; `together` forbids a page break inside."""

    head: CalloutHead
    together: bool


BlockShown = Block | HeadingView | TableView | FieldsView | ChecklistView | CalloutView | DiagramView | PictureView


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block and the template that lays it out."""

    layout: str
    block: BlockShown


@dataclass(frozen=True, slots=True)
class LeafView:
    """A leaf as frames place it; `titled` says that it does not just repeat the title of its chapter."""

    anchor: str
    head: LeafHead
    mark: Sentence
    titled: bool
    blocks: tuple[BlockView, ...]


Groups = tuple[GroupOutline[LeafView], ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A leaf of a plan; `chapter` is given where a chapter begins."""

    chapter: ChapterOutline[LeafView] | None
    leaf: LeafView


@dataclass(frozen=True, slots=True)
class RunView:
    """Leaves of a plan that follow each other on pages of one orientation."""

    wide: bool
    parts: tuple[PartView, ...]


@dataclass(frozen=True, slots=True)
class BookView:
    """Everything that a frame places."""

    language: Language
    chinese: bool
    body_font: str
    heading_font: str
    head: BinderHead
    plain_title: str
    package: str
    edition: Phrase | None
    publisher: str
    as_of: str
    draft: bool
    notice: Sentence | None
    stamp: Stamp | None
    groups: Groups
    runs: tuple[RunView, ...]
    listed: bool


# Files ---------------------------------------------------------------------------------------------------------------


def _render(binder: Binder, context: RenderContext) -> tuple[OutputFile, ...]:
    template = frame(_DIALECT, context, "typst/book.typ.j2" if binder.loose else "typst/plan.typ.j2")
    source = template.render(book=_book(binder, context))
    name = file_name(binder.id, words(binder.title, context.edition.language))
    return (OutputFile(f"pdf/{name}.pdf", printed(source, context)),)


def _filters(language: Language) -> Filters:
    return {
        "say": lambda phrase: expression(phrase, language),
        "literal": literal,
        "wording": lambda code: expression(sentence(code), language),
    }


_DIALECT = Dialect(_filters, typst=True)


# Binders -------------------------------------------------------------------------------------------------------------


def _book(binder: Binder, context: RenderContext) -> BookView:
    language = context.edition.language
    numbers = count()
    groups = contents(
        binder, language, lambda leaf, chapter: _leaf(leaf, chapter, f"leaf-{next(numbers)}", binder, context)
    )
    return BookView(
        language=language,
        chinese=language == "zh",
        body_font=context.fonts.body,
        heading_font=context.fonts.heading,
        head=binder_head(binder),
        plain_title=words(binder.title, language),
        package=context.title,
        edition=context.edition.title,
        publisher=context.publisher,
        as_of=context.as_of or NOTHING,
        draft=context.draft,
        notice=notice(context.edition),
        stamp=stamp(context.edition),
        groups=groups,
        runs=tuple(_runs(groups)),
        listed=has_contents(binder),
    )


def _leaf(leaf: Leaf, chapter: Chapter, anchor: str, binder: Binder, context: RenderContext) -> LeafView:
    language = context.edition.language
    measures = BOOK if binder.loose else PLAN
    sheet = measures.wide if leaf.wide else measures.upright
    titled = words(leaf.title, language) != words(chapter.title, language)
    level = 2 if titled or binder.loose else 1
    return LeafView(
        anchor=anchor,
        head=leaf_head(leaf, chapter, binder, language),
        mark=sentence("layout.leaf.mark", label=leaf.label),
        titled=titled,
        blocks=tuple(_block(block, sheet, level, context) for block in leaf.blocks),
    )


def _runs(groups: Groups) -> Iterator[RunView]:
    """The leaves of a plan, parted where the orientation of the page changes."""
    parts: list[PartView] = []
    for chapter in (chapter for group in groups for chapter in group.chapters):
        for place, leaf in enumerate(chapter.leaves):
            if parts and parts[-1].leaf.head.wide != leaf.head.wide:
                yield RunView(parts[-1].leaf.head.wide, tuple(parts))
                parts = []
            parts.append(PartView(None if place else chapter, leaf))
    if parts:
        yield RunView(parts[-1].leaf.head.wide, tuple(parts))


# Blocks --------------------------------------------------------------------------------------------------------------


def _block(block: Block, sheet: Sheet, level: int, context: RenderContext) -> BlockView:
    language = context.edition.language
    shown: BlockShown
    match block:
        case Diagram():
            shown = diagram_view(block, language)
        case Picture(file=file):
            shown = picture_view(block, context.pictures.read(file), sheet.width, language)
        case _:
            shown = _prepared(block, sheet, level, language)
    return BlockView(f"typst/blocks/{block.kind}.typ.j2", shown)


def _prepared(block: Block, sheet: Sheet, level: int, language: Language) -> BlockShown:
    match block:
        case Heading():
            return HeadingView(block.content, level + block.level)
        case Table():
            return table_view(block, sheet, language)
        case Fields(fields=fields):
            longest = max((length(field.label, language) for field in fields), default=0)
            label = round(min(max(longest, _SHORTEST_LABEL), _LONGEST_LABEL))
            return FieldsView(tuple(_lines(fields, language)), label)
        case Checklist():
            items = tuple(item.content for item in block.items)
            return ChecklistView(block.title, items, all(length(item, language) < _SHORT_ITEM for item in items))
        case Callout(items=points):
            room = sum(length(point.content, language) for point in points)
            return CalloutView(callout_head(block, language), room < _CALLOUT_LIMIT)
        case _:
            return block


def _lines(fields: Iterable[Field], language: Language) -> Iterator[tuple[Field, ...]]:
    waiting: Field | None = None
    for field in fields:
        long = field.value is not None and length(field.value, language) > _LONG_VALUE
        if waiting is not None and not long:
            yield waiting, field
            waiting = None
            continue
        if waiting is not None:
            yield (waiting,)
        waiting = None if long else field
        if long:
            yield (field,)
    if waiting is not None:
        yield (waiting,)


# Reading back --------------------------------------------------------------------------------------------------------


def _said(file: OutputFile) -> Iterable[str]:
    return pdf.said(file.content) if file.path.endswith(".pdf") else raw.said(file.content)


RENDERER = Renderer(
    name="pdf", version=3, binder=_render, index=lambda _publication, _context: (), said=_said, threads=True
)
