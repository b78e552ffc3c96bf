"""Decisions about the course design: where learning tasks are placed, their order and hours, titles of its parts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sopcurric.deciding.settling import Claim, Settled, choose
from sopcurric.deciding.subjects import Tasks, UnknownSubjectError, spelled
from sopcurric.deciding.tasks import names_course_part
from sopcurric.model.course import (
    MODULE_KINDS,
    CourseDesign,
    CourseModule,
    JobCourse,
    LearningTask,
    Placement,
    labelled,
    module_name,
    with_tasks,
)
from sopcurric.model.decision import Mark, Named, Verdict, seen_verdict, sight
from sopcurric.model.files.course import CourseBlock, CourseCategory, CourseNature, usual_block
from sopcurric.model.files.decision import Categorise, DecisionHeader, Move, Order, Rename, SetHours
from sopcurric.model.saying import words
from sopcurric.model.task import TypicalTask
from sopcurric.model.text import Phrase, Text, sentence


@dataclass(frozen=True, slots=True)
class DecidedDesign:
    """A course design with what people decided about it."""

    design: CourseDesign
    verdicts: tuple[Verdict, ...]


def decide_placements(
    settled: Settled, design: CourseDesign, tasks: Tasks
) -> tuple[tuple[Placement, ...], tuple[Verdict, ...]]:
    """Where decisions put learning tasks, given the design as computed; the design is then made anew with them."""
    names = {module_name(course.id, kind): (course.id, kind) for course in design.courses for kind in MODULE_KINDS}
    verdicts: list[Verdict] = []
    claims: dict[str, tuple[TypicalTask, Claim]] = {}
    for one in settled.of(Move):
        try:
            task = tasks.one(one.decision.on)
        except UnknownSubjectError as error:
            verdicts.append(Verdict(one.name, "gone", error.names, reason=error.reason))
            continue
        if one.decision.to in names:
            claims[one.name] = (task, Claim((task.id,), one.decision.to, one))
        else:
            verdicts.append(Verdict(one.name, "gone", (one.decision.to,), reason="no-module"))
    chosen, judged = choose(claim for _, claim in claims.values())
    verdicts += judged
    placements = []
    for claim in chosen:
        task, _ = claims[claim.named.name]
        course, kind = names[str(claim.value)]
        placements.append(Placement(task.id, course, kind, claim.named.name))
        verdicts.append(seen_verdict(claim.named, place_sight(task, design), (task.id,)))
    return tuple(placements), tuple(verdicts)


def place_sight(task: TypicalTask, design: CourseDesign) -> str:
    """What a decision about the place of a task sees: its title, and the module that was computed for it."""
    names = (m.name for c in design.courses for m in c.modules for t in m.tasks if t.typical_task == task.id)
    return sight(*spelled(task.title), *names)


def hours_sight(task: LearningTask) -> str:
    """What a decision about the hours of a task sees: the hours that were computed."""
    return sight(*spelled(task.title), str(task.theory_hours), str(task.practice_hours))


def decide_design(settled: Settled, design: CourseDesign, tasks: Tasks, language: str) -> DecidedDesign:
    """The design with titles, hours and order as people decided."""
    made, renamed = _renamed(settled, design, language)
    made, hours = _with_hours(settled, made, tasks)
    made, ordered = _in_order(settled, made, tasks)
    made, filed = _categorised(settled, made)
    return DecidedDesign(made, (*renamed, *hours, *ordered, *filed))


def _categorised(settled: Settled, design: CourseDesign) -> tuple[CourseDesign, list[Verdict]]:
    """Courses in the category and block that the college files them in."""
    courses = {course.id: course for course in design.courses}
    verdicts: list[Verdict] = []
    claims: list[Claim] = []
    for one in settled.of(Categorise):
        unknown = tuple(name for name in one.decision.on if name not in courses)
        if unknown:
            verdicts.append(Verdict(one.name, "gone", unknown, reason="missing"))
            continue
        said = one.decision
        value = (said.category, said.nature, said.block or usual_block(said.category))
        claims += [Claim((name,), value, one) for name in dict.fromkeys(said.on)]
    chosen, judged = choose(claims)
    verdicts += judged
    changed: dict[str, JobCourse] = {}
    seen: dict[str, tuple[Named[DecisionHeader], list[str]]] = {}
    for claim in chosen:
        decided = claim.named.decision
        if not isinstance(decided, Categorise):
            raise TypeError(claim)
        computed = courses[claim.slot[0]]
        mark = Mark("category", claim.named.name, filed(computed.category, computed.nature, computed.block))
        changed[computed.id] = replace(
            computed,
            category=decided.category,
            nature=decided.nature,
            block=decided.block or usual_block(decided.category),
            decided=(*computed.decided, mark),
        )
        seen.setdefault(claim.named.name, (claim.named, []))[1].append(computed.id)
    verdicts += [seen_verdict(one, sight(*sorted(names)), tuple(names)) for one, names in seen.values()]
    return replace(design, courses=tuple(changed.get(one.id, one) for one in design.courses)), verdicts


def filed(category: CourseCategory, nature: CourseNature, block: CourseBlock | None) -> Phrase:
    """Category, nature and block of a course in words."""
    return sentence(
        "course.filed",
        category=sentence(f"category.{category.value}"),
        nature=sentence(f"nature.{nature}"),
        block=sentence(f"block.{(block or usual_block(category)).value}"),
    )


def _with_hours(settled: Settled, design: CourseDesign, tasks: Tasks) -> tuple[CourseDesign, list[Verdict]]:
    learning = _by_names(design)
    verdicts: list[Verdict] = []
    claims: list[Claim] = []
    for one in settled.of(SetHours):
        try:
            task = _learning_task(tasks, learning, one.decision.on)
        except UnknownSubjectError as error:
            verdicts.append(Verdict(one.name, "gone", error.names, reason=error.reason))
        else:
            if not one.decision.theory + one.decision.practice:
                verdicts.append(Verdict(one.name, "refused", (task.typical_task,), reason="no-hours"))
                continue
            claims.append(Claim((task.id,), (one.decision.theory, one.decision.practice), one))
    chosen, judged = choose(claims)
    verdicts += judged
    changed: dict[str, LearningTask] = {}
    for claim in chosen:
        decided, computed = claim.named.decision, learning[claim.slot[0]]
        if not isinstance(decided, SetHours):
            raise TypeError(claim)
        split = sentence(
            "hours.split", total=computed.hours, theory=computed.theory_hours, practice=computed.practice_hours
        )
        changed[computed.id] = replace(
            computed,
            theory_hours=decided.theory,
            practice_hours=decided.practice,
            decided=(*computed.decided, Mark("hours", claim.named.name, split)),
        )
        verdicts.append(seen_verdict(claim.named, hours_sight(computed), (computed.id,)))
    return with_tasks(design, changed), verdicts


def _by_names(design: CourseDesign) -> Mapping[str, LearningTask]:
    """Learning tasks by what decisions call them: the identifier, that of the typical task where it makes one only.

    Parts of a typical task go by their own identifier, or by a step.
    """
    every = [task for course in design.courses for task in course.tasks]
    return {name: task for task in every for name in (task.id, *(task.steps or (task.typical_task,)))}


def _learning_task(tasks: Tasks, learning: Mapping[str, LearningTask], names: Sequence[str]) -> LearningTask:
    """The learning task that names mean.

    Raises:
        UnknownSubjectError: one is not there, they mean different ones, or a task that makes several.
    """
    if all(name in learning for name in names):
        found = {learning[name].id: learning[name] for name in names}
        if len(found) == 1:
            return next(iter(found.values()))
        raise UnknownSubjectError("split", names)
    whole = tasks.one(names).id
    if whole not in learning:
        raise UnknownSubjectError("split", names)
    return learning[whole]


def _renamed(settled: Settled, design: CourseDesign, language: str) -> tuple[CourseDesign, list[Verdict]]:
    """Titles of modules and courses; a module may be called by its name, too."""
    titles: dict[str, tuple[str, Phrase]] = {}
    for course in design.courses:
        titles[course.id] = (course.id, course.title)
        for module in course.modules:
            titles[module.id] = titles[module.name] = (module.id, module.title)
    verdicts: list[Verdict] = []
    claims: list[Claim] = []
    for one in settled.of(Rename):
        if not names_course_part(one.decision.on):
            continue
        unknown = tuple(name for name in one.decision.on if name not in titles)
        if unknown:
            verdicts.append(Verdict(one.name, "gone", unknown, reason="missing"))
        elif len({titles[name][0] for name in one.decision.on}) > 1:
            verdicts.append(Verdict(one.name, "gone", one.decision.on, reason="split"))
        else:
            claims.append(Claim((titles[one.decision.on[0]][0],), one.decision.title, one))
    chosen, judged = choose(claims)
    verdicts += judged
    found: dict[str, tuple[Phrase, Mark]] = {}
    for claim in chosen:
        decision = claim.named.decision
        if not isinstance(decision, Rename):
            raise TypeError(claim)
        computed = titles[claim.slot[0]][1]
        found[claim.slot[0]] = (decision.title, Mark("title", claim.named.name, computed))
        verdicts.append(seen_verdict(claim.named, sight(words(computed, language)), claim.slot))
    return replace(design, courses=tuple(_retitled(course, found) for course in design.courses)), verdicts


def _retitled(course: JobCourse, found: Mapping[str, tuple[Phrase, Mark]]) -> JobCourse:
    modules = tuple(_retitled_module(module, found) for module in course.modules)
    if course.id not in found:
        return replace(course, modules=modules)
    title, mark = found[course.id]
    return replace(course, title=title, modules=modules, decided=(*course.decided, mark))


def _retitled_module(module: CourseModule, found: Mapping[str, tuple[Phrase, Mark]]) -> CourseModule:
    if module.id not in found:
        return module
    title, mark = found[module.id]
    return replace(module, title=title, decided=(*module.decided, mark))


def _in_order(settled: Settled, design: CourseDesign, tasks: Tasks) -> tuple[CourseDesign, list[Verdict]]:
    """Learning tasks of modules in the order that people want; a later decision orders what an earlier one left."""
    module_of = {task.typical_task: m.id for c in design.courses for m in c.modules for task in m.tasks}
    verdicts: list[Verdict] = []
    wanted: list[tuple[Named[Order], tuple[str, ...]]] = []
    for one in settled.of(Order):
        try:
            named = tuple(dict.fromkeys(tasks.one((name,)).id for name in one.decision.on))
        except UnknownSubjectError as error:
            verdicts.append(Verdict(one.name, "gone", error.names, reason=error.reason))
            continue
        if len(named) == 1:
            verdicts.append(Verdict(one.name, "refused", one.decision.on, reason="one-task"))
        elif len({module_of[task] for task in named}) > 1:
            verdicts.append(Verdict(one.name, "refused", one.decision.on, reason="several-modules"))
        else:
            wanted.append((one, named))
    claims = [
        Claim((min(left, right), max(left, right)), left < right, one)
        for one, named in wanted
        for place, left in enumerate(named)
        for right in named[place + 1 :]
    ]
    held, judged = choose(claims)
    verdicts += judged
    holding = {claim.named.name for claim in held}
    titles = {task.id: task.title for task in tasks.catalogue.tasks}
    done: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    for one, named in wanted:
        if one.name not in holding:
            continue
        made = replace(design, courses=tuple(_ordered(course, named, one.name) for course in design.courses))
        broken = next((name for name, pairs in done if not _keeps(made, pairs)), "")
        if broken:
            verdicts.append(Verdict(one.name, "contradictory", named, other=broken))
            continue
        design = made
        own = (claim.slot if claim.value else claim.slot[::-1] for claim in held if claim.named.name == one.name)
        done.append((one.name, tuple((left, right) for left, right in own)))
        verdicts.append(seen_verdict(one, order_sight(titles[task] for task in named), named))
    return design, verdicts


def order_sight(titles: Iterable[Text]) -> str:
    """What a decision about the order of tasks sees: their titles."""
    return sight(*sorted(word for title in titles for word in spelled(title)))


def _keeps(design: CourseDesign, pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether the first task of each pair still comes before the second one."""
    tasks = (task for course in design.courses for task in course.tasks)
    place = {task.typical_task: number for number, task in enumerate(tasks)}
    return all(place[left] < place[right] for left, right in pairs)


def _ordered(course: JobCourse, named: Sequence[str], decision: str) -> JobCourse:
    modules = []
    for module in course.modules:
        own = [task for task in module.tasks if task.typical_task in named]
        if own:
            tasks = _rearranged(module.tasks, sorted(own, key=lambda task: named.index(task.typical_task)))
            mark = Mark("order", decision)
            modules.append(replace(module, tasks=tasks, decided=(*module.decided, mark)))
        else:
            modules.append(module)
    return replace(course, modules=labelled(modules))


def _rearranged(tasks: Iterable[LearningTask], ordered: Sequence[LearningTask]) -> tuple[LearningTask, ...]:
    """The same tasks, those that are ordered taking the places that they have together."""
    following = iter(ordered)
    moved = {task.id for task in ordered}
    return tuple(next(following) if task.id in moved else task for task in tasks)
