"""The file of a class of new apprenticeship (企业新型学徒制): plan, hours, mentors, roster by numbers, agreements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopcurric.model.compilation import Compilation
from sopcurric.model.files.apprenticeship import NewApprenticeship
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.library import Library, each_once
from sopcurric.model.publication import (
    TEACHING_STAFF,
    Binder,
    Block,
    Chapter,
    Checklist,
    Fields,
    Leaf,
    LeafKind,
    Listing,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document

_TERMS = range(1, 11)
_TERMS_OF_TRAINING = range(1, 8)
_PAPERS = ("agreement", "training", "plan", "roster", "contracts", "rules", "hours", "results")


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every class of every written programme."""
    return tuple(
        _File(compilation, programme, one).binder()
        for programme in compilation.inputs.programmes
        for one in each_once(programme.new_apprenticeship)
    )


DOCUMENT = Document(name="enterprise_apprenticeship", version=1, rank=46, compose=compose)


@dataclass(frozen=True, slots=True)
class _File:
    all: Compilation
    programme: ProgrammeFile
    one: NewApprenticeship

    @property
    def address(self) -> str:
        """The entry of the programme."""
        return f"@programme/{self.programme.id}/{self.one.id}"

    def binder(self) -> Binder:
        """The file with its sections."""
        sections = (
            ("facts", self._facts(), False),
            ("plan", self._plan(), False),
            ("hours", self._hours(), False),
            ("mentors", self._mentors(), False),
            ("roster", self._roster(), True),
            ("agreement", self._agreement(), False),
            ("training", self._training(), False),
            ("papers", self._papers(), False),
        )
        return Binder(
            id=f"apprenticeship-{self.programme.id}-{self.one.id}",
            document=DOCUMENT.name,
            title=sentence("apprenticeship.title", title=self.one.title),
            subtitle=sentence("apprenticeship.subtitle"),
            facts=(
                field("apprenticeship.company", self._partner(self.one.company)),
                field("apprenticeship.number", self.one.apprentices),
                field("book.asof", self.all.inputs.settings.as_of),
            ),
            chapters=tuple(self._chapter(place, *section) for place, section in enumerate(sections, start=1)),
            loose=False,
            derived_from=(self.address,),
            readers=TEACHING_STAFF,
        )

    def _chapter(self, place: int, name: str, blocks: Iterable[Block], wide: bool) -> Chapter:  # noqa: FBT001
        title = sentence(
            "career.section", number=sentence(f"numeral.{place}"), title=sentence(f"apprenticeship.part.{name}")
        )
        leaf = Leaf(
            id=f"apprenticeship-{self.programme.id}-{self.one.id}-{name}",
            kind=LeafKind.SECTION,
            label=name,
            title=title,
            blocks=tuple(blocks),
            derived_from=(self.address,),
            issued=self.all.inputs.settings.as_of,
            wide=wide,
        )
        return Chapter(leaf.id, name, title, None, (leaf,))

    def _partner(self, name: str) -> Phrase:
        known = {one.id: one.title for one in self.programme.partners}
        return known.get(name) or sentence("plain", value=name)

    def _job(self) -> Phrase:
        sop = self.all.sops.get(self.one.job)
        return sop.title if sop else sentence("plain", value=self.one.job)

    def _level(self) -> Phrase:
        known = {level.id: level.title for standard in self.all.inputs.standards for level in standard.levels}
        return known.get(self.one.level) or sentence("plain", value=self.one.level)

    def _facts(self) -> Iterator[Block]:
        one = self.one
        yield Fields(
            "facts/fields",
            (
                field("apprenticeship.company", self._partner(one.company)),
                field("apprenticeship.school", self._partner(one.school)),
                field("apprenticeship.job", self._job()),
                field("apprenticeship.level", self._level()),
                field("apprenticeship.number", one.apprentices),
                field("apprenticeship.years", sentence("years", number=f"{one.years:g}")),
                field("apprenticeship.starts", one.starts),
                field("apprenticeship.contract", sentence("apprenticeship.months", months=one.contract_months)),
                field("apprenticeship.filing"),
                field("apprenticeship.filed-on"),
            ),
        )
        yield Paragraph("facts/line", sentence("apprenticeship.line"))

    def _plan(self) -> Iterator[Block]:
        """The learning tasks of the job, by reference to the library, and how far they fill the hours."""
        library = Library(self.all)
        entries = [*library.of_job(self.one.job)]
        taught = sum(entry.task.hours for entry in entries)
        rows = tuple(
            row(
                (
                    cell(number),
                    cell(sentence("plan.module", course=entry.course.title, module=entry.module.title)),
                    cell(entry.task.title, strong=True),
                    cell(entry.task.theory_hours),
                    cell(entry.task.practice_hours),
                    cell(entry.task.hours),
                ),
                *entry.task.derived_from,
            )
            for number, entry in enumerate(entries, start=1)
        )
        total = row((cell(sentence("total"), strong=True, columns=5), cell(taught, strong=True)))
        yield Table(
            "plan/table",
            columns(
                ("column.number", 8),
                ("career.column.module", 32),
                ("training.column.task", 30),
                ("career.column.theory", 10),
                ("career.column.practice", 10),
                ("total", 10),
                centred=("column.number", "career.column.theory", "career.column.practice", "total"),
            ),
            (*rows, total) if rows else (Row((cell(sentence("training.none"), columns=6),)),),
            title=sentence("apprenticeship.table.plan"),
        )
        every = round(self.one.hours.total * self.one.years)
        rest = every - taught
        code = "apprenticeship.rest" if rest >= 0 else "apprenticeship.over"
        yield Paragraph("plan/rest", sentence(code, taught=taught, total=every, rest=abs(rest)))

    def _hours(self) -> Iterator[Block]:
        """Hours of a year, against the numbers of the profile where it has any."""
        hours = self.one.hours
        lines = (
            ("total", hours.total, "new-apprentice-hours"),
            ("together", hours.together, "new-apprentice-class-hours"),
            ("online", hours.online, "new-apprentice-online-share"),
            ("post", max(0, hours.total - hours.together), ""),
        )
        numbers = self.all.inputs.profile.numbers
        rows = []
        for name, value, number in lines:
            asked = numbers.get(number)
            rows.append(
                row(
                    (
                        cell(sentence(f"apprenticeship.hours.{name}"), strong=True),
                        cell(value),
                        cell(asked.clause if asked else sentence("apprenticeship.no-number")),
                        cell(asked.verified_on if asked else "—"),
                    ),
                    self.address,
                )
            )
        yield Table(
            "hours/table",
            columns(
                ("apprenticeship.column.hours", 26),
                ("apprenticeship.column.year", 14),
                ("apprenticeship.column.asked", 42),
                ("programme.column.verified", 18),
                centred=("apprenticeship.column.year",),
            ),
            tuple(rows),
            title=sentence("apprenticeship.table.hours"),
        )
        yield Paragraph("hours/note", sentence("apprenticeship.hours.note"))

    def _mentors(self) -> Iterator[Block]:
        mentors = {one.id: one for one in self.programme.mentors}
        teachers = {one.id: one for one in self.programme.teachers}
        rows = [
            row(
                (
                    cell(mentors[name].title, strong=True),
                    cell(sentence("apprenticeship.role.lead" if place == 0 else "apprenticeship.role.mentor")),
                    cell(mentors[name].level),
                    cell(self._partner(mentors[name].partner)),
                ),
                f"@programme/{self.programme.id}/{name}",
            )
            for place, name in enumerate(self.one.mentors)
            if name in mentors
        ]
        rows += [
            row(
                (
                    cell(teachers[name].title, strong=True),
                    cell(sentence("apprenticeship.role.teacher")),
                    cell("—"),
                    cell(self._partner(self.one.school)),
                ),
                f"@programme/{self.programme.id}/{name}",
            )
            for name in self.one.teachers
            if name in teachers
        ]
        yield Table(
            "mentors/table",
            columns(
                ("programme.column.mentor", 32),
                ("apprenticeship.column.role", 20),
                ("programme.column.level", 20),
                ("programme.column.partner", 28),
            ),
            tuple(rows) or (Row((cell(sentence("programme.open"), columns=4),)),),
            title=sentence("apprenticeship.table.mentors"),
        )
        each = -(-self.one.apprentices // len(self.one.mentors))
        yield Paragraph(
            "mentors/load",
            sentence("apprenticeship.load", apprentices=self.one.apprentices, mentors=len(self.one.mentors), each=each),
        )

    def _roster(self) -> Iterator[Block]:
        """Numbers in place of names; who is who is kept by the company."""
        yield Paragraph("roster/line", sentence("apprenticeship.roster"))
        rows = tuple(
            row(
                (
                    cell(number),
                    cell(f"{self.one.id}-{number:02}", strong=True),
                    cell(self._job()),
                    cell(self._level()),
                    *(cell() for _ in range(4)),
                ),
                self.address,
            )
            for number in range(1, self.one.apprentices + 1)
        )
        yield Table(
            "roster/table",
            columns(
                ("column.number", 7),
                ("apprenticeship.column.apprentice", 14),
                ("apprenticeship.job", 17),
                ("apprenticeship.level", 14),
                ("apprenticeship.column.source", 12),
                ("apprenticeship.column.contract", 14),
                ("apprenticeship.column.mentor", 12),
                ("apprenticeship.column.remark", 10),
                centred=("column.number",),
            ),
            rows,
            title=sentence("apprenticeship.table.roster"),
        )

    def _agreement(self) -> Iterator[Block]:
        """Between company and apprentice; the terms that such an agreement needs, filled where the file says so."""
        one = self.one
        yield Paragraph("agreement/line", sentence("apprenticeship.agreement.line"))
        values = {
            "job": self._job(),
            "level": self._level(),
            "years": f"{one.years:g}",
            "starts": one.starts,
            "months": one.contract_months,
            "total": one.hours.total,
            "together": one.hours.together,
            "wage": one.wage or sentence("apprenticeship.blank"),
            "company": self._partner(one.company),
            "school": self._partner(one.school),
        }
        yield Listing(
            "agreement/terms",
            tuple(item(sentence(f"apprenticeship.term.{number}", **values), self.address) for number in _TERMS),
            numbered=True,
        )
        yield Signatures(
            "agreement/signatures",
            (sentence("apprenticeship.sign.company"), sentence("apprenticeship.sign.apprentice")),
        )

    def _training(self) -> Iterator[Block]:
        """Between company and training body."""
        one = self.one
        values = {
            "company": self._partner(one.company),
            "school": self._partner(one.school),
            "apprentices": one.apprentices,
            "together": one.hours.together,
            "online": one.hours.online,
            "allowance": one.allowance or sentence("apprenticeship.blank"),
        }
        yield Listing(
            "training/terms",
            tuple(
                item(sentence(f"apprenticeship.training.{number}", **values), self.address)
                for number in _TERMS_OF_TRAINING
            ),
            numbered=True,
        )
        yield Signatures(
            "training/signatures",
            (sentence("apprenticeship.sign.company"), sentence("apprenticeship.sign.school")),
        )

    def _papers(self) -> Iterator[Block]:
        """What is handed in for filing, and the rules by which the class is run."""
        if self.one.rules:
            yield Listing("papers/rules", tuple(item(one, self.address) for one in self.one.rules), numbered=True)
        yield Checklist(
            "papers/list",
            tuple(item(sentence(f"apprenticeship.paper.{name}")) for name in _PAPERS),
            title=sentence("apprenticeship.papers"),
        )
        yield Paragraph("papers/note", sentence("apprenticeship.papers.note"))
