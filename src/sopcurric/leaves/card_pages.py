"""What has room on one card, and where a card goes on.

Only the printed page can say how high something is, and it sets a card as large as there is room for. Here, heights are
estimated at the smallest size at which a card can still be read on a wall, in the language of the project.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from unicodedata import east_asian_width

from sopcurric.model.publication import Block, Callout, Checklist, Fields, Listing, Paragraph, Row, Table
from sopcurric.model.saying import words
from sopcurric.model.text import Phrase, sentence

_ROOM = 206.0
"""Height of an upright A4 page in mm, without margins, the band with the title, and the line about the next page."""
_WIDTH = 162.0
_LETTER, _LINE = 3.5, 5.0
"""Width of a Chinese character and height of a line in mm, at 10 pt."""
_PADDING = 3.2
"""What a cell takes beside its words, in mm, each way."""
_AROUND = 6.0
"""What a block keeps free above and below, in mm."""
_TITLE = 8.0
_HALF = 20.0
"""As many characters fit beside each other in a line with two fields."""


def pages(blocks: Sequence[Block], language: str) -> tuple[tuple[Block, ...], ...]:
    """The blocks of a card, page by page: where one page is too small, its table of steps goes on on the next.

    Steps are kept whole with their warnings. What stands before the table is on the first page, what stands behind it
    on the last one.
    """
    measure = _Measure(language)
    table = next((one for one in blocks if isinstance(one, Table)), None)
    if table is None or sum(map(measure.block, blocks)) <= _ROOM:
        return (tuple(blocks),)
    place = blocks.index(table)
    before, after = blocks[:place], blocks[place + 1 :]
    parts = _parts(table, measure, _ROOM - sum(map(measure.block, before)), sum(map(measure.block, after)))
    return tuple(_page(number, len(parts), before, rows, after, table) for number, rows in enumerate(parts, start=1))


def _page(
    number: int, count: int, before: Sequence[Block], rows: tuple[Row, ...], after: Sequence[Block], table: Table
) -> tuple[Block, ...]:
    own = replace(table, key=f"{table.key}/{number}" if number > 1 else table.key, rows=rows)
    on = Paragraph(f"{table.key}/next/{number}", sentence("cards.next", page=number + 1, pages=count))
    middle = (own,) if rows else ()
    return (
        *(before if number == 1 else ()),
        *middle,
        *(after if number == count else (on,)),
    )


def _parts(table: Table, measure: "_Measure", first: float, after: float) -> list[tuple[Row, ...]]:
    """The rows of each page; `first` is the room on the first page, `after` what the last one must have room for."""
    head = measure.head
    found: list[list[Row]] = [[]]
    left = first - head
    for _, one in groupby(table.rows, key=lambda row: row.derived_from[:1]):
        piece = list(one)
        high = measure.rows(piece, table)
        if high > left and (found[-1] or len(found) == 1):
            found.append([])
            left = _ROOM - head
        found[-1] += piece
        left -= high
    if after > left:
        found.append([])
    return [tuple(rows) for rows in found]


@dataclass(frozen=True, slots=True)
class _Measure:
    language: str

    head = _LINE + _PADDING + _AROUND

    def block(self, block: Block) -> float:
        """The height of a block in mm."""
        match block:
            case Table(rows=rows):
                return self.head + self.rows(rows, block)
            case Fields(fields=fields):
                shown = [self._extent(one.value) if one.value else 0.0 for one in fields]
                lone = sum(self._lines(one, _WIDTH - 30) for one in shown if one > _HALF)
                pairs = math.ceil(sum(one <= _HALF for one in shown) / 2)
                return _AROUND + (lone + pairs) * _LINE + (sum(one > _HALF for one in shown) + pairs) * _PADDING
            case Callout(items=items) | Checklist(items=items) | Listing(items=items):
                lines = sum(self._lines(self._extent(one.content), _WIDTH - 14) for one in items)
                return _AROUND + _TITLE + lines * (_LINE + 1)
            case Paragraph(content=content):
                return _AROUND + self._lines(self._extent(content), _WIDTH) * _LINE
            case _:
                return _AROUND + _TITLE

    def rows(self, rows: Iterable[Row], table: Table) -> float:
        """The height of some rows of a table in mm."""
        return sum(max(self._cells(row, table), default=_LINE + _PADDING) for row in rows)

    def _cells(self, row: Row, table: Table) -> Iterator[float]:
        total = sum(one.width for one in table.columns)
        at = len(table.columns) - sum(one.columns for one in row.cells)  # what is covered from above stands at the left
        for cell in row.cells:
            share = sum(one.width for one in table.columns[at : at + cell.columns]) / total
            at += cell.columns
            if cell.rows == 1 or cell.content:
                lines = sum(self._lines(self._extent(one), share * _WIDTH - _PADDING) for one in cell.content)
                yield lines * _LINE + _PADDING

    def _lines(self, extent: float, width: float) -> int:
        return max(math.ceil(extent * _LETTER / width), 1)

    def _extent(self, phrase: Phrase) -> float:
        """The length of words in Chinese characters; Latin letters are half as wide."""
        return sum(1.0 if east_asian_width(sign) in "WFA" else 0.5 for sign in words(phrase, self.language))
