"""Decisions that make several learning tasks of one typical task (分解式)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sopcurric.deciding.settling import Claim, Settled, choose
from sopcurric.deciding.subjects import Tasks, UnknownSubjectError, spelled
from sopcurric.model.address import Address, name_in
from sopcurric.model.decision import Verdict, seen_verdict, sight
from sopcurric.model.files.decision import Split
from sopcurric.model.sop import JobSop, Procedure, Step
from sopcurric.model.split import SplitPart, TaskSplit, blocks
from sopcurric.model.task import TypicalTask


class CannotSplitError(ValueError):
    """What a decision asks for cannot be done: why (a word from a closed list), and what is concerned."""

    def __init__(self, reason: str, names: Sequence[str]) -> None:
        """Keep both."""
        super().__init__(reason, *names)
        self.reason = reason
        self.names = tuple(names)


@dataclass(frozen=True, slots=True)
class Dealt:
    """The parts that a decision makes, and the steps that none of them names."""

    parts: tuple[SplitPart, ...]
    left: tuple[Address, ...]


def decide_splits(
    settled: Settled, tasks: Tasks, sops: Iterable[JobSop]
) -> tuple[tuple[TaskSplit, ...], tuple[Verdict, ...]]:
    """The typical tasks that make several learning tasks.

    A part names steps right below a procedure (with them come those below), whole procedures, or other elements. What
    no part names goes with the step before it. A procedure of which nothing is named, such as that of another plant,
    is cut where steps of the same name are.
    """
    wanted = settled.of(Split)
    if not wanted:
        return (), ()
    every = tuple(sops)
    procedures = {one.address: one for sop in every for one in sop.procedures}
    elements = frozenset(element.address for sop in every for element in sop.elements())
    verdicts: list[Verdict] = []
    claims: list[Claim] = []
    made: dict[str, tuple[TypicalTask, tuple[SplitPart, ...]]] = {}
    for one in wanted:
        try:
            task = tasks.one(one.decision.on)
            parts = deal(one.decision, [procedures[member] for member in task.members], elements).parts
        except UnknownSubjectError as error:
            verdicts.append(Verdict(one.name, "gone", error.names, reason=error.reason))
            continue
        except CannotSplitError as error:
            verdicts.append(Verdict(one.name, "refused", error.names, reason=error.reason))
            continue
        made[one.name] = (task, parts)
        claims.append(Claim((task.id,), tuple((spelled(part.title), part.steps, part.elements) for part in parts), one))
    chosen, judged = choose(claims)
    verdicts += judged
    found = []
    for claim in chosen:
        task, parts = made[claim.named.name]
        found.append(TaskSplit(task.id, task.members, parts, claim.named.name))
        seen = split_sight(task, [procedures[member] for member in task.members])
        verdicts.append(seen_verdict(claim.named, seen, (task.id,)))
    return tuple(sorted(found, key=lambda one: one.task)), tuple(verdicts)


def split_sight(task: TypicalTask, procedures: Iterable[Procedure]) -> str:
    """What a decision about the parts of a task sees: its title, and the steps with their words."""
    steps = (step for one in procedures for step in one.steps)
    return sight(*spelled(task.title), *(word for step in steps for word in (step.address, *spelled(step.text))))


def deal(decision: Split, procedures: Sequence[Procedure], elements: frozenset[Address]) -> Dealt:
    """Which part each step is in.

    Raises:
        UnknownSubjectError: a part names what is not there.
        CannotSplitError: `inner-step` (a step below another one), `step-twice`, `no-step` (a part would have none).
    """
    every = {one.address: blocks(one) for one in procedures}
    owner, own = _named(decision, every, elements)
    twice = [address for address, parts in owner.items() if len(parts) > 1]
    if twice:
        raise CannotSplitError("step-twice", twice)
    placed = {address: parts[0] for address, parts in owner.items()}
    left = _rest(every, placed)
    steps: list[list[Address]] = [[] for _ in decision.into]
    for runs in every.values():
        for block in runs:
            steps[placed[block[0].address]] += [step.address for step in block]
    empty = [str(number) for number, part in enumerate(steps, start=1) if not part]
    if empty:
        raise CannotSplitError("no-step", empty)
    parts = (
        SplitPart(part.title, tuple(mine), tuple(dict.fromkeys(more)))
        for part, mine, more in zip(decision.into, steps, own, strict=True)
    )
    return Dealt(tuple(parts), left)


def _named(
    decision: Split, every: Mapping[Address, Sequence[tuple[Step, ...]]], elements: frozenset[Address]
) -> tuple[dict[Address, list[int]], list[list[Address]]]:
    """The parts that name each step right below a procedure, and the other elements that each part names."""
    heads = {block[0].address for runs in every.values() for block in runs}
    inner = {step.address for runs in every.values() for block in runs for step in block} - heads
    owner: dict[Address, list[int]] = {}
    own: list[list[Address]] = [[] for _ in decision.into]
    missing: list[str] = []
    below: list[str] = []
    for number, part in enumerate(decision.into):
        for name in dict.fromkeys(part.on):
            if name in every:
                for block in every[name]:
                    owner.setdefault(block[0].address, []).append(number)
            elif name in heads:
                owner.setdefault(name, []).append(number)
            elif name in inner:
                below.append(name)
            elif name in elements:
                own[number].append(name)
            else:
                missing.append(name)
    if missing:
        raise UnknownSubjectError("missing", missing)
    if below:
        raise CannotSplitError("inner-step", below)
    return owner, own


def _rest(every: Mapping[Address, Sequence[tuple[Step, ...]]], placed: dict[Address, int]) -> tuple[Address, ...]:
    """Place what no part names, and say which steps of procedures that are named somewhere these are."""
    by_name: dict[str, int] = {}
    for address, part in placed.items():
        by_name.setdefault(name_in(address), part)
    left: list[Address] = []
    for runs in every.values():
        heads = [block[0].address for block in runs]
        unnamed = not any(head in placed for head in heads)
        before = next((placed[head] for head in heads if head in placed), 0)
        for head in heads:
            alike = by_name.get(name_in(head)) if unnamed else None
            if head not in placed:
                placed[head] = before if alike is None else alike
                left += [head] if alike is None else []
            before = placed[head]
    return tuple(left)
