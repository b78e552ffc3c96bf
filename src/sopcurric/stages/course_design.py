"""Stage 3: courses, modules, learning tasks, hours and assessment (模块化课程设计)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sopcurric.grading.hours import Estimate, Evidence, estimate
from sopcurric.model.address import Address, is_of_sop, job_of
from sopcurric.model.assessment import RATERS_OF
from sopcurric.model.competency import Competency, CompetencyProfile, Point
from sopcurric.model.course import (
    MODULE_KINDS,
    AssessmentItem,
    AssessmentKind,
    CourseDesign,
    CourseModule,
    JobCourse,
    LearningTask,
    ModuleKind,
    Placement,
    PlannedCourse,
    Untaught,
    job_course,
    labelled,
    module_name,
    module_title,
)
from sopcurric.model.course_order import Slice, in_teaching_order, sized
from sopcurric.model.decision import Mark
from sopcurric.model.files.project import HoursPolicy, ModulePolicy
from sopcurric.model.files.sop_kinds import DEMANDING, GRAVE, Phase
from sopcurric.model.sop import (
    Deviation,
    Duty,
    EmergencyCard,
    EnvironmentItem,
    Equipment,
    FlowStage,
    HandoverItem,
    Hazard,
    Interlock,
    JobSop,
    Lockout,
    Parameter,
    Permit,
    Ppe,
    Principle,
    QualityCheck,
    Record,
    SopElement,
    Term,
    Valve,
)
from sopcurric.model.split import TaskSplit, part_key
from sopcurric.model.task import TaskCatalogue, TaskRelation, TypicalTask
from sopcurric.model.task_parts import Known, Piece, parts_of_task, whole
from sopcurric.model.text import Phrase, sentence

VERSION = 6

SHARED_COURSE = "shared-skills"
_KINDS: Mapping[Phase, ModuleKind] = {
    Phase.PREPARATION: "start",
    Phase.START_UP: "start",
    Phase.NORMAL: "run",
    Phase.QUALITY: "run",
    Phase.INSPECTION: "care",
    Phase.MAINTENANCE: "care",
    Phase.SHUTDOWN: "stop",
    Phase.EMERGENCY_SHUTDOWN: "stop",
    Phase.EMERGENCY: "stop",
    Phase.HANDOVER: "run",
}
_WEIGHTS: Mapping[AssessmentKind, int] = {"work": 50, "safety": 20, "knowledge": 20, "conduct": 10}


@dataclass(frozen=True, slots=True)
class DesignRules:
    """What people set: how hours are estimated, how large modules are, what is not taught, what is placed otherwise."""

    hours: HoursPolicy
    modules: ModulePolicy
    untaught: tuple[Untaught, ...] = ()
    courses: tuple[PlannedCourse, ...] = ()
    placements: tuple[Placement, ...] = ()
    splits: tuple[TaskSplit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sources:
    """What the design looks things up in."""

    competencies: Mapping[str, Competency]
    sops: Mapping[Address, JobSop]
    hazards: Mapping[Address, Hazard]
    kinds: Mapping[Address, type[SopElement]]
    rank: Mapping[Address, int]
    points: Mapping[str, Point]
    rules: DesignRules
    untaught: frozenset[Address]
    placements: Mapping[str, Placement]
    splits: Mapping[str, TaskSplit]
    known: Known
    numbers: Mapping[str, str]
    relations: tuple[TaskRelation, ...]


def design(
    sops: Sequence[JobSop],
    profiles: Sequence[CompetencyProfile],
    catalogue: TaskCatalogue,
    rules: DesignRules,
    numbers: Mapping[str, str],
) -> CourseDesign:
    """One course per job code (in whatever case it is typed), one of what several jobs have in common, planned ones.

    Work from process specifications and equipment operating procedures belongs to the jobs that it is for; what is for
    no job makes a course of its own.

    Each typical task becomes one learning task, or those that people made of it; modules follow the course of work:
    preparing and starting, running, caring for equipment, stopping and emergencies. In a module, what comes after
    something else follows it, and simple work comes before complex work. Modules that would be too small are joined,
    those too large are cut. Elements of SOPs that are not taught are listed with their reason. `numbers` are the
    identifiers of learning tasks by typical task; modules are called by their names for now.
    """
    sources = _Sources(
        competencies={one.id: one for profile in profiles for one in profile.competencies},
        sops={sop.address: sop for sop in sops},
        hazards={hazard.address: hazard for sop in sops for hazard in sop.hazards},
        kinds={element.address: type(element) for sop in sops for element in sop.elements()},
        rank={p.address: n for n, p in enumerate(p for sop in sops for p in sop.procedures)},
        points={point.id: point for profile in profiles for point in profile.points},
        rules=rules,
        untaught=frozenset(one.address for one in rules.untaught),
        placements={one.task: one for one in rules.placements},
        splits={one.task: one for one in rules.splits},
        known=Known(
            procedures={one.address: one for sop in sops for one in sop.procedures},
            elements={element.address: element for sop in sops for element in sop.elements()},
            sources={point.id: point.derived_from for profile in profiles for point in profile.points},
        ),
        numbers=numbers,
        relations=catalogue.relations,
    )
    own = _by_course(catalogue, sources)
    placed = _placed(own, sources)
    courses = tuple(_course(name, tasks, placed[name], sources) for name, tasks in own.items() if placed[name])
    left_out = (*_untaught(sops), *rules.untaught, *_left_behind(courses, sources))
    known = {one.address for one in left_out}
    return CourseDesign(courses, (*left_out, *(one for one in _homeless(courses, sources) if one.address not in known)))


def _by_course(catalogue: TaskCatalogue, sources: _Sources) -> dict[str, list[TypicalTask]]:
    """Tasks by the course that they belong to, what jobs share first, then courses in the order of their work."""
    by_jobs: dict[tuple[str, ...], list[TypicalTask]] = {}
    for task in sorted(catalogue.tasks, key=lambda task: _first(task, sources)):
        codes = tuple(dict.fromkeys(sources.sops[job].code.casefold() for job in task.jobs))
        by_jobs.setdefault(codes if len(codes) == 1 else (), []).append(task)
    usual = {_course_id(codes, tasks, sources): tasks for codes, tasks in by_jobs.items()}
    planned = sources.rules.courses
    by_course = {name: one.id for one in planned for name in one.courses}
    by_task = {name: one.id for one in planned for name in one.tasks}
    found: dict[str, list[TypicalTask]] = {name: [] for name in (*usual, *(one.id for one in planned))}
    for name, tasks in usual.items():
        for task in tasks:
            found[by_task.get(task.id) or by_course.get(name) or name].append(task)
    starts = {name: min((_first(task, sources) for task in tasks), default=-1) for name, tasks in found.items()}
    order = sorted(found, key=lambda name: (name != SHARED_COURSE, starts[name], name))
    return {name: sorted(found[name], key=lambda task: _first(task, sources)) for name in order}


def _first(task: TypicalTask, sources: _Sources) -> int:
    """The place of the first procedure of a task among all."""
    return min(sources.rank[one] for one in task.members)


def _course_id(codes: tuple[str, ...], tasks: Iterable[TypicalTask], sources: _Sources) -> str:
    jobs = {job for task in tasks for job in task.jobs}
    return job_course(sources.sops[min(jobs)].code) if codes else SHARED_COURSE


_Placed = dict[str, dict[ModuleKind, list[TypicalTask]]]


def _placed(own: Mapping[str, list[TypicalTask]], sources: _Sources) -> _Placed:
    """Tasks by course and part, where they belong by their phase or where a decision puts them."""
    found: _Placed = {name: {} for name in own}
    for name, tasks in own.items():
        for task in tasks:
            placement = sources.placements.get(task.id)
            course, kind = (placement.course, placement.kind) if placement else (name, _KINDS[task.phase])
            found[course].setdefault(kind, []).append(task)
    return found


def _course(
    name: str, own: Sequence[TypicalTask], by_kind: Mapping[ModuleKind, list[TypicalTask]], sources: _Sources
) -> JobCourse:
    tasks = [task for kind in MODULE_KINDS for task in by_kind.get(kind, ())]
    held = {job for task in (*own, *tasks) for job in task.jobs}
    jobs = tuple(job for job in sources.sops if job in held)
    parts = {kind: _learning_tasks(kind, by_kind[kind], sources) for kind in MODULE_KINDS if kind in by_kind}
    modules = (_module(name, one) for one in sized(parts, sources.rules.modules.least, sources.rules.modules.most))
    planned = next((one for one in sources.rules.courses if one.id == name), None)
    return JobCourse(
        id=name,
        title=planned.title if planned else _course_title(name, own or tasks, sources),
        jobs=jobs,
        shared=name == SHARED_COURSE,
        modules=labelled(modules),
        derived_from=tuple(address for task in tasks for address in task.members),
        decided=(Mark("members", planned.decision),) if planned else (),
        documents=tuple(_documents(jobs, tasks, sources)),
    )


def _course_title(name: str, tasks: Iterable[TypicalTask], sources: _Sources) -> Phrase:
    if name == SHARED_COURSE:
        return sentence("course.shared")
    first = sources.sops[next(job for job in sources.sops if any(job in task.jobs for task in tasks))]
    return sentence("course.job" if first.kind == "job-sop" else "course.document", title=first.title)


def _documents(jobs: Iterable[Address], tasks: Iterable[TypicalTask], sources: _Sources) -> Iterable[Address]:
    """Documents that jobs work by, and those that their tasks take procedures or elements from."""
    holding = {*jobs}
    used = {
        job_of(address)
        for task in tasks
        for name in task.competencies
        for address in sources.competencies[name].derived_from
    }
    for sop in sources.sops.values():
        if sop.kind != "job-sop" and sop.address not in holding and (sop.address in used or holding & {*sop.jobs}):
            yield sop.address


def _module(course: str, part: Slice[ModuleKind, LearningTask]) -> CourseModule:
    name = module_name(course, part.kinds[0], part.place)
    return CourseModule(
        id=name,
        name=name,
        label="",
        title=module_title(part.kinds, part.place, part.of),
        kinds=part.kinds,
        tasks=part.tasks,
        derived_from=tuple(dict.fromkeys(address for task in part.tasks for address in task.derived_from)),
    )


def _learning_tasks(kind: ModuleKind, tasks: list[TypicalTask], sources: _Sources) -> list[LearningTask]:
    return [
        _learning_task(piece, kind, sources)
        for task in in_teaching_order(tasks, sources.relations)
        for piece in _pieces(task, sources)
    ]


def _pieces(task: TypicalTask, sources: _Sources) -> list[Piece]:
    """What becomes one learning task each: the whole task, or the parts that people made of it."""
    owned = [sources.competencies[one] for one in task.competencies]
    split = sources.splits.get(task.id)
    return parts_of_task(task, owned, split, sources.known) if split else [whole(task, owned)]


def _learning_task(piece: Piece, part: ModuleKind, sources: _Sources) -> LearningTask:
    task, competencies = piece.task, piece.competencies
    elements = tuple(
        address
        for address in dict.fromkeys(address for one in competencies for address in one.derived_from)
        if address not in sources.untaught
    )
    hours = _hours(piece, sources)
    points = tuple(point for one in competencies for point in one.points if _taught(point, sources))
    placement = sources.placements.get(task.id)
    made = LearningTask(
        id=sources.numbers[part_key(task.id, piece.place)],
        label="",
        title=piece.title,
        typical_task=task.id,
        theory_hours=hours.theory,
        practice_hours=hours.practice,
        demanding=task.phase in DEMANDING,
        deviations=_of(Deviation, elements, sources),
        hazards=_of(Hazard, elements, sources),
        parameters=_of(Parameter, elements, sources),
        principles=_of(Principle, elements, sources),
        equipment=_of(Equipment, elements, sources),
        quality=_of(QualityCheck, elements, sources),
        records=_of(Record, elements, sources),
        points=points,
        assessment=(),
        derived_from=piece.members,
        decided=(
            *((Mark("split", piece.decision, task.title),) if piece.decision else ()),
            *(mark for mark in task.decided if mark.part == "title"),
            *((Mark("module", placement.decision),) if placement else ()),
        ),
        flow=_of(FlowStage, elements, sources),
        terms=_of(Term, elements, sources),
        valves=_of(Valve, elements, sources),
        interlocks=_of(Interlock, elements, sources),
        ppe=_of(Ppe, elements, sources),
        lockouts=_of(Lockout, elements, sources),
        permits=_of(Permit, elements, sources),
        environment=_of(EnvironmentItem, elements, sources),
        cards=_of(EmergencyCard, elements, sources),
        handover=_of(HandoverItem, elements, sources),
        part=part,
        hours_reason=hours.reason,
        steps=piece.steps,
        place=piece.place,
        of=piece.of,
        held=piece.held,
    )
    return replace(made, assessment=_assessment(made, sources))


def _taught(point: str, sources: _Sources) -> bool:
    """Whether a point has a source that is taught; evidence beside SOPs does not count."""
    found = filter(is_of_sop, sources.points[point].derived_from)
    return any(address not in sources.untaught for address in found)


def _knows(points: Iterable[str], sources: _Sources) -> bool:
    """Whether any of the points is one of knowledge."""
    return any(sources.points[point].kind == "knowledge" for point in points)


def _of(kind: type[SopElement], elements: Iterable[Address], sources: _Sources) -> tuple[Address, ...]:
    """The addresses of elements of one kind; a procedure may be called like a section, so the kind decides."""
    return tuple(address for address in elements if sources.kinds.get(address) is kind)


def _hours(piece: Piece, sources: _Sources) -> Estimate:
    """Hours by the longest member and by the one that most is to be known for: what jobs share is learnt once."""
    known = (sum(sources.points[one].kind == "knowledge" for one in each.points) for each in piece.competencies)
    steps = max(len(one.deeds) for one in piece.portions(sources.known.procedures))
    return estimate(Evidence(steps, max(known, default=0), piece.task.rating), sources.rules.hours)


def _assessment(task: LearningTask, sources: _Sources) -> tuple[AssessmentItem, ...]:
    """Work, safety, knowledge and conduct with weights that sum to 100; safety is a veto where a hazard is grave.

    What a task does not have (anything about safety, points of knowledge) is not assessed; its weight goes to the work.
    """
    guarded = task.safeguards
    grave = any(sources.hazards[address].risk in GRAVE for address in task.hazards if address in sources.hazards)
    absent = {"safety": not guarded, "knowledge": not _knows(task.points, sources)}
    kinds = [kind for kind in _WEIGHTS if not absent.get(kind, False)]
    spare = 100 - sum(_WEIGHTS[kind] for kind in kinds)
    return tuple(
        AssessmentItem(
            kind=kind,
            title=sentence(f"assessment.{kind}"),
            weight=_WEIGHTS[kind] + (spare if kind == "work" else 0),
            raters=RATERS_OF[kind],
            veto=kind == "safety" and grave,
            derived_from=guarded if kind == "safety" else (),
        )
        for kind in kinds
    )


def _untaught(sops: Iterable[JobSop]) -> Iterable[Untaught]:
    """References are listed in books but not taught, and so is what an SOP has in name only."""
    for sop in sops:
        for reference in sop.references:
            yield Untaught(reference.address, "document-control")
        for one in sop.absent:
            yield Untaught(one.address, one.kind)


def _left_behind(courses: Iterable[JobCourse], sources: _Sources) -> Iterable[Untaught]:
    """Elements that belong to nothing but procedures that are not taught: they share the reason."""
    reasons = {one.address: one for one in sources.rules.untaught}
    points = (sources.points[point] for course in courses for task in course.tasks for point in task.points)
    taught = {address for point in points for address in point.derived_from}
    for competency in sources.competencies.values():
        reason = reasons.get(competency.procedure)
        for address in competency.derived_from if reason else ():
            if reason and address in sources.kinds and address not in taught | reasons.keys():
                reasons[address] = reason
                yield Untaught(address, reason.reason, reason.decision)


def _homeless(courses: Iterable[JobCourse], sources: _Sources) -> Iterable[Untaught]:
    """Elements that no procedure came to own, and duties of documents that no book is made from."""
    owned = {address for one in sources.competencies.values() for address in one.derived_from}
    listed = {address for course in courses for address in (*course.jobs, *course.documents)}
    for address, kind in sources.kinds.items():
        if address not in owned and not (kind is Duty and job_of(address) in listed):
            yield Untaught(address, "no-procedure")
