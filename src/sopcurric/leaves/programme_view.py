"""A talent-training programme with its plan, as its sections look at it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.plan import CourseRow, IntegratedPlan
from sopcurric.model.profile import Number
from sopcurric.model.text import Phrase, sentence
from sopcurric.model.week_table import SemesterWeeks, weeks_of


@dataclass(frozen=True)
class ProgrammeView:
    """The programme, its plan, and everything else."""

    programme: ProgrammeFile
    plan: IntegratedPlan
    all: Compilation

    @property
    def address(self) -> str:
        """The address of the programme."""
        return f"@programme/{self.programme.id}"

    @property
    def courses(self) -> Sequence[CourseRow]:
        """The courses of the schedule."""
        return self.plan.courses

    @cached_property
    def designed(self) -> Mapping[str, JobCourse]:
        """Courses that are made of SOPs, by id."""
        return {one.id: one for one in self.all.design.courses}

    @cached_property
    def titles(self) -> Mapping[str, Phrase]:
        """Titles of courses by code; of several with one code, the first."""
        return {one.code: one.title for one in reversed(self.courses)}

    @cached_property
    def weeks(self) -> tuple[SemesterWeeks, ...]:
        """The semesters with what their weeks are spent on."""
        return weeks_of(self.programme, self.plan, self.all.inputs.profile)

    @cached_property
    def partners(self) -> Mapping[str, Phrase]:
        """Names of partners by id."""
        return {one.id: one.title for one in self.programme.partners}

    def jobs(self, jobs: Iterable[str]) -> tuple[Phrase, ...]:
        """Titles of jobs that there are."""
        return tuple(self.all.sops[job].title for job in jobs if job in self.all.sops)

    def courses_of(self, jobs: Iterable[str]) -> tuple[Phrase, ...]:
        """Titles of the courses that teach one of the jobs."""
        wanted = {*jobs}
        return tuple(
            one.title
            for one in self.courses
            if one.course and not wanted.isdisjoint(self.designed[one.course].jobs) and not self._shared(one)
        )

    def _shared(self, row: CourseRow) -> bool:
        return self.designed[row.course].shared


def number(value: float) -> str:
    """A number without zeros at its end."""
    return f"{value:g}"


def sub_title(place: int, title: Phrase) -> Phrase:
    """A heading of the second level, with its number in brackets."""
    return sentence("programme.sub", number=sentence(f"ordinal.{place}"), title=title)


def asked(one: Number, value: str) -> Phrase:
    """A number as a requirement: how binding it is, and whether it is a least or a most."""
    return sentence(f"modality.{one.modality}", value=sentence(f"bound.{one.bound}", value=value))
