"""Rule profiles: national and provincial numbers as data, with clause, modality and the day they were verified."""

from typing import Literal

from pydantic import Field

from sopcurric.model.competency import Outcome
from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Words
from sopcurric.model.files.decision import DecisionKind, Role


class Number(Frozen):
    """One number of a profile."""

    value: float
    """The number."""
    unit: Line
    """Its unit (hours, share, months …)."""
    source: Words
    """The text that it stands in."""
    clause: Words
    """The clause, by its number or by what it is about."""
    modality: Literal["must", "in-principle", "usual", "recalled"]
    """应当 must · 原则上 in-principle · 一般 usual · not re-read recalled. Only `must` makes an error."""
    verified_on: Day
    """Day on which the source was read."""


class OutcomeRow(Frozen):
    """A row of the decision table: grades high (3 or 2 by `high_from`) or low, and the training that follows."""

    difficulty: Literal["high", "low", "any"]
    """难度."""
    importance: Literal["high", "low", "any"]
    """重要度."""
    frequency: Literal["high", "low", "any"]
    """频度."""
    outcome: Outcome
    """岗位自学 job-aid · 用前培训 on-demand · 培训 train · 强化培训+复训 intensive."""


class ProfileFile(Frozen):
    """A profile."""

    format: Literal[1] = 1
    """Version of this file format."""
    id: Identifier
    """Name of the profile."""
    title: Words
    """What it is called."""
    numbers: dict[str, Number]
    """Numbers by name."""
    high_from: int = Field(default=2, ge=2, le=3)
    """Grade from which a rating counts as high."""
    outcomes: tuple[OutcomeRow, ...] = Field(min_length=1)
    """Decision table from the rating to the training, first match wins."""
    outcomes_source: Words
    """Where the table comes from."""
    authority: dict[DecisionKind | Literal["safety"], tuple[Role, ...]]
    """Which roles (plant, college, industry) may decide what; `safety` is about blocks of leaves that tell of hazards,
    whatever the kind of the decision."""
    authority_source: Words
    """Where that comes from."""

    def outcome(self, grades: tuple[int, int, int], *, major: bool) -> Outcome:
        """The training that follows from grades of difficulty, importance and frequency by the table.

        Work with a hazard of the highest grade (`major`) is never left without training.
        """
        high = tuple(grade >= self.high_from for grade in grades)
        found: Outcome = next((row.outcome for row in self.outcomes if _matches(row, high)), "train")
        return "train" if found == "job-aid" and major else found


def _matches(row: OutcomeRow, high: tuple[bool, ...]) -> bool:
    wanted = (row.difficulty, row.importance, row.frequency)
    return all(want == "any" or (want == "high") == is_high for want, is_high in zip(wanted, high, strict=True))
