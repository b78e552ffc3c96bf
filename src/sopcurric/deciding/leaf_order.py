"""In which order the computed and the added blocks of a leaf come."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sopcurric.model.publication import Block


@dataclass(frozen=True, slots=True)
class Unit:
    """What is hidden, moved or followed as one: a computed block, what it was rewritten to, or one addition.

    `follows` is whether it goes with what it stands behind.
    """

    key: str
    blocks: tuple[Block, ...]
    follows: bool = False


def ordered(computed: Iterable[Unit], added: Iterable[tuple[str | None, Unit]]) -> list[Unit]:
    """Computed units with each addition behind the unit that it names, be it an added one.

    Several at the same place come in the order given. `start` is the beginning, no place the end.
    """
    behind: dict[str | None, list[Unit]] = {}
    for place, unit in added:
        behind.setdefault(place, []).append(unit)

    def followed(place: str | None) -> Iterator[Unit]:
        for unit in behind.get(place, ()):
            yield unit
            yield from followed(unit.key)

    def all_units() -> Iterator[Unit]:
        yield from followed("start")
        for unit in computed:
            yield unit
            yield from followed(unit.key)
        yield from followed(None)

    return [*all_units()]


def reordered(units: Sequence[Unit], wanted: Sequence[str]) -> list[Unit]:
    """Units with those that are named in their order, at the places that these had.

    An addition that is not named goes with what it follows.
    """
    named = frozenset(wanted)
    groups: list[list[Unit]] = []
    for unit in units:
        if groups and unit.follows and unit.key not in named:
            groups[-1].append(unit)
        else:
            groups.append([unit])
    known = {group[0].key: group for group in groups}
    turn = iter([known[key] for key in wanted if key in known])
    return [unit for group in groups for unit in (next(turn) if group[0].key in named else group)]
