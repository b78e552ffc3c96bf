"""Procedures of several plants that print the same: one set of blocks for all of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sopcurric.model.address import Address
from sopcurric.model.layout import Addressed
from sopcurric.model.publication import Block, Callout, Checklist, Field, Fields, Item, Listing, Row, Table
from sopcurric.model.sop import Procedure

Subject = TypeVar("Subject", bound=Addressed)
Part = TypeVar("Part", Row, Item, Field)
_KEY = "@"
"""Stands for the address of the procedure in the keys of blocks while they are compared."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Procedures that print the same, and what they print; keys name the first one by address."""

    procedures: tuple[Procedure, ...]
    blocks: tuple[Block, ...]

    @property
    def first(self) -> Address:
        """The first of the addresses."""
        return min(one.address for one in self.procedures)


def alike(
    procedures: Iterable[Procedure],
    job_of_procedure: Callable[[Procedure], str],
    compose: Callable[[Procedure], Iterable[Block]],
) -> list[Alike]:
    """Procedures of one job with the same blocks are put together; every block keeps the sources of all of them.

    `compose` gives the blocks of a procedure, whose keys hold its address.
    """
    return [Alike(members, blocks) for members, blocks in grouped(procedures, job_of_procedure, compose)]


def grouped(
    subjects: Iterable[Subject], name_of: Callable[[Subject], str], compose: Callable[[Subject], Iterable[Block]]
) -> list[tuple[tuple[Subject, ...], tuple[Block, ...]]]:
    """Elements of one name with the same blocks, and these with the sources of all of them."""
    found: dict[tuple[str, tuple[Block, ...]], list[tuple[Subject, tuple[Block, ...]]]] = {}
    for subject in subjects:
        blocks = tuple(_keyed(block, subject.address, _KEY) for block in compose(subject))
        key = (name_of(subject), tuple(_without_sources(block) for block in blocks))
        found.setdefault(key, []).append((subject, blocks))
    return [_put_together(group) for group in found.values()]


def _put_together(
    group: Sequence[tuple[Subject, tuple[Block, ...]]],
) -> tuple[tuple[Subject, ...], tuple[Block, ...]]:
    members = tuple(subject for subject, _ in group)
    first = min(one.address for one in members)
    merged = (_merged(blocks) for blocks in zip(*(blocks for _, blocks in group), strict=True))
    return members, tuple(_keyed(block, _KEY, first) for block in merged)


def _keyed(block: Block, old: str, new: str) -> Block:
    return replace(block, key=block.key.replace(old, new, 1))


def _without_sources(block: Block) -> Block:
    bare = replace(block, derived_from=())
    match bare:
        case Table():
            return replace(bare, rows=tuple(replace(one, derived_from=()) for one in bare.rows))
        case Listing() | Checklist() | Callout():
            return replace(bare, items=tuple(replace(one, derived_from=()) for one in bare.items))
        case Fields():
            return replace(bare, fields=tuple(replace(one, derived_from=()) for one in bare.fields))
        case _:
            return bare


def _merged(blocks: Sequence[Block]) -> Block:
    """The first of some blocks that print the same, with the sources of all."""
    first = blocks[0]
    merged = replace(first, derived_from=_union(one.derived_from for one in blocks))
    match merged:
        case Table():
            parts = zip(*(one.rows for one in blocks if isinstance(one, Table)), strict=True)
            return replace(merged, rows=tuple(_part(same) for same in parts))
        case Listing() | Checklist() | Callout():
            items = zip(*(one.items for one in blocks if isinstance(one, type(merged))), strict=True)
            return replace(merged, items=tuple(_part(same) for same in items))
        case Fields():
            fields = zip(*(one.fields for one in blocks if isinstance(one, Fields)), strict=True)
            return replace(merged, fields=tuple(_part(same) for same in fields))
        case _:
            return merged


def _part(same: Sequence[Part]) -> Part:
    return replace(same[0], derived_from=_union(one.derived_from for one in same))


def _union(sources: Iterable[tuple[Address, ...]]) -> tuple[Address, ...]:
    return tuple(dict.fromkeys(address for own in sources for address in own))
