"""Theory papers (理论知识试卷) for the teaching staff: what they cover, papers A and B, keys for marking."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sopcurric.leaves.question_blocks import asked, key_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse
from sopcurric.model.enumerating import joined
from sopcurric.model.layout import cell, columns, field, row
from sopcurric.model.publication import (
    TEACHING_STAFF,
    Binder,
    Block,
    Cell,
    Chapter,
    Field,
    Fields,
    Heading,
    Leaf,
    LeafKind,
    Paragraph,
    Table,
)
from sopcurric.model.question_bank import COGNITIONS, WRITTEN, BankQuestion, Hardness
from sopcurric.model.text import Phrase, sentence
from sopcurric.model.theory_paper import PaperSection, TheoryPaper
from sopcurric.plugin import Document

_HARDNESSES: tuple[Hardness, ...] = ("easy", "medium", "hard")


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every pair of papers."""
    courses = {one.id: one for one in compilation.design.courses}
    pairs = groupby(compilation.papers, key=lambda one: (one.course, one.seed))
    return tuple(_Papers(courses[course], tuple(pair), compilation).binder() for (course, _), pair in pairs)


DOCUMENT = Document(name="theory_paper", version=1, rank=61, compose=compose)


@dataclass(frozen=True)
class _Papers:
    course: JobCourse
    papers: tuple[TheoryPaper, ...]
    all: Compilation

    @property
    def id(self) -> str:
        return f"paper-{self.course.id}-{self.papers[0].seed}"

    def binder(self) -> Binder:
        """Blueprint, papers, keys; every part begins on a sheet of its own, so that a paper can be copied."""
        first = self.papers[0]
        return Binder(
            id=self.id,
            document=DOCUMENT.name,
            title=sentence("paper.title", title=self.course.title),
            subtitle=sentence("paper.subtitle", seed=first.seed),
            facts=(
                field("paper.minutes", sentence("paper.minutes.number", number=first.minutes)),
                field("paper.marks", sentence("paper.marks.number", number=first.marks)),
                field("book.asof", self.all.inputs.settings.as_of),
            ),
            chapters=tuple(
                self._chapter(name, str(place), title, blocks)
                for place, (name, title, blocks) in enumerate(self._parts(), start=1)
            ),
            derived_from=self.course.derived_from,
            readers=TEACHING_STAFF,
        )

    def _parts(self) -> Iterator[tuple[str, Phrase, Iterable[Block]]]:
        yield "blueprint", sentence("paper.blueprint"), self._blueprint()
        for one in self.papers:
            yield one.variant, sentence("paper.variant", variant=one.variant), self._paper(one)
        for one in self.papers:
            yield f"key-{one.variant}", sentence("paper.keys", variant=one.variant), self._keys(one)

    def _chapter(self, name: str, label: str, title: Phrase, blocks: Iterable[Block]) -> Chapter:
        leaf = Leaf(
            id=f"{self.id}-{name}",
            kind=LeafKind.SECTION,
            label=label,
            title=title,
            blocks=tuple(blocks),
            derived_from=self.course.derived_from,
            issued=self.all.inputs.settings.as_of,
            readers=TEACHING_STAFF,
        )
        return Chapter(leaf.id, label, title, None, (leaf,))

    # --- The blueprint ------------------------------------------------------------------------------------------------

    def _blueprint(self) -> Iterator[Block]:
        yield Paragraph("blueprint/about", sentence("paper.blueprint.about"))
        shared = len(self.papers[0].shared)
        if len(self.papers) > 1:
            yield Paragraph(
                "blueprint/shared", sentence("paper.shared" if shared else "paper.shared.none", number=shared)
            )
        if shared and len(self.papers) > 1:
            first, second = (_places(one) for one in self.papers)
            yield Paragraph("blueprint/shared/which", sentence("paper.shared.which", first=first, second=second))
        for paper in self.papers:
            yield self._by_task(paper)
            yield self._by_form(paper)

    def _by_task(self, paper: TheoryPaper) -> Table:
        """Tasks by cognitive levels: numbers of questions and marks."""
        marks = [(self.all.bank_questions[name], number) for name, number in paper.questions.items()]
        tasks = [one for one in self.course.tasks if any(question.task == one.id for question, _ in marks)]
        rows = [
            row(
                _counted(
                    sentence("bank.task", label=task.label, title=task.title),
                    [pair for pair in marks if pair[0].task == task.id],
                ),
                *task.derived_from,
            )
            for task in tasks
        ]
        return Table(
            f"blueprint/{paper.variant}/tasks",
            columns(
                ("column.task", 34),
                *((f"bank.cognition.{one}", 14) for one in COGNITIONS),
                ("total", 14),
                ("paper.share", 10),
                centred=(*(f"bank.cognition.{one}" for one in COGNITIONS), "total", "paper.share"),
            ),
            (*rows, row(_counted(sentence("total"), marks, strong=True))),
            title=sentence("paper.by-task", variant=paper.variant),
        )

    def _by_form(self, paper: TheoryPaper) -> Table:
        """Forms by difficulty: numbers of questions and marks."""
        rows = []
        every: list[tuple[BankQuestion, int]] = []
        for section in paper.sections:
            own = [(self.all.bank_questions[one.question], one.marks) for one in section.questions]
            every += own
            rows.append(row((cell(sentence(f"bank.form.{section.form}"), strong=True), *_by_hardness(own))))
        return Table(
            f"blueprint/{paper.variant}/forms",
            columns(
                ("paper.form", 34),
                *((f"bank.difficulty.{one}", 16) for one in _HARDNESSES),
                ("total", 18),
                centred=(*(f"bank.difficulty.{one}" for one in _HARDNESSES), "total"),
            ),
            (*rows, row((cell(sentence("total"), strong=True), *_by_hardness(every)))),
            title=sentence("paper.by-form", variant=paper.variant),
        )

    # --- A paper ------------------------------------------------------------------------------------------------------

    def _paper(self, paper: TheoryPaper) -> Iterator[Block]:
        key = f"paper/{paper.variant}"
        yield Fields(
            f"{key}/who",
            tuple(Field(sentence(f"paper.{one}")) for one in ("school", "class", "name", "number")),
        )
        yield Paragraph(f"{key}/seal", sentence("paper.seal"))
        yield Paragraph(
            f"{key}/about", sentence("paper.about", minutes=paper.minutes, marks=paper.marks, variant=paper.variant)
        )
        yield _scores(paper, key)
        number = 0
        for place, section in enumerate(paper.sections, start=1):
            yield Heading(f"{key}/{section.form}/title", _section_title(section, place))
            yield Paragraph(f"{key}/{section.form}/how", sentence(f"paper.how.{section.form}"))
            for one in section.questions:
                number += 1
                question = self.all.bank_questions[one.question]
                yield from asked(question, number, key, self._language, 0 if section.each else one.marks)

    def _keys(self, paper: TheoryPaper) -> Iterator[Block]:
        key = f"key/{paper.variant}"
        number = 0
        for place, section in enumerate(paper.sections, start=1):
            rows = []
            for one in section.questions:
                number += 1
                question = self.all.bank_questions[one.question]
                rows.append(row(_key_cells(question, number, one.marks), *question.derived_from))
            yield Table(
                f"{key}/{section.form}",
                columns(
                    ("column.number", 6),
                    ("bank.key", 50),
                    ("answers.source", 26),
                    ("paper.marks", 8),
                    ("bank.difficulty", 10),
                    centred=("column.number", "paper.marks", "bank.difficulty"),
                ),
                tuple(rows),
                title=_section_title(section, place),
            )

    @property
    def _language(self) -> str:
        return self.all.inputs.settings.language


