"""What a solver is asked: whole numbers, linear requirements on them, and what is to be small."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sopcurric.model.address import Address

NeedKind = Literal[
    "base",
    "closed",
    "hours",
    "post-weeks",
    "order",
    "theory-first",
    "simulation-first",
    "safety-first",
    "prerequisite",
    "one-place",
    "fits",
    "fixed",
    "post-share",
    "staff-share",
    "apprentices",
    "level",
    "cover",
    "paired",
]
Term = tuple[int, int]
"""A factor and the number of a variable."""


@dataclass(frozen=True, slots=True)
class Need:
    """A requirement as people know it.

    `subject` is where it is written (a base, a mentor, a group …) with its `name`; `other` says about what (a semester,
    an item, a job), `most` is the limit. `price` is what it costs to give way by one; 0 where it never does.
    """

    kind: NeedKind
    subject: Address
    name: str
    other: str = ""
    most: int = 0
    price: int = 0


@dataclass(frozen=True, slots=True)
class Linear:
    """A sum that lies between two bounds (None: no bound) as `need` asks for; without one, by what the variables mean.

    `unit` is how much of the sum one step of giving way is; `at` is the number of the week that it is about. What is
    `implied` follows from the rest and only helps the search.
    """

    terms: tuple[Term, ...]
    low: int | None
    high: int | None
    need: Need | None = None
    unit: int = 1
    at: int | None = None
    implied: bool = False


@dataclass(slots=True)
class Problem:
    """Variables by number, each with bounds; requirements; aims, of which the first one counts most.

    `hints` are values to begin the search with.
    """

    bounds: list[tuple[int, int]] = field(default_factory=list)
    linears: list[Linear] = field(default_factory=list)
    aims: list[tuple[Term, ...]] = field(default_factory=list)
    hints: dict[int, int] = field(default_factory=dict)

    def number(self, low: int, high: int) -> int:
        """A new variable."""
        self.bounds.append((low, high))
        return len(self.bounds) - 1

    def choice(self) -> int:
        """A new variable that is 0 or 1."""
        return self.number(0, 1)

    def at_most(
        self, terms: Iterable[Term], high: int, need: Need | None = None, *, unit: int = 1, at: int | None = None
    ) -> None:
        """Require that a sum is no more than a number."""
        self.linears.append(Linear(tuple(terms), None, high, need, unit, at))

    def at_least(self, terms: Iterable[Term], low: int, need: Need | None = None, *, implied: bool = False) -> None:
        """Require that a sum is no less than a number."""
        self.linears.append(Linear(tuple(terms), low, None, need, implied=implied))

    def exactly(self, terms: Iterable[Term], number: int, need: Need | None = None) -> None:
        """Require that a sum is a number."""
        self.linears.append(Linear(tuple(terms), number, number, need))

    def needs(self) -> tuple[Need, ...]:
        """All requirements that people know, in the order in which they were asked for."""
        return tuple(dict.fromkeys(one.need for one in self.linears if one.need))

    def span(self, terms: Sequence[Term]) -> int:
        """How far a sum can vary."""
        return sum(abs(factor) * (self.bounds[one][1] - self.bounds[one][0]) for factor, one in terms)


@dataclass(frozen=True, slots=True)
class Solution:
    """Values of all variables and of the aims.

    `proved` says whether nothing better is left; `effort` is how much work it was, in units of the solver that are the
    same on every machine.
    """

    values: tuple[int, ...]
    aims: tuple[int, ...]
    proved: bool
    effort: float


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A requirement that gives way: by how much, and in which weeks."""

    need: Need
    amount: int
    weeks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Requirements that cannot all hold, none of which can be left out; what gives way where as few as can be do.

    `ways` are sets of those, the smallest one first; none where requirements clash that never give way. `values` are
    those of the first way. `proved` is False where the search was given up without an answer.
    """

    needs: tuple[Need, ...]
    ways: tuple[tuple[Relaxed, ...], ...]
    values: tuple[int, ...] = ()
    proved: bool = True
