"""Mentoring week by week: which task when, how far the apprentice operates, what is shown and checked (带教计划)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import TypeVar

from sopcurric.model.address import Address, meets, within
from sopcurric.model.competency import Point
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseModule, LearningTask
from sopcurric.model.enumerating import joined
from sopcurric.model.files.mentoring import Mentoring, MentoringWeeks, Operating
from sopcurric.model.files.programme import ProgrammeFile, Segment
from sopcurric.model.files.schedule import ScheduleFile
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.mentoring import (
    OPERATING,
    MentoringPlan,
    MentoringRow,
    MentoringSegment,
    MentoringTask,
    mentored,
    operating_cap,
    weeks_of,
)
from sopcurric.model.plan import IntegratedPlan
from sopcurric.model.sop import Hazard
from sopcurric.model.text import Phrase, sentence

Thing = TypeVar("Thing")
_Window = tuple[int, int]
"""First and last week of a segment, from 1."""

_SEMESTER = 18
"""Weeks of a semester where neither a calendar nor the profile says."""
_SHOWN = 2
"""So many things a mentor shows or looks at are named; the leaves of the task have all of them."""
_EMERGENCIES = (Phase.EMERGENCY, Phase.EMERGENCY_SHUTDOWN)


def plan_mentoring(compilation: Compilation) -> tuple[MentoringPlan, ...]:
    """A plan for every job of every written programme; for each group its own where the committed plan differs.

    In each segment, tasks follow each other in the order of the course; each has as many weeks as its hours ask for, or
    begins where the committed plan places its module and goes on during the weeks at the post. From segment to segment
    an apprentice takes a task up where it was left and goes as far as the segment allows. What the team wrote about a
    task in a segment takes the place of what is computed.
    """
    return tuple(one for programme in compilation.inputs.programmes for one in _of_programme(programme, compilation))


def _of_programme(programme: ProgrammeFile, compilation: Compilation) -> Iterator[MentoringPlan]:
    plan = next((one for one in compilation.plans if one.programme == programme.id), None)
    if plan is None or not mentored(programme):
        return
    schedule = compilation.schedules.get(programme.id)
    found: dict[tuple[Address, tuple[MentoringSegment, ...]], MentoringPlan] = {}
    for group, job in _learners(programme, compilation):
        made = _Maker(programme, plan, compilation, job, group, schedule).plan()
        known = found.get((made.job, made.segments))
        found[(made.job, made.segments)] = replace(known, groups=(*known.groups, *made.groups)) if known else made
    yield from found.values()


def _learners(programme: ProgrammeFile, compilation: Compilation) -> Iterator[tuple[str, Address]]:
    """Groups with the job that they prepare for; without groups, the jobs that mentors teach, else all."""
    if programme.groups:
        yield from ((group.id, group.job) for group in programme.groups if group.job in compilation.sops)
        return
    named = {job for mentor in programme.mentors for job in mentor.jobs}
    jobs = [sop.address for sop in compilation.inputs.sops if sop.kind == "job-sop"]
    yield from (("", job) for job in jobs if not named or job in named)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the plan of one group or job."""

    programme: ProgrammeFile
    integrated: IntegratedPlan
    all: Compilation
    job: Address
    group: str
    schedule: ScheduleFile | None
    reached: dict[str, int] = field(default_factory=dict)

    def plan(self) -> MentoringPlan:
        """The tasks of the job on the segments in plants."""
        written = self.programme.mentoring or Mentoring()
        own = [(module, task) for module, task in self._tasks() if not self._named(task, written.left_out)]
        segments = mentored(self.programme)
        made = tuple(self._segment(one, own, written, last=one is segments[-1]) for one in segments)
        return MentoringPlan(
            self.programme.id,
            self.job,
            (self.group,) if self.group else (),
            tuple(self._task(module, task) for module, task in self._tasks()),
            made,
        )

    def _tasks(self) -> Iterator[tuple[CourseModule, LearningTask]]:
        for course in self.all.design.courses:
            for module in course.modules if self.job in course.jobs else ():
                for task in module.tasks:
                    if self.job in self.all.typical_tasks[task.typical_task].jobs:
                        yield module, task

    def _task(self, module: CourseModule, task: LearningTask) -> MentoringTask:
        course = next(one for one in self.all.design.courses if module in one.modules)
        typical = self.all.typical_tasks[task.typical_task]
        return MentoringTask(
            id=task.id,
            label=task.label,
            title=task.title,
            shared=course.shared,
            part=task.part,
            outcome=typical.rating.outcome,
            deviations=any(within(one, self.job) for one in task.deviations),
            drill=self._drill(task),
            members=typical.members,
            derived_from=task.derived_from,
        )

    def _drill(self, task: LearningTask) -> bool:
        return self.all.typical_tasks[task.typical_task].phase in _EMERGENCIES

    def _named(self, task: LearningTask, targets: Iterable[str]) -> bool:
        members = self.all.typical_tasks[task.typical_task].members
        return any(meets(member, target) for member in members for target in targets)

    # One segment

    def _segment(
        self,
        segment: Segment,
        tasks: Sequence[tuple[CourseModule, LearningTask]],
        written: Mentoring,
        *,
        last: bool,
    ) -> MentoringSegment:
        usual = self.all.inputs.profile.numbers.get("semester-weeks")
        weeks = weeks_of(self.programme, segment, int(usual.value) if usual else _SEMESTER)
        typed = [one for one in written.weeks if one.segment == segment.id]
        free = [one for one in tasks if not self._named(one[1], (week.task for week in typed))]
        taken = self._taken(segment)
        levels = {task.id: self._levels(task, segment, taken, last=last) for _, task in free}
        rows: list[MentoringRow] = []
        for chosen in (True, False):  # what the plan gives hours to, then what is only seen or done in passing
            own = [(module, task) for module, task in free if (task.id in taken) is chosen and levels[task.id]]
            places = self._placed(weeks) if chosen else {}
            for task, window, placed in _windows(own, len(weeks), taken, places):
                kept = placed if segment.weeks and len(levels[task.id]) > 1 else None
                rows += self._rows(task, window if kept else placed or window, kept, levels[task.id], taken)
        for _, task in tasks:
            rows += self._typed(task, [one for one in typed if self._named(task, (one.task,))], len(weeks))
        for row in rows:
            self.reached[row.task] = max(self.reached.get(row.task, 0), OPERATING.index(row.level))
        order = {task.id: place for place, (_, task) in enumerate(tasks)}
        rows.sort(key=lambda one: (one.first, order[one.task], one.last, OPERATING.index(one.level)))
        return MentoringSegment(
            segment.id,
            segment.title,
            operating_cap(segment),
            weeks,
            segment.weeks,
            segment.weeks * segment.hours_per_week,
            tuple(rows),
        )

    def _taken(self, segment: Segment) -> Mapping[str, int]:
        """Tasks that the plan teaches in the segment, with the hours of it; theory counts where learners watch."""
        watching = operating_cap(segment) == "watch"
        found: dict[str, int] = {}
        known = self.all.learning_tasks
        for row in self.integrated.rows:
            if row.segment == segment.id and row.kind == ("theory" if watching else "practice"):
                for one in row.tasks:
                    _, task = known[one]
                    found[one] = task.theory_hours if watching else task.practice_hours
        return found

    def _levels(
        self, task: LearningTask, segment: Segment, taken: Mapping[str, int], *, last: bool
    ) -> tuple[Operating, ...]:
        """How far the apprentice goes with a task in the segment: from where it was left to what is allowed.

        A task that the segment does not teach is watched there, and taken up in the last segment only.
        """
        cap, before = OPERATING.index(operating_cap(segment)), self.reached.get(task.id, 0)
        if task.id not in taken and not last:
            return ("watch",) if before == 0 else ()
        return OPERATING[before : cap + 1]

    def _placed(self, weeks: Sequence[tuple[int, int]]) -> dict[str, tuple[int, ...]]:
        """Modules that the committed plan places in these weeks, with the weeks."""
        places = {week: number for number, week in enumerate(weeks, start=1)}
        found: dict[str, set[int]] = {}
        for one in self.schedule.modules if self.schedule and self.group else ():
            if one.group == self.group:
                own = {places.get((one.semester, week), 0) for week in range(one.first, one.first + one.weeks)} - {0}
                if own:
                    found.setdefault(one.item.rpartition(".")[0], set()).update(own)
        return {name: tuple(sorted(own)) for name, own in found.items()}

    # Rows

    def _rows(
        self,
        task: LearningTask,
        window: _Window,
        placed: _Window | None,
        levels: Sequence[Operating],
        taken: Mapping[str, int],
    ) -> Iterator[MentoringRow]:
        """The levels one after the other on the weeks of a task.

        Where its module is placed, the apprentice watches and assists, which takes the hours of the module; the last
        level goes with the work of the shift afterwards.
        """
        hours = taken.get(task.id, 0)
        if placed:
            yield from self._stepwise(task, placed, levels[:2] if levels[0] == "watch" else levels[:1], hours)
            start = min(max(window[0], placed[1] + 1), max(window[1], placed[1]))
            levels, window, hours = levels[-1:], (start, max(start, window[1])), 0
        yield from self._stepwise(task, window, levels, hours)

    def _stepwise(
        self, task: LearningTask, window: _Window, levels: Sequence[Operating], hours: int
    ) -> Iterator[MentoringRow]:
        parts = _spread([(level, 1) for level in levels], tuple(range(window[0], window[1] + 1)))
        for place, (level, (first, last)) in enumerate(parts):
            share = hours // len(levels) + (len(levels) - place <= hours % len(levels))
            yield self._row(task, first, last, level, share)

    def _typed(self, task: LearningTask, written: Sequence[MentoringWeeks], most: int) -> Iterator[MentoringRow]:
        for one in written:
            first, last = sorted((min(one.first, most), min(one.last, most)))
            yield replace(self._row(task, first, last, one.level, 0), typed=True)

    def _row(self, task: LearningTask, first: int, last: int, level: Operating, hours: int) -> MentoringRow:
        return MentoringRow(
            task.id, first, last, level, hours, self._shows(task, level), self._checks(task, level), task.derived_from
        )

    def _points(self, task: LearningTask) -> list[Point]:
        """Skill points of the task in the job, critical ones first."""
        points = (self.all.points[one] for one in task.points if one in self.all.points)
        skills = [one for one in points if one.kind == "skill" and one.work and one.derived_from]
        own = [one for one in skills if any(within(address, self.job) for address in one.derived_from)] or skills
        return sorted(own, key=lambda one: not one.critical)

    def _shows(self, task: LearningTask, level: Operating) -> tuple[Phrase, ...]:
        """What the mentor does: shows the critical steps, confirms them, watches over them."""
        works = tuple(dict.fromkeys(one.work for one in self._points(task)))[:_SHOWN]
        if level == "alone":
            own = [one for one in task.deviations if within(one, self.job)] or list(task.deviations)
            titles = [self.all.titles[one] for one in own if one in self.all.titles][:_SHOWN]
            return _led("mentoring.show.drill" if self._drill(task) else "mentoring.show.alone", titles)
        return _led(f"mentoring.show.{level}", works)

    def _checks(self, task: LearningTask, level: Operating) -> tuple[Phrase, ...]:
        """What is checked: that dangers are named, that critical steps are right, that the standard is met."""
        if level == "watch":
            elements = (self.all.elements.get(one) for one in task.hazards)
            hazards = [one for one in elements if isinstance(one, Hazard) and within(one.address, self.job)]
            titles = tuple(dict.fromkeys(one.title for one in hazards))[:_SHOWN]
            return _led("mentoring.check.watch", titles)
        if level == "assist":
            return (sentence("mentoring.check.assist"),)
        own = [one for one in self._points(task) if one.standard][:_SHOWN]
        standards = [sentence("mentoring.standard", work=one.work, standard=one.standard) for one in own]
        return _led("mentoring.check.alone", standards)


