"""`IntegratedPlan`: modules on the segments of a path, in-service training, skill levels (一体化方案编制)."""

from dataclasses import dataclass
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.decision import Mark
from sopcurric.model.files.course import CourseBlock, CourseCategory, CourseNature
from sopcurric.model.text import Phrase

RowKind = Literal["typed", "theory", "practice", "post"]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What is taught in one segment: a typed-in course, theory or practice of a module, or whole weeks at the post."""

    id: str
    segment: str
    kind: RowKind
    title: Phrase
    category: CourseCategory
    theory_hours: int
    practice_hours: int
    weeks: int
    course: str
    module: str = ""
    tasks: tuple[str, ...] = ()
    derived_from: tuple[Address, ...] = ()

    @property
    def hours(self) -> int:
        """Theory and practice together."""
        return self.theory_hours + self.practice_hours


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course of the teaching schedule (教学进程安排表) with hours by semester.

    `course` is the id of the course that it is made of; empty for typed-in ones and weeks at the post.
    """

    code: str
    title: Phrase
    category: CourseCategory
    nature: CourseNature
    block: CourseBlock
    theory_hours: int
    practice_hours: int
    weeks: int
    credits: float
    semesters: tuple[int, ...]
    hours_by_semester: tuple[int, ...]
    assessment: Literal["exam", "check"]
    in_plant: bool
    derived_from: tuple[Address, ...]
    course: str = ""

    @property
    def hours(self) -> int:
        """Theory and practice together."""
        return self.theory_hours + self.practice_hours


@dataclass(frozen=True, slots=True)
class InServiceRow:
    """A learning task that is taught, repeated or looked up after hiring."""

    id: str
    stage: str
    task: str
    course: str
    title: Phrase
    hours: int
    reason: Phrase
    derived_from: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class StandardMapping:
    """That a decision says whether a learning task leads to a work content of a standard."""

    task: str
    standard: str
    content: str
    fits: bool
    decision: str


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A row of the standard and the learning tasks that lead to it; `score` is how sure the match is (0 to 1)."""

    standard: str
    level: str
    function: str
    content: str
    title: Phrase
    tasks: tuple[str, ...]
    score: float
    derived_from: tuple[Address, ...]
    decided: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelCoverage:
    """Share of a level (0 to 1, by skill weights of the functions) that learning tasks cover."""

    level: str
    title: Phrase
    share: float


@dataclass(frozen=True, slots=True)
class IntegratedPlan:
    """The plan of one programme, from the first semester to training in service."""

    programme: str
    title: Phrase
    rows: tuple[PlanRow, ...]
    courses: tuple[CourseRow, ...]
    in_service: tuple[InServiceRow, ...]
    levels: tuple[LevelRow, ...]
    coverage: tuple[LevelCoverage, ...]
    unplaced: tuple[str, ...]
    format: int = 1
