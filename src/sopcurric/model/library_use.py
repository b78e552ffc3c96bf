"""Where each module of the library is used: before hiring, in service, on ways to other jobs, for levels of skill."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseModule, JobCourse
from sopcurric.model.plan import IntegratedPlan


@dataclass(frozen=True, slots=True)
class ModuleUse:
    """A module with the segments, stages, ways and levels that refer to it, by id (TH-01, TH-02)."""

    course: JobCourse
    module: CourseModule
    segments: tuple[str, ...]
    stages: tuple[str, ...]
    paths: tuple[str, ...]
    levels: tuple[str, ...]


def module_uses(compilation: Compilation, plan: IntegratedPlan) -> Iterator[ModuleUse]:
    """Every module in the order of teaching; what refers to it does so by the ids of its learning tasks."""
    careers = {one.programme: one for one in compilation.careers}
    listed = careers[plan.programme].listed if plan.programme in careers else ()
    order = [one.id for standard in compilation.inputs.standards for one in standard.levels]
    for course in compilation.design.courses:
        for module in course.modules:
            tasks = {task.id for task in module.tasks}
            levels = {row.level for row in plan.levels if not tasks.isdisjoint(row.tasks)}
            yield ModuleUse(
                course=course,
                module=module,
                segments=_once(row.segment for row in plan.rows if row.module == module.id),
                stages=_once(row.stage for row in plan.in_service if row.task in tasks),
                paths=_once(name for name, way in listed if any(one.task in tasks for one in way.tasks)),
                levels=tuple(one for one in dict.fromkeys(order) if one in levels),
            )


def _once(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