def _led(code: str, things: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """A sentence that leads to things, or, where there are none, its plain form."""
    return (sentence(code, things=joined("mentoring.and", things)) if things else sentence(f"{code}.plain"),)


def _windows(
    tasks: Sequence[tuple[CourseModule, LearningTask]],
    weeks: int,
    taken: Mapping[str, int],
    places: Mapping[str, Sequence[int]],
) -> Iterator[tuple[LearningTask, _Window, _Window | None]]:
    """The weeks of each task, by hours one after the other, and those in which the committed plan places it."""
    ordered = sorted(tasks, key=lambda one: places.get(one[0].id, (0,))[0])
    weighed = [(task, taken.get(task.id, 0) or 1) for _, task in ordered]
    placed: dict[str, _Window] = {}
    for name, own in places.items():
        inside = [
            (task, weight) for (module, _), (task, weight) in zip(ordered, weighed, strict=True) if module.id == name
        ]
        placed |= {task.id: window for task, window in _spread(inside, own)}
    for task, window in _spread(weighed, tuple(range(1, weeks + 1))):
        yield task, window, placed.get(task.id)


def _spread(things: Sequence[tuple[Thing, int]], weeks: Sequence[int]) -> Iterator[tuple[Thing, _Window]]:
    """Things one after the other on weeks, each as long as it weighs; those that are too short share a week."""
    total = sum(weight for _, weight in things)
    if not total or not weeks:
        return
    ends = list(accumulate((weight for _, weight in things), initial=0))
    for (thing, _), start, end in zip(things, ends, ends[1:], strict=False):
        first = start * len(weeks) // total
        last = max(first, -(-end * len(weeks) // total) - 1)
        yield thing, (weeks[first], weeks[last])
