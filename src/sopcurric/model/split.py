"""A typical task that makes several learning tasks (分解): what each part holds, how a part sees a procedure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sopcurric.model.address import Address, within
from sopcurric.model.sop import Procedure, Step
from sopcurric.model.text import EMPTY, Text


@dataclass(frozen=True, slots=True)
class SplitPart:
    """One of the learning tasks: its title, its steps, and other elements that people put into it."""

    title: Text
    steps: tuple[Address, ...]
    elements: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskSplit:
    """The parts that a decision makes of a typical task; every step of its `members` is in exactly one of them."""

    task: str
    members: tuple[Address, ...]
    parts: tuple[SplitPart, ...]
    decision: str

    def procedures_of(self, place: int) -> tuple[Address, ...]:
        """The procedures that have steps in the part of that place (from 1); one without steps is in the first part."""
        own = self.parts[place - 1].steps
        without = (
            one for one in self.members if not any(within(step, one) for part in self.parts for step in part.steps)
        )
        bare = {*without} if place == 1 else set()
        return tuple(one for one in self.members if one in bare or any(within(step, one) for step in own))

    def held(self, place: int) -> tuple[Address, ...]:
        """What the lock knows a part by: the procedures that begin in it, and its steps of those that began before."""
        before = {one for earlier in range(1, place) for one in self.procedures_of(earlier)}
        begun = tuple(one for one in self.procedures_of(place) if one not in before)
        own = self.parts[place - 1].steps
        return (*begun, *(step for step in own if not any(within(step, one) for one in begun)))


def part_key(task: str, place: int) -> str:
    """The name by which the number of a part is looked up: that of the typical task for the first part."""
    return task if place == 1 else f"{task}#{place}"


def task_of_key(key: str) -> str:
    """The typical task of such a name."""
    return key.partition("#")[0]


def portion(procedure: Procedure, steps: Iterable[Address], title: Text | None = None) -> Procedure:
    """A procedure with some of its steps only.

    What sets it off and must be so before stays with its first step, what comes out of it with its last one; how long
    the whole takes says nothing of a part.
    """
    wanted = {*steps}
    own = tuple(step for step in procedure.steps if step.address in wanted)
    if len(own) == len(procedure.steps):
        return procedure
    first = bool(own) and own[0] == procedure.steps[0]
    last = bool(own) and own[-1] == procedure.steps[-1]
    return replace(
        procedure,
        title=title or procedure.title,
        steps=own,
        trigger=procedure.trigger if first else EMPTY,
        conditions=procedure.conditions if first else (),
        result=procedure.result if last else EMPTY,
        duration=EMPTY,
    )


def blocks(procedure: Procedure) -> list[tuple[Step, ...]]:
    """The steps right below a procedure, each with all that stand below it: between these a task may be cut."""
    found: list[list[Step]] = []
    for step in procedure.steps:
        if step.depth and found:
            found[-1].append(step)
        else:
            found.append([step])
    return [tuple(one) for one in found]


def cut_evenly(procedure: Procedure, parts: int) -> tuple[Sequence[tuple[Step, ...]], ...]:
    """The blocks of a procedure in as many runs as wanted, as even by their number of steps as blocks allow."""
    every = blocks(procedure)
    whole, gone = len(procedure.steps), 0
    runs: list[list[tuple[Step, ...]]] = [[]]
    for place, block in enumerate(every):
        left = len(every) - place
        enough = gone + len(block) / 2 > whole * len(runs) / parts or left <= parts - len(runs)
        if runs[-1] and len(runs) < parts and enough:
            runs.append([])
        runs[-1].append(block)
        gone += len(block)
    return tuple(runs)
