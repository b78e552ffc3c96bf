"""A course with what its standard is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseModule, JobCourse, LearningTask
from sopcurric.model.course_standard import CourseStandard
from sopcurric.model.enumerating import listed
from sopcurric.model.files.case import AnyCase
from sopcurric.model.files.editors import Editor, EditorKind
from sopcurric.model.files.standard import StandardFile
from sopcurric.model.placing import Placed, placed
from sopcurric.model.plan import LevelRow
from sopcurric.model.text import Phrase, Text, sentence


@dataclass(frozen=True)
class StandardView:
    """A course made of SOPs, its standard, and everything else."""

    course: JobCourse
    standard: CourseStandard
    all: Compilation

    @property
    def issued(self) -> str:
        """The date that is printed."""
        return self.all.inputs.settings.as_of

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """The course in every written programme."""
        return placed(self.course, self.all)

    @cached_property
    def jobs(self) -> list[Text]:
        """What the jobs of the course are called, each once."""
        return list(dict.fromkeys(self.all.sops[job].title for job in self.course.jobs))

    @property
    def hours(self) -> Phrase:
        """Hours with their parts."""
        course = self.course
        return sentence("hours.split", total=course.hours, theory=course.theory_hours, practice=course.practice_hours)

    @property
    def code(self) -> Phrase | None:
        """The codes that schedules print."""
        return _each([one.row.code for one in self.placed])

    @property
    def credits(self) -> Phrase | None:
        """Credits by programme."""
        return _each([f"{one.row.credits:g}" for one in self.placed])

    @property
    def majors(self) -> Phrase | None:
        """The majors with their codes."""
        majors = (one.programme.major for one in self.placed)
        found = [sentence("standard.major.value", title=one.title, code=one.code) for one in majors]
        return listed(found) if found else None

    @property
    def semesters(self) -> Phrase | None:
        """The semesters in which it is taught."""
        found = [listed([sentence("plain", value=n) for n in one.row.semesters]) for one in self.placed]
        told = [sentence("standard.semesters.value", semesters=one) for one in found]
        return listed(told) if told else None

    def editor(self, kind: EditorKind) -> Phrase | None:
        """The chief editors of one side, who are the authors of the standard, too."""
        return _persons(one for one in self._editors if one.kind is kind and one.role == "chief")

    @property
    def reviewer(self) -> Phrase | None:
        """The chief reviewers."""
        return _persons(one for one in self._editors if one.role == "reviewer")

    @property
    def _editors(self) -> tuple[Editor, ...]:
        return self.all.inputs.settings.editors

    def outcome(self, task: LearningTask) -> str:
        """What training the work of a learning task needs."""
        return self.all.typical_tasks[task.typical_task].rating.outcome

    def tasks_of(self, outcome: str) -> list[LearningTask]:
        """The learning tasks whose work needs one kind of training."""
        return [task for task in self.course.tasks if self.outcome(task) == outcome]

    def modules_with(self, task: str) -> CourseModule | None:
        """The module of this course that has a learning task."""
        return next((one for one in self.course.modules if any(own.id == task for own in one.tasks)), None)

    def cases(self, addresses: tuple[str, ...]) -> list[AnyCase]:
        """Cases by their addresses."""
        return [self.all.cases[one] for one in addresses]

    @cached_property
    def levels(self) -> list[tuple[Placed, StandardFile, list[LevelRow]]]:
        """By programme, the rows of the standard that tasks of this course lead to."""
        standards: Mapping[str, StandardFile] = {one.code: one for one in self.all.inputs.standards}
        own = {task.id for task in self.course.tasks}
        found = []
        for one in self.placed:
            rows = [level for level in one.plan.levels if not own.isdisjoint(level.tasks)]
            standard = standards.get(rows[0].standard) if rows else None
            if standard:
                found.append((one, standard, rows))
        return found

    @property
    def claims(self) -> list[tuple[Text, list[Text]]]:
        """Standards, each with the levels that some row of it is about."""
        found: dict[Text, list[Text]] = {}
        for _, standard, rows in self.levels:
            levels = {row.level for row in rows}
            found[standard.title] = [level.title for level in standard.levels if level.id in levels]
        return list(found.items())


def _persons(editors: Iterable[Editor]) -> Phrase | None:
    found = [sentence("standard.person", name=one.name, organisation=one.organisation) for one in editors]
    return listed(found) if found else None


def _each(values: list[str]) -> Phrase | None:
    return listed([sentence("plain", value=one) for one in dict.fromkeys(values)]) if values else None
