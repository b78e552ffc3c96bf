"""Stage 3: courses, modules, learning tasks, hours and assessment (模块化课程设计)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from sopcurric.model.address import Address
from sopcurric.model.competency import Competency, CompetencyProfile, Outcome, PointKind
from sopcurric.model.course import (
    AssessmentItem,
    AssessmentKind,
    CourseDesign,
    CourseModule,
    JobCourse,
    LearningTask,
    ModuleKind,
    Untaught,
)
from sopcurric.model.files.project import HoursPolicy
from sopcurric.model.files.sop import Phase, Risk
from sopcurric.model.identifier import derived_id
from sopcurric.model.sop import (
    Deviation,
    Equipment,
    Hazard,
    JobSop,
    Parameter,
    Principle,
    QualityCheck,
    Record,
    SopElement,
)
from sopcurric.model.task import TaskCatalogue, TypicalTask
from sopcurric.model.text import sentence

VERSION = 1

SHARED_COURSE = "shared-skills"
_KINDS: Mapping[Phase, ModuleKind] = {
    Phase.PREPARATION: "start",
    Phase.START_UP: "start",
    Phase.NORMAL: "run",
    Phase.QUALITY: "run",
    Phase.INSPECTION: "care",
    Phase.MAINTENANCE: "care",
    Phase.SHUTDOWN: "stop",
    Phase.EMERGENCY: "stop",
    Phase.HANDOVER: "run",
}
_KIND_ORDER: tuple[ModuleKind, ...] = ("start", "run", "care", "stop")
_DEMANDING = (Phase.START_UP, Phase.SHUTDOWN, Phase.EMERGENCY)
_EXTRA: Mapping[Outcome, Decimal] = {
    "job-aid": Decimal("0.6"),
    "on-demand": Decimal(1),
    "train": Decimal(1),
    "intensive": Decimal("1.5"),
}
_GRAVE = (Risk.LARGER, Risk.MAJOR)
_WEIGHTS: Mapping[AssessmentKind, int] = {"work": 50, "safety": 20, "knowledge": 20, "conduct": 10}
_RATERS: Mapping[AssessmentKind, tuple[str, ...]] = {
    "work": ("self", "teacher", "mentor"),
    "safety": ("teacher", "mentor"),
    "knowledge": ("teacher",),
    "conduct": ("self", "peer", "mentor"),
}


@dataclass(frozen=True, slots=True)
class _Sources:
    """What the design looks things up in."""

    competencies: Mapping[str, Competency]
    sops: Mapping[Address, JobSop]
    hazards: Mapping[Address, Hazard]
    kinds: Mapping[Address, type[SopElement]]
    rank: Mapping[Address, int]
    point_kinds: Mapping[str, PointKind]
    policy: HoursPolicy


def design(
    sops: Sequence[JobSop],
    profiles: Sequence[CompetencyProfile],
    catalogue: TaskCatalogue,
    policy: HoursPolicy,
) -> CourseDesign:
    """One course per job code (in whatever case it is typed), and one of what several jobs have in common.

    Each typical task becomes one learning task; modules follow the course of work: preparing and starting, running,
    caring for equipment, stopping and emergencies. Elements of SOPs that are not taught are listed with their reason.
    """
    sources = _Sources(
        competencies={one.id: one for profile in profiles for one in profile.competencies},
        sops={sop.address: sop for sop in sops},
        hazards={hazard.address: hazard for sop in sops for hazard in sop.hazards},
        kinds={element.address: type(element) for sop in sops for element in sop.elements()},
        rank={p.address: n for n, p in enumerate(p for sop in sops for p in sop.procedures)},
        point_kinds={point.id: point.kind for profile in profiles for point in profile.points},
        policy=policy,
    )
    by_course: dict[tuple[str, ...], list[TypicalTask]] = {}
    for task in sorted(catalogue.tasks, key=lambda task: min(sources.rank[one] for one in task.members)):
        codes = tuple(dict.fromkeys(sources.sops[job].code.casefold() for job in task.jobs))
        by_course.setdefault(codes if len(codes) == 1 else (), []).append(task)
    order = sorted(
        by_course, key=lambda codes: (codes != (), min(sources.rank[t.members[0]] for t in by_course[codes]))
    )
    courses = tuple(_course(codes, by_course[codes], sources) for codes in order)
    return CourseDesign(courses, tuple(_untaught(sops)))


def _course(codes: tuple[str, ...], tasks: list[TypicalTask], sources: _Sources) -> JobCourse:
    own = {job for task in tasks for job in task.jobs}
    jobs = tuple(job for job in sources.sops if job in own)
    course = f"course-{sources.sops[min(jobs)].code}" if codes else SHARED_COURSE
    title = sources.sops[jobs[0]].title
    by_kind: dict[ModuleKind, list[TypicalTask]] = {}
    for task in tasks:
        by_kind.setdefault(_KINDS[task.phase], []).append(task)
    modules = (
        _module(course, kind, number, by_kind[kind], sources)
        for number, kind in enumerate((kind for kind in _KIND_ORDER if kind in by_kind), start=1)
    )
    return JobCourse(
        id=course,
        title=sentence("course.job", title=title) if codes else sentence("course.shared"),
        jobs=jobs,
        shared=not codes,
        modules=tuple(modules),
        derived_from=tuple(address for task in tasks for address in task.members),
    )


def _module(course: str, kind: ModuleKind, number: int, tasks: list[TypicalTask], sources: _Sources) -> CourseModule:
    label = f"M{number:02}"
    return CourseModule(
        id=f"{course}.{kind}",
        label=label,
        title=sentence(f"module.{kind}"),
        kind=kind,
        tasks=tuple(
            replace(_learning_task(task, sources), label=f"{label}-T{place:02}")
            for place, task in enumerate(tasks, start=1)
        ),
        derived_from=tuple(address for task in tasks for address in task.members),
    )


def _learning_task(task: TypicalTask, sources: _Sources) -> LearningTask:
    competencies = [sources.competencies[one] for one in task.competencies]
    elements = tuple(dict.fromkeys(address for one in competencies for address in one.derived_from))
    hazards = _of(Hazard, elements, sources)
    theory, practice = _hours(task, sources)
    return LearningTask(
        id=derived_id("lt-", task.id),
        label="",
        title=task.title,
        typical_task=task.id,
        theory_hours=theory,
        practice_hours=practice,
        demanding=task.phase in _DEMANDING,
        deviations=_of(Deviation, elements, sources),
        hazards=hazards,
        parameters=_of(Parameter, elements, sources),
        principles=_of(Principle, elements, sources),
        equipment=_of(Equipment, elements, sources),
        quality=_of(QualityCheck, elements, sources),
        records=_of(Record, elements, sources),
        points=tuple(point for one in competencies for point in one.points),
        assessment=_assessment(hazards, sources, knowledge=_knows(competencies, sources)),
        derived_from=task.members,
    )


def _knows(competencies: Iterable[Competency], sources: _Sources) -> bool:
    """Whether any competency has a point of knowledge."""
    return any(sources.point_kinds[point] == "knowledge" for one in competencies for point in one.points)


def _of(kind: type[SopElement], elements: Iterable[Address], sources: _Sources) -> tuple[Address, ...]:
    """The addresses of elements of one kind; a procedure may be called like a section, so the kind decides."""
    return tuple(address for address in elements if sources.kinds.get(address) is kind)


def _hours(task: TypicalTask, sources: _Sources) -> tuple[int, int]:
    """Theory and practice hours: steps of the longest member, weighted by how much training the work needs.

    The policy stands in the project file; hours are whole numbers, halves are rounded up.
    """
    steps = max(_step_count(member, sources) for member in task.members)
    weighted = Decimal(steps) * Decimal(str(sources.policy.per_step)) * _EXTRA[task.rating.outcome]
    total = max(sources.policy.minimum, _rounded(weighted))
    practice = min(total, _rounded(total * Decimal(str(sources.policy.practice_share))))
    return total - practice, practice


def _step_count(procedure: Address, sources: _Sources) -> int:
    job = procedure.split("/", 1)[0]
    return next(len(one.steps) for one in sources.sops[job].procedures if one.address == procedure)


def _rounded(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _assessment(hazards: tuple[Address, ...], sources: _Sources, *, knowledge: bool) -> tuple[AssessmentItem, ...]:
    """Work, safety, knowledge and conduct with weights that sum to 100; safety is a veto where a hazard is grave.

    What a task does not have (hazards, points of knowledge) is not assessed; its weight goes to the work.
    """
    grave = any(sources.hazards[address].risk in _GRAVE for address in hazards if address in sources.hazards)
    absent = {"safety": not hazards, "knowledge": not knowledge}
    kinds = [kind for kind in _WEIGHTS if not absent.get(kind, False)]
    spare = 100 - sum(_WEIGHTS[kind] for kind in kinds)
    return tuple(
        AssessmentItem(
            kind=kind,
            title=sentence(f"assessment.{kind}"),
            weight=_WEIGHTS[kind] + (spare if kind == "work" else 0),
            raters=_RATERS[kind],
            veto=kind == "safety" and grave,
            derived_from=hazards if kind == "safety" else (),
        )
        for kind in kinds
    )


def _untaught(sops: Iterable[JobSop]) -> Iterable[Untaught]:
    """References are listed in books but not taught; they are kept under document control."""
    for sop in sops:
        for reference in sop.references:
            yield Untaught(reference.address, "document-control")
