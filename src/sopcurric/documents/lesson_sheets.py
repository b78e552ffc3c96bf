"""Lesson sheets (教案): for each learning task its design as a whole, then a sheet for each meeting of the class."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopcurric.leaves.gathered import gathered
from sopcurric.leaves.lesson_parts import content_of, first_time, methods_of, minutes_of, place_of, sheets_of
from sopcurric.leaves.task_view import TaskView, enumeration, joined, source_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.lesson import SELF_STUDY, Lesson, Progress, TeachingUnit, part_of_lesson
from sopcurric.model.publication import (
    TEACHING_STAFF,
    Binder,
    Block,
    Chapter,
    Field,
    Fields,
    Heading,
    Leaf,
    LeafKind,
    Listing,
    Paragraph,
    Row,
    Table,
)
from sopcurric.model.text import Phrase, Sentence, sentence
from sopcurric.plugin import Document

_MOST_AIMS = 5
"""As many aims of one kind as a lesson sheet lists; all stand on the leaf of objectives."""


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every course that has lessons."""
    return tuple(_binder(course, compilation) for course in compilation.design.courses if compilation.lessons.lessons)


DOCUMENT = Document(name="lesson_sheets", version=1, rank=50, compose=compose)


def _binder(course: JobCourse, everything: Compilation) -> Binder:
    views = [TaskView(course, module, task, everything) for module in course.modules for task in module.tasks]
    sheets = [_Sheets(view, everything.lessons.by_task[view.task.id]) for view in views]
    return Binder(
        id=f"lessons-{course.id}",
        document=DOCUMENT.name,
        title=sentence("sheet.title", title=course.title),
        subtitle=sentence("sheet.subtitle"),
        facts=(
            field("sheet.course", course.title),
            field(
                "book.hours",
                sentence("hours.split", total=course.hours, theory=course.theory_hours, practice=course.practice_hours),
            ),
            field("sheet.meetings", sum(len(one.lesson.units) for one in sheets)),
            field("sheet.minutes", everything.inputs.settings.teaching.minutes_per_hour),
            field("book.asof", everything.inputs.settings.as_of),
        ),
        chapters=tuple(one.chapter() for one in sheets),
        loose=False,
        derived_from=course.derived_from,
        readers=TEACHING_STAFF,
    )


