"""The four stages in their order: this is the whole compiler on one page."""

from dataclasses import dataclass, replace
from functools import partial

from pydantic import TypeAdapter

from sopcurric.app.loading import Loaded
from sopcurric.app.registry import documents
from sopcurric.app.steps import JsonCodec, Kept, Step, Steps, digest_of, digest_of_value
from sopcurric.deciding.courses import DecidedDesign, decide_design, decide_placements
from sopcurric.deciding.grouping import decide_sources
from sopcurric.deciding.leaf_names import on_leaves
from sopcurric.deciding.leaves import Safety, decide_leaves
from sopcurric.deciding.planned_courses import decide_courses
from sopcurric.deciding.questions import decide_questions
from sopcurric.deciding.readdressing import readdress
from sopcurric.deciding.settling import Settled, settle
from sopcurric.deciding.splitting import decide_splits
from sopcurric.deciding.standards import decide_mappings
from sopcurric.deciding.subjects import Tasks, Written
from sopcurric.deciding.tasks import decide_tasks
from sopcurric.model.competency import CompetencyProfile
from sopcurric.model.compilation import Compilation, Inputs
from sopcurric.model.course import CourseDesign, Placement, PlannedCourse, Untaught
from sopcurric.model.files.decision import DecideQuestion
from sopcurric.model.lock import Lock
from sopcurric.model.numbered import learning_task_numbers, number_modules, number_tasks
from sopcurric.model.plan import IntegratedPlan, StandardMapping
from sopcurric.model.publication import Binder
from sopcurric.model.shared_points import PointCatalogue
from sopcurric.model.sop import Hazard, JobSop, Safeguard
from sopcurric.model.split import TaskSplit
from sopcurric.model.survey import Rater
from sopcurric.model.task import GroupingRules, TaskCatalogue
from sopcurric.model.task_points import points_of_tasks
from sopcurric.stages import (
    assessment_design,
    career_planning,
    case_points,
    competency_analysis,
    competency_graph,
    course_design,
    course_standards,
    goal_support,
    joining,
    lesson_design,
    mentoring_plan,
    paper_assembly,
    plan_demand,
    plan_integration,
    point_merging,
    practical_exam,
    question_design,
    skill_recognition,
    standard_coverage,
    survey_evaluation,
    task_extraction,
)

_PROFILE = TypeAdapter(CompetencyProfile)
_CATALOGUE = TypeAdapter(TaskCatalogue)
_COURSES = TypeAdapter(CourseDesign)
_GROUPING = TypeAdapter(GroupingRules)
_RULES = TypeAdapter(course_design.DesignRules)
_SURVEYS = TypeAdapter(tuple[Rater, ...])
_MAPPINGS = TypeAdapter(tuple[StandardMapping, ...])

_EXTRACT = Step("extract", task_extraction.VERSION, JsonCodec(_CATALOGUE))
_DESIGN = Step("design", course_design.VERSION, JsonCodec(_COURSES))
_INTEGRATE = Step("integrate", plan_integration.VERSION, JsonCodec(TypeAdapter(IntegratedPlan)))
_BINDERS = TypeAdapter(tuple[Binder, ...])


