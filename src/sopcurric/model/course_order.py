"""In which order learning tasks are taught, and how they make modules of a size that can be taught."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Generic, Protocol, TypeVar

from sopcurric.model.task import TaskRelation
from sopcurric.model.task_range import TaskRange

_RANGES: tuple[TaskRange, ...] = ("orienting", "systemic", "functional", "advanced")


class Work(Protocol):
    """What is put in order."""

    @property
    def id(self) -> str:
        """Its identifier, which relations name."""

    @property
    def range(self) -> TaskRange:
        """Where it lies between novice and expert."""


class Sized(Protocol):
    """What modules are made of."""

    @property
    def hours(self) -> int:
        """Its hours."""


Task = TypeVar("Task", bound=Work)
Piece = TypeVar("Piece", bound=Sized)
Kind = TypeVar("Kind", bound=str)


def in_teaching_order(tasks: Sequence[Task], relations: Iterable[TaskRelation]) -> list[Task]:
    """What comes after something else follows it; of the rest, simple work comes before complex work.

    The ranges from novice to expert are those of Rauner. Of what is alike, the order stays; of relations that go round
    in a circle, those count that the order does not already break.
    """
    place = {task.id: number for number, task in enumerate(tasks)}
    key = {task.id: (_RANGES.index(task.range), place[task.id]) for task in tasks}
    after: dict[str, set[str]] = {task.id: set() for task in tasks}
    for one in relations:
        if one.kind == "sequence" and one.first in place and one.second in place:
            after[one.second].add(one.first)
    by_id = {task.id: task for task in tasks}
    done: list[Task] = []
    waiting = set(place)
    ready = [(*key[name], name) for name in waiting if not after[name]]
    heapify(ready)
    while waiting:
        if not ready:  # a circle: the one that stands first begins
            first = min(waiting, key=lambda name: place[name])
            heappush(ready, (*key[first], first))
        *_, name = heappop(ready)
        if name not in waiting:
            continue
        waiting.remove(name)
        done.append(by_id[name])
        for other in waiting:
            if name in after[other]:
                after[other].discard(name)
                if not after[other]:
                    heappush(ready, (*key[other], other))
    return done


@dataclass(frozen=True, slots=True)
class Slice(Generic[Kind, Piece]):
    """What makes one module: the parts of the work that it holds, which of several it is, its tasks."""

    kinds: tuple[Kind, ...]
    place: int
    of: int
    tasks: tuple[Piece, ...]


def sized(parts: Mapping[Kind, Sequence[Piece]], least: int, most: int) -> list[Slice[Kind, Piece]]:
    """Parts of the work, in their order, as modules of `least` to `most` hours.

    A part that is too small is taken together with the smaller of its neighbours, as long as both are not too large;
    one that is too large is cut between tasks into pieces as even as these allow. A task is never cut.
    """
    grouped: list[tuple[tuple[Kind, ...], tuple[Piece, ...]]] = [
        ((kind,), tuple(tasks)) for kind, tasks in parts.items()
    ]
    while (place := _to_join(grouped, least, most)) is not None:
        (kinds, before), (more, after) = grouped[place : place + 2]
        grouped[place : place + 2] = [((*kinds, *more), (*before, *after))]
    found: list[Slice[Kind, Piece]] = []
    for kinds, whole in grouped:
        cut = _cut(whole, most)
        found += [Slice(kinds, place, len(cut), piece) for place, piece in enumerate(cut, start=1)]
    return found


def _to_join(grouped: Sequence[tuple[tuple[Kind, ...], tuple[Piece, ...]]], least: int, most: int) -> int | None:
    """The place of the first of two neighbours to be joined: the smallest part first, with its smaller neighbour."""
    sizes = [_hours(tasks) for _, tasks in grouped]
    for place in sorted(range(len(sizes)), key=lambda one: (sizes[one], one)):
        if sizes[place] >= least:
            return None
        beside = [one for one in (place - 1, place + 1) if 0 <= one < len(sizes)]
        for other in sorted(beside, key=lambda one: (sizes[one], one)):
            if sizes[place] + sizes[other] <= most:
                return min(place, other)
    return None


def _hours(tasks: Iterable[Sized]) -> int:
    return sum(task.hours for task in tasks)


def _cut(tasks: tuple[Piece, ...], most: int) -> list[tuple[Piece, ...]]:
    """Tasks in as few pieces as may be, none with more than `most` hours unless it is one task."""
    number = -(-_hours(tasks) // most)
    while number < len(tasks):
        pieces = _in_pieces(tasks, number)
        if all(_hours(piece) <= most or len(piece) == 1 for piece in pieces):
            return pieces
        number += 1
    return [tasks] if _hours(tasks) <= most else [(task,) for task in tasks]


def _in_pieces(tasks: tuple[Piece, ...], number: int) -> list[tuple[Piece, ...]]:
    """Tasks in so many pieces, each ending as near to its share of all hours as it can."""
    whole, gone = _hours(tasks), 0
    pieces: list[list[Piece]] = [[]]
    for place, task in enumerate(tasks):
        left = len(tasks) - place
        bound = whole * len(pieces) / number
        enough = gone + task.hours / 2 > bound or left <= number - len(pieces)
        if pieces[-1] and len(pieces) < number and enough:
            pieces.append([])
        pieces[-1].append(task)
        gone += task.hours
    return [tuple(piece) for piece in pieces]
