"""Short ways to write blocks down."""

from collections.abc import Iterable

from sopcurric.model.address import Address
from sopcurric.model.publication import Cell, Column, Field, Item, Row
from sopcurric.model.text import EMPTY, Phrase, sentence

CENTRED = "center"


def columns(*titles: tuple[str, int], centred: Iterable[str] = ()) -> tuple[Column, ...]:
    """Columns by catalogue code and share of the width; those named in `centred` are centred."""
    narrow = frozenset(centred)
    return tuple(Column(sentence(code), width, "center" if code in narrow else "left") for code, width in titles)


def cell(*content: Phrase | str | int | None, strong: bool = False, columns: int = 1, rows: int = 1) -> Cell:
    """A cell of phrases, bare names or numbers; empty ones are left out."""
    phrases = tuple(_phrase(one) for one in content if one not in (None, "") and one != EMPTY)
    return Cell(phrases, columns=columns, rows=rows, strong=strong)


def row(cells: Iterable[Cell], *derived_from: Address) -> Row:
    """A row with where it comes from."""
    return Row(tuple(cells), tuple(one for one in derived_from if one))


def item(content: Phrase, *derived_from: Address) -> Item:
    """An item with where it comes from."""
    return Item(content, tuple(one for one in derived_from if one))


def field(code: str, value: Phrase | str | int | None = None, *derived_from: Address) -> Field:
    """A labelled value; without a value, a place to write."""
    shown = None if value in (None, "") or value == EMPTY else _phrase(value)
    return Field(sentence(code), shown, tuple(derived_from))


def _phrase(value: Phrase | str | int | None) -> Phrase:
    return sentence("plain", value=value) if isinstance(value, str | int) else value or EMPTY
