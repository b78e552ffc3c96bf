"""Use case: any value as flat records, and the JSON Schemas of those."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypedDict, TypeVar

from pydantic import TypeAdapter

from sopcurric.app.checking import Checked
from sopcurric.app.showing_recognition import recognition_of
from sopcurric.app.showing_schedules import scheduled
from sopcurric.app.showing_teaching import criteria_of, lessons_of, standards_of
from sopcurric.app.showing_words import words_of
from sopcurric.model import shown
from sopcurric.model.compilation import Compilation
from sopcurric.model.coverage import Backing
from sopcurric.model.decision import Mark, names_of, parts_of
from sopcurric.model.files.base import Frozen
from sopcurric.model.files.case import case_kind
from sopcurric.model.files.decision import LeafDecision
from sopcurric.model.provenance import block_sources, leaf_sources
from sopcurric.model.publication import Leaf
from sopcurric.model.saying import words
from sopcurric.model.text import Phrase, sentence
from sopcurric.stages.point_merging import merge

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class View(Generic[Record]):
    """A thing that `show` knows: how to read it off, how to write it as JSON, which fields a terminal shows."""

    name: str
    adapter: TypeAdapter[tuple[Record, ...]]
    read: Callable[[Compilation, str], Iterable[Record]]
    columns: tuple[str, ...]


def _sops(compilation: Compilation, language: str) -> Iterable[shown.ShownSop]:
    for sop in compilation.inputs.sops:
        yield shown.ShownSop(
            id=sop.address,
            title=sop.title.words(language),
            organisation=sop.organisation,
            document=sop.document.number,
            version=sop.document.version,
            procedures=len(sop.procedures),
            steps=sum(1 for _ in sop.steps()),
            parameters=len(sop.parameters),
            hazards=len(sop.hazards),
            deviations=len(sop.deviations),
            derived_from=(sop.address,),
        )


def _points(compilation: Compilation, language: str) -> Iterable[shown.ShownPoint]:
    for point in merge(compilation.profiles, compilation.inputs.lexicon).points:
        yield shown.ShownPoint(
            id=point.id,
            title=words(point.statement, language),
            kind=point.kind,
            topic=point.topic,
            level=point.level,
            jobs=point.jobs,
            points=point.points,
            action=point.action,
            object=point.object,
            condition=point.condition,
            criterion=point.criterion,
            critical=point.critical,
            origin="computed",
            derived_from=point.derived_from,
        )


def _tasks(compilation: Compilation, language: str) -> Iterable[shown.ShownTask]:
    for task in compilation.catalogue.tasks:
        related = tuple(compilation.catalogue.related(task.id))
        yield shown.ShownTask(
            id=task.id,
            title=task.title.words(language),
            members=task.members,
            jobs=task.jobs,
            phase=task.phase.value,
            difficulty=task.rating.difficulty.value,
            importance=task.rating.importance.value,
            frequency=task.rating.frequency.value,
            training=task.rating.outcome,
            range=task.range,
            work_process=_each(task.work_process, language),
            work_objects=_each(task.work_objects, language),
            tools=_each(task.tools, language),
            methods=_each(task.methods, language),
            organisation=_each(task.organisation, language),
            requirements=_each(task.requirements, language),
            platform=task.platform,
            follows=tuple(one.first for one in related if one.kind == "sequence" and one.second == task.id),
            parallel=tuple(
                one.second if one.first == task.id else one.first for one in related if one.kind == "parallel"
            ),
            **_decided(task.decided),
            derived_from=task.derived_from,
        )


def _each(phrases: Iterable[Phrase], language: str) -> tuple[str, ...]:
    return tuple(words(one, language) for one in phrases)


def _modules(compilation: Compilation, language: str) -> Iterable[shown.ShownModule]:
    for course in compilation.design.courses:
        for module in course.modules:
            yield shown.ShownModule(
                id=module.id,
                name=module.name,
                title=words(module.title, language),
                label=module.label,
                course=course.id,
                tasks=tuple(task.id for task in module.tasks),
                theory_hours=sum(task.theory_hours for task in module.tasks),
                practice_hours=sum(task.practice_hours for task in module.tasks),
                conversion=module.conversion,
                **_decided(module.decided),
                derived_from=module.derived_from,
            )


def _courses(compilation: Compilation, language: str) -> Iterable[shown.ShownCourse]:
    for course in compilation.design.courses:
        yield shown.ShownCourse(
            id=course.id,
            title=words(course.title, language),
            jobs=course.jobs,
            modules=tuple(module.id for module in course.modules),
            platform=tuple(module.id for module in compilation.design.platform_of(course)),
            category=course.category,
            nature=course.nature,
            block=course.block,
            credits=course.credits,
            tasks=len(course.tasks),
            theory_hours=course.theory_hours,
            practice_hours=course.practice_hours,
            **_decided(course.decided),
            derived_from=course.derived_from,
        )


def _plan(compilation: Compilation, language: str) -> Iterable[shown.ShownPlanRow]:
    for plan in compilation.plans:
        for row in plan.rows:
            yield shown.ShownPlanRow(
                id=row.id,
                title=words(row.title, language),
                programme=plan.programme,
                service="pre-service",
                place=row.segment,
                kind=row.kind,
                hours=row.hours,
                weeks=row.weeks,
                tasks=row.tasks,
                origin="decided" if row.kind == "typed" else "computed",
                derived_from=row.derived_from,
            )
        for later in plan.in_service:
            yield shown.ShownPlanRow(
                id=later.id,
                title=words(later.title, language),
                programme=plan.programme,
                service="in-service",
                place=later.stage,
                kind="training",
                hours=later.hours,
                weeks=0,
                tasks=(later.task,),
                origin="computed",
                derived_from=later.derived_from,
            )


def _learning_tasks(compilation: Compilation, language: str) -> Iterable[shown.ShownLearningTask]:
    for course in compilation.design.courses:
        for module in course.modules:
            for task in module.tasks:
                yield shown.ShownLearningTask(
                    id=task.id,
                    title=words(task.title, language),
                    label=task.label,
                    course=course.id,
                    module=module.id,
                    typical_task=task.typical_task,
                    theory_hours=task.theory_hours,
                    practice_hours=task.practice_hours,
                    **_decided(task.decided),
                    derived_from=task.derived_from,
                )


def _competencies(compilation: Compilation, language: str) -> Iterable[shown.ShownCompetency]:
    for profile in compilation.profiles:
        for one in profile.competencies:
            yield shown.ShownCompetency(
                id=one.id,
                title=words(one.statement, language),
                job=profile.job,
                conditions=tuple(words(phrase, language) for phrase in one.conditions),
                standards=tuple(words(phrase, language) for phrase in one.standards),
                result=words(one.result, language) if one.result else "",
                difficulty=one.rating.difficulty.value,
                importance=one.rating.importance.value,
                frequency=one.rating.frequency.value,
                training=one.rating.outcome,
                **_decided(one.decided),
                derived_from=one.derived_from,
            )


def _ratings(compilation: Compilation, language: str) -> Iterable[shown.ShownRating]:
    surveyed = compilation.survey.by_procedure
    for profile in compilation.profiles:
        for one in profile.competencies:
            rating, found = one.rating, surveyed.get(one.procedure)
            yield shown.ShownRating(
                id=one.procedure,
                title=words(compilation.titles[one.procedure], language),
                job=profile.job,
                difficulty=rating.difficulty.value,
                difficulty_source=rating.difficulty.source,
                importance=rating.importance.value,
                importance_source=rating.importance.source,
                frequency=rating.frequency.value,
                frequency_source=rating.frequency.source,
                training=rating.outcome,
                refresh_months=rating.refresh_months,
                before_use=rating.before_use,
                raters=found.raters if found else 0,
                spread=found.spread if found else 0,
                flips=tuple(f"{flip.rater}: {flip.outcome}" for flip in found.flips) if found else (),
                **_decided(one.decided),
                derived_from=one.derived_from,
            )


def _levels(compilation: Compilation, language: str) -> Iterable[shown.ShownLevelRow]:
    for plan in compilation.plans:
        for row in plan.levels:
            yield shown.ShownLevelRow(
                id=f"@standard/{row.standard}/{row.content}",
                title=words(row.title, language),
                programme=plan.programme,
                level=row.level,
                tasks=row.tasks,
                score=row.score,
                **_decided(tuple(replace(mark, part="tasks") for mark in row.decided)),
                derived_from=row.derived_from,
            )


def _graph(compilation: Compilation, language: str) -> Iterable[shown.ShownNode]:
    """Every node but clauses, which the others name as their sources."""
    graph = compilation.graph
    tasks_of = {node.id: node.within for node in graph.of_kind("process")}
    for node in graph.nodes:
        if node.kind == "clause":
            continue
        tasks = (task for one in node.within for task in tasks_of.get(one, ()))
        yield shown.ShownNode(
            id=node.id,
            title=words(node.title, language),
            kind=node.kind,
            jobs=node.jobs,
            within=tuple(dict.fromkeys((*node.within, *tasks))),
            level=node.level,
            critical=node.critical,
            contains=graph.led_to(node.id, "contains"),
            requires=graph.led_to(node.id, "requires"),
            precedes=graph.led_to(node.id, "precedes"),
            backs=graph.led_to(node.id, "backs"),
            origin="computed",
            derived_from=node.derived_from,
        )


def _coverage(compilation: Compilation, language: str) -> Iterable[shown.ShownRequirement]:
    """For each standard its levels, then its requirements one by one."""
    statements = {one.id: words(one.statement, language) for one in compilation.shared.points}
    for standard in compilation.coverage:
        grades = {one.level: one.grade for one in standard.levels}
        for one in standard.levels:
            backed = one.backed_skills + one.backed_knowledge
            yield shown.ShownRequirement(
                id=f"@standard/{standard.standard}/{one.level}",
                title=one.title.words(language),
                standard=standard.standard,
                kind="level",
                level=one.level,
                grade=one.grade,
                function="",
                content="",
                state="confirmed" if one.confirmed else "proposed" if backed else "none",
                score=round(one.share, 3),
                backed=backed,
                total=one.skills + one.knowledge,
                evidence=(),
                origin="computed",
                derived_from=(f"@standard/{standard.standard}",),
            )
        for own in standard.requirements:
            decisions = tuple(dict.fromkeys(one.decision for one in own.backings if one.decision))
            yield shown.ShownRequirement(
                id=own.id,
                title=own.text.words(language),
                standard=standard.standard,
                kind=own.kind,
                level=own.level,
                grade=grades.get(own.level, 0),
                function=own.function,
                content=own.content,
                state=own.state,
                score=own.score,
                backed=min(1, len(own.backings)),
                total=1,
                evidence=tuple(_backing(one, statements, language) for one in own.backings),
                origin="decided" if decisions else "computed",
                decided=("backings",) if decisions else (),
                decisions=decisions,
                derived_from=own.derived_from,
            )


def _backing(one: Backing, statements: Mapping[str, str], language: str) -> shown.ShownBacking:
    return shown.ShownBacking(
        point=one.point,
        title=statements[one.point],
        score=one.score,
        shared=one.shared.words(language),
        verb=one.verb.words(language),
        decisions=(one.decision,) if one.decision else (),
    )


def _leaves(compilation: Compilation, language: str) -> Iterable[shown.ShownLeaf]:
    for binder in compilation.binders:
        for leaf in binder.leaves:
            decisions = _of_leaf(leaf, compilation)
            yield shown.ShownLeaf(
                id=leaf.id,
                title=words(leaf.title, language),
                kind=leaf.kind.value,
                label=leaf.label,
                binder=binder.id,
                revision=leaf.revision,
                issued=leaf.issued,
                origin="decided" if decisions else "computed",
                decided=("blocks",) if decisions else (),
                decisions=decisions,
                derived_from=tuple(sorted({*leaf.derived_from, *leaf_sources(leaf)})),
            )


def _of_leaf(leaf: Leaf, compilation: Compilation) -> tuple[str, ...]:
    """The decisions about blocks of a leaf."""
    names = compilation.held.get(leaf.id, ())
    return tuple(name for name in names if isinstance(compilation.decisions[name].decision, LeafDecision))


def _blocks(compilation: Compilation, language: str) -> Iterable[shown.ShownBlock]:
    for binder in compilation.binders:
        for leaf in binder.leaves:
            for block in leaf.blocks:
                yield shown.ShownBlock(
                    id=f"{leaf.id}#{block.key}",
                    title=words(leaf.title, language),
                    leaf=leaf.id,
                    key=block.key,
                    kind=block.kind,
                    origin=block.origin,
                    decided=("blocks",) if block.origin == "decided" else (),
                    decisions=_of_leaf(leaf, compilation) if block.origin == "decided" else (),
                    derived_from=tuple(sorted({*block_sources(block)})),
                )


def _untaught(compilation: Compilation, language: str) -> Iterable[shown.ShownUntaught]:
    for one in compilation.design.untaught:
        yield shown.ShownUntaught(
            id=one.address,
            title=words(compilation.titles[one.address], language),
            reason=words(sentence(f"reason.{one.reason}"), language),
            origin="decided" if one.decision else "computed",
            decided=("reason",) if one.decision else (),
            decisions=(one.decision,) if one.decision else (),
            derived_from=(one.address,),
        )


def _decisions(compilation: Compilation, language: str) -> Iterable[shown.ShownDecision]:
    verdicts = {verdict.decision: verdict.kind for verdict in compilation.verdicts}
    for one in compilation.inputs.decisions:
        decision = one.decision
        yield shown.ShownDecision(
            id=one.name,
            title=words(sentence(f"decision.{decision.decide}"), language),
            on=decision.about,
            role=decision.role,
            by=decision.by.words(language),
            date=decision.date,
            why=decision.why.words(language),
            verdict=verdicts[one.name],
            derived_from=(one.address,),
        )


def _cases(compilation: Compilation, language: str) -> Iterable[shown.ShownCase]:
    used: dict[str, list[str]] = {}
    for point in compilation.points.values():
        for address in point.derived_from:
            used.setdefault(address, []).append(point.id)
    for case in compilation.inputs.cases:
        yield shown.ShownCase(
            id=case.address,
            title=case.title.words(language),
            kind=words(sentence(f"case.{case_kind(case)}"), language),
            on=case.on,
            points=tuple(used.get(case.address, ())),
            by=case.by.words(language) if case.by else "",
            date=case.date or "",
            derived_from=(case.address,),
        )


def _questions(compilation: Compilation, language: str) -> Iterable[shown.ShownQuestion]:
    apart = compilation.bank.never_beside
    tested = {one for each in compilation.bank.guidance for one in each.pretest}
    papers: dict[str, list[str]] = {}
    for paper in compilation.papers:
        for name in paper.questions:
            papers.setdefault(name, []).append(f"{paper.course}/{paper.seed}/{paper.variant}")
    for one in compilation.bank.questions:
        yield shown.ShownQuestion(
            id=one.id,
            title=words(one.stem, language),
            form=one.form,
            course=one.course,
            task=one.task,
            options=_each(one.options, language),
            matches=_each(one.matches, language),
            key=one.key if one.form == "true-false" else tuple(number + 1 for number in one.key),
            answers=_each(one.answers, language),
            numbers=one.amounts,
            explanation=words(one.explanation, language),
            source=words(one.source, language),
            difficulty=one.difficulty,
            cognition=one.cognition,
            competency=one.competency,
            points=one.points,
            asks=one.asks,
            gives=one.gives,
            apart=tuple(sorted(apart[one.id])),
            papers=tuple(papers.get(one.id, ())),
            pretest=one.id in tested,
            **_decided(one.decided),
            derived_from=one.derived_from,
        )


class _Decided(TypedDict):
    """What a record says of decisions."""

    origin: shown.Origin
    decided: tuple[str, ...]
    decisions: tuple[str, ...]


def _decided(marks: tuple[Mark, ...]) -> _Decided:
    return {
        "origin": "decided" if marks else "computed",
        "decided": parts_of(marks),
        "decisions": names_of(marks),
    }


def _settings(compilation: Compilation, language: str) -> Iterable[shown.ShownSetting]:
    settings = compilation.inputs.settings
    values: dict[str, Phrase | str] = {
        "project.name": settings.name,
        "project.language": settings.language,
        "project.publisher": settings.publisher or "",
        "as_of": settings.as_of,
        "profile": settings.profile,
        "jobs": ", ".join(settings.jobs),
        "organisations": ", ".join(one for one, _ in settings.organisations),
        "editions": ", ".join(f"{one.id} ({one.language}: {'/'.join(one.formats)})" for one in settings.editions),
        **dict(_policy("hours", settings.hours)),
        **dict(_policy("modules", settings.modules)),
        **dict(_policy("teaching", settings.teaching)),
        "papers": ", ".join(
            f"{one.course or '*'}: {one.seed} ({one.minutes} min, {sum(s.number for s in one.sections)})"
            for one in settings.papers
        ),
        "editors": ", ".join(f"{one.name.words(language)} ({one.kind.value})" for one in settings.editors),
        "textbook.revised": settings.textbook.revised or "",
        "textbook.certificate": settings.textbook.certificate or "",
        **dict(_policy("course_standards", settings.course_standards)),
        "body_font": settings.body_font,
        "heading_font": settings.heading_font,
        "fonts": ", ".join(settings.fonts),
    }
    for key, value in values.items():
        shown_value = value if isinstance(value, str) else words(value, language)
        yield shown.ShownSetting(key, key, shown_value, settings.origin(key))


def _profile(compilation: Compilation, language: str) -> Iterable[shown.ShownNumber]:
    profile = compilation.inputs.profile
    for name, number in profile.numbers.items():
        origin = profile.origins[name]
        yield shown.ShownNumber(
            id=name,
            title=words(sentence(f"number.{name}"), language),
            value=number.value,
            unit=number.unit,
            bound=number.bound,
            modality=number.modality,
            source=number.source.words(language),
            clause=number.clause.words(language),
            verified_on=number.verified_on,
            profile=origin,
            derived_from=(f"@profile/{origin}",),
        )


def _policy(name: str, policy: Frozen) -> Iterable[tuple[str, str]]:
    """The numbers of a policy, by their keys in the project file."""
    for key in type(policy).model_fields:
        value = getattr(policy, key)
        if isinstance(value, Frozen):
            yield from _policy(f"{name}.{key}", value)
        else:
            yield f"{name}.{key}", str(value)


VIEWS: dict[str, View[object]] = {}


def _add(name: str, record: type[Record], read: Callable[[Compilation, str], Iterable[Record]], *columns: str) -> None:
    VIEWS[name] = View(name, TypeAdapter(tuple[record, ...]), read, columns)  # type: ignore[valid-type]


_add("settings", shown.ShownSetting, _settings, "id", "value", "origin")
_add(
    "profile",
    shown.ShownNumber,
    _profile,
    *("id", "title", "value", "bound", "modality", "profile", "source", "clause", "verified_on"),
)
_add(
    "sops", shown.ShownSop, _sops, "id", "title", "document", "version", "procedures", "steps", "hazards", "deviations"
)
_add("points", shown.ShownPoint, _points, "id", "kind", "topic", "title", "derived_from", "origin")
_add(
    "competencies",
    shown.ShownCompetency,
    _competencies,
    *("id", "title", "difficulty", "importance", "frequency", "training", "origin"),
)
_add(
    "ratings",
    shown.ShownRating,
    _ratings,
    *("id", "title", "difficulty", "importance", "frequency", "training", "refresh_months"),
    *("raters", "spread", "flips", "origin"),
)
_add("tasks", shown.ShownTask, _tasks, "id", "title", "jobs", "phase", "range", "training", "members", "origin")
_add(
    "modules",
    shown.ShownModule,
    _modules,
    *("name", "id", "label", "title", "theory_hours", "practice_hours", "origin"),
)
_add(
    "learning-tasks",
    shown.ShownLearningTask,
    _learning_tasks,
    *("label", "id", "title", "course", "theory_hours", "practice_hours", "origin"),
)
_add(
    "courses", shown.ShownCourse, _courses, "id", "title", "jobs", "category", "block", "tasks", "theory_hours",
    "practice_hours", "credits", "origin",
)  # fmt: skip
_add("plan", shown.ShownPlanRow, _plan, "programme", "service", "place", "title", "kind", "hours", "weeks", "origin")
_add(
    "schedule",
    shown.ShownScheduleLine,
    scheduled,
    *("kind", "id", "title", "semester", "first", "last", "place", "hours", "substitutes", "origin"),
)
_add("leaves", shown.ShownLeaf, _leaves, "label", "id", "kind", "title", "binder", "revision", "issued", "origin")
_add("blocks", shown.ShownBlock, _blocks, "leaf", "key", "kind", "title", "origin")
_add("levels", shown.ShownLevelRow, _levels, "id", "title", "level", "tasks", "score", "origin")
_add("graph", shown.ShownNode, _graph, "kind", "id", "title", "critical", "derived_from")
_add(
    "coverage",
    shown.ShownRequirement,
    _coverage,
    *("id", "kind", "level", "title", "state", "score", "backed", "total", "evidence"),
)
_add(
    "recognition",
    shown.ShownRecognition,
    recognition_of,
    *("id", "title", "standing", "highest", "conditions", "share", "skills", "missing", "hours", "reference"),
)
_add(
    "questions",
    shown.ShownQuestion,
    _questions,
    *("id", "form", "title", "options", "key", "answers", "difficulty", "cognition", "source"),
)
_add(
    "lessons",
    shown.ShownLesson,
    lessons_of,
    *("label", "id", "title", "meetings", "minutes", "steps", "links", "interactive_share"),
)
_add(
    "criteria",
    shown.ShownCriterion,
    criteria_of,
    *("label", "id", "title", "weight", "raters", "critical", "veto", "objective_titles"),
)
_add("standards", shown.ShownObjective, standards_of, "id", "kind", "title", "tasks", "assessed", "origin")
_add("untaught", shown.ShownUntaught, _untaught, "id", "title", "reason", "origin")
_add("cases", shown.ShownCase, _cases, "id", "kind", "title", "on", "points", "date")
_add("decisions", shown.ShownDecision, _decisions, "id", "title", "on", "role", "by", "date", "verdict", "why")
_add("lexicon", shown.ShownWords, words_of, "kind", "title", "level", "words", "origin")


def show(checked: Checked, what: str, only: str, language: str) -> tuple[object, ...]:
    """The records of a view.

    `only` keeps the one with that id or label, those below that address, or those of that course, module, task or
    binder; points go by those that they stand for.
    """
    if checked.compilation is None:
        return ()
    records = tuple(VIEWS[what].read(checked.compilation, language))
    return tuple(one for one in records if not only or _is(one, only))


def _is(record: object, only: str) -> bool:
    names = (
        *(
            getattr(record, name, "")
            for name in ("id", "label", "leaf", "standard", "course", "module", "task", "binder")
        ),
        *getattr(record, "points", ()),
    )
    return only in (*names, *getattr(record, "within", ())) or any(
        str(name).startswith((f"{only}/", f"{only}.")) for name in names
    )
