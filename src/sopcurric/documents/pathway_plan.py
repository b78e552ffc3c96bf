"""Training plans for single ways to another job, or up to a level (转岗培训方案、晋升培训方案)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopcurric.leaves.career_tables import CareerTables
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.pathway import Career, Check, Pathway, PathwayTask
from sopcurric.model.pathway_words import open_texts, repeated, why_of
from sopcurric.model.publication import (
    TEACHING_STAFF,
    Binder,
    Block,
    Chapter,
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


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every way that a written programme lists."""
    programmes = {one.id: one for one in compilation.inputs.programmes}
    return tuple(
        _Plan(compilation, programmes[career.programme], career, name, way).binder()
        for career in compilation.careers
        if career.programme in programmes
        for name, way in career.listed
    )


DOCUMENT = Document(name="pathway_plan", version=1, rank=32, compose=compose)


@dataclass(frozen=True, slots=True)
class _Plan:
    all: Compilation
    programme: ProgrammeFile
    career: Career
    name: str
    way: Pathway

    @property
    def tables(self) -> CareerTables:
        """The tables that the in-service plan has, too."""
        return CareerTables(self.all, self.programme, self.career)

    @property
    def address(self) -> str:
        """The entry of the programme."""
        return f"@programme/{self.programme.id}/{self.name}"

    def binder(self) -> Binder:
        """The plan with its sections."""
        way, tables = self.way, self.tables
        sections = [
            ("facts", self._facts(), False),
            ("tasks", self._tasks(), True),
            ("recognised", self._recognised(), True),
            ("safety", tables.safety(way.safety, "safety/duties"), False),
            ("checks", self._checks(), False),
            ("again", self._again(), False),
            ("applying", self._applying(), False),
            ("signing", self._signing(), False),
        ]
        if way.kind == "transfer":
            sections = [one for one in sections if one[0] != "applying"]
        return Binder(
            id=f"pathway-{self.programme.id}-{self.name}",
            document=DOCUMENT.name,
            title=sentence(f"career.title.{way.kind}", start=tables.job(way.start), goal=tables.goal(way)),
            subtitle=sentence("career.subtitle", title=self.programme.title),
            facts=(
                field("career.field.hours", way.hours),
                field("career.field.safety", way.at_once),
                field("book.asof", self.all.inputs.settings.as_of),
            ),
            chapters=tuple(self._chapter(place, *section) for place, section in enumerate(sections, start=1)),
            loose=False,
            derived_from=(self.address,),
            readers=TEACHING_STAFF,
        )

    def _chapter(self, place: int, name: str, blocks: Iterable[Block], wide: bool) -> Chapter:  # noqa: FBT001
        title = sentence("career.section", number=sentence(f"numeral.{place}"), title=sentence(f"career.part.{name}"))
        leaf = Leaf(
            id=f"pathway-{self.programme.id}-{self.name}-{name}",
            kind=LeafKind.SECTION,
            label=name,
            title=title,
            blocks=tuple(blocks),
            derived_from=(self.address,),
            issued=self.all.inputs.settings.as_of,
            wide=wide,
        )
        return Chapter(leaf.id, name, title, None, (leaf,))

    def _facts(self) -> Iterator[Block]:
        way, tables = self.way, self.tables
        yield Fields(
            "facts/fields",
            (
                field("career.column.from", tables.job(way.start), way.start),
                field("career.column.goal", tables.goal(way)),
                field("career.field.hours", way.hours),
                field("career.field.safety", way.at_once),
                field("career.field.take", len(way.of_state("take", "partly", "upgrade"))),
                field("career.field.recognised", len(way.of_state("recognised"))),
                field("career.field.person"),
                field("career.field.begin"),
            ),
        )
        yield Paragraph("facts/line", sentence(f"career.line.{way.kind}"))
        yield Paragraph("facts/formula", sentence("pathway.formula"))

    def _tasks(self) -> Iterator[Block]:
        """What is to be taken, prerequisites first, with the hours before and after."""
        taken = self.way.of_state("take", "partly", "upgrade")
        rows = tuple(self._task(number, one) for number, one in enumerate(taken, start=1))
        theory, practice = sum(one.theory_hours for one in taken), sum(one.practice_hours for one in taken)
        total = row(
            (
                cell(sentence("total"), strong=True, columns=5),
                cell(sum(one.full_hours for one in taken)),
                cell(theory, strong=True),
                cell(practice, strong=True),
                cell(theory + practice, strong=True),
                cell(),
            )
        )
        yield Table(
            "tasks/table",
            columns(
                ("column.number", 4),
                ("career.column.module", 15),
                ("training.column.task", 17),
                ("career.column.state", 8),
                ("career.column.after", 13),
                ("career.column.full", 6),
                ("career.column.theory", 6),
                ("career.column.practice", 6),
                ("total", 6),
                ("career.column.why", 19),
                centred=(
                    "column.number",
                    "career.column.full",
                    "career.column.theory",
                    "career.column.practice",
                    "total",
                ),
            ),
            (*rows, total) if rows else (Row((cell(sentence("career.nothing-to-take"), columns=10),)),),
            title=sentence("career.table.tasks"),
        )

    def _task(self, number: int, one: PathwayTask) -> Row:
        entry = self.tables.library.entries[one.task]
        return row(
            (
                cell(number),
                cell(sentence("plan.module", course=entry.course.title, module=entry.module.title)),
                cell(one.title, strong=True),
                cell(sentence(f"pathway.state.{one.state}")),
                cell(*self.tables.titles(one.after)) if one.after else cell("—"),
                cell(one.full_hours),
                cell(one.theory_hours),
                cell(one.practice_hours),
                cell(one.hours, strong=True),
                cell(why_of(one)),
            ),
            *one.derived_from,
        )

    def _recognised(self) -> Iterator[Block]:
        """What is recognised, what that rests on, and what is confirmed at the new post; then points held in part."""
        known = (*self.way.of_state("recognised"), *self.way.of_state("partly"))
        rows = tuple(self._known(one) for one in known)
        yield Table(
            "recognised/table",
            columns(
                ("training.column.task", 13),
                ("career.column.state", 8),
                ("career.column.saved", 6),
                ("career.column.ground", 17),
                ("career.column.evidence", 12),
                ("career.column.points", 22),
                ("career.column.confirm", 22),
                centred=("career.column.saved",),
            ),
            rows or (Row((cell(sentence("career.nothing-recognised"), columns=7),)),),
            title=sentence("career.table.recognised"),
        )

    def _known(self, one: PathwayTask) -> Row:
        return row(
            (
                cell(one.title, strong=True),
                cell(sentence(f"pathway.state.{one.state}")),
                cell(one.full_hours - one.hours),
                cell(why_of(one)),
                cell(*self.tables.titles(one.evidence)),
                self.tables.points(one.held),
                self.tables.points(one.confirm),
            ),
            *one.derived_from,
        )

    def _checks(self) -> Iterator[Block]:
        yield Paragraph("checks/line", sentence("career.checks", mark=self._pass_mark()))
        yield Table(
            "checks/table",
            columns(
                ("column.number", 7),
                ("career.column.check", 18),
                ("career.column.subject", 35),
                ("career.column.criteria", 12),
                ("career.column.vetoes", 10),
                ("career.column.result", 18),
                centred=("column.number", "career.column.criteria", "career.column.vetoes"),
            ),
            tuple(self._check(number, one) for number, one in enumerate(self.way.checks, start=1))
            or (Row((cell(sentence("career.no-checks"), columns=6),)),),
            title=sentence("career.table.checks"),
        )

    def _pass_mark(self) -> str:
        number = self.all.inputs.profile.numbers.get("assessment-pass-mark")
        return f"{number.value:g}" if number else "60"

    def _check(self, number: int, one: Check) -> Row:
        return row(
            (
                cell(number),
                cell(sentence(f"pathway.check.{one.kind}"), strong=True),
                cell(self._subject(one)),
                cell(len(one.criteria) or "—"),
                cell(one.vetoes if one.criteria else "—"),
                cell(sentence("career.minutes", minutes=one.minutes) if one.minutes else None),
            )
        )

    def _subject(self, one: Check) -> Phrase:
        """What is assessed; modules with their courses, as several of these have one of that name."""
        for course in self.all.design.courses:
            for module in course.modules:
                if module.id == one.subject:
                    return sentence("plan.module", course=course.title, module=module.title)
        return one.title

    def _again(self) -> Iterator[Block]:
        """What is repeated after that, by the interval of the profile."""
        rows = tuple(
            row((cell(one.title, strong=True), cell(repeated(one)), cell(one.hours)), *one.derived_from)
            for one in self.way.refreshers
        )
        yield Table(
            "again/table",
            columns(
                ("training.column.task", 60),
                ("training.column.interval", 25),
                ("column.hours", 15),
                centred=("column.hours",),
            ),
            rows or (Row((cell(sentence("career.no-refreshers"), columns=3),)),),
            title=sentence("career.table.again"),
        )

    def _applying(self) -> Iterator[Block]:
        """Under which conditions one may apply for the level, and what the library has nothing for."""
        standards = {one.code: one for one in self.all.inputs.standards}
        levels = {level.id: level for level in standards[self.way.standard].levels}
        yield Paragraph("applying/line", sentence("career.applying"))
        level = levels.get(self.way.goal)
        if level and level.condition:
            yield Paragraph("applying/condition", level.condition, (f"@standard/{self.way.standard}",))
        open_ones = [*open_texts(self.all, self.way.open_requirements)]
        if open_ones:
            yield Paragraph("applying/open-line", sentence("career.open-requirements", number=len(open_ones)))
            yield Listing("applying/open", tuple(item(text, name.rsplit("/", 2)[0]) for name, text in open_ones))

    def _signing(self) -> Iterator[Block]:
        yield Paragraph("signing/line", sentence("career.signing"))
        yield Signatures(
            "signing/signatures",
            tuple(sentence(f"career.sign.{role}") for role in ("person", "mentor", "workshop", "safety", "staff")),
        )
