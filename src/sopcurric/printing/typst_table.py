"""Tables for pages of a known size: widths of columns, and rows that stay on one page."""

import math
import re
from dataclasses import dataclass

from sopcurric.model.publication import Column, Table
from sopcurric.model.text import Language, Phrase
from sopcurric.printing.grid import GridRow, Placed, grid
from sopcurric.printing.wording import words

_CELL_MARGIN = 3.3
_CHARACTER = 3.36
_LATIN = 0.58
_LONGEST_WORD = 9.0
_WORD = re.compile(r"[!-~]+?(?:-|$|(?=[^!-~]))")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Room on a page in millimetres, and how many lines of a table row may stay together."""

    width: float
    lines: int


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
    columns: int
    rows: int
    strong: bool
    together: bool


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with every place of its grid covered."""

    title: Phrase | None
    columns: tuple[ColumnView, ...]
    rows: tuple[tuple[CellView, ...], ...]
    headed: bool


def table_view(table: Table, sheet: Sheet, language: Language) -> TableView:
    """A table as it is printed on a sheet."""
    rows = grid(table)
    widths = _widths(table.columns, _floors(table.columns, rows, language), sheet.width)
    columns = tuple(
        ColumnView(column.title, round(width * 100), column.align)
        for column, width in zip(table.columns, widths, strict=True)
    )
    headed = any(words(column.title, language) for column in table.columns)
    return TableView(table.title, columns, tuple(_row(row, widths, sheet, language) for row in rows), headed)


def length(phrase: Phrase, language: Language) -> float:
    """About how many full-width characters a phrase takes."""
    return sum(_LATIN if character.isascii() else 1 for character in words(phrase, language))


def _floors(columns: tuple[Column, ...], rows: tuple[GridRow, ...], language: Language) -> list[float]:
    """Least widths in millimetres: two full-width characters, or the longest code or word that cannot be broken."""
    floors = [_longest(column.title, language) for column in columns]
    for row in rows:
        for placed in row.cells:
            if len(placed.columns) == 1:
                place = placed.columns[0]
                floors[place] = max([floors[place], *(_longest(text, language) for text in placed.cell.content)])
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


def _row(row: GridRow, widths: list[float], sheet: Sheet, language: Language) -> tuple[CellView, ...]:
    """The cells of a row, which stays on one page unless it is too tall."""
    low = all(placed.rows > 1 or _height(placed, widths, language) <= sheet.lines for placed in row.cells)
    return tuple(
        CellView(
            placed.cell.content, len(placed.columns), placed.rows, placed.cell.strong, low and placed.rows == 1
        )
        for placed in row.cells
    )


def _height(placed: Placed, widths: list[float], language: Language) -> int:
    """About how many lines a cell takes."""
    room = max(_CHARACTER, sum(widths[place] for place in placed.columns) - _CELL_MARGIN)
    return sum(math.ceil(length(phrase, language) * _CHARACTER / room) for phrase in placed.cell.content)