def compile_package(inputs: Inputs, loaded: Loaded, steps: Steps, *, printed: bool = True) -> Compilation:
    """From SOPs to a plan: join, analyse, hear experts, extract, design, integrate; then compose what is to be printed.

    Every call is a pure function; the step runner only saves calling it again for what it was called with before. What
    people decided is applied after each stage; identifiers come from the lock. Where nothing is to be `printed`,
    binders are only composed for what people decided about leaves.
    """
    sops = inputs.sops
    read = [loaded.sop_digests[sop.address] for sop in sops]
    lexicon = inputs.lexicon
    programmes = inputs.programmes or (loaded.default_programme,)
    settled = settle(inputs.decisions, inputs.profile.authority)
    settled, lock = readdress(settled, inputs.lock, Written(sops))
    sources = decide_sources(settled, sops, inputs.profile.authority["safety"])

    joined = joining.join_documents(sops)
    taught = tuple(one.sop for one in joined)
    # Not a step: reading what was analysed before would take as long as analysing.
    surveyed = _analysed(inputs, taught)
    profiles = surveyed.profiles

    beside = (digest_of_value(_SURVEYS, inputs.surveys), *(one.model_dump_json() for one in inputs.cases))
    seen = (*read, loaded.profile_digest, lexicon.digest, *beside)
    extracted = steps.run(
        _EXTRACT,
        (*seen, digest_of_value(_GROUPING, sources.grouping)),
        lambda: task_extraction.extract(taught, profiles, sources.grouping, lexicon),
    )
    catalogue = number_tasks(extracted.value, lock)
    numbers = learning_task_numbers(catalogue, lock)
    decided = decide_tasks(settled, sops, profiles, Tasks(catalogue, numbers), inputs.profile)
    computed = {id(one) for one in profiles}
    said = ("" if id(one) in computed else digest_of_value(_PROFILE, one) for one in decided.profiles)
    profiles, catalogue = decided.profiles, decided.catalogue
    tasks = Tasks(catalogue, numbers)
    seen = (*seen, *said, digest_of_value(_CATALOGUE, catalogue))

    splits, parted = decide_splits(settled, tasks, sops)
    if splits:
        numbers = learning_task_numbers(catalogue, lock, splits)
        tasks = Tasks(catalogue, numbers)
    shaped = _shaped(_Material(inputs, settled, sources.untaught, profiles, tasks, lock, splits), seen, steps)
    design = shaped.design

    mappings, mapped = decide_mappings(settled, inputs.standards, tasks)
    given = plan_integration.Given(inputs.courses, inputs.standards, mappings, lexicon)
    seen = (*seen, digest_of_value(_COURSES, design), digest_of_value(_MAPPINGS, mappings), loaded.digest)
    integrated = [
        steps.run(
            _INTEGRATE,
            (programme.id, *seen),
            partial(plan_integration.integrate, programme, sops, catalogue, design, given),
        )
        for programme in programmes
    ]
    plans = tuple(one.value for one in integrated)

    judged = (*settled.verdicts, *sources.verdicts, *decided.verdicts, *parted, *shaped.verdicts, *mapped)
    made = Compilation(inputs, profiles, catalogue, design, plans, programmes, verdicts=judged, survey=surveyed.result)
    compiled = _followed(_mentored(_standardised(_assessed(_charted(made, mappings)))))
    if not (printed or any(on_leaves(settled.decisions)) or settled.of(DecideQuestion)):
        return compiled
    asked = (part for one in settled.of(DecideQuestion) for part in (one.name, one.decision.model_dump_json()))
    seen = (*seen, digest_of(*asked), *(one.digest for one in integrated))
    return _composed(_examined(compiled, settled), seen, settled, steps)


@dataclass(frozen=True, slots=True)
class _Material:
    """What the course design is made of."""

    inputs: Inputs
    settled: Settled
    untaught: tuple[Untaught, ...]
    profiles: tuple[CompetencyProfile, ...]
    tasks: Tasks
    lock: Lock
    splits: tuple[TaskSplit, ...]


def _shaped(given: _Material, seen: tuple[str, ...], steps: Steps) -> DecidedDesign:
    """The course design: as computed, with the courses that people make, with tasks where people put them.

    Each is designed anew, as the size of modules and everything that follows from it depend on what is in them. Then
    come titles, hours, order and category as people decided.
    """
    settings, catalogue, numbers = given.inputs.settings, given.tasks.catalogue, given.tasks.numbers

    def designed(courses: tuple[PlannedCourse, ...] = (), placements: tuple[Placement, ...] = ()) -> CourseDesign:
        rules = course_design.DesignRules(
            settings.hours, settings.modules, given.untaught, courses, placements, given.splits
        )
        key = (*seen, digest_of(*numbers.values()), digest_of_value(_RULES, rules))
        make = partial(course_design.design, given.inputs.sops, given.profiles, catalogue, rules, numbers)
        return steps.run(_DESIGN, key, make).value

    first = designed()
    typed = [course.code for course in given.inputs.courses]
    courses, planned = decide_courses(given.settled, first, given.tasks, typed, settings.language)
    first = designed(courses) if courses else first
    placements, placed = decide_placements(given.settled, first, given.tasks)
    design = number_modules(designed(courses, placements) if placements else first, given.lock)
    shaped = decide_design(given.settled, design, given.tasks, settings.language)
    return replace(shaped, verdicts=(*planned, *placed, *shaped.verdicts))


def _analysed(inputs: Inputs, taught: tuple[JobSop, ...]) -> survey_evaluation.Surveyed:
    """What each job asks for: by its SOP, by the cases beside it, graded by experts where these were asked."""
    profiles = tuple(competency_analysis.analyse(sop, inputs.profile, inputs.lexicon) for sop in taught)
    profiles = case_points.with_cases(profiles, taught, inputs.cases)
    return survey_evaluation.evaluate(profiles, inputs.surveys, inputs.sops, inputs.profile)


