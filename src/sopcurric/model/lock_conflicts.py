"""Conflicts that git leaves in a file: which lines belong to a side, and which were only the common ancestor."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

_MARKER = re.compile(r"(?P<run><{7,}|\|{7,}|={7,}|>{7,})(?:\s.*)?")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict by the line of its first marker; unfinished where nobody can tell how far the ancestor goes."""

    line: int
    finished: bool = True


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line of the file or of one of the sides of a conflict, by its number."""

    number: int
    words: str
    in_conflict: bool


@dataclass(slots=True)
class _Sides:
    """What was seen so far: `width` is the length of the markers of the conflict that is open, else 0."""

    kept: list[KeptLine] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    width: int = 0
    ancestor: bool = False

    def line(self, number: int, words: str) -> None:
        if not self.ancestor:
            self.kept.append(KeptLine(number, words, in_conflict=self.width > 0))

    def marker(self, number: int, run: str) -> None:
        """Go on at a marker; one that fits no open conflict begins one."""
        sign = run[0]
        if self.ancestor and len(run) != self.width:
            return  # the ancestor was itself merged: its conflicts have longer markers
        if self.ancestor and sign != "=":
            self.unfinished()
        if sign == "<" or not self.width:
            self.conflicts.append(Conflict(number))
            self.width = len(run)
        self.ancestor = sign == "|"
        if sign == ">":
            self.width = 0

    def unfinished(self) -> None:
        self.conflicts[-1] = replace(self.conflicts[-1], finished=False)


def without_conflicts(lines: Sequence[str]) -> tuple[tuple[KeptLine, ...], tuple[Conflict, ...]]:
    """The lines without markers and ancestors, and the conflicts that there were."""
    sides = _Sides()
    for number, words in enumerate(lines, 1):
        mark = _MARKER.fullmatch(words)
        if mark:
            sides.marker(number, mark["run"])
        else:
            sides.line(number, words)
    if sides.ancestor:
        sides.unfinished()
    return tuple(sides.kept), tuple(sides.conflicts)
