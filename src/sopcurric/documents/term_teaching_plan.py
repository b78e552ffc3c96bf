"""Term teaching plans (学期授课计划): one for each course, week by week and meeting by meeting."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sopcurric.leaves.lesson_parts import methods_of, summary_of
from sopcurric.leaves.task_view import enumeration
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseModule, JobCourse, LearningTask
from sopcurric.model.layout import cell, columns, field, row
from sopcurric.model.lesson import Lesson, TeachingUnit
from sopcurric.model.publication import (
    TEACHING_STAFF,
    Binder,
    Block,
    Chapter,
    Fields,
    Leaf,
    LeafKind,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document
from sopcurric.teaching.weeks import weeks_of

_IN_PLANT = frozenset(("field", "post", "drill"))


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A meeting with its place in the course; `number` counts them from 1; `examined` tells of a safety examination."""

    number: int
    module: CourseModule
    task: LearningTask
    lesson: Lesson
    unit: TeachingUnit
    examined: Phrase | None


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every course that has lessons."""
    return tuple(_binder(course, compilation) for course in compilation.design.courses if compilation.lessons.lessons)


DOCUMENT = Document(name="term_teaching_plan", version=1, rank=45, compose=compose)


def _binder(course: JobCourse, everything: Compilation) -> Binder:
    title = sentence("termplan.title", title=course.title)
    leaf = Leaf(
        id=f"term-plan-{course.id}-plan",
        kind=LeafKind.SECTION,
        label="plan",
        title=title,
        blocks=tuple(_blocks(course, everything)),
        derived_from=course.derived_from,
        issued=everything.inputs.settings.as_of,
        wide=True,
        readers=TEACHING_STAFF,
    )
    return Binder(
        id=f"term-plan-{course.id}",
        document=DOCUMENT.name,
        title=title,
        subtitle=sentence("termplan.subtitle"),
        facts=(field("book.asof", everything.inputs.settings.as_of),),
        chapters=(Chapter(f"term-plan-{course.id}", "plan", title, None, (leaf,)),),
        loose=False,
        derived_from=course.derived_from,
        readers=TEACHING_STAFF,
    )


def _blocks(course: JobCourse, everything: Compilation) -> Iterator[Block]:
    meetings = list(_meetings(course, everything))
    found = weeks_of([one.unit.hours for one in meetings], everything)
    weekly, weeks = found.weekly, [[meetings[place] for place in own] for own in found.weeks]
    yield Fields(
        "plan/facts",
        (
            field("sheet.course", course.title),
            field(
                "book.hours",
                sentence("hours.split", total=course.hours, theory=course.theory_hours, practice=course.practice_hours),
            ),
            field("termplan.weekly", weekly),
            field("termplan.weeks", len(weeks)),
            *((field("sheet.room", _named(meetings, lambda one: one.lesson.room)),) if meetings else ()),
            *((field("termplan.site", _named(meetings, lambda one: one.lesson.site)),) if meetings else ()),
            field("termplan.book", sentence("termplan.book.own", title=course.title)),
            field("termplan.teacher"),
            field("cover.class"),
            field("termplan.semester"),
            field("termplan.assessment"),
        ),
    )
    yield Table(
        "plan/table",
        columns(
            ("termplan.column.week", 7),
            ("termplan.column.meeting", 5),
            ("termplan.column.chapter", 15),
            ("termplan.column.content", 35),
            ("column.hours", 5),
            ("termplan.column.method", 9),
            ("termplan.column.place", 8),
            ("termplan.column.remarks", 15),
            centred=("termplan.column.week", "termplan.column.meeting", "column.hours"),
        ),
        (*_rows(weeks), _total(course, len(meetings))),
        title=sentence("termplan.table"),
        derived_from=course.derived_from,
    )
    if any(one.unit.kind in _IN_PLANT for one in meetings):
        yield Paragraph("plan/note", sentence("termplan.note"))
    yield Signatures(
        "plan/signatures",
        (sentence("termplan.sign.teacher"), sentence("termplan.sign.head"), sentence("termplan.sign.school")),
    )


def _named(meetings: Sequence[_Meeting], place: Callable[[_Meeting], Phrase]) -> Phrase:
    """The places of all meetings, each once."""
    return enumeration(map(place, meetings))


def _meetings(course: JobCourse, everything: Compilation) -> Iterator[_Meeting]:
    number = 0
    held = {one.task: one.apart for one in everything.lessons.examinations}
    for module in course.modules:
        for task in module.tasks:
            lesson = everything.lessons.by_task[task.id]
            before = [one.number for one in lesson.units if one.kind not in _IN_PLANT] or [1]
            code = "termplan.examination.apart" if held.get(task.id) else "termplan.examination"
            for unit in lesson.units:
                number += 1
                examined = sentence(code) if task.id in held and unit.number == before[-1] else None
                yield _Meeting(number, module, task, lesson, unit, examined)


def _rows(weeks: Sequence[Sequence[_Meeting]]) -> Iterator[Row]:
    for number, own in enumerate(weeks, start=1):  # in some, where meetings are long, none begins
        hours = sum(one.unit.hours for one in own)
        week = cell(number, sentence("termplan.week.hours", hours=hours), rows=len(own), strong=True)
        for place, one in enumerate(own):
            cells = (
                cell(one.number),
                cell(_chapter(one)),
                cell(*summary_of(one.lesson, one.unit)),
                cell(one.unit.hours),
                cell(methods_of(one.unit)),
                cell(sentence(f"termplan.place.{one.unit.kind}")),
                cell(one.examined, *one.unit.homework),
            )
            yield row((week, *cells) if place == 0 else cells, *one.task.derived_from)


def _chapter(one: _Meeting) -> Phrase:
    """The task with its module where it begins; its label where it goes on."""
    if one.unit.number > 1:
        return sentence("termplan.chapter.on", label=one.task.label)
    return sentence("termplan.chapter", label=one.task.label, title=one.task.title, module=one.module.title)


def _total(course: JobCourse, number: int) -> Row:
    return row(
        (
            cell(sentence("total"), strong=True),
            cell(number),
            cell(columns=2),
            cell(course.hours),
            cell(sentence("termplan.total", theory=course.theory_hours, practice=course.practice_hours), columns=3),
        )
    )
