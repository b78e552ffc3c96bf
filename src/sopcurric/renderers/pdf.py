"""PDF: Jinja writes a Typst source in which all user text is quoted, Typst prints it."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

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
    Leaf,
    LeafKind,
    Row,
    Table,
)
from sopcurric.model.saying import say, words
from sopcurric.model.text import Emphasis, Inline, Language, Phrase, Quantity, Sentence, sentence
from sopcurric.plugin import OutputFile, RenderContext, Renderer, RenderingError
from sopcurric.templating import environment

if TYPE_CHECKING:
    from typst import Fonts

_NAME_LENGTH = 60
_LONG_VALUE = 20
_SHORT_ITEM = 15
_CALLOUT_LIMIT = 500
_CELL_MARGIN = 3.3
_CHARACTER = 3.36
_LATIN = 0.58
_LONGEST_WORD = 9.0
_WORD = re.compile(r"[!-~]+?(?:-|$|(?=[^!-~]))")


class MissingPackageError(RenderingError):
    """The Typst compiler is not installed."""

    def __init__(self) -> None:
        """Say what to install."""
        super().__init__("LEF001", package="typst", command='pip install "sopcurric[pdf]"')


class MissingFontError(RenderingError):
    """A font family that the project wants is in none of the font folders."""

    def __init__(self, family: str, known: Iterable[str]) -> None:
        """Keep the family."""
        super().__init__("LEF002", family=family, known=", ".join(known) or "—")


class MissingGlyphError(RenderingError):
    """The fonts do not have some characters, which would be printed as empty boxes."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        """Keep the characters."""
        named = ", ".join(f"{text} ({' '.join(f'U+{ord(one):04X}' for one in text)})" for text in characters)
        super().__init__("LEF005", what=named, characters=characters)


class PrintingError(RenderingError):
    """Typst cannot print what a template made."""

    def __init__(self, what: str) -> None:
        """Keep what Typst says."""
        super().__init__("LEF006", what=what)



@dataclass(frozen=True, slots=True)
class Sheet:
    """Room on a page in millimetres, and how many lines of a table row may stay together."""

    width: float
    lines: int


@dataclass(frozen=True, slots=True)
class Measures:
    """Room on upright and on wide pages."""

    upright: Sheet
    wide: Sheet


BOOK = Measures(Sheet(162, 28), Sheet(261, 16))
PLAN = Measures(Sheet(156, 28), Sheet(247, 16))


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading with its level in the whole document."""

    content: Phrase
    level: int


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column with its share of the width in hundredths."""

    title: Phrase
    share: int
    align: str


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell; `together` forbids a page break inside."""

    content: tuple[Phrase, ...]
    columns: int = 1
    rows: int = 1
    strong: bool = False
    together: bool = True


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with every place of its grid covered."""

    title: Phrase | None
    columns: tuple[ColumnView, ...]
    rows: tuple[tuple[CellView, ...], ...]


@dataclass(frozen=True, slots=True)
class FieldsView:
    """Labelled values, line by line: two to a line, long ones alone."""

    lines: tuple[tuple[Field, ...], ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """A checklist; short items stand in two columns."""

    title: Phrase | None
    items: tuple[Phrase, ...]
    double: bool


@dataclass(frozen=True, slots=True)
class CalloutView:
    """A box with the word for its tone; the title is absent where it says the same."""

    tone: str
    word: Sentence
    title: Phrase | None
    items: tuple[Phrase, ...]
    together: bool


PlacedRow = list[tuple[Cell, range]]
BlockView = Block | HeadingView | TableView | FieldsView | ChecklistView | CalloutView


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block with the path of the template that lays it out."""

    layout: str
    block: BlockView


@dataclass(frozen=True, slots=True)
class LeafView:
    """A leaf as frames place it. `letter` and `kind` are absent where they would say nothing."""

    anchor: str
    letter: str | None
    kind: Sentence | None
    title: Phrase | None
    label: str
    mark: Sentence
    revision: Sentence
    issued: str
    sources: Sentence | None
    effectivity: Sentence | None
    wide: bool
    blocks: tuple[PlacedBlock, ...]


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter; `group` is given where a new group begins."""

    anchor: str
    label: str
    title: Phrase
    group: Phrase | None
    leaves: tuple[LeafView, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A leaf of a plan; `chapter` is given where a chapter begins."""

    chapter: ChapterView | None
    leaf: LeafView


@dataclass(frozen=True, slots=True)
class RunView:
    """Leaves of a plan that follow each other on pages of one orientation."""

    wide: bool
    parts: tuple[PartView, ...]