def _charted(compiled: Compilation, mappings: tuple[StandardMapping, ...]) -> Compilation:
    """The same with the points that jobs have in common, what standards ask for, the graph of both, and what follows.

    That is lessons, and what the plans of cohorts must do.
    Not steps: reading these back would take as long as making them.
    """
    language = compiled.inputs.sops[0].language if compiled.inputs.sops else "zh"
    shared = point_merging.merge(compiled.profiles, compiled.inputs.lexicon)
    members = {member for task in compiled.catalogue.tasks for member in task.members}
    own = (one for one in compiled.competencies.values() if one.procedure in members)
    known = {point for one in own for point in one.points}
    taught = PointCatalogue(tuple(one for one in shared.points if not known.isdisjoint(one.points)))
    said = standard_coverage.said_of(mappings, points_of_tasks(compiled, shared)) if mappings else ()
    coverage = standard_coverage.cover(compiled.inputs.standards, taught, said, language)
    given = competency_graph.Given(
        compiled.inputs.sops, compiled.profiles, compiled.catalogue, shared, coverage, language
    )
    charted = replace(compiled, shared=shared, coverage=coverage, graph=competency_graph.chart(given))
    with_lessons = replace(charted, lessons=lesson_design.design_lessons(charted))
    return replace(with_lessons, demands=plan_demand.demands(with_lessons))


def _assessed(compiled: Compilation) -> Compilation:
    """The same with the criteria of learning tasks and the practical examinations of courses; no steps, either."""
    inputs = compiled.inputs
    organisations = dict(inputs.settings.organisations)
    given = assessment_design.Given(inputs.sops, compiled.profiles, compiled.catalogue, compiled.design, organisations)
    assessment = assessment_design.assess(given)
    papers = practical_exam.Given(inputs.sops, compiled.catalogue, compiled.design, assessment)
    return replace(compiled, assessment=assessment, exams=practical_exam.examine(papers))


def _mentored(compiled: Compilation) -> Compilation:
    """The same with the plans of mentors, week by week; not a step, either."""
    return replace(compiled, mentoring=mentoring_plan.plan_mentoring(compiled))


def _examined(compiled: Compilation, settled: Settled) -> Compilation:
    """The same with the question bank as people decided, and the papers made of it.

    Not steps, as making them is as fast as reading.
    """
    language = compiled.inputs.settings.language
    bank = question_design.design(compiled)
    if settled.of(DecideQuestion):
        decided = decide_questions(settled, bank.questions, language)
        bank = question_design.redesigned(bank, decided.questions, language)
        compiled = replace(compiled, verdicts=(*compiled.verdicts, *decided.verdicts))
    return replace(compiled, bank=bank, papers=paper_assembly.assemble(compiled, bank))


def _standardised(compiled: Compilation) -> Compilation:
    """The same with the standards of its courses and what these lead to; not a step either."""
    given = course_standards.Given(
        tasks=compiled.typical_tasks,
        competencies=compiled.competencies,
        points=compiled.points,
        cases=compiled.cases,
        policy=compiled.inputs.settings.course_standards,
    )
    made = replace(compiled, course_standards=course_standards.standardise(compiled.design, given))
    told = (compiled.inputs.settings.language, compiled.inputs.lexicon)
    plans = {one.programme: one for one in compiled.plans}
    supports = {
        one.id: goal_support.support(one, plans[one.id], compiled.inputs.courses, compiled.design, told)
        for one in compiled.inputs.programmes
        if one.id in plans
    }
    return replace(made, supports=supports)


def _followed(compiled: Compilation) -> Compilation:
    """The same with what follows hiring and what graduates may apply for; no steps, as both only look things up."""
    return replace(compiled, careers=career_planning.plan(compiled), recognition=skill_recognition.recognise(compiled))


def _composed(compiled: Compilation, made: tuple[str, ...], settled: Settled, steps: Steps) -> Compilation:
    """The same with the binders of every kind of document, and with what people decided about their blocks."""
    composed: list[Kept[tuple[Binder, ...]]] = [
        steps.run(
            Step(f"compose-{name}", document.version, JsonCodec(_BINDERS)),
            made,
            partial(document.compose, compiled),
        )
        for name, document in documents()
    ]
    binders = tuple(binder for one in composed for binder in one.value)
    inputs = compiled.inputs
    guarded = (one for sop in inputs.sops for one in sop.elements() if isinstance(one, Hazard | Safeguard))
    safety = Safety(frozenset(one.address for one in guarded), inputs.profile.authority["safety"])
    texts = Written(inputs.sops).words if any(on_leaves(settled.decisions)) else {}
    decided, verdicts = decide_leaves(binders, settled.decisions, texts, inputs.settings.language, safety)
    judged = (*compiled.verdicts, *verdicts)
    return replace(compiled, binders=decided, computed=binders, verdicts=judged, composed=True)
