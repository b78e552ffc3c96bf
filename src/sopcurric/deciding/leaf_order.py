"""In which order the computed and the added blocks of a leaf come."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sopcurric.model.publication import Block

START = "start"
"""What additions at the beginning follow."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is hidden, moved or followed as one: a computed block, what it was rewritten to, or one addition.

    `after` is the key of the unit that an addition follows, or `start`; empty for all others.
    """

    key: str
    blocks: tuple[Block, ...]
    after: str = ""


def ordered(computed: Iterable[Unit], added: Iterable[Unit]) -> list[Unit]:
    """Computed units with each addition behind the unit that it follows, be it an added one.

    Several behind the same unit come in the order given; those that follow nothing stand at the end.
    """
    behind: dict[str, list[Unit]] = {}
    for unit in added:
        behind.setdefault(unit.after, []).append(unit)

    def followed(place: str) -> Iterator[Unit]:
        for unit in behind.get(place, ()):
            yield unit
            yield from followed(unit.key)

    def everything() -> Iterator[Unit]:
        yield from followed(START)
        for unit in computed:
            yield unit
            yield from followed(unit.key)
        yield from followed("")

    return [*everything()]


def reordered(units: Sequence[Unit], wanted: Sequence[str]) -> list[Unit]:
    """Units with those that are named in their order, at the places that these had.

    An addition that is not named goes with what it follows.
    """
    named = frozenset(wanted)
    groups: dict[str, list[Unit]] = {START: []}
    group_of = {START: START}
    for unit in units:
        group = group_of[unit.after] if unit.after and unit.key not in named else unit.key
        group_of[unit.key] = group
        groups.setdefault(group, []).append(unit)
    turn = iter([key for key in wanted if key in groups])
    return [unit for key in groups for unit in groups[next(turn) if key in named else key]]
