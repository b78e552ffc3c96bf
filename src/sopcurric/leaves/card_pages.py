"""What has room on one card, and where a card goes on.

Only the printed page can say how high something is, and it sets a card as large as there is room for. Here, heights are
estimated at the smallest size at which a card can still be read on a wall, in the language of the project.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from unicodedata import east_asian_width

from sopcurric.model.publication import (
    Block,
    Callout,
    Checklist,
    Fields,
    Item,
    Listing,
    Paragraph,
    Row,
    Table,
)
from sopcurric.model.saying import words
from sopcurric.model.text import Phrase, sentence

_LETTER, _LINE = 3.2, 4.3
"""Width of a Chinese character and height of a line in mm, at 9 pt."""
_BESIDE, _ABOVE = 3.2, 2.5
"""What a cell takes beside and above its words, in mm."""
_AROUND = 3.0
"""What a block keeps free above, in mm."""
_BOX = 14.0
"""What a box takes besides its items, each way, in mm."""
_HALF = 20.0
"""As many characters fit beside each other in a line with two fields."""


@dataclass(frozen=True, slots=True)
class Room:
    """What there is on a page, in mm, without margins and the band with the title."""

    width: float
    height: float


UPRIGHT, WIDE = Room(172, 221), Room(269, 126)
_NEXT = 8.0
"""What the line about the next page takes, in mm."""


def pages(blocks: Sequence[Block], language: str, room: Room = UPRIGHT) -> tuple[tuple[Block, ...], ...]:
    """The blocks of a card, page by page: where one page is too small, its first table goes on on the next.

    Steps are kept whole with their warnings. What stands before the table is on the first page, what stands behind it
    on the last one.
    """
    measure = _Measure(language, room)
    table = next((one for one in blocks if isinstance(one, Table)), None)
    if table is None or sum(map(measure.block, blocks)) <= room.height:
        return (tuple(blocks),)
    place = blocks.index(table)
    before, after = blocks[:place], blocks[place + 1 :]
    parts = _parts(table, measure, sum(map(measure.block, before)), sum(map(measure.block, after)))
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


def _parts(table: Table, measure: "_Measure", before: float, after: float) -> list[tuple[Row, ...]]:
    """The rows of each page; the first one has room for what stands before them, the last for what stands after."""
    room = measure.room.height - _NEXT
    found: list[list[Row]] = [[]]
    left = room - before - measure.head
    for _, one in groupby(table.rows, key=lambda row: row.derived_from[:1]):
        piece = list(one)
        high = measure.rows(piece, table)
        if high > left and found[-1]:
            found.append([])
            left = room - measure.head
        found[-1] += piece
        left -= high
    return [tuple(rows) for rows in (found if after <= left else [*found, []])]


@dataclass(frozen=True, slots=True)
class _Measure:
    language: str
    room: Room

    head = _LINE + _ABOVE + _AROUND

    def block(self, block: Block) -> float:
        """The height of a block in mm."""
        match block:
            case Table(rows=rows, title=title, blank_rows=blank):
                return self.head + self.rows(rows, block) + blank * 9 + (_LINE + _AROUND if title else 0)
            case Fields(fields=fields):
                return self._fields([self._extent(one.value) if one.value else 0.0 for one in fields])
            case Callout(items=items):
                return _AROUND + _BOX + sum(self._item(one) for one in items)
            case Checklist(items=items) | Listing(items=items):
                return _AROUND + _LINE + sum(self._item(one) + 1.5 for one in items)
            case Paragraph(content=content):
                return _AROUND + self._lines(self._extent(content), self.room.width) * _LINE
            case _:
                return _AROUND + _LINE

    def _fields(self, shown: list[float]) -> float:
        lone = [self._lines(one, self.room.width - 25) for one in shown if one > _HALF]
        pairs = math.ceil(sum(one <= _HALF for one in shown) / 2)
        return _AROUND + (sum(lone) + pairs) * _LINE + (len(lone) + pairs) * _ABOVE

    def _item(self, one: Item) -> float:
        return self._lines(self._extent(one.content), self.room.width - _BOX) * _LINE

    def rows(self, rows: Iterable[Row], table: Table) -> float:
        """The height of some rows of a table in mm."""
        return sum(max(self._cells(row, table), default=_LINE + _ABOVE) for row in rows)

    def _cells(self, row: Row, table: Table) -> Iterator[float]:
        total = sum(one.width for one in table.columns)
        at = 0
        for cell in row.cells:
            share = sum(one.width for one in table.columns[at : at + cell.columns]) / total
            at += cell.columns
            width = share * self.room.width - _BESIDE
            yield sum(self._lines(self._extent(one), width) for one in cell.content) * _LINE + _ABOVE

    def _lines(self, extent: float, width: float) -> int:
        return max(math.ceil(extent * _LETTER / width), 1)

    def _extent(self, phrase: Phrase) -> float:
        """The length of words in Chinese characters; Latin letters are half as wide."""
        return sum(1.0 if east_asian_width(sign) in "WFA" else 0.5 for sign in words(phrase, self.language))
