"""Where the values of a YAML file stand, looked up on demand: reports ask for few of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from yaml.events import Event, ScalarEvent

from sopcurric.source.ref import Pointer, Span
from sopcurric.source.source_map import START

Container = dict[str, object] | list[object]


@dataclass(slots=True)
class Frame:
    """A list or mapping that is being filled."""

    container: Container
    anchor: str | None
    key: object | None = None
    keys: dict[str, Event] = field(default_factory=dict)
    values: dict[str | int, Event] = field(default_factory=dict)
    merged: list[object] = field(default_factory=list)
    size: int = 1
    height: int = 1


@dataclass(frozen=True, slots=True)
class Tree:
    """What was read, the event that it begins with, and the frames of all containers by their identity."""

    root: object | None
    event: Event | None
    frames: Mapping[int, Frame]

    def frame(self, pointer: Pointer) -> Frame | None:
        """The frame of the container that a pointer leads to."""
        value = self.root
        for part in pointer:
            frame = self.frames.get(id(value))
            if frame is None or part not in frame.values:
                return None
            value = frame.container[part]  # type: ignore[index]
        return self.frames.get(id(value))

    def pointers(self) -> Iterator[Pointer]:
        """Every pointer but the empty one."""
        waiting: list[tuple[Pointer, object]] = [((), self.root)]
        while waiting:
            pointer, container = waiting.pop()
            frame = self.frames.get(id(container))
            if frame is None:
                continue
            for key, value in _entries(frame.container):
                yield (*pointer, key)
                if isinstance(value, dict | list):
                    waiting.append(((*pointer, key), value))


class ValuePlaces(Mapping[Pointer, Span]):
    """Where values stand, by pointer."""

    def __init__(self, tree: Tree) -> None:
        """Take what was read."""
        self._tree = tree

    def __getitem__(self, pointer: Pointer) -> Span:
        """Where a value begins."""
        if not pointer:
            return place(self._tree.event) if self._tree.event else START
        frame = self._tree.frame(pointer[:-1])
        if frame is None:
            raise KeyError(pointer)
        return place(frame.values[pointer[-1]])

    def __iter__(self) -> Iterator[Pointer]:
        """The empty pointer, then those of everything inside."""
        yield ()
        yield from self._tree.pointers()

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)


class KeyPlaces(Mapping[Pointer, Span]):
    """Where the keys of entries stand, by the pointer of the entry."""

    def __init__(self, tree: Tree) -> None:
        """Take what was read."""
        self._tree = tree

    def __getitem__(self, pointer: Pointer) -> Span:
        """Where the key of an entry begins."""
        frame = self._tree.frame(pointer[:-1]) if pointer else None
        key = pointer[-1] if pointer else 0
        if frame is None or not isinstance(key, str) or key not in frame.values:
            raise KeyError(pointer)
        return place(frame.keys[key])

    def __iter__(self) -> Iterator[Pointer]:
        """The pointers of all entries."""
        return (pointer for pointer in self._tree.pointers() if isinstance(pointer[-1], str))

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)


class Ends(Mapping[Span, Span]):
    """Where scalars end, by where they begin."""

    def __init__(self, scalars: Sequence[ScalarEvent]) -> None:
        """Take all scalars."""
        self._scalars = scalars

    def __getitem__(self, begin: Span) -> Span:
        """Where the scalar that begins there ends."""
        return self._known[begin]

    def __iter__(self) -> Iterator[Span]:
        """Where scalars begin."""
        return iter(self._known)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._known)

    @cached_property
    def _known(self) -> dict[Span, Span]:
        marks = ((place(one), one.end_mark) for one in self._scalars)
        return {begin: Span(end.line + 1, end.column + 1) for begin, end in marks if end}


def place(event: Event) -> Span:
    """Where an event begins."""
    mark = event.start_mark
    return Span(mark.line + 1, mark.column + 1) if mark else START


def _entries(container: Container) -> list[tuple[str | int, object]]:
    return list(container.items()) if isinstance(container, dict) else list(enumerate(container))
