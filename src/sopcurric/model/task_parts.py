"""What becomes one learning task each: a typical task, or the parts that people made of it (分解式)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from sopcurric.model.address import Address, is_of_sop
from sopcurric.model.competency import Competency
from sopcurric.model.naming import LINKED
from sopcurric.model.sop import EnvironmentItem, Hazard, Procedure, Safeguard, SopElement, Step
from sopcurric.model.split import TaskSplit, portion
from sopcurric.model.task import TypicalTask
from sopcurric.model.text import Text

_FOR_ALL = (Hazard, EnvironmentItem, *Safeguard.__args__)
"""What keeps people and surroundings from harm is taught in every part, unless steps say where it belongs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A typical task, or part `place` of `of` that a decision makes of it; its competencies with its points only."""

    task: TypicalTask
    title: Text
    competencies: tuple[Competency, ...]
    members: tuple[Address, ...]
    steps: tuple[Address, ...] = ()
    place: int = 1
    of: int = 1
    held: tuple[Address, ...] = ()
    decision: str = ""

    def portions(self, procedures: Mapping[Address, Procedure]) -> list[Procedure]:
        """Its procedures, each with its own steps."""
        own = [procedures[one] for one in self.members]
        return [portion(one, self.steps) for one in own] if self.steps else own


def whole(task: TypicalTask, competencies: Iterable[Competency]) -> Piece:
    """A typical task that becomes one learning task."""
    return Piece(task, task.title, tuple(competencies), task.members)


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that parts are made of, by its address or identifier; `sources` are those of points."""

    procedures: Mapping[Address, Procedure]
    elements: Mapping[Address, SopElement]
    sources: Mapping[str, tuple[Address, ...]]


def parts_of_task(task: TypicalTask, competencies: Sequence[Competency], split: TaskSplit, known: Known) -> list[Piece]:
    """The parts of a typical task, each with what belongs to its steps.

    An element goes where people put it, else to the parts whose steps name it. What no step names goes to all parts
    where it is about safety, otherwise to the part whose steps have most to do with what it names itself, the first of
    these. So do points; one of a whole procedure goes to the part in which that begins.
    """
    steps = {step.address: step for one in split.members for step in known.procedures[one].steps}
    owned = dict.fromkeys(address for one in competencies for address in one.derived_from if address in known.elements)
    shares = _shares(owned, split, steps, known.elements)
    return [
        _piece(task, competencies, split, place, (shares[place - 1], frozenset(owned), known))
        for place in _places(split)
    ]


def _places(split: TaskSplit) -> range:
    return range(1, len(split.parts) + 1)


def _shares(
    owned: Iterable[Address], split: TaskSplit, steps: Mapping[Address, Step], elements: Mapping[Address, SopElement]
) -> list[frozenset[Address]]:
    """The elements of each part."""
    named = [[address for step in part.steps for address in _named(steps[step])] for part in split.parts]
    found: list[set[Address]] = [set() for _ in split.parts]
    for address in owned:
        placed = [place for place, part in enumerate(split.parts) if address in part.elements]
        used = [place for place, own in enumerate(named) if address in own]
        about = _mentioned(elements[address])
        near = max(range(len(named)), key=lambda place: (sum(one in about for one in named[place]), -place))
        rest = range(len(named)) if isinstance(elements[address], _FOR_ALL) else (near,)
        for place in placed or used or rest:
            found[place].add(address)
    return [frozenset(one) for one in found]


def _named(step: Step) -> Iterable[Address]:
    """What a step names."""
    for section in LINKED:
        yield from getattr(step, section)
    if step.record:
        yield step.record


def _mentioned(element: SopElement) -> frozenset[Address]:
    """The addresses that an element names in its fields."""
    found: set[Address] = set()
    for one in fields(element):
        value = getattr(element, one.name)
        if isinstance(value, tuple) and one.name in {*LINKED, "procedures"}:
            found |= {address for address in value if isinstance(address, str)}
        elif one.name == "record" and isinstance(value, str):
            found.add(value)
    return frozenset(found)


def _piece(
    task: TypicalTask,
    competencies: Iterable[Competency],
    split: TaskSplit,
    place: int,
    given: tuple[frozenset[Address], frozenset[Address], Known],
) -> Piece:
    own, owned, known = given
    part, members = split.parts[place - 1], split.procedures_of(place)
    every = {step for one in split.parts for step in one.steps} | owned
    mine = {*part.steps, *own}
    begun = {one for one in members if one in split.held(place)}

    def taught(point: str) -> bool:
        sources = {one for one in known.sources[point] if is_of_sop(one)}
        here = sources & every
        return not here.isdisjoint(mine) if here else not sources.isdisjoint(begun)

    def belongs(address: Address) -> bool:
        return address in mine or address in members or (address not in every and address not in known.procedures)

    cut = (
        replace(
            one,
            points=tuple(filter(taught, one.points)),
            derived_from=tuple(filter(belongs, one.derived_from)),
        )
        for one in competencies
        if one.procedure in members
    )
    return Piece(
        task=task,
        title=part.title,
        competencies=tuple(cut),
        members=members,
        steps=part.steps,
        place=place,
        of=len(split.parts),
        held=split.held(place),
        decision=split.decision,
    )
