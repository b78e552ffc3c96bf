"""Stage 4: modules on the path, training in service, skill levels (一体化方案编制)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sopcurric.linguistics.cues import Part, parts_of
from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon
from sopcurric.linguistics.similarity import similarity
from sopcurric.model.address import Address
from sopcurric.model.course import CourseDesign, JobCourse, LearningTask, ModuleKind
from sopcurric.model.credits import credits_of
from sopcurric.model.decision import Mark
from sopcurric.model.files.course import Course, CourseCategory, usual_block
from sopcurric.model.files.programme import InServiceStage, ProgrammeFile, Segment, Share
from sopcurric.model.files.standard import OccupationalFunction, StandardFile, WorkContent
from sopcurric.model.plan import (
    CourseRow,
    InServiceRow,
    IntegratedPlan,
    LevelCoverage,
    LevelRow,
    PlanRow,
    StandardMapping,
)
from sopcurric.model.semesters import semesters_of
from sopcurric.model.sop import JobSop
from sopcurric.model.task import TaskCatalogue, TypicalTask
from sopcurric.model.text import sentence

VERSION = 3

_ENOUGH = 0.2


@dataclass(frozen=True, slots=True)
class Given:
    """What people wrote beside SOPs and programmes; the lexicon is that of the repository."""

    courses: tuple[Course, ...] = ()
    standards: tuple[StandardFile, ...] = ()
    mappings: tuple[StandardMapping, ...] = ()
    lexicon: Lexicon = BUILT_IN


@dataclass(frozen=True, slots=True)
class _Sources:
    programme: ProgrammeFile
    design: CourseDesign
    catalogue: Mapping[str, TypicalTask]
    sops: Mapping[Address, JobSop]
    language: str
    lexicon: Lexicon


def integrate(
    programme: ProgrammeFile,
    sops: Sequence[JobSop],
    catalogue: TaskCatalogue,
    design: CourseDesign,
    given: Given,
) -> IntegratedPlan:
    """Place everything that is taught on the segments of the path, then list what follows in service.

    Typed-in courses stand where they say. Theory of learning tasks goes to the segment that takes `theory`, practice to
    the one that takes `routine` or `demanding` work; where several segments take the same, the first one does. Nothing
    is searched: the same values always give the same places.
    """
    sources = _Sources(
        programme=programme,
        design=design,
        catalogue={task.id: task for task in catalogue.tasks},
        sops={sop.address: sop for sop in sops},
        language=sops[0].language if sops else "zh",
        lexicon=given.lexicon,
    )
    courses = given.courses
    standard = next((one for one in given.standards if one.code == programme.standard), None)
    rows = (*_typed_rows(courses), *_module_rows(sources), *_post_rows(programme))
    levels = tuple(_level_rows(standard, given.mappings, sources)) if standard else ()
    return IntegratedPlan(
        programme=programme.id,
        title=programme.title,
        rows=_in_segment_order(rows, programme),
        courses=tuple(_course_rows(courses, rows, sources)),
        in_service=tuple(row for stage in programme.in_service for row in _in_service(stage, levels, sources)),
        levels=levels,
        coverage=tuple(_coverage(standard, levels)) if standard else (),
        unplaced=_unplaced(rows, sources),
    )


def _taking(programme: ProgrammeFile, share: Share) -> Segment | None:
    return next((segment for segment in programme.segments if share in segment.takes), None)


def _in_segment_order(rows: Iterable[PlanRow], programme: ProgrammeFile) -> tuple[PlanRow, ...]:
    order = {segment.id: number for number, segment in enumerate(programme.segments)}
    return tuple(sorted(rows, key=lambda row: order.get(row.segment, len(order))))


def _typed_rows(courses: Iterable[Course]) -> Iterator[PlanRow]:
    for course in courses:
        yield PlanRow(
            id=f"@course/{course.code}",
            segment=course.segment,
            kind="typed",
            title=course.title,
            category=course.category,
            theory_hours=course.theory_hours,
            practice_hours=course.practice_hours,
            weeks=course.weeks,
            course=course.code,
            derived_from=(f"@course/{course.code}",),
        )


def _module_rows(sources: _Sources) -> Iterator[PlanRow]:
    for course in sources.design.courses:
        yield from _rows_of_course(course, sources.programme)


def _rows_of_course(course: JobCourse, programme: ProgrammeFile) -> Iterator[PlanRow]:
    for module in course.modules:
        for share in (Share.THEORY, Share.ROUTINE, Share.DEMANDING):
            segment = _taking(programme, share)
            tasks = [task for task in module.tasks if share is Share.THEORY or _share(task) is share]
            if segment is None or not tasks:
                continue
            theory = share is Share.THEORY
            yield PlanRow(
                id=f"{module.id}.{share.value}",
                segment=segment.id,
                kind="theory" if theory else "practice",
                title=sentence("plan.module", course=course.title, module=module.title),
                category=course.category,
                theory_hours=sum(task.theory_hours for task in tasks) if theory else 0,
                practice_hours=0 if theory else sum(task.practice_hours for task in tasks),
                weeks=0,
                course=course.id,
                module=module.id,
                tasks=tuple(task.id for task in tasks),
                derived_from=tuple(address for task in tasks for address in task.derived_from),
            )


def _share(task: LearningTask) -> Share:
    return Share.DEMANDING if task.demanding else Share.ROUTINE


def _post_rows(programme: ProgrammeFile) -> Iterator[PlanRow]:
    for segment in programme.segments:
        if segment.weeks:
            yield PlanRow(
                id=f"@programme/{programme.id}/{segment.id}",
                segment=segment.id,
                kind="post",
                title=segment.title,
                category=CourseCategory.PRACTICE,
                theory_hours=0,
                practice_hours=segment.weeks * segment.hours_per_week,
                weeks=segment.weeks,
                course=f"{programme.id}-{segment.id}",
                derived_from=(f"@programme/{programme.id}/{segment.id}",),
            )


def _unplaced(rows: Iterable[PlanRow], sources: _Sources) -> tuple[str, ...]:
    """Learning tasks whose theory or practice no segment takes; a rule reports them."""
    placed = [(row.kind, task) for row in rows for task in row.tasks]
    return tuple(
        task.id
        for course in sources.design.courses
        for task in course.tasks
        if ("theory", task.id) not in placed or ("practice", task.id) not in placed
    )


def _course_rows(courses: Sequence[Course], rows: Sequence[PlanRow], sources: _Sources) -> Iterator[CourseRow]:
    semesters = semesters_of(sources.programme)
    last = max((n for covered in semesters.values() for n in covered), default=0)
    for course in courses:
        hours = course.theory_hours + course.practice_hours
        yield CourseRow(
            code=course.code,
            title=course.title,
            category=course.category,
            nature=course.nature,
            block=course.filed_in,
            theory_hours=course.theory_hours,
            practice_hours=course.practice_hours,
            weeks=course.weeks,
            credits=course.credits or credits_of(hours, course.weeks),
            semesters=tuple(course.semesters),
            hours_by_semester=_spread(hours, course.semesters, last),
            assessment=course.assessment,
            in_plant=False,
            derived_from=(f"@course/{course.code}",),
        )
    plants = {segment.id for segment in sources.programme.segments if segment.site == "plant"}
    for code in dict.fromkeys(row.course for row in rows if row.kind != "typed"):
        yield _made_course([row for row in rows if row.course == code], semesters, last, plants, sources)


def _made_course(
    rows: Sequence[PlanRow],
    semesters: Mapping[str, tuple[int, ...]],
    last: int,
    plants: set[str],
    sources: _Sources,
) -> CourseRow:
    spread = [0] * last
    for row in rows:
        for number, hours in enumerate(_spread(row.hours, semesters.get(row.segment, ()), last)):
            spread[number] += hours
    theory, practice = sum(row.theory_hours for row in rows), sum(row.practice_hours for row in rows)
    weeks = sum(row.weeks for row in rows)
    course = next((one for one in sources.design.courses if one.id == rows[0].course), None)
    return CourseRow(
        code=_printed_code(rows[0].course, sources),
        title=course.title if course else rows[0].title,
        category=rows[0].category,
        nature=course.nature if course else "required",
        block=course.block if course else usual_block(rows[0].category),
        theory_hours=theory,
        practice_hours=practice,
        weeks=weeks,
        credits=credits_of(theory + practice, weeks),
        semesters=tuple(n for n, hours in enumerate(spread, start=1) if hours),
        hours_by_semester=tuple(spread),
        assessment="check",
        in_plant=all(row.segment in plants for row in rows),
        derived_from=tuple(dict.fromkeys(address for row in rows for address in row.derived_from)),
        course=course.id if course else "",
    )


def _printed_code(course: str, sources: _Sources) -> str:
    """The code in the schedule: of the job, `COMMON` for what jobs share, of the segment for weeks at the post."""
    if course == sources.programme.id or course.startswith(f"{sources.programme.id}-"):
        return course.removeprefix(f"{sources.programme.id}-")
    return course.removeprefix("course-") if course.startswith("course-") else "COMMON"


def _spread(hours: int, semesters: Sequence[int], last: int) -> tuple[int, ...]:
    """Hours by semester, as even as whole numbers go, the first semesters getting what is left over."""
    spread = [0] * last
    chosen = [number for number in semesters if number <= last]
    for place, number in enumerate(chosen):
        spread[number - 1] = hours // len(chosen) + (place < hours % len(chosen))
    return tuple(spread)


def _in_service(stage: InServiceStage, levels: Iterable[LevelRow], sources: _Sources) -> Iterator[InServiceRow]:
    wanted = {task for row in levels if row.level == stage.level for task in row.tasks}
    for course in sources.design.courses:
        for task in course.tasks:
            outcome = sources.catalogue[task.typical_task].rating.outcome
            chosen = {
                "initial": outcome in {"train", "intensive"},
                "refresher": outcome == "intensive",
                "on-the-job": outcome in {"job-aid", "on-demand"},
                "upgrading": task.id in wanted,
            }[stage.purpose]
            if chosen:
                yield InServiceRow(
                    id=f"{stage.id}.{task.id}",
                    stage=stage.id,
                    task=task.id,
                    course=course.id,
                    title=task.title,
                    hours=_in_service_hours(stage, task),
                    reason=sentence(f"in-service.{stage.purpose}", outcome=sentence(f"outcome.{outcome}")),
                    derived_from=task.derived_from,
                )


def _in_service_hours(stage: InServiceStage, task: LearningTask) -> int:
    """All hours before the first shift, half the practice for a refresher, all of it for upgrading, two hours else."""
    if stage.purpose == "initial":
        return task.hours
    if stage.purpose == "on-the-job":
        return 2
    return task.practice_hours if stage.purpose == "upgrading" else max(1, (task.practice_hours + 1) // 2)


def _level_rows(standard: StandardFile, mappings: Sequence[StandardMapping], sources: _Sources) -> Iterator[LevelRow]:
    own = [one for one in mappings if one.standard == standard.code]
    for function in standard.functions:
        candidates = _candidates(function, sources)
        for content in function.contents:
            decided = [one for one in own if one.content == content.id]
            best = _decided(_matching(content, candidates, sources), decided)
            yield LevelRow(
                standard=standard.code,
                level=content.level,
                function=function.id,
                content=content.id,
                title=content.title,
                tasks=tuple(task for _, task in best),
                score=round(max((score for score, _ in best), default=0.0), 3),
                derived_from=(f"@standard/{standard.code}/{content.id}",),
                decided=tuple(Mark(one.task, one.decision) for one in decided),
            )


def _decided(best: list[tuple[float, str]], decided: Iterable[StandardMapping]) -> list[tuple[float, str]]:
    """Matches as people decided: those that fit come first and are certain, those that do not are left out."""
    fits = {one.task: one.fits for one in decided}
    return [*((1.0, task) for task, fit in fits.items() if fit), *(one for one in best if one[1] not in fits)]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A learning task with the part of the work it belongs to and how much it is about a function (0 to 1)."""

    task: LearningTask
    kind: ModuleKind
    likeness: float


