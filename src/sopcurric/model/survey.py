"""Surveys: how experts rate work, and what comes of it.

Raters are numbered; who they are stays in the file that they filled in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sopcurric.model.address import Address
from sopcurric.model.competency import Factor, Outcome
from sopcurric.model.decision import sight
from sopcurric.model.sop import JobSop, Procedure
from sopcurric.model.text import Text

SENIOR = 10
"""Years of experience from which somebody counts as an expert; more are not told apart."""
STALE = "0" * 12
"""A digest that no task has: what was rated has changed since."""


@dataclass(frozen=True, slots=True, order=True)
class TaskRating:
    """One rater's grades of one piece of work; 0 where there is none.

    `seen` is the digest of what was rated: that of the work as it is, `STALE`, or nothing where the form has none.
    """

    procedure: Address
    difficulty: int = 0
    importance: int = 0
    frequency: int = 0
    seen: str = ""

    def grade(self, factor: Factor) -> int:
        """A grade by its name."""
        return int(getattr(self, factor))


@dataclass(frozen=True, slots=True)
class Rater:
    """One rater: a number by what was rated, the years of experience (None: not told; at most `SENIOR`), ratings."""

    id: str
    years: int | None
    ratings: tuple[TaskRating, ...]

    @property
    def address(self) -> Address:
        """Where findings about the rater are placed."""
        return rater_address(self.id)


@dataclass(frozen=True, slots=True)
class FactorResult:
    """What raters made of one grade of a task: the median, how many they were, highest minus lowest."""

    factor: Factor
    median: int
    raters: int
    spread: int


@dataclass(frozen=True, slots=True)
class Flip:
    """The training that would follow if one rater were left out, where it is another."""

    rater: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class TaskResult:
    """What raters made of a task; grades that nobody gave are missing. `outcome` is the training that follows."""

    procedure: Address
    factors: tuple[FactorResult, ...]
    raters: int
    outcome: Outcome
    flips: tuple[Flip, ...] = ()

    @property
    def spread(self) -> int:
        """The widest of the spreads."""
        return max(one.spread for one in self.factors)


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """What came of all surveys; `alphas` are Krippendorff's for each grade, missing where it cannot be told."""

    tasks: tuple[TaskResult, ...] = ()
    alphas: tuple[tuple[Factor, float], ...] = ()

    @property
    def by_procedure(self) -> Mapping[Address, TaskResult]:
        """The results by the address of the procedure."""
        return {one.procedure: one for one in self.tasks}


NO_SURVEY = SurveyResult()


def rater_address(rater: str) -> Address:
    """Where findings about a rater are placed."""
    return f"@rater/{rater}"


def numbered(found: Sequence[tuple[int | None, Sequence[TaskRating]]]) -> tuple[tuple[int, Rater], ...]:
    """Raters with their places in `found`, numbered by what they rated: whatever they are called and where they stand.

    Of those who rated all alike, nobody can tell which is which, and nothing depends on it.
    """
    known = [(tuple(sorted(ratings)), None if years is None else min(years, SENIOR)) for years, ratings in found]
    order = sorted(range(len(known)), key=lambda one: (known[one][0], known[one][1] or -1))
    return tuple((one, Rater(f"R{number}", known[one][1], known[one][0])) for number, one in enumerate(order, start=1))


def task_sight(procedure: Procedure, sop: JobSop) -> str:
    """The digest of what somebody rates: the words of the work and the risks that it names."""
    risks = {one.address: one for one in sop.hazards}
    named = dict.fromkeys((*procedure.hazards, *(one for step in procedure.steps for one in step.hazards)))
    hazards = [risks[one] for one in named if one in risks]
    texts = (procedure.title, procedure.trigger, *(step.text for step in procedure.steps))
    said = (words for text in texts for words in _spelled(text))
    return sight(*said, *(part for one in hazards for part in (*_spelled(one.title), one.risk.value)))


def _spelled(text: Text) -> tuple[str, ...]:
    return tuple(text.words(language) for language, _ in text.wordings)
