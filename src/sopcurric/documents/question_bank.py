"""Question banks (题库) for the teaching staff: one binder per course, one chapter per learning task, with keys."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sopcurric.leaves.question_blocks import key_of, lettered_options
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseModule, JobCourse, LearningTask
from sopcurric.model.layout import cell, columns, field, row
from sopcurric.model.publication import TEACHING_STAFF, Binder, Cell, Chapter, Leaf, LeafKind, Paragraph, Table
from sopcurric.model.question_bank import COGNITIONS, FORMS, BankQuestion
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every course that there are questions for."""
    apart = compilation.bank.never_beside
    banks = (_Bank(course, compilation, apart) for course in compilation.design.courses)
    return tuple(one.binder() for one in banks if one.questions)


DOCUMENT = Document(name="question_bank", version=1, rank=60, compose=compose)


@dataclass(frozen=True)
class _Bank:
    course: JobCourse
    all: Compilation
    apart: Mapping[str, frozenset[str]]

    @property
    def questions(self) -> tuple[BankQuestion, ...]:
        return self.all.bank.of_course(self.course.id)

    def binder(self) -> Binder:
        """An overview, then the questions task by task."""
        numbers = {one.id: number for number, one in enumerate(self.questions, start=1)}
        tested = {one for each in self.all.bank.guidance for one in each.pretest}
        chapters = [
            self._chapter(module, task, numbers, tested) for module in self.course.modules for task in module.tasks
        ]
        return Binder(
            id=f"bank-{self.course.id}",
            document=DOCUMENT.name,
            title=sentence("bank.title", title=self.course.title),
            subtitle=sentence("bank.subtitle"),
            facts=(
                field("bank.questions", sentence("bank.count", number=len(numbers))),
                field("book.tasks", sentence("count.tasks", number=len(self.course.tasks))),
                field("book.asof", self.all.inputs.settings.as_of),
            ),
            chapters=(self._overview(), *(one for one in chapters if one.leaves)),
            loose=False,
            derived_from=self.course.derived_from,
            readers=TEACHING_STAFF,
        )

    def _overview(self) -> Chapter:
        """How many questions of which form and of which cognitive level each task has."""
        counted = [(task, self._of(task)) for task in self.course.tasks]
        counted = [(task, own) for task, own in counted if own]
        table = Table(
            "bank/overview",
            columns(
                ("column.task", 24),
                *((f"bank.short.{form}", 6) for form in FORMS),
                *((f"bank.cognition.{one}", 7) for one in COGNITIONS),
                ("total", 7),
                centred=(
                    *(f"bank.short.{form}" for form in FORMS),
                    *(f"bank.cognition.{one}" for one in COGNITIONS),
                    "total",
                ),
            ),
            (
                *(
                    row(_counts(sentence("bank.task", label=t.label, title=t.title), own), *t.derived_from)
                    for t, own in counted
                ),
                row(_counts(sentence("total"), self.questions, strong=True)),
            ),
            title=sentence("bank.overview"),
        )
        blocks = (Paragraph("bank/use", sentence("bank.use")), table)
        return self._section("overview", "0", sentence("bank.overview"), None, blocks, wide=True)

    def _chapter(
        self, module: CourseModule, task: LearningTask, numbers: Mapping[str, int], tested: set[str]
    ) -> Chapter:
        own = self._of(task)
        blocks = []
        for form in FORMS:
            same = [one for one in own if one.form == form]
            if same:
                blocks.append(
                    Table(
                        f"bank/{form}",
                        columns(
                            ("column.number", 6),
                            ("bank.question", 44),
                            ("bank.key", 32),
                            ("bank.facts", 18),
                            centred=("column.number",),
                        ),
                        tuple(row(self._cells(one, numbers, tested), *one.derived_from) for one in same),
                        title=sentence(f"bank.form.{form}"),
                    )
                )
        group = sentence("module.group", label=module.label, title=module.title)
        return self._section(task.id.removeprefix("lt-"), task.label, task.title, group, tuple(blocks), wide=True)

    def _section(
        self,
        name: str,
        label: str,
        title: Phrase,
        group: Phrase | None,
        blocks: "tuple[Paragraph | Table, ...]",
        *,
        wide: bool,
    ) -> Chapter:
        ident = f"bank-{self.course.id}-{name}"
        leaf = Leaf(
            id=ident,
            kind=LeafKind.SECTION,
            label=label,
            title=title,
            blocks=blocks,
            derived_from=self.course.derived_from,
            issued=self.all.inputs.settings.as_of,
            wide=wide,
            readers=TEACHING_STAFF,
        )
        return Chapter(ident, label, title, group, (leaf,) if blocks else ())

    def _of(self, task: LearningTask) -> tuple[BankQuestion, ...]:
        return tuple(one for one in self.questions if one.task == task.id)

    def _cells(self, one: BankQuestion, numbers: Mapping[str, int], tested: set[str]) -> Iterator[Cell]:
        apart = sorted(numbers[other] for other in self.apart[one.id] if other in numbers)
        yield cell(numbers[one.id])
        yield cell(one.stem, *_shown(one))
        yield cell(
            *(sentence("bank.answer", text=text) for text in key_of(one)[:1]),
            *key_of(one)[1:],
            one.explanation,
            sentence("bank.source", source=one.source),
        )
        yield cell(
            sentence(f"bank.difficulty.{one.difficulty}"),
            sentence(f"bank.cognition.{one.cognition}"),
            self.all.competencies[one.competency].statement if one.competency else None,
            sentence("bank.tested") if one.id in tested else None,
            sentence("bank.apart", numbers="、".join(map(str, apart))) if apart else None,
        )


def _shown(one: BankQuestion) -> Sequence[Phrase]:
    """The options, or both sides of a matching."""
    if one.form != "matching":
        return lettered_options(one)
    left = (sentence("paper.numbered", number=n, text=text) for n, text in enumerate(one.options, start=1))
    right = (sentence("paper.option", letter="ABCDEFGH"[n], text=text) for n, text in enumerate(one.matches))
    return (*left, *right)


def _counts(title: Phrase, own: Sequence[BankQuestion], *, strong: bool = False) -> tuple[Cell, ...]:
    forms = [sum(one.form == form for one in own) for form in FORMS]
    levels = [sum(one.cognition == level for one in own) for level in COGNITIONS]
    counts = (*forms, *levels, len(own))
    return (cell(title, strong=strong), *(cell(one or sentence("dash"), strong=strong) for one in counts))
