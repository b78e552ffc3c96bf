"""Values of the stages with the identifiers that the lock has for their parts."""

from collections.abc import Mapping
from dataclasses import replace

from sopcurric.model.course import CourseDesign
from sopcurric.model.lock import Lock
from sopcurric.model.numbering import Group, numbered
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


def learning_task_numbers(catalogue: TaskCatalogue, lock: Lock) -> Mapping[str, str]:
    """The identifier of the learning task that is made of each typical task."""
    identifiers = numbered("learning_task", _groups(catalogue), lock)
    return dict(zip((task.id for task in catalogue.tasks), identifiers, strict=True))


def number_modules(design: CourseDesign, lock: Lock) -> CourseDesign:
    """The design with the identifiers of modules as locked."""
    groups = [Group(module.name, module.derived_from) for course in design.courses for module in course.modules]
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
