"""Identifiers for groups of procedures: those that the lock knows keep theirs, new ones get one of their own."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sopcurric.model.address import Address
from sopcurric.model.identifier import derived_id
from sopcurric.model.lock import PREFIXES, Lock, NumberKind


@dataclass(frozen=True, slots=True)
class Group:
    """Members of a derived thing, and the anchor that a new identifier is made from."""

    anchor: str
    members: tuple[Address, ...]


def numbered(kind: NumberKind, groups: Sequence[Group], lock: Lock, *, named: bool = False) -> tuple[str, ...]:
    """An identifier for each group; the groups share no members.

    A locked identifier goes to the group that shares most members with what held it; among equals to the one that it
    was once made from, then to the first by anchor. It never goes to a group that shares none. With `named`, the anchor
    is a name that stays (a module is named after course and part of the work): then the group with the name comes
    before the one with most members. What is left gets an identifier that nothing has and nothing had.
    """
    prefix = PREFIXES[kind]
    found: dict[int, str] = {}
    given: set[str] = set()
    for _, number, identifier in sorted(_candidates(prefix, groups, lock.numbers(kind), named=named)):
        if number not in found and identifier not in given:
            found[number] = identifier
            given.add(identifier)
    taken = {*lock.taken(kind), *given}
    for number, group in enumerate(groups):
        if number not in found:
            found[number] = _fresh(prefix, group.anchor, taken)
            taken.add(found[number])
    return tuple(found[number] for number in range(len(groups)))


def _candidates(
    prefix: str, groups: Sequence[Group], known: Mapping[Address, str], *, named: bool
) -> list[tuple[tuple[bool, int, bool, str], int, str]]:
    """Groups with the locked identifiers that their members had, to be sorted by how well they fit."""
    found = []
    for number, group in enumerate(groups):
        shared: dict[str, int] = {}
        for member in group.members:
            if member in known:
                shared[known[member]] = shared.get(known[member], 0) + 1
        own = derived_id(prefix, group.anchor)
        for identifier, count in shared.items():
            is_own = identifier == own
            found.append(((named and not is_own, -count, not is_own, group.anchor), number, identifier))
    return found


def _fresh(prefix: str, anchor: str, taken: Collection[str]) -> str:
    identifier, again = derived_id(prefix, anchor), 1
    while identifier in taken:
        again += 1
        identifier = derived_id(prefix, f"{anchor}#{again}")
    return identifier
