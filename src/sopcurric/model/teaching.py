"""What a module asks of those who teach it (教师四维能力), and who brings it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseModule, JobCourse
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.teachers import Teacher

_BASE = 2
"""Grade that every module asks for: somebody who knows the work and has taught it before."""
_TEACHING = 3
"""Grade of teaching: action-oriented lessons need somebody who has led them alone."""
_DIFFICULT = 3
"""Grade of difficulty from which a task needs a teacher with more theory and more practice."""


@dataclass(frozen=True, slots=True)
class Required:
    """Least grades (1 to 5) of theory, practice and teaching; `dual` that theory alone does not do.

    The rule is ours, no national text: 2 in theory and practice, each one more where a task of the module is of high
    difficulty, and one more in practice where at least half of the hours are practice; then, somebody recognised for
    both (双师) or from a plant is needed, too. Teaching is 3 throughout.
    """

    theory: int
    practice: int
    teaching: int
    dual: bool

    def met_by(self, teacher: Teacher) -> bool:
        """Whether a teacher brings all of it."""
        grades = (teacher.theory >= self.theory, teacher.practice >= self.practice, teacher.teaching >= self.teaching)
        return all(grades) and (not self.dual or teacher.dual or teacher.kind == "company")


def required_of(module: CourseModule, compilation: Compilation) -> Required:
    """What a module asks for."""
    ratings = (compilation.typical_tasks[task.typical_task].rating for task in module.tasks)
    harder = int(any(rating.difficulty.value >= _DIFFICULT for rating in ratings))
    practice = sum(task.practice_hours for task in module.tasks)
    much = 2 * practice >= module.hours
    return Required(_BASE + harder, _BASE + harder + int(much), _TEACHING, much)


def teaching(course: JobCourse, programme: ProgrammeFile) -> Iterator[Teacher]:
    """The teachers of a programme who can teach a course: those who name no job, or one of its jobs."""
    for teacher in programme.teachers:
        if not teacher.jobs or {*teacher.jobs} & {*course.jobs}:
            yield teacher


def unmet(course: JobCourse, programme: ProgrammeFile, compilation: Compilation) -> Iterable[CourseModule]:
    """Modules for which no teacher of the programme brings what they ask for."""
    team = tuple(teaching(course, programme))
    return (one for one in course.modules if not any(required_of(one, compilation).met_by(who) for who in team))
