"""Practical examinations (操作技能考核): notices of preparation for all, papers and score sheets for teaching staff."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sopcurric.leaves.evaluation import plants_differ
from sopcurric.leaves.objective_lines import ObjectiveLine, objective_lines, objectives_of
from sopcurric.leaves.task_view import TaskView, enumeration, source_of
from sopcurric.model.address import Address
from sopcurric.model.assessment import WHOLE, ExamItem, ExamRow, PracticalExam, TaskAssessment, deduction
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse, LearningTask
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.model.layout import cell, columns, field, item, row, rows_once
from sopcurric.model.publication import (
    TEACHING_STAFF,
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
    Signatures,
    Table,
)
from sopcurric.model.sop import Equipment, Hazard, Ppe, Procedure, Record
from sopcurric.model.text import EMPTY, Phrase, Text, sentence
from sopcurric.plugin import Document

Element = TypeVar("Element")
_ONCE = ("ppe", "forms")
"""Tables of what each candidate needs once."""


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every course of a job."""
    courses = {course.id: course for course in compilation.design.courses}
    return tuple(_Paper(courses[exam.course], exam, compilation).binder() for exam in compilation.exams)


DOCUMENT = Document(name="practical_examination", version=2, rank=50, compose=compose)


@dataclass(frozen=True, slots=True)
class _Paper:
    course: JobCourse
    exam: PracticalExam
    all: Compilation

    def binder(self) -> Binder:
        """The notices of preparation, the paper, the score sheets."""
        sections: tuple[tuple[str, Iterable[Block], bool], ...] = (
            ("place", self._place(), False),
            ("candidate", self._candidate(), False),
            ("paper", self._paper(), True),
            ("scores", self._scores(), True),
        )
        return Binder(
            id=f"exam-{self.course.id}",
            document=DOCUMENT.name,
            title=sentence("exam.title", title=self.course.title),
            subtitle=sentence("exam.subtitle"),
            facts=(
                field("exam.items", sentence("exam.items.number", number=len(self.exam.items))),
                field("exam.points", WHOLE),
                field("exam.minutes", sentence("exam.minutes.number", number=self.exam.minutes)),
                field("book.asof", self.all.inputs.settings.as_of),
            ),
            chapters=tuple(self._chapter(name, blocks, closed=closed) for name, blocks, closed in sections),
            loose=False,
            derived_from=self.course.derived_from,
        )

    def _chapter(self, name: str, blocks: Iterable[Block], *, closed: bool) -> Chapter:
        title = sentence(f"exam.section.{name}")
        sops = [self.all.sops[job] for job in self.course.jobs]
        leaf = Leaf(
            id=f"exam-{self.course.id}-{name}",
            kind=LeafKind.SECTION,
            label=name,
            title=title,
            blocks=tuple(blocks),
            sources=tuple(dict.fromkeys(map(source_of, sops))),
            derived_from=self.course.jobs,
            issued=self.all.inputs.settings.as_of,
            readers=TEACHING_STAFF if closed else (),
        )
        return Chapter(leaf.id, name, title, None, (leaf,))

    # What is prepared

    def _place(self) -> Iterator[Block]:
        yield Fields(
            "place/facts",
            (
                field("exam.course", self.course.title),
                field("exam.places"),
                field("exam.site"),
                field("exam.date"),
            ),
        )
        modes = {one.mode for one in self.exam.items}
        yield Listing(
            "place/rules",
            tuple(
                item(sentence(f"exam.place.{one}"))
                for one in ("station", *(("simulator",) if "simulation" in modes else ()), "safety", "examiners")
            ),
            numbered=True,
        )
        yield Paragraph("place/fill", sentence("exam.place.fill"))
        yield from self._things(
            "equipment", ((one.title, one.data, one.address) for one in self._elements(Equipment, "equipment"))
        )
        yield from self._texts("tools", lambda one: one.tools)
        yield from self._texts("materials", lambda one: one.materials)
        yield from self._forms()
        yield Signatures("place/signatures", (sentence("exam.sign.place"), sentence("exam.sign.examiner")))

    def _candidate(self) -> Iterator[Block]:
        yield Listing(
            "candidate/rules",
            tuple(item(sentence(f"exam.candidate.{one}")) for one in ("papers", "time", "safety", "stop")),
            numbered=True,
        )
        guards = [(one.title, one.standard, one.address) for one in self._elements(Ppe, "ppe")] or [
            (text, EMPTY, hazard.address)
            for task in self._tasks()
            for hazard in self._of(Hazard, task.hazards)
            for text in hazard.ppe
        ]
        yield from self._things("ppe", guards)
        yield Paragraph("candidate/scope", sentence("exam.candidate.scope"))

    def _things(self, name: str, things: Iterable[tuple[Text, Phrase | None, Address]]) -> Iterator[Block]:
        """A table of things to get ready, each with its type; what SOPs do not say is filled in by hand.

        What each candidate needs once says so; forms have a number instead of a type, where they have any.
        """
        rows = rows_once((row((cell(title), cell(which or None)), address),) for title, which, address in things)
        if not rows:
            return
        typed = name != "forms" or any(one.cells[1].content for one in rows)
        type_of = "exam.column.form-number" if name == "forms" else "exam.column.type"
        once = (cell(sentence(f"exam.unit.{name}")), cell(1)) if name in _ONCE else (cell(), cell())
        yield Table(
            f"prepare/{name}",
            columns(
                ("column.number", 7),
                (f"exam.column.{name}", 40 if typed else 63),
                *(((type_of, 23),) if typed else ()),
                ("exam.column.unit", 8),
                ("exam.column.quantity", 8),
                ("column.remark", 14),
                centred=("column.number", "exam.column.unit", "exam.column.quantity"),
            ),
            tuple(
                Row((cell(place), *one.cells[: 1 + typed], *once, cell()), one.derived_from)
                for place, one in enumerate(rows, start=1)
            ),
            title=sentence(f"exam.table.{name}"),
        )

    def _elements(self, kind: type[Element], name: str) -> list[Element]:
        return list(dict.fromkeys(one for task in self._tasks() for one in self._of(kind, getattr(task, name))))

    def _texts(self, name: str, of: Callable[[Procedure], tuple[Text, ...]]) -> Iterator[Block]:
        told = ((text, None, one.address) for one in self._procedures() for text in of(one))
        yield from self._things(name, dict.fromkeys(told))

    def _forms(self) -> Iterator[Block]:
        for_tasks = dict.fromkeys(one for task in self._tasks() for one in self._of(Record, task.records))
        numbered = ((one, sentence("plain", value=one.number) if one.number else None) for one in for_tasks)
        yield from self._things("forms", ((one.title, number, one.address) for one, number in numbered))

    # What is asked

    def _paper(self) -> Iterator[Block]:
        yield Fields(
            "paper/facts",
            (
                field("exam.course", self.course.title),
                field("exam.points", WHOLE),
                field("exam.minutes", sentence("exam.minutes.number", number=self.exam.minutes)),
                field("exam.paper.number"),
            ),
        )
        for place, one in enumerate(self.exam.items, start=1):
            yield from self._item(place, one)

    def _item(self, place: int, one: ExamItem) -> Iterator[Block]:
        task, assessed = self._task(one), self.all.assessment.by_task[one.task]
        key = f"paper/{one.task}"
        yield Heading(f"{key}/title", self._heading(place, one), derived_from=task.derived_from)
        yield Fields(
            f"{key}/facts",
            (
                field("exam.item.points", one.points),
                field("exam.item.minutes", _time(one)),
                field("exam.item.mode", sentence(f"exam.mode.{one.mode}")),
                field("exam.item.preparation", sentence("exam.item.preparation.minutes")),
            ),
        )
        if assessed.given:
            yield Callout(
                f"{key}/given",
                sentence("evaluation.given"),
                tuple(item(text, *task.derived_from) for text in assessed.given),
            )
        yield Heading(f"{key}/demands/title", sentence("exam.demands"), level=2)
        yield Listing(f"{key}/demands", tuple(self._demands(one, assessed)), numbered=True)
        if plants_differ(assessed):
            yield Paragraph(f"{key}/plants", sentence("evaluation.plants"))
        yield from self._vetoes(f"{key}/veto", one)

    def _demands(self, one: ExamItem, assessed: TaskAssessment) -> Iterator[Item]:
        """What the candidate has to do, without what tells whether it is right."""
        task = self._task(one)
        yield item(sentence("exam.demand.do", title=task.title), *task.derived_from)
        symptoms = [(text, row.criterion) for row in one.rows for text in row.criterion.given if _is_drawn(row)]
        for text, criterion in symptoms:
            yield item(sentence("exam.demand.response", text=text), *criterion.derived_from)
        forms = [self.all.elements[one] for one in task.records]
        for form in {form.title: form for form in forms}.values():
            yield item(sentence("exam.demand.record", title=form.title), form.address)
        if any(one.kind == "safety" for one in assessed.criteria):
            yield item(sentence("exam.demand.safety"))
        yield item(sentence("exam.demand.tidy"))

    def _vetoes(self, key: str, one: ExamItem) -> Iterator[Block]:
        """What fails the piece of work whatever its points are (否定项)."""
        task = self._task(one)
        grave = [hazard for hazard in self._of(Hazard, task.hazards) if hazard.risk in GRAVE]
        items = []
        if grave:
            names = sentence("evaluation.veto.items", items=enumeration([hazard.title for hazard in grave]))
            items.append(item(names, *(hazard.address for hazard in grave)))
        if any(row.criterion.critical for row in one.rows):
            items.insert(0, item(sentence("exam.veto.critical")))
        if items:
            yield Callout(key, sentence("exam.veto"), tuple(items), tone="danger")

    # How it is scored

    def _scores(self) -> Iterator[Block]:
        yield Fields(
            "scores/candidate",
            (field("exam.name"), field("exam.ticket"), field("exam.organisation"), field("exam.date")),
        )
        for place, one in enumerate(self.exam.items, start=1):
            yield self._sheet(place, one)
            yield from self._vetoes(f"scores/{one.task}/veto", one)
            yield Fields(
                f"scores/{one.task}/times",
                (field("exam.begun"), field("exam.ended"), field("exam.overtime"), field("exam.veto.found")),
            )
        yield self._total()
        yield Signatures(
            "scores/signatures",
            (sentence("exam.sign.first"), sentence("exam.sign.second"), sentence("exam.sign.examiner")),
        )

    def _sheet(self, place: int, one: ExamItem) -> Table:
        lines = objective_lines(self._view(one))
        rows = [self._score_row(number, own, one, lines) for number, own in enumerate(one.rows, start=1)]
        total = row((cell(sentence("total"), strong=True, columns=3), cell(one.points), cell(), cell(), cell()))
        return Table(
            f"scores/{one.task}",
            columns(
                ("column.number", 6),
                ("exam.column.content", 13),
                ("exam.column.points-of", 36),
                ("exam.column.worth", 7),
                ("exam.column.rule", 22),
                ("exam.column.off", 8),
                ("exam.column.got", 8),
                centred=("column.number", "exam.column.worth"),
            ),
            (*rows, total),
            title=self._heading(place, one),
        )

    def _score_row(self, number: int, own: ExamRow, of: ExamItem, objectives: Sequence[ObjectiveLine]) -> Row:
        one = own.criterion
        codes = objectives_of(one, self.all.assessment.by_task[of.task], objectives)
        lines: tuple[Phrase, ...] = (
            *(sentence("evaluation.line.given", text=text) for text in one.given),
            *one.action,
            *(sentence("evaluation.line.indicator", text=text) for text in one.indicator),
            *((sentence("exam.line.objectives", codes=codes),) if codes else ()),
        )
        cells = (
            cell(number),
            cell(sentence(f"criterion.group.{one.group}"), strong=one.critical or one.veto),
            cell(*lines),
            cell(own.points),
            cell(deduction(one, own.points)),
            cell(),
            cell(),
        )
        return row(cells, *one.derived_from)

    def _total(self) -> Table:
        """The points of all pieces of work, and of the whole."""
        return Table(
            "scores/total",
            columns(
                ("column.number", 8),
                ("exam.column.item", 48),
                ("exam.column.worth", 10),
                ("exam.column.got", 12),
                ("exam.column.verdict", 22),
                centred=("column.number", "exam.column.worth"),
            ),
            (
                *(
                    row(
                        (cell(place), cell(self._task(one).title), cell(one.points), cell(), cell()),
                        *self._task(one).derived_from,
                    )
                    for place, one in enumerate(self.exam.items, start=1)
                ),
                row((cell(sentence("total"), strong=True, columns=2), cell(WHOLE), cell(), cell())),
            ),
            title=sentence("exam.table.total"),
        )

    # Look-ups

    def _heading(self, place: int, one: ExamItem) -> Phrase:
        return sentence("exam.item", number=place, title=self._task(one).title)

    def _view(self, one: ExamItem) -> TaskView:
        module = next(module for module in self.course.modules if any(task.id == one.task for task in module.tasks))
        return TaskView(self.course, module, self._task(one), self.all)

    def _task(self, one: ExamItem) -> LearningTask:
        return self.all.learning_tasks[one.task][1]

    def _tasks(self) -> list[LearningTask]:
        return [self._task(one) for one in self.exam.items]

    def _procedures(self) -> list[Procedure]:
        return [one for task in self._tasks() for one in task.portions(self.all.procedures)]

    def _of(self, kind: type[Element], addresses: Iterable[Address]) -> list[Element]:
        found = (self.all.elements.get(one) for one in addresses)
        return [one for one in found if isinstance(one, kind)]


def _time(one: ExamItem) -> Phrase:
    """How long a piece of work may take; what no SOP says is to be confirmed."""
    if one.timed:
        return sentence("exam.minutes.number", number=one.minutes)
    return sentence("exam.minutes.estimated", number=one.minutes)


def _is_drawn(row: ExamRow) -> bool:
    """Whether what is given is drawn from several cases."""
    return row.criterion.group == "response"