@dataclass(frozen=True, slots=True)
class _Sheets:
    view: TaskView
    lesson: Lesson

    def chapter(self) -> Chapter:
        """The design as a whole and the meetings of one task."""
        task = self.view.task
        whole = self._leaf("0", sentence("sheet.whole", title=task.title), self._whole())
        meetings = (self._leaf(str(one.number), self._named(one), self._meeting(one)) for one in self.lesson.units)
        return Chapter(f"lessons-{task.id}", task.label, task.title, self.view.group, (whole, *meetings))

    def _named(self, unit: TeachingUnit) -> Phrase:
        kind = sentence(f"sheet.kind.{unit.kind}")
        return sentence("sheet.meeting", number=unit.number, title=self.view.task.title, kind=kind)

    def _leaf(self, name: str, title: Phrase, blocks: Iterable[Block]) -> Leaf:
        view = self.view
        return Leaf(
            id=f"lessons-{view.task.id}-{name}",
            kind=LeafKind.SECTION,
            label=f"{view.task.label}-{name}",
            title=title,
            blocks=tuple(blocks),
            sources=tuple(dict.fromkeys(source_of(sop) for sop in view.sops)),
            derived_from=view.task.derived_from,
            issued=view.all.inputs.settings.as_of,
            readers=TEACHING_STAFF,
        )

    # --- The task as a whole ---

    def _whole(self) -> Iterator[Block]:
        task, lesson = self.view.task, self.lesson
        rating = self.view.typical.rating
        yield Fields(
            "whole/facts",
            (
                field("sheet.topic", task.title),
                field(
                    "cover.hours",
                    sentence("hours.split", total=task.hours, theory=task.theory_hours, practice=task.practice_hours),
                ),
                field("sheet.meetings", len(lesson.units)),
                field("cover.training", sentence(f"outcome.{rating.outcome}")),
                field("sheet.mentor", lesson.mentor),
                field("sheet.room", lesson.room),
                *self._example(),
            ),
        )
        yield from self._aims()
        yield Heading("whole/focus/title", sentence("sheet.focus"))
        yield Listing("whole/focus", tuple(item(one) for one in lesson.focus), derived_from=task.derived_from)
        yield Table(
            "whole/difficulties",
            columns(("sheet.column.difficult", 50), ("sheet.column.why", 50)),
            tuple(row((cell(one.content), cell(one.reason)), *one.derived_from) for one in lesson.difficulties),
            title=sentence("sheet.difficult"),
            derived_from=task.derived_from,
        )
        yield self._progress()
        yield from self._links()

    def _example(self) -> Iterator[Field]:
        """Whose procedure the lesson goes by, where the work is done in several jobs."""
        if len(self.view.sops) > 1:
            yield field("sheet.example", self.view.sop(self.lesson.procedure).title, self.lesson.procedure)

    def _aims(self) -> Iterator[Block]:
        """The first aims of each kind."""
        for kind in ("knowledge", "skill", "conduct"):
            told = gathered(self.view.points(kind))
            if told:
                yield Heading(f"whole/{kind}/title", sentence(f"objectives.{kind}"))
                items = tuple(item(phrase, *addresses) for phrase, addresses in told[:_MOST_AIMS])
                yield Listing(f"whole/{kind}", items, numbered=True)
                if len(told) > _MOST_AIMS:
                    more = sentence("sheet.more", number=len(told) - _MOST_AIMS)
                    yield Paragraph(f"whole/{kind}/more", more)

    def _progress(self) -> Table:
        return Table(
            "whole/progress",
            columns(
                ("sheet.column.stage", 17),
                ("column.hours", 8),
                ("sheet.column.autonomy", 12),
                ("sheet.column.work", 32),
                ("sheet.column.exit", 31),
                centred=("column.hours", "sheet.column.autonomy"),
            ),
            tuple(self._step(one) for one in self.lesson.progress),
            title=sentence("sheet.progress"),
            derived_from=self.view.task.derived_from,
        )

    def _step(self, step: Progress) -> Row:
        name = cell(sentence(f"progress.{step.kind}"), strong=True)
        if step.absent:
            return row((name, cell(sentence("dash")), cell(sentence("dash")), cell(step.absent, columns=2)))
        gate = sentence("sheet.gate") if step.gate else None
        triggers = sentence("sheet.triggers", items=enumeration(step.triggers)) if step.triggers else None
        hours = cell(step.hours) if step.hours else cell(sentence("sheet.extra"))
        return row(
            (
                name,
                hours,
                cell(sentence("autonomy.simulation" if step.kind == "simulation" else f"autonomy.{step.autonomy}")),
                cell(triggers, step.work, gate),
                cell(step.exit_test),
            )
        )

    def _links(self) -> Iterator[Block]:
        """How the time is divided, and which links are left out and why."""
        before = sum(one.minutes for one in self.lesson.links if one.kind == SELF_STUDY)
        held = [one for one in self.lesson.links if not one.absent and one.kind != SELF_STUDY]
        times = [sentence("sheet.time", link=sentence(f"lesson.link.{one.kind}"), minutes=one.minutes) for one in held]
        yield Heading("whole/links/title", sentence("sheet.links"))
        if before:
            yield Paragraph("whole/before", sentence("sheet.times.before", minutes=before))
        if times:
            line = sentence("sheet.times", items=joined("cycle.join", times), minutes=self.lesson.minutes)
            yield Paragraph("whole/links", line)
        absent = tuple(
            item(sentence("teaching.absent", link=sentence(f"lesson.link.{one.kind}"), reason=one.absent))
            for one in self.lesson.links
            if one.absent
        )
        if absent:
            yield Listing("whole/absent", absent)

    # --- A meeting ---

    def _meeting(self, unit: TeachingUnit) -> Iterator[Block]:
        view = self.view
        key = f"unit{unit.number}"
        yield Fields(
            f"{key}/facts",
            (
                field("sheet.topic", view.task.title),
                field("sheet.number", sentence("sheet.number.of", number=unit.number, total=len(self.lesson.units))),
                field(
                    "cover.hours",
                    sentence("hours.split", total=unit.hours, theory=unit.theory_hours, practice=unit.practice_hours),
                ),
                field("sheet.kind", sentence(f"sheet.kind.{unit.kind}")),
                field("sheet.place", place_of(self.lesson, unit)),
                field("sheet.methods", methods_of(unit)),
                field("sheet.ready", self._ready(unit)),
                field("cover.class"),
                field("cover.date"),
            ),
        )
        yield self._course_of(unit, key)
        yield Paragraph(f"{key}/board", sentence("sheet.board", title=view.task.title, lines=self._board(unit)))
        if unit.homework:
            yield Paragraph(f"{key}/homework", sentence("sheet.homework", items=joined("join", unit.homework)))
        yield Table(f"{key}/reflection", columns(("sheet.reflection", 100)), (), blank_rows=2)

    def _ready(self, unit: TeachingUnit) -> Phrase:
        """The leaves that a meeting needs; where hands are used, the kit of the teacher's page."""
        sheets = sentence("sheet.leaves", items=sheets_of(unit))
        if not unit.practice_hours:
            return sheets
        return joined("join", (sheets, sentence("sheet.kit", label=self.view.task.label)))

    def _course_of(self, unit: TeachingUnit, key: str) -> Table:
        """The links of the meeting; what a link goes on with from the meeting before is told once."""
        return Table(
            f"{key}/links",
            columns(
                ("sheet.column.link", 11),
                ("sheet.column.minutes", 6),
                ("sheet.column.content", 29),
                ("sheet.column.teacher", 20),
                ("sheet.column.learner", 18),
                ("sheet.column.material", 16),
                centred=("sheet.column.minutes",),
            ),
            tuple(self._rows(unit)),
            title=sentence("sheet.course-of"),
            derived_from=self.view.typical.members,
        )

    def _rows(self, unit: TeachingUnit) -> Iterator[Row]:
        links = {one.kind: one for one in self.lesson.links}
        for part in unit.parts:
            link = links[part.kind]
            name = sentence(
                "sheet.link",
                link=sentence(f"lesson.link.{part.kind}"),
                part=sentence(f"lesson.part.{part_of_lesson(part.kind)}"),
            )
            content = content_of(part, link)
            sources = part.derived_from or link.derived_from
            if first_time(self.lesson.units, unit, part.kind):
                evidence = sentence("sheet.evidence", items=joined("lesson.join", link.evidence))
                shown = (cell(*link.teacher), cell(*link.learner), cell(*link.material, evidence))
            else:
                shown = (cell(sentence("sheet.goes-on"), columns=3),)  # type: ignore[assignment]
            yield row((cell(name, strong=True), minutes_of(part.kind, part.minutes), cell(*content), *shown), *sources)

    def _board(self, unit: TeachingUnit) -> Phrase:
        """What stands on the board: topics explained, else what must stick."""
        topics = [topic for part in unit.parts if part.kind == "lecture" for topic in part.topics]
        told = [one for one in topics if isinstance(one, Sentence) and one.code.startswith("lesson.topic.")]
        return joined("join", told or self.lesson.focus)
