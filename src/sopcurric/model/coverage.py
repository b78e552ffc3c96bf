"""`StandardCoverage`: what requirements of occupational standards points of the jobs back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.text import Text

RequirementKind = Literal["skill", "knowledge"]
"""技能要求, 相关知识要求."""
State = Literal["confirmed", "proposed", "none"]
"""已确认, 待确认, 无对应."""


@dataclass(frozen=True, slots=True)
class Backing:
    """A point that backs a requirement: how much both have in common (0 to 1), and what.

    `shared` are the words that stand in both, `verb` is that of the requirement where the point has one of the same
    family. `decision` names the one that says so; without it, this is a proposal.
    """

    point: str
    score: float
    shared: Text
    verb: Text
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One line of a standard, with the points that back it, best first."""

    id: Address
    kind: RequirementKind
    level: str
    function: str
    content: str
    text: Text
    backings: tuple[Backing, ...]
    derived_from: tuple[Address, ...]

    @property
    def score(self) -> float:
        """How sure the best of its backings is; 0 where there is none."""
        return self.backings[0].score if self.backings else 0.0

    @property
    def state(self) -> State:
        """Whether people confirmed one of its backings, one is proposed, or there is none."""
        if any(one.decision for one in self.backings):
            return "confirmed"
        return "proposed" if self.backings else "none"


@dataclass(frozen=True, slots=True)
class LevelShare:
    """How much of a level is backed.

    `share` (0 to 1) is that of the skill requirements by the skill weights of their functions, or by their number where
    the standard gives no weights (`weighted`). `grade` is the place on the ladder of eight (学徒工 1, 首席技师 8), read
    from the title; 0 where it names none.
    """

    level: str
    title: Text
    grade: int
    skills: int
    backed_skills: int
    knowledge: int
    backed_knowledge: int
    confirmed: int
    share: float
    weighted: bool


@dataclass(frozen=True)
class StandardCoverage:
    """One standard: its requirements in their order, shares by level, and the points that it does not ask for."""

    standard: str
    title: Text
    requirements: tuple[Requirement, ...]
    levels: tuple[LevelShare, ...]
    unasked: tuple[str, ...]
    format: int = 1

    @cached_property
    def of_content(self) -> Mapping[str, tuple[Requirement, ...]]:
        """Requirements by work content."""
        found: dict[str, list[Requirement]] = {}
        for one in self.requirements:
            found.setdefault(one.content, []).append(one)
        return {content: tuple(own) for content, own in found.items()}

    def up_to(self, level: str) -> Iterator[LevelShare]:
        """A level and those below it, which it includes."""
        names = [one.level for one in self.levels]
        return iter(self.levels[: names.index(level) + 1] if level in names else ())
