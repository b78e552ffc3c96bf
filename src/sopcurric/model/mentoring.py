"""`MentoringPlan`: week by week, what a mentor shows, how far an apprentice operates, what is checked (带教计划)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from sopcurric.model.address import Address
from sopcurric.model.competency import Outcome
from sopcurric.model.course import MODULE_KINDS, ModuleKind
from sopcurric.model.files.mentoring import Operating
from sopcurric.model.files.programme import ProgrammeFile, Segment
from sopcurric.model.semesters import semesters_in, starts_of
from sopcurric.model.text import Phrase, Text, sentence

OPERATING: tuple[Operating, ...] = ("watch", "assist", "alone")
"""看, 辅, 独, from the least to the most."""
TRAINED: tuple[Outcome, ...] = ("train", "intensive")
"""Training outcomes of tasks that no mentoring plan may leave out."""
CYCLE: tuple[ModuleKind | str, ...] = ("start", "run", "deviation", "stop")
"""A full production cycle: start-up, normal operation, handling of deviations, shutdown."""


@dataclass(frozen=True, slots=True)
class MentoringTask:
    """A learning task of a job, as mentors teach it; `deviations` tells whether it handles some.

    A `drill` is work that learners do on simulators and in drills only: emergencies. A `shared` task is one of the
    course of what jobs have in common, so that its label is that of another course.
    """

    id: str
    label: str
    title: Text
    shared: bool
    part: ModuleKind
    outcome: Outcome
    deviations: bool
    drill: bool
    members: tuple[Address, ...]
    derived_from: tuple[Address, ...]

    @property
    def name(self) -> Phrase:
        """What it is called, with the label that leads to its leaves."""
        return sentence(
            "mentoring.task.shared" if self.shared else "mentoring.task", label=self.label, title=self.title
        )

    @property
    def cycle(self) -> tuple[str, ...]:
        """The parts of a production cycle that it belongs to; care belongs to normal operation."""
        part = "run" if self.part == "care" else self.part
        return (part, "deviation") if self.deviations else (part,)


@dataclass(frozen=True, slots=True)
class MentoringRow:
    """A task in some weeks of a segment: `first` and `last` count the weeks of the segment from 1.

    `hours` are those that the plan gives to the task in the segment and that fall on these weeks; 0 where it is done
    during the whole weeks at the post only. `typed` tells that the team wrote the weeks.
    """

    task: str
    first: int
    last: int
    level: Operating
    hours: int
    shows: tuple[Phrase, ...]
    checks: tuple[Phrase, ...]
    derived_from: tuple[Address, ...]
    typed: bool = False


@dataclass(frozen=True, slots=True)
class MentoringSegment:
    """A segment in the plant; `cap` is how far learners may operate there, `weeks` are its weeks as semester and week.

    `post_weeks` and `post_hours` are the whole weeks at the post that come on top of courses.
    """

    id: str
    title: Text
    cap: Operating
    weeks: tuple[tuple[int, int], ...]
    post_weeks: int
    post_hours: int
    rows: tuple[MentoringRow, ...]

    @property
    def hours(self) -> int:
        """Hours of the rows."""
        return sum(one.hours for one in self.rows)


@dataclass(frozen=True, slots=True)
class MentoringPlan:
    """How the learners of a job (of some groups, where there are groups) are mentored from segment to segment."""

    programme: str
    job: Address
    groups: tuple[str, ...]
    tasks: tuple[MentoringTask, ...]
    segments: tuple[MentoringSegment, ...]
    format: int = 1

    @property
    def rows(self) -> Iterator[tuple[MentoringSegment, MentoringRow]]:
        """All rows in their order."""
        return ((segment, row) for segment in self.segments for row in segment.rows)

    @property
    def missing(self) -> tuple[MentoringTask, ...]:
        """Tasks to be trained that stand in no row."""
        shown = {row.task for _, row in self.rows}
        return tuple(one for one in self.tasks if one.outcome in TRAINED and one.id not in shown)

    @property
    def backward(self) -> Iterator[tuple[MentoringSegment, MentoringRow, Operating]]:
        """Rows that fall behind what was reached before, or go beyond what the segment allows, with that level."""
        reached: dict[str, int] = {}
        for segment, row in self.rows:
            level, before = OPERATING.index(row.level), reached.get(row.task, 0)
            cap = OPERATING.index(segment.cap)
            if level < before:
                yield segment, row, OPERATING[before]
            elif level > cap:
                yield segment, row, segment.cap
            reached[row.task] = max(before, level)

    @property
    def cycle(self) -> tuple[tuple[str, bool], ...]:
        """The parts of a production cycle that the job has, each with whether it is in the plan."""
        shown = {row.task for _, row in self.rows}
        own = {part for task in self.tasks for part in task.cycle}
        taught = {part for task in self.tasks if task.id in shown for part in task.cycle}
        return tuple((part, part in taught) for part in CYCLE if part in own)


def operating_cap(segment: Segment) -> Operating:
    """How far a learner may operate in a segment, by the legal type of internship and the learner's role.

    Who only gets to know the work, or is a student in class there, watches. At the post, apprentices assist, and those
    who can work are relatively independent with the mentor beside: an internship at the post is either (rules on
    internships of 2021, article 2). Nobody works without the mentor.
    """
    if segment.legal_type == "observation":
        return "watch"
    if segment.legal_type == "none":
        return {"student": "watch", "apprentice": "assist", "quasi-employee": "alone"}[segment.role]  # type: ignore[return-value]
    return "assist" if segment.role == "apprentice" else "alone"


def mentored(programme: ProgrammeFile) -> tuple[Segment, ...]:
    """The segments in which learners are with a mentor: in plants, and internships wherever they are."""
    return tuple(one for one in programme.segments if one.site == "plant" or one.legal_type == "post")


def weeks_of(programme: ProgrammeFile, segment: Segment, usual: int) -> tuple[tuple[int, int], ...]:
    """The weeks of a segment as (semester, week): from the calendar without examinations, else `usual` a semester."""
    start = starts_of(programme)[segment.id]
    end = start + semesters_in(segment)
    known = (
        {one.number: one.weeks - one.exam_weeks for one in programme.calendar.semesters} if programme.calendar else {}
    )
    found = []
    for number in range(floor(start) + 1, ceil(end) + 1):
        weeks = max(1, known.get(number, usual))
        before = Decimal(number - 1)
        first = floor((max(start, before) - before) * weeks)
        last = floor((min(end, before + 1) - before) * weeks)
        found += [(number, week + 1) for week in range(first, last)]
    return tuple(found) or ((floor(start) + 1, 1),)


def parts_in_order(tasks: tuple[MentoringTask, ...]) -> tuple[ModuleKind, ...]:
    """The parts of the work that tasks have, in the order in which they are taught."""
    return tuple(kind for kind in MODULE_KINDS if any(one.part == kind for one in tasks))
