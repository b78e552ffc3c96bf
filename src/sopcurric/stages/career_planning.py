"""What follows hiring (职后发展): transfer and promotion as gaps of competency, ladders, onboarding, refreshers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sopcurric.model import safety_hours
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import LearningTask
from sopcurric.model.coverage import Requirement, StandardCoverage
from sopcurric.model.files.pathways import InServicePath, SafetyTraining
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.standard import Level, StandardFile
from sopcurric.model.library import Entry, Library, each_once
from sopcurric.model.pathway import (
    Career,
    Check,
    FunctionShare,
    JobRefreshers,
    Ladder,
    NamedPathway,
    Onboarding,
    Pathway,
    PathwayTask,
    Refreshing,
    Rung,
    SafetyDuty,
    TaskState,
)

_REVIEWED_FROM = 5
"""Grade of the ladder of eight (技师) from which a review is added to the examinations."""
_OWN_SHARE = 2
"""A function is one that a job is about where the job has at least half the share that it has of its best function."""
_YEAR = 12
_TRAINED = ("train", "intensive")
_KNOWN_BY = ("knowledge",)


def plan(compilation: Compilation) -> tuple[Career, ...]:
    """What follows hiring, for every programme; lists only refer to the library of learning tasks (TH-01)."""
    library = Library(compilation)
    return tuple(Planner(compilation, programme, library).career() for programme in compilation.programmes)


def reduced(full: int, missing: int, total: int) -> int:
    """Hours that are left of a part of a task: ⌈full × missing ÷ all points⌉ (应修学时); none where nothing is missing.

    Without any points to go by, the hours stay.
    """
    if not total:
        return full
    return -(-full * missing // total)


@dataclass(frozen=True)
class Planner:
    """Works out what somebody has to learn in one programme."""

    compilation: Compilation
    programme: ProgrammeFile
    library: Library

    @cached_property
    def _training(self) -> SafetyTraining:
        return self.programme.safety_training or safety_hours.NO_TRAINING

    @cached_property
    def standard(self) -> StandardFile | None:
        """The standard of the programme; where it names none, the first one that there is."""
        known = {one.code: one for one in self.compilation.inputs.standards}
        return known.get(self.programme.standard or "") or next(iter(known.values()), None)

    @cached_property
    def coverage(self) -> StandardCoverage | None:
        """What points back the requirements of the standard."""
        code = self.standard.code if self.standard else ""
        return next((one for one in self.compilation.coverage if one.standard == code), None)

    def career(self) -> Career:
        """Ladders, onboarding, refreshers and the ways that the programme lists."""
        jobs = [sop.address for sop in self.compilation.inputs.sops if any(self.library.of_job(sop.address))]
        yearly = safety_hours.yearly(self.compilation.inputs.profile, self._training)
        return Career(
            programme=self.programme.id,
            ladders=tuple(self.ladder(job) for job in jobs) if self.coverage else (),
            onboarding=tuple(self._onboarding(job) for job in jobs),
            refreshers=tuple(JobRefreshers(job, self._refreshers(self.library.of_job(job))) for job in jobs),
            yearly=yearly if yearly.hours else None,
            paths=tuple(NamedPathway(one.id, self._listed(one)) for one in each_once(self.programme.in_service_paths)),
        )

    def _listed(self, one: InServicePath) -> Pathway | None:
        """A way that the programme lists; rules say why there is none."""
        jobs = self.compilation.sops
        if one.start not in jobs:
            return None
        if one.goal is not None:
            return self.transfer(one.start, one.goal) if one.goal in jobs else None
        known = {level.id for level in self.standard.levels} if self.standard else set()
        return self.promotion(one.level, one.start) if one.level in known and one.level else None

    # Transfer

    def transfer(self, start: Address, goal: Address) -> Pathway:
        """The gap between two jobs.

        A learning task that both jobs have is recognised, and so is one whose points the first job has, all of them.
        Of the rest, hours go down by the share of points that are held. Safety training is due in any case.
        """
        held = self.library.held(start)
        found = {entry.task.id: self._measured(entry, start, goal, held) for entry in self.library.of_job(goal)}
        tasks = self._in_order(found)
        profile, same = self.compilation.inputs.profile, start == goal
        away = safety_hours.back(profile, self._training)
        duty = away if same else safety_hours.transfer(profile, self._training, start, goal)
        return Pathway(
            kind="transfer",
            start=start,
            goal=goal,
            standard="",
            tasks=tasks,
            checks=() if same else (*self._checks(tasks), *self._papers(tasks)),
            refreshers=self._refreshers(self.library.entries[one.task] for one in tasks),
            safety=(duty, *self._yearly()),
        )

    def _yearly(self) -> tuple[SafetyDuty, ...]:
        duty = safety_hours.yearly(self.compilation.inputs.profile, self._training)
        return (duty,) if duty.hours else ()

    def _measured(
        self, entry: Entry, start: Address, goal: Address, held: Mapping[str, tuple[str, ...]]
    ) -> PathwayTask:
        """A learning task of the new job against what the old one taught."""
        points = self.library.points_in(entry, goal)
        known = start in entry.typical.jobs
        missing = tuple(point for point in points if point not in held)
        own = tuple(point for point in points if point in held)
        evidence = dict.fromkeys(task for point in own for task in held[point])
        if known:
            evidence = {entry.task.id: None} | evidence
        left = self._left(entry, points, own, missing, tuple(evidence), known=known)
        return replace(left, platform=known and start != goal)

    def _left(
        self,
        entry: Entry,
        points: Sequence[str],
        held: tuple[str, ...],
        missing: tuple[str, ...],
        evidence: tuple[str, ...],
        *,
        known: bool,
    ) -> PathwayTask:
        """What is left of a task: recognised where it is the same one or nothing is missing, else by the share held."""
        task = entry.task
        recognised = known or (bool(points) and not missing)
        knowledge, practical = self._counted(points, missing)
        theory, practice = (0, 0) if recognised else _hours(task, knowledge, practical)
        state: TaskState = "recognised" if recognised else "partly" if theory + practice < task.hours else "take"
        critical = tuple(point for point in missing if self.library.points[point].critical)
        return PathwayTask(
            task=task.id,
            course=entry.course.id,
            module=entry.module.id,
            title=task.title,
            state=state,
            full_theory=task.theory_hours,
            full_practice=task.practice_hours,
            theory_hours=theory,
            practice_hours=practice,
            held=held,
            missing=missing,
            knowledge=knowledge,
            practical=practical,
            confirm=critical if recognised else (),
            evidence=evidence,
            derived_from=task.derived_from,
        )

    def _counted(self, points: Iterable[str], missing: Iterable[str]) -> tuple[tuple[int, int], tuple[int, int]]:
        """How many are missing and how many there are: of knowledge, of skill and conduct."""
        absent, of = self._by_kind(missing), self._by_kind(points)
        return (absent[0], of[0]), (absent[1], of[1])

    def _by_kind(self, points: Iterable[str]) -> tuple[int, int]:
        kinds = [self.library.points[one].kind for one in points]
        known = sum(kind in _KNOWN_BY for kind in kinds)
        return known, len(kinds) - known

    def _in_order(self, found: Mapping[str, PathwayTask]) -> tuple[PathwayTask, ...]:
        """Tasks with prerequisites first, each with those of the list that come before it."""
        order = self.library.prerequisites_first(found)
        return tuple(self._placed(found[name], order[:place]) for place, name in enumerate(order))

    def _placed(self, one: PathwayTask, earlier: Sequence[str]) -> PathwayTask:
        wanted = self.library.before[one.task]
        return replace(one, after=tuple(name for name in earlier if name in wanted))

    # Assessment

    def _checks(self, tasks: Iterable[PathwayTask]) -> Iterator[Check]:
        """The criteria that are about what is missing, with all that decide alone; at the new post, critical points."""
        for one in tasks:
            assessment = self.compilation.assessment.by_task.get(one.task)
            wanted = one.confirm if one.state == "recognised" else one.missing
            if assessment is None or (one.state == "recognised" and not wanted):
                continue
            own = {point for name in wanted for point in self.library.points[name].points}
            criteria = [
                each
                for each in assessment.criteria
                if one.state == "upgrade"
                or not own.isdisjoint(each.objectives)
                or (each.veto and one.state != "recognised")
            ]
            if criteria:
                yield Check(
                    kind="confirmation" if one.state == "recognised" else "task",
                    subject=one.task,
                    title=one.title,
                    criteria=tuple(each.id for each in criteria),
                    vetoes=sum(each.veto for each in criteria),
                )

    def _papers(self, tasks: Sequence[PathwayTask]) -> Iterator[Check]:
        """Safety examinations of modules with something to take, then the practical examinations of their courses."""
        taken = {one.task for one in tasks if one.state != "recognised"}
        modules = {one.module for one in tasks if one.state != "recognised"}
        titles = {module.id: module.title for course in self.compilation.design.courses for module in course.modules}
        for examination in self.compilation.lessons.examinations:
            if examination.module in modules and examination.hazards:
                yield Check("safety", examination.module, titles[examination.module])
        courses = {course.id: course.title for course in self.compilation.design.courses}
        for exam in self.compilation.exams:
            items = [one for one in exam.items if one.task in taken]
            if items:
                yield Check(
                    "practical",
                    exam.course,
                    courses[exam.course],
                    points=sum(one.points for one in items),
                    minutes=sum(one.minutes for one in items),
                )

    # Promotion

    def promotion(self, level: str, start: Address = "") -> Pathway:
        """The way up to a level: what a job leads to already is practised again, the rest is taken from other jobs.

        With a job, only the functions count that it is about; without one, all of them. A requirement that nothing in
        the library leads to is listed as open. Levels below are presupposed: none is skipped.
        """
        ladder = self.ladder(start) if start else None
        own = ladder.own if ladder else tuple(one.id for one in self.standard.functions) if self.standard else ()
        wanted = [one for one in self._requirements() if one.level == level and one.function in own]
        held = self.library.held(start) if start else {}
        leading: dict[str, list[str]] = {}
        unmet: list[str] = []
        for one in wanted:
            task = self._leading(one, held)
            if task:
                leading.setdefault(task, []).append(one.id)
            else:
                unmet.append(one.id)
        found = {name: self._promoting(name, start, held, asked) for name, asked in leading.items()}
        tasks = self._in_order(found)
        return Pathway(
            kind="promotion",
            start=start,
            goal=level,
            standard=self.standard.code if self.standard else "",
            tasks=tasks,
            checks=(*self._checks(tasks), *self._level_checks(level)),
            refreshers=self._refreshers(self.library.entries[one.task] for one in tasks),
            safety=self._yearly(),
            open_requirements=tuple(unmet),
            own_functions=own,
        )

    def _requirements(self) -> tuple[Requirement, ...]:
        return self.coverage.requirements if self.coverage else ()

    def _leading(self, requirement: Requirement, held: Mapping[str, tuple[str, ...]]) -> str:
        """The learning task that leads to a requirement: one of the job before others, the surest point first."""
        known = [one.point for one in requirement.backings if one.point in self.library.teaching]
        mine = next((held[point][0] for point in known if point in held), "")
        return mine or next((self.library.teaching[point][0] for point in known), "")

    def _promoting(
        self, name: str, start: Address, held: Mapping[str, tuple[str, ...]], asked: Sequence[str]
    ) -> PathwayTask:
        """A learning task that leads to the level: of one's own job its practice, of others what is missing of it."""
        entry = self.library.entries[name]
        points = self.library.all_points(entry)
        missing = tuple(point for point in points if point not in held)
        own = tuple(point for point in points if point in held)
        knowledge, practical = self._counted(points, missing)
        if start and start in entry.typical.jobs:
            theory, practice = 0, entry.task.practice_hours
            state: TaskState = "upgrade"
        else:
            theory, practice = _hours(entry.task, knowledge, practical)
            state = "partly" if theory + practice < entry.task.hours else "take"
        return PathwayTask(
            task=entry.task.id,
            course=entry.course.id,
            module=entry.module.id,
            title=entry.task.title,
            state=state,
            full_theory=entry.task.theory_hours,
            full_practice=entry.task.practice_hours,
            theory_hours=theory,
            practice_hours=practice,
            held=own,
            missing=missing if state != "upgrade" else (),
            knowledge=knowledge,
            practical=practical,
            evidence=tuple(dict.fromkeys(task for point in own for task in held[point])),
            requirements=tuple(asked),
            derived_from=entry.task.derived_from,
        )

    def _level_checks(self, level: str) -> Iterator[Check]:
        """What a level is assessed by: theory and practice, from technicians upwards a review, too."""
        share = next((one for one in self.coverage.levels if one.level == level), None) if self.coverage else None
        if share is None:
            return
        yield Check("theory", level, share.title)
        yield Check("practical", level, share.title)
        if share.grade >= _REVIEWED_FROM:
            yield Check("review", level, share.title)

    # Ladder, onboarding, refreshers

    def ladder(self, job: Address) -> Ladder:
        """A job over the levels of the standard."""
        held = self.library.held(job)
        shares = tuple(self._shares(held))
        most = max((one.backed * 1000 // one.total for one in shares), default=0)
        own = tuple(
            one.function for one in shares if one.backed and one.backed * 1000 // one.total * _OWN_SHARE >= most
        )
        standard = self.standard
        levels = standard.levels if standard else ()
        grades = {one.level: one.grade for one in self.coverage.levels} if self.coverage else {}
        return Ladder(
            job=job,
            title=self.compilation.sops[job].title,
            functions=tuple(one for one in shares if one.backed),
            own=own,
            rungs=tuple(self._rung(level, grades.get(level.id, 0), own, held) for level in levels),
        )

    def _shares(self, held: Mapping[str, tuple[str, ...]]) -> Iterator[FunctionShare]:
        skills = [one for one in self._requirements() if one.kind == "skill"]
        for function in dict.fromkeys(one.function for one in skills):
            own = [one for one in skills if one.function == function]
            yield FunctionShare(function, sum(self._is_backed(one, held) for one in own), len(own))

    @staticmethod
    def _is_backed(requirement: Requirement, held: Mapping[str, tuple[str, ...]]) -> bool:
        return any(one.point in held for one in requirement.backings)

    def _rung(self, level: Level, grade: int, own: Sequence[str], held: Mapping[str, tuple[str, ...]]) -> Rung:
        wanted = [one for one in self._requirements() if one.level == level.id and one.function in own]
        backed = [one for one in wanted if self._is_backed(one, held)]
        names = {self._leading(one, held) for one in backed}
        tasks = tuple(name for name in self.library.entries if name in names)
        standard = self.standard
        return Rung(
            standard=standard.code if standard else "",
            level=level.id,
            title=level.title,
            grade=grade,
            requirements=tuple(one.id for one in wanted),
            backed=tuple(one.id for one in backed),
            tasks=tasks,
            hours=sum(self.library.entries[name].task.practice_hours for name in tasks),
            reference=level.training_hours or 0,
        )

    def _onboarding(self, job: Address) -> Onboarding:
        """Safety training, then all that needs training; what is learned by oneself with a card follows at the post."""
        entries = [one for one in self.library.of_job(job) if one.typical.rating.outcome in _TRAINED]
        order = self.library.prerequisites_first(one.task.id for one in entries)
        return Onboarding(
            job=job,
            safety=safety_hours.new_hire(self.compilation.inputs.profile, self._training),
            tasks=order,
            hours=sum(self.library.entries[name].task.hours for name in order),
        )

    def _refreshers(self, entries: Iterable[Entry]) -> tuple[Refreshing, ...]:
        """Half the practice of what is repeated, spread over the year."""
        again = [one for one in entries if one.typical.rating.refresh_months or one.typical.rating.before_use]
        return tuple(
            Refreshing(
                task=one.task.id,
                title=one.task.title,
                months=one.typical.rating.refresh_months,
                before_use=one.typical.rating.before_use,
                hours=max(1, (one.task.practice_hours + 1) // 2),
                calendar=_months(one.typical.rating.refresh_months, place, len(again)),
                derived_from=one.task.derived_from,
            )
            for place, one in enumerate(again)
        )


def _hours(task: LearningTask, knowledge: tuple[int, int], practical: tuple[int, int]) -> tuple[int, int]:
    """Theory goes by knowledge points, practice by all others."""
    return reduced(task.theory_hours, *knowledge), reduced(task.practice_hours, *practical)


def _months(interval: int, place: int, number: int) -> tuple[int, ...]:
    """The months of a year in which something is repeated; several things are spread evenly."""
    if not interval:
        return ()
    span = min(interval, _YEAR)
    first = place * span // number + 1
    return tuple(range(first, _YEAR + 1, span))
