"""Use case: any value as flat records, and the JSON Schemas of those."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from sopcurric.app.checking import Checked
from sopcurric.model import shown
from sopcurric.model.compilation import Compilation
from sopcurric.model.provenance import leaf_sources
from sopcurric.model.saying import words
from sopcurric.model.text import Phrase

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
    for profile in compilation.profiles:
        for point in profile.points:
            yield shown.ShownPoint(
                id=point.id,
                title=words(point.statement, language),
                kind=point.kind,
                job=profile.job,
                action=point.action,
                object=point.object,
                criterion=point.criterion,
                critical=point.critical,
                origin="computed",
                derived_from=point.derived_from,
            )


def _tasks(compilation: Compilation, language: str) -> Iterable[shown.ShownTask]:
    for task in compilation.catalogue.tasks:
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
            origin="computed",
            derived_from=task.derived_from,
        )


def _modules(compilation: Compilation, language: str) -> Iterable[shown.ShownModule]:
    for course in compilation.design.courses:
        for module in course.modules:
            yield shown.ShownModule(
                id=module.id,
                title=words(module.title, language),
                label=module.label,
                course=course.id,
                tasks=tuple(task.id for task in module.tasks),
                theory_hours=sum(task.theory_hours for task in module.tasks),
                practice_hours=sum(task.practice_hours for task in module.tasks),
                origin="computed",
                derived_from=module.derived_from,
            )


def _courses(compilation: Compilation, language: str) -> Iterable[shown.ShownCourse]:
    for course in compilation.design.courses:
        yield shown.ShownCourse(
            id=course.id,
            title=words(course.title, language),
            jobs=course.jobs,
            modules=tuple(module.id for module in course.modules),
            tasks=len(course.tasks),
            theory_hours=course.theory_hours,
            practice_hours=course.practice_hours,
            origin="computed",
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


def _leaves(compilation: Compilation, language: str) -> Iterable[shown.ShownLeaf]:
    for binder in compilation.binders:
        for leaf in binder.leaves:
            yield shown.ShownLeaf(
                id=leaf.id,
                title=words(leaf.title, language),
                kind=leaf.kind.value,
                label=leaf.label,
                binder=binder.id,
                revision=leaf.revision,
                issued=leaf.issued,
                origin="computed",
                derived_from=tuple(sorted({*leaf.derived_from, *leaf_sources(leaf)})),
            )


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
        "hours.per_step": str(settings.hours.per_step),
        "hours.minimum": str(settings.hours.minimum),
        "hours.practice_share": str(settings.hours.practice_share),
        "body_font": settings.body_font,
        "heading_font": settings.heading_font,
        "fonts": ", ".join(settings.fonts),
    }
    for key, value in values.items():
        shown_value = value if isinstance(value, str) else words(value, language)
        yield shown.ShownSetting(key, key, shown_value, settings.origin(key))


VIEWS: dict[str, View[object]] = {}


def _add(name: str, record: type[Record], read: Callable[[Compilation, str], Iterable[Record]], *columns: str) -> None:
    VIEWS[name] = View(name, TypeAdapter(tuple[record, ...]), read, columns)  # type: ignore[valid-type]


_add("settings", shown.ShownSetting, _settings, "id", "value", "origin")
_add(
    "sops", shown.ShownSop, _sops, "id", "title", "document", "version", "procedures", "steps", "hazards", "deviations"
)
_add("points", shown.ShownPoint, _points, "id", "kind", "title", "origin")
_add("tasks", shown.ShownTask, _tasks, "id", "title", "jobs", "phase", "training", "members", "origin")
_add(
    "modules", shown.ShownModule, _modules, "id", "label", "title", "course", "theory_hours", "practice_hours", "origin"
)
_add("courses", shown.ShownCourse, _courses, "id", "title", "jobs", "tasks", "theory_hours", "practice_hours", "origin")
_add("plan", shown.ShownPlanRow, _plan, "programme", "service", "place", "title", "kind", "hours", "weeks", "origin")
_add("leaves", shown.ShownLeaf, _leaves, "label", "id", "kind", "title", "binder", "revision", "issued", "origin")


def show(checked: Checked, what: str, only: str, language: str) -> tuple[object, ...]:
    """The records of a view; `only` keeps the one with that id or label, or those below that address."""
    if checked.compilation is None:
        return ()
    records = tuple(VIEWS[what].read(checked.compilation, language))
    return tuple(one for one in records if not only or _is(one, only))


def _is(record: object, only: str) -> bool:
    names = (getattr(record, "id", ""), getattr(record, "label", ""))
    return only in names or any(str(name).startswith((f"{only}/", f"{only}.")) for name in names)
