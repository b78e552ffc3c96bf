"""Practical examinations of courses: which learning tasks, how long, how many points for what (操作技能考核)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from sopcurric.linguistics.units import symbol
from sopcurric.model.address import Address
from sopcurric.model.assessment import WHOLE, Assessment, ExamItem, ExamRow, PracticalExam, shared_out
from sopcurric.model.course import CourseDesign, JobCourse, LearningTask
from sopcurric.model.sop import JobSop, Procedure
from sopcurric.model.task import TaskCatalogue, TypicalTask
from sopcurric.model.text import Quantity, Text

_ITEMS = 3
"""So many pieces of work have room in half a day, which is what papers of the trade take."""
_UNIT = 5
"""Points of pieces of work are multiples of five, as papers have them."""
_LEAST_UNITS = 5
"""No piece of work counts less than 25 points, so that each of its rows counts at least one."""
_MINUTES_PER_STEP = 3
"""Time for a step where the SOP says nothing: to do it, check it and write it down."""
_IN_MINUTES: Mapping[str, Decimal] = {"min": Decimal(1), "h": Decimal(60), "s": Decimal(1) / 60}
"""Units in which SOPs say how long work takes."""
_SHORTEST, _LONGEST = 15, 60
"""Limits of what one piece of work may take, in minutes; longer work is done on a simulator or in parts."""


@dataclass(frozen=True, slots=True)
class Given:
    """What papers are made of."""

    sops: Sequence[JobSop]
    catalogue: TaskCatalogue
    design: CourseDesign
    assessment: Assessment


def examine(given: Given) -> tuple[PracticalExam, ...]:
    """A paper for each course of a job: up to three learning tasks, 100 points in all.

    Those that need intensive training come first, then the important, those with more critical steps, the difficult;
    no two of one module as long as other modules have any. Points go by critical steps and difficulty. What is seen is
    work, safety and conduct; knowledge has a paper of its own.
    """
    maker = _Papers(
        {task.id: task for task in given.catalogue.tasks},
        {one.address: one for sop in given.sops for one in sop.procedures},
        given.assessment,
    )
    return tuple(maker.paper(course) for course in given.design.courses if not course.shared and course.tasks)


@dataclass(frozen=True, slots=True)
class _Papers:
    typical: Mapping[str, TypicalTask]
    procedures: Mapping[Address, Procedure]
    assessment: Assessment

    def paper(self, course: JobCourse) -> PracticalExam:
        """The paper of a course; pieces of work in the order in which the course has them."""
        chosen = self._chosen(course)
        tasks = [task for task in course.tasks if task.id in chosen]
        units = shared_out(WHOLE // _UNIT, [self._share(one) for one in tasks], least=_LEAST_UNITS)
        items = (self._item(task, unit * _UNIT) for task, unit in zip(tasks, units, strict=True))
        return PracticalExam(course.id, tuple(items))

    def _chosen(self, course: JobCourse) -> set[str]:
        ranked = sorted(course.tasks, key=self._rank)
        first: dict[str, LearningTask] = {}
        for task in ranked:
            module = next(one.id for one in course.modules if task in one.tasks)
            first.setdefault(module, task)
        ordered = [*first.values(), *(task for task in ranked if task not in first.values())]
        return {task.id for task in ordered[:_ITEMS]}

    def _rank(self, task: LearningTask) -> tuple[bool, int, int, int, Address]:
        rating = self.typical[task.typical_task].rating
        intensive = rating.outcome == "intensive"
        return (
            not intensive,
            -rating.importance.value,
            -self._critical(task),
            -rating.difficulty.value,
            min(task.derived_from),
        )

    def _critical(self, task: LearningTask) -> int:
        return sum(one.count for one in self.assessment.by_task[task.id].criteria if one.critical)

    def _share(self, task: LearningTask) -> int:
        return self._critical(task) + self.typical[task.typical_task].rating.difficulty.value

    def _item(self, task: LearningTask, points: int) -> ExamItem:
        members = task.portions(self.procedures)
        criteria = [one for one in self.assessment.by_task[task.id].criteria if one.kind != "knowledge"]
        rows = shared_out(points, [one.weight for one in criteria])
        said = [minutes for one in members if (minutes := _minutes(one))]
        taken = max(said, default=max(len(one.deeds) for one in members) * _MINUTES_PER_STEP)
        return ExamItem(
            task=task.id,
            points=points,
            minutes=min(_LONGEST, max(_SHORTEST, ceil(taken / _UNIT) * _UNIT)),
            timed=bool(said) and _SHORTEST <= taken <= _LONGEST,
            mode="simulation" if task.demanding or taken > _LONGEST else "on-site",
            rows=tuple(ExamRow(one, own) for one, own in zip(criteria, rows, strict=True)),
        )


def _minutes(procedure: Procedure) -> int:
    """How long a procedure takes by what its SOP says, in minutes; 0 where it says nothing that can be read."""
    return max((ceil(one) for one in _durations(procedure.duration)), default=0)


def _durations(text: Text) -> Iterator[Decimal]:
    for _, runs in text.wordings:
        for run in runs:
            if isinstance(run, Quantity) and symbol(run.unit) in _IN_MINUTES:
                yield Decimal(run.high or run.low) * _IN_MINUTES[symbol(run.unit)]
