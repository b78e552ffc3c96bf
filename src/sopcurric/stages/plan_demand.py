"""What the plan of each cohort must do: from the integrated plan, the calendar and who is there to weeks and hours."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from sopcurric.linguistics.skill_grades import grade_of
from sopcurric.model.address import job_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseModule, JobCourse
from sopcurric.model.files.calendar import Closure, Semester
from sopcurric.model.files.learners import LearnerGroup
from sopcurric.model.files.programme import Mentor, Partner, ProgrammeFile, Segment
from sopcurric.model.plan import IntegratedPlan, PlanRow
from sopcurric.model.planning import (
    MENTOR_GRADES,
    NO_GRADE,
    Group,
    Item,
    Place,
    PlanDemand,
    PlannedMentor,
    Plant,
    Share,
    Stage,
    Week,
)
from sopcurric.model.semesters import semesters_of

_WEEKS, _HOURS = 18, 40
"""Weeks of a semester and hours of a week where neither calendar nor profile says."""
_WORKING_DAYS = 5
_SHARES: tuple[Share, ...] = ("theory", "routine", "demanding")


def demands(compilation: Compilation) -> tuple[PlanDemand, ...]:
    """The demand of every written programme that has groups of learners."""
    plans = {plan.programme: plan for plan in compilation.plans}
    return tuple(
        _Cohort(programme, plans[programme.id], compilation).demand()
        for programme in compilation.inputs.programmes
        if programme.groups and programme.id in plans
    )


@dataclass(frozen=True)
class _Cohort:
    """A programme with what it is planned from."""

    programme: ProgrammeFile
    plan: IntegratedPlan
    all: Compilation

    def demand(self) -> PlanDemand:
        numbers = self.all.inputs.profile.numbers
        return PlanDemand(
            programme=self.programme.id,
            weeks=self.weeks,
            stages=tuple(self.stages.values()),
            groups=tuple(map(self._group, self.programme.groups)),
            places=tuple(self._places()),
            plants=tuple(
                Plant(one.id, one.staff or 0, {post.job: post.staff for post in one.posts}) for one in self.plants
            ),
            mentors=tuple(map(self._mentor, self.programme.mentors)),
            target=self._target(),
            post_share=numbers.get("interns-per-post"),
            staff_share=numbers.get("interns-per-staff"),
            week_hours=numbers.get("weekly-hours-max"),
        )

    def _number(self, name: str, otherwise: int) -> Fraction:
        number = self.all.inputs.profile.numbers.get(name)
        return Fraction(str(number.value)) if number else Fraction(otherwise)

    @property
    def plants(self) -> tuple[Partner, ...]:
        return tuple(one for one in self.programme.partners if one.role == "plant")

    @cached_property
    def semesters(self) -> Mapping[str, tuple[int, ...]]:
        return semesters_of(self.programme)

    @cached_property
    def segments(self) -> Mapping[str, Segment]:
        return {one.id: one for one in self.programme.segments}

    # Weeks

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        calendar = self.programme.calendar
        written = {one.number: one for one in calendar.semesters} if calendar else {}
        last = max((number for own in self.semesters.values() for number in own), default=0)
        found: list[Week] = []
        begin = min((date.fromisoformat(one.start) for one in written.values()), default=None)
        day = 0
        for number in range(1, last + 1):
            one = written.get(number)
            if one and begin:
                day = (date.fromisoformat(one.start) - begin).days
            found += _weeks_of(number, one, day, len(found), floor(self._number("semester-weeks", _WEEKS)))
            day += 7 * (len(found) - sum(week.semester < number for week in found))
        return tuple(found)

    def _closed(self, closures: Iterable[Closure]) -> frozenset[int]:
        return frozenset(
            week.at
            for one in closures
            for week in self.weeks
            if week.semester == one.semester and one.first <= week.number <= one.last
        )

    # Segments

    @cached_property
    def stages(self) -> Mapping[tuple[str, int], Stage]:
        return {
            (segment.id, semester): self._stage(segment, place)
            for segment in self.programme.segments
            for place, semester in enumerate(self.semesters[segment.id])
        }

    def _stage(self, segment: Segment, place: int) -> Stage:
        """Typed-in courses and weeks at the post are spread evenly over the semesters that they take."""
        own = self.semesters[segment.id]
        courses = [one for one in self.all.inputs.courses if own[place] in one.semesters]
        away = sum((Fraction(one.weeks, len(one.semesters)) for one in courses), Fraction(0))
        post = segment.weeks // len(own) + (place < segment.weeks % len(own))
        taught = sum(week.taught for week in self.weeks if week.semester == own[place])
        left = taught - away - post
        hours = sum(
            Fraction(one.theory_hours + one.practice_hours, len(one.semesters)) for one in courses if not one.weeks
        )
        free = self._number("weekly-hours-max", _HOURS) - hours / left if left > 0 else Fraction(0)
        return Stage(segment.id, own[place], segment.site == "plant", max(Fraction(0), free), ceil(away), post)

    # Groups

    def _group(self, group: LearnerGroup) -> Group:
        items = list(self._items(group))
        examined = tuple(one.id for one in items if one.examined)
        gated = (_after(one, examined) if one.field else one for one in items)
        return Group(group.id, group.learners, group.job, self._plants_for(group), tuple(gated))

    def _plants_for(self, group: LearnerGroup) -> tuple[str, ...]:
        """The plant that is named; else those with the post; else those with a mentor for it; else all."""
        if group.plant:
            return (group.plant,)
        posted = [one.id for one in self.plants if any(post.job == group.job for post in one.posts)]
        mentored = {one.partner for one in self.programme.mentors if group.job in one.jobs}
        return tuple(posted or [one.id for one in self.plants if one.id in mentored] or [one.id for one in self.plants])

    def _items(self, group: LearnerGroup) -> Iterator[Item]:
        rows = {row.id: row for row in self.plan.rows if row.module}
        for course, modules in self._taken(group):
            for share in _SHARES:
                earlier: tuple[str, ...] = ()
                for module in modules:
                    row = rows.get(f"{module.id}.{share}")
                    if row is not None and row.hours and self.semesters.get(row.segment):
                        yield self._item(group, course, row, share, earlier, rows)
                        earlier = (row.id,)

    def _taken(self, group: LearnerGroup) -> Iterator[tuple[JobCourse, tuple[CourseModule, ...]]]:
        """The courses of the jobs of a group, and what it takes of those that jobs share."""
        jobs = {group.job, *group.also}
        for course in self.all.design.courses:
            if course.shared:
                modules = tuple(
                    one for one in course.modules if not jobs.isdisjoint(job_of(part) for part in one.derived_from)
                )
            else:
                modules = course.modules if not jobs.isdisjoint(course.jobs) else ()
            if modules:
                yield course, modules

    def _item(
        self,
        group: LearnerGroup,
        course: JobCourse,
        row: PlanRow,
        share: Share,
        earlier: tuple[str, ...],
        rows: Mapping[str, PlanRow],
    ) -> Item:
        segment = self.segments[row.segment]
        practice = share != "theory"
        jobs = frozenset((group.job,) if course.shared else {group.job, *group.also}.intersection(course.jobs))
        bases = [one for one in self.programme.bases if not jobs.isdisjoint(one.jobs)]
        plants = {one.id for one in self.plants}
        in_plants = tuple(one.id for one in bases if one.partner in plants)
        outside = tuple(one.id for one in bases if one.partner not in plants)
        if segment.site == "plant":
            places = (in_plants or ("",)) if practice else ("",)
        else:
            places = (tuple(one.id for one in bases) if practice else ()) or self._college
        field = practice and any(not one or one in in_plants for one in places)
        weeks, simulated = self._weeks_for(row, practice=practice, rooms=bool(outside) and field)
        return Item(
            id=row.id,
            group=group.id,
            module=row.module,
            course=course.id,
            share=share,
            segment=row.segment,
            hours=row.hours,
            weeks=weeks,
            places=places,
            simulated=simulated,
            rooms=outside if simulated else (),
            before=earlier,
            done=(f"{row.module}.theory",) if practice and f"{row.module}.theory" in rows else (),
            examined=not practice and any(one.module == row.module for one in self.all.lessons.examinations),
            field=field,
            not_before=self._not_before(course),
        )

    @property
    def _college(self) -> tuple[str, ...]:
        found = [one.id for one in self.programme.partners if one.role == "college"]
        return tuple(found[:1]) or (self.programme.partners[0].id,)

    def _weeks_for(self, row: PlanRow, *, practice: bool, rooms: bool) -> tuple[int, int]:
        """Weeks of a row, and weeks of simulation before.

        Theory takes as many hours a week as a course usually does, or as there are left; practice whole weeks, and so
        does what is learnt in segments with weeks at the post. Half of intensive practice is done in simulation first.
        """
        stages = [one for (segment, _), one in self.stages.items() if segment == row.segment]
        most = self._number("weekly-hours-max", _HOURS)
        if not practice and not any(one.post for one in stages):
            most = min(most, Fraction(self.all.inputs.settings.teaching.weekly_hours))
        pace = max(1, floor(min([most, *(one.hours for one in stages if one.hours >= 1)])))
        longest = min(
            (sum(week.taught for week in self.weeks if week.semester == one.semester) for one in stages), default=1
        )
        before = sum((hours + 1) // 2 for hours in self._intensive(row)) if rooms else 0
        whole = max(1, longest)
        simulated = min(ceil(Fraction(before, pace)), whole - 1)
        return min(max(1, ceil(Fraction(row.hours - before, pace))), whole - simulated), simulated

    def _intensive(self, row: PlanRow) -> Iterator[int]:
        """Hours of practice of the tasks that are trained intensively."""
        for one in row.tasks:
            _, task = self.all.learning_tasks[one]
            if self.all.typical_tasks[task.typical_task].rating.outcome == "intensive":
                yield task.practice_hours

    def _not_before(self, course: JobCourse) -> int:
        """The semester after the typed-in courses that lead to a course."""
        names = {course.id.removeprefix("course-"), *(one.rpartition(":")[2] for one in course.jobs)}
        ends = (max(one.semesters) for one in self.all.inputs.courses if not names.isdisjoint(one.leads_to))
        return 1 + max(ends, default=0)

    # Places and people

    def _places(self) -> Iterator[Place]:
        plants = {one.id: self._closed(one.closed) for one in self.plants}
        for partner in self.programme.partners:
            own = partner.id if partner.id in plants else ""
            yield Place(partner.id, 0, own, plants.get(partner.id, frozenset()))
        for base in self.programme.bases:
            closed = self._closed(base.closed) | plants.get(base.partner, frozenset())
            yield Place(base.id, base.places, base.partner if base.partner in plants else "", closed, base.jobs)

    def _mentor(self, mentor: Mentor) -> PlannedMentor:
        partner = next((one for one in self.programme.partners if one.id == mentor.partner), None)
        works = _works(partner, mentor.crew)
        away = self._closed(mentor.away)
        return PlannedMentor(
            id=mentor.id,
            plant=mentor.partner,
            jobs=mentor.jobs,
            apprentices=mentor.apprentices,
            grade=MENTOR_GRADES[mentor.grade] if mentor.grade else NO_GRADE,
            days=frozenset(day for week in self.weeks if week.at not in away for day in week.days if works(day)),
            substitutes=mentor.substitutes,
        )

    def _target(self) -> int:
        """The grade on the ladder that the level is, by its title."""
        programme, language = self.programme, self.all.inputs.settings.language
        standards = (one for one in self.all.inputs.standards if one.code == programme.standard)
        levels = (one for standard in standards for one in standard.levels)
        level = next((one for one in levels if one.id == programme.target_level), None)
        return grade_of(level.title.words(language)) if level else NO_GRADE


def _after(item: Item, examined: Sequence[str]) -> Item:
    return replace(item, done=tuple(dict.fromkeys((*item.done, *examined))))


def _weeks_of(number: int, semester: Semester | None, day: int, at: int, otherwise: int) -> Iterator[Week]:
    """The weeks of a semester, the first of which begins on a `day` and has the number `at`."""
    count = semester.weeks if semester else otherwise
    exams = semester.exam_weeks if semester else 0
    off: set[int] = set()
    if semester:
        start = date.fromisoformat(semester.start)
        off = {day + (date.fromisoformat(one) - start).days for one in semester.holidays}
    for place in range(count):
        days = tuple(one for one in range(day + 7 * place, day + 7 * place + _WORKING_DAYS) if one not in off)
        yield Week(at + place, number, place + 1, days, exams=place >= count - exams)


def _works(partner: Partner | None, crew: str | None) -> Callable[[int], bool]:
    """Whether somebody is on a day shift; who is in no crew works on all days that are no holidays."""
    roster = partner.roster if partner else None
    if roster is None or crew not in roster.crews:
        return lambda _day: True
    begin, turns = roster.crews[crew], roster.turns
    return lambda day: turns[(begin + day) % len(turns)] == "day"
