"""Tables for pages of a known size: widths of columns, and rows that stay on one page."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sopcurric.model.publication import Column, Table
from sopcurric.model.saying import say
from sopcurric.model.text import Language, Phrase, Quantity, by_line
from sopcurric.printing.grid import GridRow, Placed, grid
from sopcurric.printing.wording import plain, words

_CELL_MARGIN = 3.3
_CHARACTER = 3.36
_LATIN = 0.58
_LONGEST_WORD = 9.0
_NARROWEST = 2.1
_SHORT = 7.5
_SLACK = 0.15
_SHARE_OF_SHORT = 0.8
_LOW = 0.5
_ROW = 0.7
_NARROW = re.compile("[\x00-\xff–≤≥−]")
_WORD = re.compile(r"[!-~]+?(?:-|$|(?=[^!-~]))")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Room on a page in millimetres, how many lines of a row may stay together, whether people write into tables."""

    width: float
    lines: int
    form: bool


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column with its share of the width in hundredths."""

    title: Phrase
    share: int
    align: str


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell; `together` forbids a page break inside, `write` asks for room to write, `tone` how it stands out."""

    content: tuple[Phrase, ...]
    columns: int
    rows: int
    strong: bool
    tone: str
    together: bool
    write: bool


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with every place of its grid covered; `together` keeps a low one on one page."""

    title: Phrase | None
    columns: tuple[ColumnView, ...]
    rows: tuple[tuple[CellView, ...], ...]
    headed: bool
    together: bool


def table_view(table: Table, sheet: Sheet, language: Language) -> TableView:
    """A table as it is printed on a sheet."""
    rows = grid(table)
    floors = _floors(table, rows, sheet.width, language)
    widths = _eased(_widths(table.columns, floors, sheet.width), floors, rows, language)
    columns = tuple(
        ColumnView(column.title, round(width * 100), column.align)
        for column, width in zip(table.columns, widths, strict=True)
    )
    headed = any(words(column.title, language) for column in table.columns)
    return TableView(
        title=table.title,
        columns=columns,
        rows=tuple(_row(rows[place:], widths, sheet, language) for place in range(len(rows))),
        headed=headed,
        together=_lines(rows, widths, language) <= sheet.lines * _LOW,
    )


def length(phrase: Phrase, language: Language) -> float:
    """About how many full-width characters a phrase takes."""
    return _length(words(phrase, language))


def _length(text: str) -> float:
    narrow = len(_NARROW.findall(text))
    return len(text) - narrow * (1 - _LATIN)


def _floors(table: Table, rows: tuple[GridRow, ...], room: float, language: Language) -> list[float]:
    """Least widths in millimetres: what keeps short words on one line if there is room for that, or else codes only."""
    wished = _least(table.columns, rows, lambda phrase: max(_longest(phrase, language), _whole(phrase, language)))
    if sum(wished) <= room * _SHARE_OF_SHORT:
        return wished
    return _least(table.columns, rows, lambda phrase: min(_longest(phrase, language), _LONGEST_WORD))


def _least(columns: tuple[Column, ...], rows: tuple[GridRow, ...], needed: Callable[[Phrase], float]) -> list[float]:
    floors = [needed(column.title) for column in columns]
    for row in rows:
        for placed in row.cells:
            if len(placed.columns) == 1:
                place = placed.columns[0]
                floors[place] = max([floors[place], *(needed(text) for text in placed.cell.content)])
    return [max(_NARROWEST, floor) * _CHARACTER + _CELL_MARGIN for floor in floors]


def _whole(phrase: Phrase, language: Language) -> float:
    """The length of a phrase so short that it looks broken in two lines."""
    room = length(phrase, language)
    return room + _SLACK if room <= _SHORT else 0.0


def _longest(phrase: Phrase, language: Language) -> float:
    """The longest code, word or quantity in a phrase."""
    quantities = (_length(run.text) for run in say(phrase, language) if isinstance(run, Quantity))
    codes = (len(word) * _LATIN for word in _WORD.findall(words(phrase, language)))
    return max((*quantities, *codes), default=0.0)


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


def _eased(widths: list[float], floors: list[float], rows: tuple[GridRow, ...], language: Language) -> list[float]:
    """Widths where columns with room to spare give it to those whose cells would grow tall; blank ones keep theirs."""
    contents: list[list[tuple[Phrase, ...]]] = [[] for _ in widths]
    for row in rows:
        for placed in row.cells:
            if len(placed.columns) == 1:
                contents[placed.columns[0]].append(placed.cell.content)
    spare, wanted = [0.0] * len(widths), [0.0] * len(widths)
    for place, (width, floor, cells) in enumerate(zip(widths, floors, contents, strict=True)):
        lines = [[length(phrase, language) * _CHARACTER for phrase in cell] for cell in cells]
        longest = max((line for cell in lines for line in cell), default=width) + _CELL_MARGIN + _CHARACTER
        if all(lines):
            spare[place] = max(0.0, width - max(floor, longest))
        over = (sum(max(0.0, line + _CELL_MARGIN - width) for line in cell) for cell in lines)
        wanted[place] = max(over, default=0.0)
    given = min(sum(spare), sum(wanted))
    if given <= 0:
        return widths
    return [
        width - give * given / sum(spare) + want * given / sum(wanted)
        for width, give, want in zip(widths, spare, wanted, strict=True)
    ]


def _row(rows: tuple[GridRow, ...], widths: list[float], sheet: Sheet, language: Language) -> tuple[CellView, ...]:
    """The cells of the first of some rows, which stays on one page unless it is too tall."""
    row = rows[0]
    low = all(placed.rows > 1 or _height(placed, widths, language) <= sheet.lines for placed in row.cells)
    form = sheet.form or not any(placed.cell.content for placed in row.cells)
    return tuple(
        CellView(
            content=placed.cell.content,
            columns=len(placed.columns),
            rows=placed.rows,
            strong=placed.cell.strong,
            tone=placed.cell.tone,
            together=(low and placed.rows == 1)
            or (placed.cell.keep and _lines(rows[: placed.rows], widths, language) <= sheet.lines),
            write=form and not placed.cell.content,
        )
        for placed in row.cells
    )


def _lines(rows: Sequence[GridRow], widths: list[float], language: Language) -> float:
    """About how many lines rows take."""
    return sum(_ROW + max((_height(placed, widths, language) for placed in row.cells), default=1) for row in rows)


def _height(placed: Placed, widths: list[float], language: Language) -> int:
    """About how many lines of a row a cell takes."""
    room = max(_CHARACTER, sum(widths[place] for place in placed.columns) - _CELL_MARGIN)
    said = (_lengths(phrase, language) for phrase in placed.cell.content)
    lines = sum(math.ceil(line * _CHARACTER / room) for lengths in said for line in lengths)
    return math.ceil(lines / placed.rows)


def _lengths(phrase: Phrase, language: Language) -> Iterator[float]:
    """About how many full-width characters each line of a phrase takes."""
    lines = by_line(say(phrase, language))
    return (_length((begin.shown if begin else "") + plain(runs)) for begin, runs in lines)
