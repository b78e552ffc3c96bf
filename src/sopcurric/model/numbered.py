"""Values of the stages with the identifiers that the lock has for their parts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sopcurric.model.course import CourseDesign
from sopcurric.model.lock import Lock
from sopcurric.model.numbering import Group, numbered
from sopcurric.model.split import TaskSplit, part_key
from sopcurric.model.task import TaskCatalogue


def number_tasks(catalogue: TaskCatalogue, lock: Lock) -> TaskCatalogue:
    """The catalogue with the identifiers of typical tasks as locked; itself where nothing differs."""
    identifiers = numbered("task", _groups(catalogue), lock)
    if identifiers == tuple(task.id for task in catalogue.tasks):
        return catalogue
    locked = dict(zip((task.id for task in catalogue.tasks), identifiers, strict=True))
    return replace(
        catalogue,
        tasks=tuple(replace(task, id=locked[task.id]) for task in catalogue.tasks),
        relations=tuple(
            replace(one, first=locked[one.first], second=locked[one.second]) for one in catalogue.relations
        ),
    )


def learning_task_numbers(catalogue: TaskCatalogue, lock: Lock, splits: Iterable[TaskSplit] = ()) -> Mapping[str, str]:
    """The identifier of the learning task that is made of each typical task, or of each part of one (`part_key`)."""
    by_task = {one.task: one for one in splits}
    groups: dict[str, Group] = {}
    for task, whole in zip(catalogue.tasks, _groups(catalogue), strict=True):
        split = by_task.get(task.id)
        groups[task.id] = replace(whole, members=split.held(1)) if split else whole
        for place in range(2, len(split.parts) + 1) if split else ():
            own = split.held(place) if split else ()
            groups[part_key(task.id, place)] = Group(min(own), own)
    identifiers = numbered("learning_task", [*groups.values()], lock)
    return dict(zip(groups, identifiers, strict=True))


def number_modules(design: CourseDesign, lock: Lock) -> CourseDesign:
    """The design with the identifiers of modules as locked."""
    groups = [
        Group(module.name, tuple(member for task in module.tasks for member in task.record))
        for course in design.courses
        for module in course.modules
    ]
    identifiers = iter(numbered("module", groups, lock, named=True))
    return replace(
        design,
        courses=tuple(
            replace(course, modules=tuple(replace(module, id=next(identifiers)) for module in course.modules))
            for course in design.courses
        ),
    )


def _groups(catalogue: TaskCatalogue) -> list[Group]:
    return [Group(min(task.members), task.members) for task in catalogue.tasks]
