"""Training projects (实训项目任务书、指导书): for each task with practice what is asked, and how it is guided."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopcurric.leaves.gathered import gathered
from sopcurric.leaves.kit import kit_table
from sopcurric.leaves.task_view import TaskView, joined, source_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse
from sopcurric.model.files.case import Technique
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.model.layout import cell, columns, field, item, items_once, row, rows_once
from sopcurric.model.lesson import Lesson
from sopcurric.model.publication import (
    Binder,
    Block,
    Callout,
    Chapter,
    Fields,
    Heading,
    Item,
    Leaf,
    LeafKind,
    Listing,
    Paragraph,
    Row,
    Table,
)
from sopcurric.model.sop import Deviation, EnvironmentItem, Lockout, Record, Step
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document

_MOST = 6
"""As many aims, steps or faults as one sheet tells of; all stand in the loose-leaf textbook."""


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every course with practice."""
    lessons = compilation.lessons.by_task
    return tuple(
        _binder(course, compilation)
        for course in compilation.design.courses
        if any(task.practice_hours and task.id in lessons for task in course.tasks)
    )


DOCUMENT = Document(name="training_projects", version=1, rank=55, compose=compose)


def _binder(course: JobCourse, everything: Compilation) -> Binder:
    views = (TaskView(course, module, task, everything) for module in course.modules for task in module.tasks)
    projects = [_Project(one, everything.lessons.by_task[one.task.id]) for one in views if one.task.practice_hours]
    return Binder(
        id=f"projects-{course.id}",
        document=DOCUMENT.name,
        title=sentence("workshop.title", title=course.title),
        subtitle=sentence("workshop.subtitle"),
        facts=(
            field("sheet.course", course.title),
            field("workshop.number", len(projects)),
            field("workshop.hours", course.practice_hours),
            field("book.asof", everything.inputs.settings.as_of),
        ),
        chapters=tuple(one.chapter() for one in projects),
        loose=False,
        derived_from=course.derived_from,
    )


