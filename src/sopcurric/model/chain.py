"""The chain from SOP elements to leaves and plan rows, walked in both directions."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sopcurric.model.address import Address, meets, within
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import Named
from sopcurric.model.files.decision import DecisionHeader
from sopcurric.model.provenance import leaf_sources
from sopcurric.model.text import Phrase, sentence

LinkKind = Literal[
    "source", "case", "decision", "point", "competency", "requirement", "task", "learning-task", "module", "course",
    "objective", "criterion", "question", "guiding-question", "leaf", "binder", "plan-row",
]  # fmt: skip
KINDS: tuple[LinkKind, ...] = (
    "source", "case", "decision", "point", "competency", "requirement", "task", "learning-task", "module", "course",
    "objective", "criterion", "question", "guiding-question", "leaf", "binder", "plan-row",
)  # fmt: skip
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Link:
    """A thing in the chain: its kind, its id, what it is called, and what it is made of (ids of other things)."""

    kind: LinkKind
    id: str
    title: Phrase
    made_of: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """A thing with everything it is made of and everything it feeds, nearest first in the order of the chain."""

    subject: Link
    up: tuple[Link, ...]
    down: tuple[Link, ...]


def links(compilation: Compilation) -> Mapping[str, Link]:
    """Every thing of a compilation by id, what decisions that hold are about being made of these, too."""
    found = {link.id: link for link in _links(compilation)}
    for subject, names in compilation.held.items():
        link = found.get(subject)
        if link is not None and link.kind != "source":
            found[subject] = replace(link, made_of=(*link.made_of, *names))
    return found


def _links(compilation: Compilation) -> Iterator[Link]:
    for address, title in compilation.titles.items():
        yield Link("source", address, title, ())
    for case in compilation.inputs.cases:
        named = (one for one in compilation.titles if any(meets(one, target) for target in case.on))
        yield Link("case", case.address, case.title, tuple(named))
    for point in compilation.points.values():
        yield Link("point", point.id, point.statement, point.derived_from)
    for competency in compilation.competencies.values():
        made_of = (competency.procedure, *competency.points)
        yield Link("competency", competency.id, competency.statement, made_of)
    for task in compilation.catalogue.tasks:
        yield Link("task", task.id, task.title, (*task.members, *task.competencies))
    for one in compilation.inputs.decisions:
        yield Link("decision", one.name, sentence(f"decision.{one.decision.decide}"), _grounds(one, compilation))
    yield from _course_links(compilation)
    yield from _teaching_links(compilation)
    yield from _printed_links(compilation)


def _teaching_links(compilation: Compilation) -> Iterator[Link]:
    """What is made for teaching: requirements of standards, objectives, criteria, questions."""
    for coverage in compilation.coverage:
        for own in coverage.requirements:
            yield Link("requirement", own.id, own.text, tuple(one.point for one in own.backings))
    for standard in compilation.course_standards:
        for objective in standard.objectives:
            name = objective_name(standard.course, objective.id)
            made_of = (*objective.tasks, *objective.derived_from)
            yield Link("objective", name, objective.statement, made_of)
    for assessed in compilation.assessment.tasks:
        for criterion in assessed.criteria:
            title = criterion.action[0] if criterion.action else sentence(f"criterion.group.{criterion.group}")
            yield Link("criterion", criterion.id, title, (*criterion.objectives, *criterion.derived_from))
    for question in compilation.bank.questions:
        yield Link("question", question.id, question.stem, (*question.points, *question.derived_from))
    for guidance in compilation.bank.guidance:
        for one in guidance.questions:
            yield Link("guiding-question", one.id, one.stem, one.derived_from)


def objective_name(course: str, objective: str) -> str:
    """What an objective is called beside those of other courses: `course-DIG#K1`."""
    return f"{course}#{objective}"


def _printed_links(compilation: Compilation) -> Iterator[Link]:
    """Leaves, binders and rows of plans; a textbook has the name of its course, a row that of its typed-in course."""
    courses = {course.id for course in compilation.design.courses}
    for binder in compilation.binders:
        for leaf in binder.leaves:
            yield Link("leaf", leaf.id, leaf.title, tuple(sorted(leaf_sources(leaf))), leaf.label)
        if binder.id not in courses:
            yield Link("binder", binder.id, binder.title, tuple(leaf.id for leaf in binder.leaves))
    typed = {f"@course/{one.code}" for one in compilation.inputs.courses}
    for plan in compilation.plans:
        for row in plan.rows:
            if row.id not in typed:
                yield Link("plan-row", row.id, row.title, row.tasks or row.derived_from)
        for later in plan.in_service:
            yield Link("plan-row", later.id, later.title, (later.task,))


def _grounds(one: Named[DecisionHeader], compilation: Compilation) -> tuple[str, ...]:
    """The source elements that a decision is about; those of a leaf or a derived thing come by way of that."""
    names = (name.split("#", 1)[0] for name in one.decision.about)
    return tuple(name for name in names if name in compilation.titles)


def _course_links(compilation: Compilation) -> Iterator[Link]:
    for course in compilation.design.courses:
        for module in course.modules:
            for task in module.tasks:
                yield Link("learning-task", task.id, task.title, (task.typical_task,), task.label)
            yield Link("module", module.id, module.title, tuple(task.id for task in module.tasks), module.label)
        yield Link("course", course.id, course.title, tuple(module.id for module in course.modules))
    for typed in compilation.inputs.courses:
        yield Link("course", f"@course/{typed.code}", typed.title, (), typed.code)


def trace(known: Mapping[str, Link], subject: str) -> Trace | None:
    """The chain around a thing, or None where there is no such thing. A leaf may also be named by its label.

    Asked for a procedure or a job, the walk begins at everything below it.
    """
    link = known.get(subject) or next((one for one in known.values() if one.label == subject), None)
    if link is None:
        return None
    starts = [one for one in known if within(one, link.id)] if link.kind == "source" else [link.id]
    feeds: dict[str, list[str]] = {}
    for one in known.values():
        for part in one.made_of:
            feeds.setdefault(part, []).append(one.id)
    up = _walk([part for start in starts for part in known[start].made_of], lambda one: known[one].made_of, known)
    down = _walk([fed for start in starts for fed in feeds.get(start, ())], lambda one: feeds.get(one, ()), known)
    return Trace(link, _sorted(up - {*starts}, known), _sorted(down - {*starts}, known))


def _walk(begin: Iterable[str], following: Callable[[str], Iterable[str]], known: Mapping[str, Link]) -> set[str]:
    reached: set[str] = set()
    waiting = [one for one in begin if one in known]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += [other for other in following(one) if other in known and other not in reached]
    return reached


def _sorted(reached: Iterable[str], known: Mapping[str, Link]) -> tuple[Link, ...]:
    return tuple(
        sorted(
            (known[one] for one in reached),
            key=lambda link: (KINDS.index(link.kind), _natural(link.label), _natural(link.id), link.id),
        )
    )


def _natural(name: str) -> tuple[tuple[str, int], ...]:
    """A name by which S2 comes before S10."""
    return tuple((part, 0) if not part.isdecimal() else ("", int(part)) for part in _DIGITS.split(name) if part)


def sources(found: Trace) -> tuple[Address, ...]:
    """The SOP elements that a thing was made of."""
    return tuple(link.id for link in found.up if link.kind == "source")