@dataclass(frozen=True, slots=True)
class BinderView:
    """Everything that a frame places."""

    language: Language
    chinese: bool
    body_font: str
    heading_font: str
    title: Phrase
    plain_title: str
    subtitle: Phrase | None
    document: Sentence
    package: str
    edition: Phrase | None
    publisher: str
    as_of: str
    draft: bool
    facts: tuple[Field, ...]
    chapters: tuple[ChapterView, ...]
    runs: tuple[RunView, ...]


def _render(binder: Binder, context: RenderContext) -> tuple[OutputFile, ...]:
    language = context.edition.language
    jinja = environment(
        context.templates,
        {
            "say": lambda phrase: _expression(phrase, language),
            "literal": _literal,
            "wording": lambda code: _expression(sentence(code), language),
        },
        typst=True,
    )
    frame = jinja.get_template("typst/book.typ.j2" if binder.loose else "typst/plan.typ.j2")
    source = frame.render(book=_binder(binder, context))
    path = f"pdf/{_file_name(binder.id, words(binder.title, language))}.pdf"
    return (OutputFile(path, _printed(source, context)),)


def _file_name(identity: str, title: str) -> str:
    """A name that Windows accepts, too."""
    safe = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]+', "", f"{identity}-{title}")
    return re.sub(r"\s+", " ", safe)[:_NAME_LENGTH].strip(" .-")


# From text to Typst


def _expression(phrase: Phrase, language: Language) -> str:
    """A phrase as one Typst expression; words of the user stand nowhere but between quotes."""
    pieces = [piece for run in say(phrase, language) for piece in _pieces(run)]
    if not pieces:
        return '""'
    if len(pieces) == 1:
        return pieces[0]
    return f"[{''.join(f'#{piece};' for piece in pieces)}]"


_ESCAPES = {
    **dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " "),
    ord("\\"): "\\\\",
    ord('"'): '\\"',
    ord("☐"): "□",
}


def _literal(text: str) -> str:
    """A Typst string literal: nothing inside it is code or markup."""
    return f'"{text.translate(_ESCAPES)}"'


_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ"
_LEVEL = str.maketrans(_RAISED + _LOWERED, "0123456789+−=()ni" * 2)
_PARTS = re.compile(f"(\\n|[¹²³]*[⁰⁴-⁹⁺⁻⁼⁽⁾ⁿⁱ][{_RAISED}]*|[{_LOWERED}]+)")


def _pieces(run: Inline) -> Iterator[str]:
    """Typst expressions of a run. Fonts have few small digits, so these are set as true indices."""
    text = run.text.replace(" ", "\u00a0") if isinstance(run, Quantity) else run.text
    for part in filter(None, _PARTS.split(text)):
        piece = _literal(part)
        if part == "\n":
            piece = "linebreak()"
        elif _PARTS.fullmatch(part):
            piece = f"{'sub' if part[0] in _LOWERED else 'super'}({_literal(part.translate(_LEVEL))})"
        yield f"strong({piece})" if isinstance(run, Emphasis) else piece


# From blocks to views


def _placed(block: Block, sheet: Sheet, level: int, language: Language) -> PlacedBlock:
    view: BlockView = block
    match block:
        case Heading():
            view = HeadingView(block.content, level + block.level)
        case Table():
            view = _table(block, sheet, language)
        case Fields():
            view = FieldsView(tuple(_lines(block.fields, language)))
        case Checklist():
            items = tuple(item.content for item in block.items)
            view = ChecklistView(block.title, items, all(_length(item, language) < _SHORT_ITEM for item in items))
        case Callout():
            view = _callout(block, language)
    return PlacedBlock(f"typst/blocks/{block.kind}.typ.j2", view)


def _callout(block: Callout, language: Language) -> CalloutView:
    word = sentence(f"layout.tone.{block.tone}")
    title = None if words(block.title, language) == words(word, language) else block.title
    items = tuple(item.content for item in block.items)
    together = sum(_length(item, language) for item in items) < _CALLOUT_LIMIT
    return CalloutView(block.tone, word, title, items, together)


def _lines(fields: tuple[Field, ...], language: Language) -> Iterator[tuple[Field, ...]]:
    waiting: Field | None = None
    for field in fields:
        long = field.value is not None and _length(field.value, language) > _LONG_VALUE
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


def _length(phrase: Phrase, language: Language) -> float:
    """About how many full-width characters a phrase takes."""
    return sum(_LATIN if character.isascii() else 1 for character in words(phrase, language))