@dataclass(frozen=True, slots=True)
class _Project:
    view: TaskView
    lesson: Lesson

    def chapter(self) -> Chapter:
        """What is asked, then how it is guided."""
        task = self.view.task
        asked = self._leaf("task", sentence("workshop.task", title=task.title), self._task())
        guided = self._leaf("guide", sentence("workshop.guide", title=task.title), self._guide())
        return Chapter(f"projects-{task.id}", task.label, task.title, self.view.group, (asked, guided))

    def _leaf(self, name: str, title: Phrase, blocks: Iterable[Block]) -> Leaf:
        view = self.view
        return Leaf(
            id=f"projects-{view.task.id}-{name}",
            kind=LeafKind.SECTION,
            label=f"{view.task.label}-{name}",
            title=title,
            blocks=tuple(blocks),
            sources=tuple(dict.fromkeys(source_of(sop) for sop in view.sops)),
            derived_from=view.task.derived_from,
            issued=view.all.inputs.settings.as_of,
        )

    # --- 任务书 ---

    def _task(self) -> Iterator[Block]:
        task, lesson = self.view.task, self.lesson
        yield Fields(
            "task/facts",
            (
                field("workshop.name", task.title),
                field("workshop.code", task.label),
                field("workshop.hours", task.practice_hours),
                field("workshop.places", self._places()),
                field("workshop.groups", self._groups()),
                field("sheet.mentor", lesson.mentor),
                field("termplan.teacher"),
                field("cover.class"),
            ),
        )
        aims = gathered(self.view.points("skill"))[:_MOST]
        if aims:
            yield Heading("task/aims/title", sentence("workshop.aims"))
            yield Listing("task/aims", tuple(item(phrase, *named) for phrase, named in aims), numbered=True)
        yield self._content()
        yield kit_table("task/kit", self.view)
        yield from self._safety()
        yield Heading("task/results/title", sentence("workshop.results"))
        yield Listing("task/results", tuple(self._results()), numbered=True)
        yield self._assessment()

    def _places(self) -> Phrase:
        """The rooms and sites of the steps of practice that the task has."""
        held = [one for one in self.lesson.progress if one.practice_hours]
        named = [self.lesson.room if one.kind == "simulation" else self.lesson.site for one in held]
        return joined("join", tuple(dict.fromkeys(named)))

    def _groups(self) -> Phrase:
        """How many places there are and how work is shared out: as in the plant, where the SOP names several people."""
        turns = self.lesson.turns
        if len(turns) > 1:
            told = sentence("workshop.groups.turns", number=len(turns), names=joined("lesson.join", turns))
        else:
            told = sentence("workshop.groups.pairs")
        if not self.lesson.places:
            return told
        return joined("join", (sentence("workshop.groups.places", number=self.lesson.places), told))

    def _content(self) -> Table:
        """What is done in each step of practice, and what is asked of it."""
        shown = [one for one in self.lesson.progress if one.practice_hours]
        return Table(
            "task/content",
            columns(
                ("sheet.column.stage", 18),
                ("column.hours", 8),
                ("workshop.column.content", 40),
                ("workshop.column.asked", 34),
                centred=("column.hours",),
            ),
            tuple(
                row(
                    (
                        cell(sentence(f"progress.{one.kind}"), strong=True),
                        cell(one.practice_hours),
                        cell(one.work, sentence("sheet.gate") if one.gate else None),
                        cell(one.exit_test),
                    )
                )
                for one in shown
            ),
            title=sentence("workshop.content"),
            derived_from=self.view.typical.members,
        )

    def _safety(self) -> Iterator[Block]:
        hazards = sorted(self.view.hazards(), key=lambda one: one.risk not in GRAVE)
        items = items_once(
            item(
                sentence("workshop.hazard", title=one.title, control=one.controls[0]) if one.controls else one.title,
                one.address,
            )
            for one in hazards
        )
        if items:
            tone = "danger" if any(one.risk in GRAVE for one in hazards) else "caution"
            yield Callout("task/safety", sentence("workshop.safety"), items[:_MOST], tone=tone)  # type: ignore[arg-type]

    def _results(self) -> Iterator[Item]:
        """What is handed in: the sheets, the forms filled in, a report."""
        records = self.view.elements(self.view.task.records, Record)
        yield item(sentence("workshop.result.sheets", label=self.view.task.label))
        yield from items_once(item(sentence("workshop.result.record", title=one.title), one.address) for one in records)
        ends = dict.fromkeys(one.result for one in self.view.procedures if one.result)
        for end in ends:
            yield item(sentence("workshop.result.work", text=end), *self.view.typical.members)
        yield item(sentence("workshop.result.report"))

    def _assessment(self) -> Table:
        return Table(
            "task/assessment",
            columns(("column.item", 60), ("column.weight", 40), centred=("column.weight",)),
            tuple(
                row(
                    (cell(one.title, sentence("workshop.veto") if one.veto else None), cell(one.weight)),
                    *one.derived_from,
                )
                for one in self.view.task.assessment
            ),
            title=sentence("workshop.assessment", label=self.view.task.label),
            derived_from=self.view.typical.members,
        )

    # --- 指导书 ---

    def _guide(self) -> Iterator[Block]:
        yield Heading("guide/ready/title", sentence("workshop.ready"))
        yield Listing("guide/ready", tuple(self._ready()), numbered=True)
        sources = joined("join", [source_of(one) for one in self.view.sops])
        told = sentence("workshop.by", label=self.view.task.label, sources=sources, number=self.lesson.deeds)
        yield Paragraph("guide/by", told, derived_from=self.view.typical.members)
        points = rows_once((one,) for one in self._points())[: 2 * _MOST]
        if points:
            yield Table(
                "guide/points",
                columns(
                    ("column.number", 8), ("column.step", 42), ("workshop.column.point", 50), centred=("column.number",)
                ),
                points,
                title=sentence("workshop.points"),
            )
        yield from self._faults()
        yield Heading("guide/close/title", sentence("workshop.close"))
        yield Listing("guide/close", tuple(self._close()), numbered=True)

    def _ready(self) -> Iterator[Item]:
        """Conditions of the procedures, permits and isolation, and who has passed the safety examination."""
        if any(one.gate for one in self.lesson.progress):
            yield item(sentence("workshop.ready.examined"))
        for procedure in self.view.procedures:
            yield from (item(one, procedure.address) for one in procedure.conditions)
        for lockout in self.view.elements(self.view.task.lockouts, Lockout):
            yield item(sentence("workshop.ready.lockout", title=lockout.title), lockout.address)
        yield item(sentence("workshop.ready.kit", label=self.view.task.label))

    def _points(self) -> Iterator[Row]:
        """Steps that need guiding: critical ones, and those with a way or a reason of their own."""
        for procedure in self.view.procedures:
            if procedure.address == self.lesson.procedure:
                for step in procedure.deeds:
                    told = tuple(self._told(step))
                    if told:
                        point = self.view.all.step_points.get(step.address)
                        deed = point.work if point and point.work else step.text
                        shown = sentence("work.critical", text=deed) if step.critical else deed
                        yield row((cell(step.number), cell(shown), cell(*told)), step.address)

    def _told(self, step: Step) -> Iterator[Phrase]:
        point = self.view.all.step_points.get(step.address)
        if step.method:
            yield sentence("workshop.point.method", text=step.method)
        if point and point.standard:
            yield sentence("workshop.point.standard", text=point.standard)
        if step.reason:
            yield sentence("workshop.point.reason", text=step.reason)
        if step.critical and not (step.method or step.reason or (point and point.standard)):
            yield sentence("workshop.point.critical")

    def _faults(self) -> Iterator[Block]:
        """Slips of beginners, then what may go wrong with the plant."""
        named = dict.fromkeys(
            one for point in self.view.task.points for one in self.view.all.points[point].derived_from
        )
        slips = tuple(
            item(fault, address)
            for address in named
            for case in (self.view.all.cases.get(address),)
            if isinstance(case, Technique)
            for fault in case.faults
        )
        if slips:
            yield Callout("guide/slips", sentence("workshop.slips"), slips, tone="caution")
        deviations = [one for one in self.view.elements(self.view.task.deviations, Deviation) if _first_action(one)]
        if deviations:
            rows = rows_once(
                (row((cell(one.title, strong=True), cell(*_causes(one)), cell(_first_action(one))), one.address),)
                for one in deviations
            )
            yield Table(
                "guide/faults",
                columns(("column.symptom", 30), ("workshop.column.causes", 36), ("workshop.column.first", 34)),
                rows[:_MOST],
                title=sentence("workshop.faults"),
            )

    def _close(self) -> Iterator[Item]:
        records = self.view.elements(self.view.task.records, Record)
        yield from items_once(item(sentence("workshop.close.record", title=one.title), one.address) for one in records)
        if self.view.task.lockouts:
            yield item(sentence("workshop.close.lockout"), *self.view.task.lockouts)
        yield item(sentence("workshop.close.tidy"))
        waste = self.view.elements(self.view.task.environment, EnvironmentItem)
        yield from items_once(item(sentence("workshop.close.waste", title=one.title), one.address) for one in waste)
        yield item(sentence("workshop.close.check", label=self.view.task.label))


def _causes(one: Deviation) -> tuple[Phrase, ...]:
    """The first two causes."""
    return (*one.causes, *(each.cause for each in one.rows))[:2]


def _first_action(one: Deviation) -> Phrase | None:
    return next(iter((*one.actions, *(action for each in one.rows for action in each.actions))), None)
