"""Courses of a programme by category, and the path that they are taught on."""

from collections.abc import Iterator, Sequence

from sopcurric.leaves.programme_view import ProgrammeView, number, sub_title
from sopcurric.model.course import JobCourse
from sopcurric.model.files.course import CourseCategory
from sopcurric.model.files.programme import Segment
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.plan import CourseRow
from sopcurric.model.publication import Block, Cell, Heading, Paragraph, Row, Table
from sopcurric.model.text import Phrase, sentence


def courses(view: ProgrammeView) -> Iterator[Block]:
    """课程设置及要求: a table for each category; core courses with their tasks."""
    place = 0
    for category in CourseCategory:
        rows = [one for one in view.courses if one.category is category]
        if rows:
            place += 1
            key = f"courses/{category.value}"
            yield Heading(f"{key}/title", sub_title(place, sentence(f"programme.courses.{category.value}")))
            yield _core(view, key, rows) if category is CourseCategory.CORE else _typed(view, key, rows)


def _typed(view: ProgrammeView, key: str, rows: Sequence[CourseRow]) -> Table:
    content = {course.code: course.content for course in view.all.inputs.courses}
    return Table(
        key,
        columns(
            ("programme.column.course", 26),
            ("programme.column.content", 60),
            ("column.hours", 14),
            centred=("column.hours",),
        ),
        tuple(
            row(
                (cell(one.title, strong=True), cell(content.get(one.code) or _at_work(one)), cell(one.hours)),
                *one.derived_from,
            )
            for one in rows
        ),
        title=sentence(f"programme.table.{key.removeprefix('courses/')}"),
    )


def _at_work(course: CourseRow) -> Phrase | None:
    """What is done in whole weeks at a post, which no description of a course tells."""
    return sentence("programme.course.at-work") if course.in_plant and course.weeks else None


def _core(view: ProgrammeView, key: str, rows: Sequence[CourseRow]) -> Table:
    """专业核心课程 with typical tasks, as in the 2025 standards' column set."""
    return Table(
        key,
        columns(
            ("programme.column.place", 5),
            ("programme.column.course", 13),
            ("programme.column.jobs", 13),
            ("programme.column.tasks", 25),
            ("programme.column.requirements", 26),
            ("programme.column.split-hours", 11),
            ("programme.column.assessment", 7),
            centred=("programme.column.place", "programme.column.split-hours", "programme.column.assessment"),
        ),
        tuple(
            row(
                (
                    cell(place),
                    cell(one.title, strong=True),
                    *_core_cells(view, one),
                    cell(
                        sentence(
                            "programme.hours", total=one.hours, theory=one.theory_hours, practice=one.practice_hours
                        )
                    ),
                    cell(sentence(f"assessed.{one.assessment}")),
                ),
                *one.derived_from,
            )
            for place, one in enumerate(rows, start=1)
        ),
        title=sentence("programme.table.core"),
    )


def _core_cells(view: ProgrammeView, one: CourseRow) -> Iterator[Cell]:
    """Jobs, typical tasks, content; a typed-in course has only content."""
    course = view.designed.get(one.course)
    if course is None:
        content = next((typed.content for typed in view.all.inputs.courses if typed.code == one.code), None)
        yield from (cell(sentence("programme.none")), cell(sentence("programme.none")), cell(content))
        return
    yield cell(*view.jobs(course.jobs))
    yield cell(*(sentence("programme.task", label=task.label, title=task.title) for task in course.tasks))
    yield cell(*_requirements(course))


def _requirements(course: JobCourse) -> Iterator[Phrase]:
    """Modules with their hours: what is taught, and for how long."""
    for module in course.modules:
        yield sentence("programme.module-hours", title=module.title, hours=module.hours)


def path(view: ProgrammeView) -> Iterator[Block]:
    """分段培养路径: segments, what each of them is for, what is taught in it."""
    programme = view.programme
    yield Paragraph(
        "path/line",
        sentence("programme.path", path="+".join(number(one.length) for one in programme.segments)),
    )
    yield Table(
        "path/segments",
        columns(
            ("programme.column.segment", 14),
            ("programme.column.length", 10),
            ("programme.column.site", 10),
            ("programme.column.role", 12),
            ("programme.column.legal", 14),
            ("programme.column.what", 28),
            ("column.hours", 12),
            centred=("programme.column.length", "programme.column.site", "programme.column.role", "column.hours"),
        ),
        tuple(_segment_row(view, one) for one in programme.segments),
        title=sentence("programme.table.path"),
    )
    if programme.basis:
        yield Paragraph("path/basis", sentence("programme.basis", text=programme.basis))
    for segment in programme.segments:
        yield from _segment(view, segment)


def _segment_row(view: ProgrammeView, segment: Segment) -> Row:
    hours = sum(one.hours for one in view.plan.rows if one.segment == segment.id)
    return row(
        (
            cell(segment.title, strong=True),
            cell(sentence(f"length.{segment.unit}", number=number(segment.length))),
            cell(sentence(f"site.{segment.site}")),
            cell(sentence(f"learner.{segment.role}")),
            cell(sentence(f"legal.{segment.legal_type}")),
            cell(segment.description),
            cell(hours),
        ),
        f"{view.address}/{segment.id}",
    )


def _segment(view: ProgrammeView, segment: Segment) -> Iterator[Block]:
    rows = [one for one in view.plan.rows if one.segment == segment.id and one.kind != "typed"]
    if not rows:
        return
    labels = {task.id: task for course in view.all.design.courses for task in course.tasks}
    yield Heading(f"path/{segment.id}/title", sentence("programme.segment", title=segment.title))
    yield Table(
        f"path/{segment.id}",
        columns(
            ("programme.column.module", 34),
            ("programme.column.mode", 12),
            ("programme.column.tasks", 42),
            ("column.hours", 12),
            centred=("programme.column.mode", "column.hours"),
        ),
        tuple(
            row(
                (
                    cell(one.title, strong=True),
                    cell(sentence(f"mode.{one.kind}")),
                    cell(*(labels[task].title for task in one.tasks)),
                    cell(one.hours),
                ),
                *one.derived_from,
            )
            for one in rows
        ),
    )
