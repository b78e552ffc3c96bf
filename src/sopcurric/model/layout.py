"""Short ways to write blocks down."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from sopcurric.model.address import Address
from sopcurric.model.publication import Cell, Column, Field, Item, Row
from sopcurric.model.text import EMPTY, Phrase, sentence


class Addressed(Protocol):
    """Whatever has an address."""

    @property
    def address(self) -> Address:
        """Where it stands."""
        ...


E = TypeVar("E", bound=Addressed)


def columns(*titles: tuple[str, int], centred: Iterable[str] = ()) -> tuple[Column, ...]:
    """Columns by catalogue code and share of the width; those named in `centred` are centred."""
    narrow = frozenset(centred)
    return tuple(Column(sentence(code), width, "center" if code in narrow else "left") for code, width in titles)


def cell(*content: Phrase | str | int | None, strong: bool = False, columns: int = 1, rows: int = 1) -> Cell:
    """A cell of phrases, bare names or numbers; empty ones are left out."""
    phrases = tuple(_phrase(one) for one in content if one not in (None, "") and one != EMPTY)
    return Cell(phrases, columns=columns, rows=rows, strong=strong)


def told(code: str, value: Phrase | str) -> Phrase | None:
    """A sentence about a value (its argument `value`), or nothing where there is none."""
    return sentence(code, value=value) if value else None


def rows_once(groups: Iterable[Iterable[Row]]) -> tuple[Row, ...]:
    """The rows of several elements; what several of them print alike stands there once, with all its sources."""
    found: dict[tuple[tuple[Cell, ...], ...], list[Row]] = {}
    for group in groups:
        own = list(group)
        key = tuple(one.cells for one in own)
        known = found.get(key, own)
        found[key] = [
            replace(one, derived_from=tuple(dict.fromkeys((*one.derived_from, *other.derived_from))))
            for one, other in zip(known, own, strict=True)
        ]
    return tuple(one for group in found.values() for one in group)


def element_rows(elements: Iterable[E], cells: Callable[[E], Iterable[Cell]]) -> tuple[Row, ...]:
    """A row for each element; what several of them print alike stands there once."""
    return rows_once((row(cells(one), one.address),) for one in elements)


def items_once(items: Iterable[Item]) -> tuple[Item, ...]:
    """Items; what several of them print alike stands there once, with all its sources."""
    found: dict[Phrase, Item] = {}
    for one in items:
        known = found.get(one.content, one)
        sources = tuple(dict.fromkeys((*known.derived_from, *one.derived_from)))
        found[one.content] = replace(known, derived_from=sources)
    return tuple(found.values())


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
