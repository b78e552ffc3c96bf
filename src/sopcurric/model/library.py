"""The one library of modules that teaching before hiring, training in service and recognition refer to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from sopcurric.model.address import Address, job_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseModule, JobCourse, LearningTask
from sopcurric.model.shared_points import SharedPoint
from sopcurric.model.task import TypicalTask


@dataclass(frozen=True, slots=True)
class Entry:
    """A learning task of the library with its course, its module and its place in the order of teaching."""

    place: int
    course: JobCourse
    module: CourseModule
    task: LearningTask
    typical: TypicalTask


@dataclass(frozen=True)
class Library:
    """All learning tasks, and which shared points they teach for which job."""

    compilation: Compilation

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Learning tasks by id, in the order of teaching."""
        typical = self.compilation.typical_tasks
        found = (
            (course, module, task)
            for course in self.compilation.design.courses
            for module in course.modules
            for task in module.tasks
        )
        return {
            task.id: Entry(place, course, module, task, typical[task.typical_task])
            for place, (course, module, task) in enumerate(found)
        }

    @cached_property
    def points(self) -> Mapping[str, SharedPoint]:
        """Shared points by id."""
        return {one.id: one for one in self.compilation.shared.points}

    @cached_property
    def _shared(self) -> Mapping[str, str]:
        return {own: one.id for one in self.compilation.shared.points for own in one.points}

    @cached_property
    def _of_procedure(self) -> Mapping[Address, tuple[str, ...]]:
        """Points of single jobs that each procedure asks for."""
        found: dict[Address, list[str]] = {}
        for one in self.compilation.competencies.values():
            found.setdefault(one.procedure, []).extend(one.points)
        return {procedure: tuple(points) for procedure, points in found.items()}

    def of_job(self, job: Address) -> Iterator[Entry]:
        """The learning tasks that a job needs, in the order of teaching; of parts, those with work of the job."""
        own = (one for one in self.entries.values() if job in one.typical.jobs)
        return (one for one in own if one.task.of == 1 or self.points_in(one, job))

    def points_in(self, entry: Entry, job: Address) -> tuple[str, ...]:
        """Shared points that a learning task teaches for a job."""
        return self._taught(entry, (member for member in entry.typical.members if job_of(member) == job))

    def all_points(self, entry: Entry) -> tuple[str, ...]:
        """Shared points that a learning task teaches for any job."""
        return self._taught(entry, entry.typical.members)

    def _taught(self, entry: Entry, members: Iterable[Address]) -> tuple[str, ...]:
        """Shared points of procedures; of a typical task that is taught in parts, only those of this part."""
        every = (point for member in members for point in self._of_procedure.get(member, ()))
        part = frozenset(entry.task.points) if entry.task.of > 1 else None
        own = (point for point in every if part is None or point in part)
        return self._once(self._shared[point] for point in own if point in self._shared)

    def held(self, job: Address) -> Mapping[str, tuple[str, ...]]:
        """Shared points of the learning tasks of a job, each with the tasks that teach it there."""
        found: dict[str, list[str]] = {}
        for entry in self.of_job(job):
            for point in self.points_in(entry, job):
                found.setdefault(point, []).append(entry.task.id)
        return {point: tuple(tasks) for point, tasks in found.items()}

    @cached_property
    def teaching(self) -> Mapping[str, tuple[str, ...]]:
        """Learning tasks that teach each shared point, in the order of teaching."""
        found: dict[str, list[str]] = {}
        for entry in self.entries.values():
            for point in self.all_points(entry):
                found.setdefault(point, []).append(entry.task.id)
        return {point: tuple(tasks) for point, tasks in found.items()}

    @cached_property
    def before(self) -> Mapping[str, frozenset[str]]:
        """Learning tasks that come before each learning task: by relations of typical tasks, and parts before it."""
        made: dict[str, list[str]] = {}
        for name, entry in self.entries.items():
            made.setdefault(entry.typical.id, []).append(name)
        found: dict[str, set[str]] = {name: set() for name in self.entries}
        for parts in made.values():
            ordered = sorted(parts, key=lambda name: self.entries[name].task.place)
            for place, name in enumerate(ordered):
                found[name].update(ordered[:place])
        for one in self.compilation.catalogue.relations:
            if one.kind == "sequence":
                for name in made.get(one.second, ()):
                    found[name].update(made.get(one.first, ()))
        return {name: frozenset(earlier) for name, earlier in found.items()}

    def prerequisites_first(self, names: Iterable[str]) -> tuple[str, ...]:
        """Learning tasks in the order of teaching, each after those of them that come before it.

        Of relations that go round in a circle, those count that the order of teaching does not already break.
        """
        waiting = dict.fromkeys(sorted(names, key=lambda name: self.entries[name].place))
        done: list[str] = []
        while waiting:
            free = (name for name in waiting if self.before[name].isdisjoint(waiting))
            chosen = next(free, next(iter(waiting)))
            del waiting[chosen]
            done.append(chosen)
        return tuple(done)

    @staticmethod
    def _once(points: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(points))


Named = TypeVar("Named", bound="HasId")


class HasId(Protocol):
    """Whatever has an id that a binder is named after."""

    @property
    def id(self) -> str:
        """The id."""


def each_once(parts: Iterable[Named]) -> tuple[Named, ...]:
    """Parts without those whose id another one has, in small or capital letters: the first one stays."""
    found: dict[str, Named] = {}
    for one in parts:
        found.setdefault(one.id.casefold(), one)
    return tuple(found.values())