def _table(table: Table, sheet: Sheet, language: Language) -> TableView:
    grid = list(_grid(table.rows, len(table.columns)))
    widths = _widths(table.columns, _floors(table.columns, grid, language), sheet.width)
    columns = tuple(
        ColumnView(column.title, round(width * 100), column.align)
        for column, width in zip(table.columns, widths, strict=True)
    )
    rows = [_row(row, widths, sheet, language) for row in grid]
    blank = tuple(CellView(()) for _ in columns)
    return TableView(table.title, columns, (*rows, *(blank for _ in range(table.blank_rows))))


def _floors(columns: tuple[Column, ...], grid: list[PlacedRow], language: Language) -> list[float]:
    """Least widths in millimetres: two full-width characters, or the longest code or word that cannot be broken."""
    floors = [_longest(column.title, language) for column in columns]
    for row in grid:
        for cell, places in row:
            if len(places) == 1:
                floors[places[0]] = max([floors[places[0]], *(_longest(text, language) for text in cell.content)])
    return [max(2.1, min(floor, _LONGEST_WORD)) * _CHARACTER + _CELL_MARGIN for floor in floors]


def _longest(phrase: Phrase, language: Language) -> float:
    return max((len(word) * _LATIN for word in _WORD.findall(words(phrase, language))), default=0.0)


def _widths(columns: tuple[Column, ...], floors: list[float], room: float) -> list[float]:
    """Widths in millimetres by share, but none below its floor as long as there is room for that."""
    if sum(floors) >= room:
        return [floor * room / sum(floors) for floor in floors]
    shares = [max(1, column.width) for column in columns]
    narrow: set[int] = set()
    while True:
        rest = room - sum(floors[place] for place in narrow)
        total = sum(share for place, share in enumerate(shares) if place not in narrow) or 1
        widths = [floors[place] if place in narrow else rest * share / total for place, share in enumerate(shares)]
        more = {place for place, width in enumerate(widths) if width < floors[place] - 1e-9}
        if not more:
            return widths
        narrow |= more


def _grid(rows: tuple[Row, ...], width: int) -> Iterator[PlacedRow]:
    """Each row with the columns its cells cover; places that no cell covers get an empty one."""
    covered = [0] * width
    for row in rows:
        placed: PlacedRow = []
        cells = iter(row.cells)
        place = 0
        while place < width:
            if covered[place]:
                covered[place] -= 1
                place += 1
                continue
            cell = next(cells, Cell())
            places = range(place, min(width, place + max(1, cell.columns)))
            for column in places:
                covered[column] = max(1, cell.rows) - 1
            placed.append((cell, places))
            place = places.stop
        yield placed


def _row(row: PlacedRow, widths: list[float], sheet: Sheet, language: Language) -> tuple[CellView, ...]:
    """The cells of a row, which stays on one page unless it is too tall."""
    together = all(cell.rows > 1 or _height(cell, places, widths, language) <= sheet.lines for cell, places in row)
    return tuple(
        CellView(cell.content, len(places), max(1, cell.rows), cell.strong, together and cell.rows <= 1)
        for cell, places in row
    )


def _height(cell: Cell, places: range, widths: list[float], language: Language) -> int:
    """About how many lines a cell takes."""
    room = max(_CHARACTER, sum(widths[place] for place in places) - _CELL_MARGIN)
    return sum(math.ceil(_length(phrase, language) * _CHARACTER / room) for phrase in cell.content)


# From binders to views


def _binder(binder: Binder, context: RenderContext) -> BinderView:
    chapters = tuple(_chapters(binder, context.edition.language))
    return BinderView(
        language=context.edition.language,
        chinese=context.edition.language == "zh",
        body_font=context.fonts.body,
        heading_font=context.fonts.heading,
        title=binder.title,
        plain_title=words(binder.title, context.edition.language),
        subtitle=binder.subtitle,
        document=sentence(f"layout.document.{binder.document}"),
        package=context.title,
        edition=context.edition.title,
        publisher=context.publisher,
        as_of=context.as_of,
        draft=context.draft,
        facts=binder.facts,
        chapters=chapters,
        runs=tuple(_runs(chapters)),
    )


def _chapters(binder: Binder, language: Language) -> Iterator[ChapterView]:
    group = ""
    for number, chapter in enumerate(binder.chapters):
        named = words(chapter.group, language) if chapter.group else ""
        leaves = tuple(
            _leaf(leaf, chapter, f"{number}-{place}", binder, language) for place, leaf in enumerate(chapter.leaves)
        )
        opens = chapter.group if named != group else None
        yield ChapterView(f"chapter-{number}", chapter.label, chapter.title, opens, leaves)
        group = named


