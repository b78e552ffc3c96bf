"""The same job in several plants: what is common to all, and what each does otherwise."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.parts import part_names
from sopcurric.model.sop import JobSop, Procedure, Step
from sopcurric.model.text import Text


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a procedure, step or element.

    `id` is its address below the job, `plants` those that have this version (an address of the job where there are no
    plants), `common` whether all plants have it. `differs` names the keys in which it is not as in most plants.
    """

    id: str
    part: Literal["procedure", "step", "element"]
    title: Text
    plants: tuple[str, ...]
    common: bool
    differs: tuple[str, ...]
    derived_from: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the SOP of one plant, with its keys in a form that can be compared between plants."""

    id: str
    part: Literal["procedure", "step", "element"]
    address: Address
    title: Text
    plant: str
    values: tuple[tuple[str, object], ...]


_NOT_COMPARED = frozenset(("address", "steps", "number", "named"))
"""Keys that differ between plants without anything being done otherwise."""


def compare(sops: Sequence[JobSop]) -> tuple[Version, ...]:
    """All parts of SOPs of one job, in the order of work; those that differ have one entry for each version."""
    plants = tuple(sop.organisation or sop.address for sop in sops)
    parts = [list(_parts(sop)) for sop in sops]
    by_id: dict[str, list[_Part]] = {}
    for part in (one for own in parts for one in own):
        by_id.setdefault(part.id, []).append(part)
    order = _order([[one.id for one in own] for own in parts])
    return tuple(version for name in order for version in _versions(by_id[name], plants))


def _parts(sop: JobSop) -> Iterator[_Part]:
    plant = sop.organisation or sop.address
    for procedure in sop.procedures:
        yield _part("procedure", procedure, sop, plant)
        for step in procedure.steps:
            yield _part("step", step, sop, plant)
    for element in sop.elements():
        yield _Part(
            _below(element.address, sop), "element", element.address, element.title, plant, tuple(_values(element, sop))
        )


def _part(kind: Literal["procedure", "step"], work: Procedure | Step, sop: JobSop, plant: str) -> _Part:
    title = work.title if isinstance(work, Procedure) else work.text
    return _Part(_below(work.address, sop), kind, work.address, title, plant, tuple(_values(work, sop)))


def _below(address: Address, sop: JobSop) -> str:
    return address.removeprefix(f"{sop.address}/")


def _values(part: object, sop: JobSop) -> Iterator[tuple[str, object]]:
    for name in part_names(part):
        if name not in _NOT_COMPARED:
            yield name, _comparable(getattr(part, name), sop)


def _comparable(value: object, sop: JobSop) -> object:
    """A value without the plant in its addresses."""
    if isinstance(value, str):
        return _below(value, sop)
    if isinstance(value, tuple):
        return tuple(_comparable(one, sop) for one in value)
    if part_names(value) and not isinstance(value, Text):
        return tuple(_values(value, sop))
    return value


def _order(rows: Iterable[Sequence[str]]) -> list[str]:
    """All ids in one order: what only one plant has stands behind what stands before it there."""
    order: list[str] = []
    known: set[str] = set()
    for row in rows:
        before = ""
        for name in row:
            if name not in known:
                known.add(name)
                order.insert(order.index(before) + 1 if before else 0, name)
            before = name
    return order


def _versions(parts: Sequence[_Part], plants: Sequence[str]) -> Iterator[Version]:
    """The versions of one part, the most common one first."""
    counted = Counter(part.values for part in parts)
    usual = max(counted, key=lambda values: (counted[values], -[part.values for part in parts].index(values)))
    for values in sorted(counted, key=lambda one: one != usual):
        own = [part for part in parts if part.values == values]
        yield Version(
            id=own[0].id,
            part=own[0].part,
            title=own[0].title,
            plants=tuple(part.plant for part in own),
            common=len(own) == len(plants),
            differs=tuple(key for (key, value), (_, common) in zip(values, usual, strict=True) if value != common),
            derived_from=tuple(part.address for part in own),
        )
