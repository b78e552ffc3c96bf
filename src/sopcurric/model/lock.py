"""`Lock`: which derived things hold which procedures, so that things keep their identifiers from build to build."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sopcurric.model.address import Address

NumberKind = Literal["task", "learning_task", "module"]
"""Things that are numbered: typical tasks, learning tasks, modules. Leaves are named after their learning task."""

PREFIXES: Mapping[NumberKind, str] = {"task": "tt-", "learning_task": "lt-", "module": "md-"}


@dataclass(frozen=True, slots=True)
class Held:
    """A procedure with the identifiers of the derived things that hold it.

    Where a typical task makes several learning tasks, so have the steps of parts that a procedure does not begin in.
    """

    member: Address
    task: str
    learning_task: str
    module: str


@dataclass(frozen=True, slots=True)
class Lock:
    """The record of identifiers, in the order of addresses.

    `released` are identifiers that were printed in a release: they are permanent. One that holds nothing any more is a
    tombstone; it is never used again.
    """

    held: tuple[Held, ...] = ()
    released: tuple[str, ...] = ()
    format: int = 1

    @property
    def procedures(self) -> tuple[Held, ...]:
        """The records of procedures, without those of the steps that parts of a typical task are known by."""
        known = {one.member for one in self.held}
        return tuple(one for one in self.held if one.member.rpartition("/")[0] not in known)

    def numbers(self, kind: NumberKind) -> Mapping[Address, str]:
        """The identifier of the thing of a kind that holds each procedure."""
        return {one.member: getattr(one, kind) for one in self.held}

    def taken(self, kind: NumberKind) -> frozenset[str]:
        """Identifiers of a kind that no new thing may have: those in use, and the released ones."""
        prefix = PREFIXES[kind]
        used = {getattr(one, kind) for one in self.held}
        return frozenset(used | {one for one in self.released if one.startswith(prefix)})

    @property
    def tombstones(self) -> tuple[str, ...]:
        """Released identifiers that hold nothing any more."""
        live = {number for one in self.held for number in (one.task, one.learning_task, one.module)}
        return tuple(one for one in self.released if one not in live)