def _leaf(leaf: Leaf, chapter: Chapter, anchor: str, binder: Binder, language: Language) -> LeafView:
    measures = BOOK if binder.loose else PLAN
    sheet = measures.wide if leaf.wide else measures.upright
    titled = binder.loose or words(leaf.title, language) != words(chapter.title, language)
    level = 2 if titled else 1
    section = leaf.kind is LeafKind.SECTION
    kind = sentence(f"layout.kind.{leaf.kind.value}")
    return LeafView(
        anchor=f"leaf-{anchor}",
        letter=None if section else leaf.kind.value,
        kind=None if section or words(kind, language) == words(leaf.title, language) else kind,
        title=leaf.title if titled else None,
        label=leaf.label,
        mark=sentence("layout.leaf.mark", label=leaf.label),
        revision=sentence("layout.revision.number", number=leaf.revision),
        issued=leaf.issued,
        sources=_joined("layout.sources", "sources", (words(source, language) for source in leaf.sources), language),
        effectivity=_joined("layout.effectivity", "organisations", leaf.effectivity, language),
        wide=leaf.wide,
        blocks=tuple(_placed(block, sheet, level, language) for block in leaf.blocks),
    )


def _joined(code: str, place: str, parts: Iterable[str], language: Language) -> Sentence | None:
    text = words(sentence("layout.joint"), language).join(parts)
    return Sentence(code, ((place, text),)) if text else None


def _runs(chapters: tuple[ChapterView, ...]) -> Iterator[RunView]:
    """The leaves of a plan, parted where the orientation of the page changes."""
    parts: list[PartView] = []
    for chapter in chapters:
        for place, leaf in enumerate(chapter.leaves):
            if parts and parts[-1].leaf.wide != leaf.wide:
                yield RunView(parts[-1].leaf.wide, tuple(parts))
                parts = []
            parts.append(PartView(None if place else chapter, leaf))
    if parts:
        yield RunView(parts[-1].leaf.wide, tuple(parts))


# From Typst to PDF

# Typst keeps what it laid out for some further compilations, half a gigabyte for a book of 350 leaves. Empty ones drive
# it out.
_UNDATED = "2000-01-01"  # a file needs some date; drafts without one print none
_LARGE = 100_000
_KEPT = 12
_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')
_PLACE = re.compile(r"[^ ]*__typst_py_bytes__\.typ")


def _printed(source: str, context: RenderContext) -> bytes:
    """The bytes of the PDF.

    PDF/A is asked for because only then does Typst report characters that no font has.

    Raises:
        MissingPackageError: Typst is not installed.
        MissingFontError: a family is not in the folders.
        MissingGlyphError: the fonts lack characters.
        PrintingError: Typst found a fault in a template.
    """
    try:
        import typst  # noqa: PLC0415 - costs time and may be absent
    except ImportError as fault:
        raise MissingPackageError from fault
    fonts = _fonts(context.fonts.folders)
    known = fonts.families()
    for family in (context.fonts.body, context.fonts.heading):
        if family not in known:
            raise MissingFontError(family, known)
    moment = datetime.fromisoformat(context.as_of or _UNDATED).replace(tzinfo=UTC)
    root = context.fonts.folders[0]  # nothing but fonts can be read from a template
    try:
        compiler = typst.Compiler(root=root, font_paths=fonts, ignore_system_fonts=True)
        made = compiler.compile(source.encode(), format="pdf", pdf_standards="a-2b", timestamp=int(moment.timestamp()))
    except typst.TypstError as fault:
        characters = tuple(sorted(set(_LACKING.findall(f"{fault.message}\n{fault.diagnostic}"))))
        if characters:
            raise MissingGlyphError(characters) from fault
        raise PrintingError(_PLACE.sub("", fault.diagnostic or fault.message)) from fault
    if len(source) > _LARGE:
        for _ in range(_KEPT):
            compiler.compile(b"", format="pdf")
    if not isinstance(made, bytes):
        raise PrintingError("Typst printed nothing")
    return made


@lru_cache(maxsize=8)
def _fonts(folders: tuple[str, ...]) -> "Fonts":
    """The fonts of some folders, read once: this takes longer than printing a leaf."""
    import typst  # noqa: PLC0415 - see above

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))


RENDERER = Renderer(name="pdf", version=1, binder=_render, index=lambda _publication, _context: (), threads=True)