def _candidates(function: OccupationalFunction, sources: _Sources) -> list[_Candidate]:
    """Every learning task against a function: its job (where it has one) and its own title."""
    wanted = function.title.words(sources.language)
    found = []
    for course in sources.design.courses:
        titles = () if course.shared else (sources.sops[job].title.words(sources.language) for job in course.jobs)
        of_job = max((similarity(wanted, title, sources.lexicon) for title in titles), default=0.0)
        for module in course.modules:
            for task in module.tasks:
                likeness = max(of_job, similarity(wanted, task.title.words(sources.language), sources.lexicon))
                found.append(_Candidate(task, task.part, likeness))
    return found


def _matching(content: WorkContent, candidates: Iterable[_Candidate], sources: _Sources) -> list[tuple[float, str]]:
    """The learning tasks that match a row of the standard well enough, best first, at most three.

    Where the title of the row says which part of the work it is about, only tasks of that part count.
    """
    language, lexicon = sources.language, sources.lexicon
    title = content.title.words(language)
    skills = " ".join((title, *(skill.words(language) for skill in content.skills)))
    parts = parts_of(title)
    found = []
    for one in candidates:
        words = one.task.title.words(language)
        of_content = max(similarity(title, words, lexicon), similarity(skills, words, lexicon))
        score = (one.likeness + of_content) / 2
        if score >= _ENOUGH and of_content > 0 and _fits(one, parts):
            found.append((score, one.task.id))
    return sorted(found, key=lambda one: (-one[0], one[1]))[:3]


def _fits(candidate: _Candidate, parts: frozenset[Part]) -> bool:
    """Whether a task belongs to one of the parts; handling of deviations is taught in every task that has some."""
    if not parts or candidate.kind in parts:
        return True
    return "abnormal" in parts and (candidate.kind == "stop" or bool(candidate.task.deviations))


def _coverage(standard: StandardFile, rows: Sequence[LevelRow]) -> Iterator[LevelCoverage]:
    """Share of each level: weights of the functions times the share of their rows that learning tasks lead to."""
    for level in standard.levels:
        share = Decimal(0)
        for function in standard.functions:
            weight = Decimal(function.weights.get(level.id, 0))
            own = [row for row in rows if row.level == level.id and row.function == function.id]
            if own:
                share += weight * sum(1 for row in own if row.tasks) / len(own)
        yield LevelCoverage(level.id, level.title, float(share / 100))
