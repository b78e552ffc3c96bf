"""Where a course stands in the written programmes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse
from sopcurric.model.demand import written_plans
from sopcurric.model.files.course import Course
from sopcurric.model.files.programme import ProgrammeFile, Segment
from sopcurric.model.plan import CourseRow, IntegratedPlan, PlanRow
from sopcurric.model.semesters import semesters_of


@dataclass(frozen=True, slots=True)
class Placed:
    """A course in one programme: its row of the teaching schedule."""

    programme: ProgrammeFile
    plan: IntegratedPlan
    row: CourseRow

    def segment_of(self, task: str, kind: str) -> Segment | None:
        """The segment in which theory or practice of a learning task is taught."""
        rows = (one for one in self.plan.rows if one.kind == kind and task in one.tasks)
        taken = next(rows, None)
        return next((one for one in self.programme.segments if taken and one.id == taken.segment), None)

    def before(self, courses: Iterable[Course]) -> list[CourseRow]:
        """Courses that come before it: those that name it, or the professional foundation of earlier semesters."""
        rows = {row.code: row for row in self.plan.courses}
        naming = [one.code for one in courses if self.row.code in one.leads_to]
        if naming:
            return [rows[code] for code in naming if code in rows]
        first = min(self.row.semesters, default=0)
        return [
            row
            for row in self.plan.courses
            if row.category.value == "foundation" and row.semesters and max(row.semesters) < first
        ]

    def after(self) -> list[PlanRow]:
        """Whole weeks at the post that go on when it is taught or follow it."""
        semesters = semesters_of(self.programme)
        first = min(self.row.semesters, default=0)
        rows = (row for row in self.plan.rows if row.kind == "post")
        return [row for row in rows if max(semesters.get(row.segment, (0,)), default=0) >= first]


def placed(course: JobCourse, compilation: Compilation) -> tuple[Placed, ...]:
    """The course in every written programme that has it."""
    own = {*course.derived_from}
    return tuple(
        Placed(programme, plan, row)
        for _, programme, plan in written_plans(compilation)
        for row in plan.courses
        if not own.isdisjoint(row.derived_from)
    )


def typed_rows(compilation: Compilation) -> Iterator[tuple[Course, tuple[Placed, ...]]]:
    """Typed-in courses, each in every written programme."""
    by_code: Mapping[str, Course] = {one.code: one for one in compilation.inputs.courses}
    for code, course in by_code.items():
        yield (
            course,
            tuple(
                Placed(programme, plan, row)
                for _, programme, plan in written_plans(compilation)
                for row in plan.courses
                if row.code == code and row.derived_from == (f"@course/{code}",)
            ),
        )