def _places(paper: TheoryPaper) -> Phrase:
    """The numbers of the questions of a paper that the other one has as well."""
    places = (place for place, name in enumerate(paper.questions, start=1) if name in paper.shared)
    return joined("names.join", [sentence("plain", value=str(place)) for place in places])


def _section_title(section: PaperSection, place: int) -> Phrase:
    form = sentence(f"bank.form.{section.form}")
    ordinal = sentence(f"paper.ordinal.{place}")
    if section.each and len(section.questions) > 1:
        return sentence("paper.section", ordinal=ordinal, form=form, each=section.each, marks=section.marks)
    code = "paper.section.one" if len(section.questions) == 1 else "paper.section.uneven"
    return sentence(code, ordinal=ordinal, form=form, number=len(section.questions), marks=section.marks)


def _scores(paper: TheoryPaper, key: str) -> Table:
    """A row of full marks and two empty ones, a column for each section."""
    width = 72 // len(paper.sections)
    ordinals = [(f"paper.ordinal.{place}", width) for place in range(1, len(paper.sections) + 1)]
    empty = tuple(cell() for _ in range(len(paper.sections) + 1))
    return Table(
        f"{key}/scores",
        columns(
            ("paper.scores", 14),
            *ordinals,
            ("paper.total", 14),
            centred=("paper.total", *(code for code, _ in ordinals)),
        ),
        (
            row((cell(sentence("paper.full")), *(cell(one.marks) for one in paper.sections), cell(paper.marks))),
            row((cell(sentence("paper.got")), *empty)),
            row((cell(sentence("paper.marker")), *empty)),
        ),
    )


def _key_cells(question: BankQuestion, number: int, marks: int) -> tuple[Cell, ...]:
    told = key_of(question)
    return (
        cell(number),
        cell(*told, sentence("paper.points") if question.form in WRITTEN else question.explanation),
        cell(question.source),
        cell(marks),
        cell(sentence(f"bank.difficulty.{question.difficulty}")),
    )


def _counted(title: Phrase, pairs: Sequence[tuple[BankQuestion, int]], *, strong: bool = False) -> tuple[Cell, ...]:
    levels = (_cell([pair for pair in pairs if pair[0].cognition == level]) for level in COGNITIONS)
    marks = sum(one for _, one in pairs)
    return (cell(title, strong=strong), *levels, _cell(pairs), cell(sentence("paper.percent", number=marks)))


def _by_hardness(pairs: Sequence[tuple[BankQuestion, int]]) -> tuple[Cell, ...]:
    return (*(_cell([pair for pair in pairs if pair[0].difficulty == one]) for one in _HARDNESSES), _cell(pairs))


def _cell(pairs: Sequence[tuple[BankQuestion, int]]) -> Cell:
    if not pairs:
        return cell(sentence("dash"))
    return cell(sentence("paper.counted", number=len(pairs), marks=sum(one for _, one in pairs)))
