"""Talent-training programmes (人才培养方案) in the outline of 教职成司函〔2019〕61号."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sopcurric.leaves.partners import partners_table
from sopcurric.leaves.standard_content import team_table
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.course import CourseCategory
from sopcurric.model.files.programme import ProgrammeFile, Segment
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.plan import CourseRow, IntegratedPlan
from sopcurric.model.publication import (
    Binder,
    Block,
    Cell,
    Chapter,
    Fields,
    Heading,
    Leaf,
    LeafKind,
    Listing,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.share import Share, blocks_of, shares_of
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document

_SUPPORT = ("teachers", "facilities", "resources", "methods", "assessment", "quality")


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every programme that was written; the default programme has none."""
    plans = {plan.programme: plan for plan in compilation.plans}
    return tuple(
        _Programme(programme, plans[programme.id], compilation).binder()
        for programme in compilation.inputs.programmes
        if programme.id in plans
    )


DOCUMENT = Document(name="talent_training_programme", version=2, rank=20, compose=compose)


@dataclass(frozen=True, slots=True)
class _Programme:
    programme: ProgrammeFile
    plan: IntegratedPlan
    all: Compilation

    def binder(self) -> Binder:
        """The programme with its ten sections."""
        sections = (
            ("name", self._name(), False),
            ("entry", self._lines((self.programme.entry,)), False),
            ("length", self._length(), False),
            ("occupations", self._occupations(), False),
            ("goals", self._goals(), False),
            ("courses", self._courses(), False),
            ("path", self._path(), False),
            ("schedule", self._schedule(), True),
            ("support", self._support(), False),
            ("graduation", self._graduation(), False),
            ("appendix", self._appendix(), False),
        )
        return Binder(
            id=f"programme-{self.programme.id}",
            document=DOCUMENT.name,
            title=self.programme.title,
            subtitle=sentence("programme.cohort", cohort=self.programme.cohort),
            facts=(
                field("programme.major", self.programme.major.title),
                field("programme.code", self.programme.major.code),
                field("programme.years", sentence("years", number=_number(self.programme.years))),
                field("book.asof", self.all.inputs.settings.as_of),
                *((field("programme.revised", self.programme.revised),) if self.programme.revised else ()),
            ),
            chapters=tuple(self._chapter(name, blocks, wide=wide) for name, blocks, wide in sections),
            loose=False,
            derived_from=(f"@programme/{self.programme.id}",),
        )

    def _chapter(self, name: str, blocks: Iterable[Block], *, wide: bool) -> Chapter:
        title = sentence(f"programme.section.{name}")
        leaf = Leaf(
            id=f"programme-{self.programme.id}-{name}",
            kind=LeafKind.SECTION,
            label=name,
            title=title,
            blocks=tuple(blocks) or (Paragraph(f"{name}/none", sentence("programme.open")),),
            derived_from=(f"@programme/{self.programme.id}",),
            issued=self.all.inputs.settings.as_of,
            wide=wide,
        )
        return Chapter(leaf.id, name, title, None, (leaf,))

    def _lines(self, texts: Iterable[Phrase | None]) -> Iterator[Block]:
        for number, text in enumerate(texts, start=1):
            if text:
                yield Paragraph(f"line/{number}", text)

    def _name(self) -> Iterator[Block]:
        major = self.programme.major
        yield Paragraph("name/line", sentence("programme.name", title=major.title, code=major.code))

    def _length(self) -> Iterator[Block]:
        yield Paragraph("length/line", sentence("programme.length", years=_number(self.programme.years)))

    def _occupations(self) -> Iterator[Block]:
        major = self.programme.major
        yield Table(
            "occupations/table",
            columns(("programme.column.aspect", 30), ("column.content", 70)),
            (
                row(
                    (cell(sentence("programme.family"), strong=True), cell(major.family or sentence("programme.open")))
                ),
                row(
                    (
                        cell(sentence("programme.industry"), strong=True),
                        cell(major.industry or sentence("programme.open")),
                    )
                ),
                row(
                    (
                        cell(sentence("programme.occupations"), strong=True),
                        cell(major.occupations or sentence("programme.open")),
                    )
                ),
                row(
                    (cell(sentence("programme.jobs"), strong=True), cell(*(sop.title for sop in self.all.inputs.sops)))
                ),
                row((cell(sentence("programme.certificate"), strong=True), cell(*self._certificate()))),
            ),
            title=sentence("programme.table.occupations"),
        )

    def _certificate(self) -> tuple[Phrase, ...]:
        standard = next((one for one in self.all.inputs.standards if one.code == self.programme.standard), None)
        if standard is None:
            return (sentence("programme.open"),)
        level = next((one for one in standard.levels if one.id == self.programme.target_level), None)
        if level is None:
            return (standard.title,)
        return (sentence("programme.certificate.level", standard=standard.title, level=level.title),)

    def _goals(self) -> Iterator[Block]:
        goals = self.programme.goals
        yield Heading("goals/target/title", sentence("programme.target"))
        yield Paragraph("goals/target", goals.target)
        for name, lines in (("character", goals.character), ("knowledge", goals.knowledge), ("ability", goals.ability)):
            if lines:
                yield Heading(f"goals/{name}/title", sentence(f"programme.{name}"))
                yield Listing(f"goals/{name}", tuple(item(line) for line in lines), numbered=True)

    def _courses(self) -> Iterator[Block]:
        present = [one for one in CourseCategory if any(course.category is one for course in self.plan.courses)]
        for number, category in enumerate(present, start=1):
            rows = [one for one in self.plan.courses if one.category is category]
            if rows:
                key = f"courses/{category.value}"
                yield Heading(
                    f"{key}/title",
                    sentence(f"programme.courses.{category.value}", number=sentence(f"ordinal.{number}")),
                )
                yield self._core(key) if category is CourseCategory.CORE else self._typed(key, rows)

    def _typed(self, key: str, rows: Sequence[CourseRow]) -> Table:
        content = {course.code: course.content for course in self.all.inputs.courses}
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
        )

    def _core(self, key: str) -> Table:
        """专业核心课程 with typical tasks, as in the 2025 standards' column set."""
        return Table(
            key,
            columns(
                ("programme.column.course", 18),
                ("programme.column.tasks", 48),
                ("programme.column.jobs", 22),
                ("column.hours", 12),
                centred=("column.hours",),
            ),
            tuple(
                row(
                    (
                        cell(course.title, strong=True),
                        cell(
                            *(sentence("programme.task", label=task.label, title=task.title) for task in course.tasks)
                        ),
                        cell(*(self.all.sops[job].title for job in course.jobs)),
                        cell(
                            sentence(
                                "hours.split",
                                total=course.hours,
                                theory=course.theory_hours,
                                practice=course.practice_hours,
                            )
                        ),
                    ),
                    *course.derived_from,
                )
                for course in self.all.design.courses
            ),
        )

    def _path(self) -> Iterator[Block]:
        yield Paragraph(
            "path/line",
            sentence("programme.path", path="+".join(_number(one.length) for one in self.programme.segments)),
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
            tuple(self._segment_row(one) for one in self.programme.segments),
            title=sentence("programme.table.path"),
        )
        if self.programme.basis:
            yield Paragraph("path/basis", sentence("programme.basis", text=self.programme.basis))
        for segment in self.programme.segments:
            yield from self._segment(segment)

    def _segment_row(self, segment: Segment) -> Row:
        hours = sum(one.hours for one in self.plan.rows if one.segment == segment.id)
        return row(
            (
                cell(segment.title, strong=True),
                cell(sentence(f"length.{segment.unit}", number=_number(segment.length))),
                cell(sentence(f"site.{segment.site}")),
                cell(sentence(f"learner.{segment.role}")),
                cell(sentence(f"legal.{segment.legal_type}")),
                cell(segment.description),
                cell(hours),
            ),
            f"@programme/{self.programme.id}/{segment.id}",
        )

    def _segment(self, segment: Segment) -> Iterator[Block]:
        rows = [one for one in self.plan.rows if one.segment == segment.id and one.kind != "typed"]
        if not rows:
            return
        labels = {task.id: task for course in self.all.design.courses for task in course.tasks}
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

    def _schedule(self) -> Iterator[Block]:
        last = max((len(one.hours_by_semester) for one in self.plan.courses), default=0)
        semesters = tuple((f"programme.semester.{n}", 6) for n in range(1, last + 1))
        numbers = (
            "programme.column.credits",
            "programme.column.total",
            "programme.column.theory",
            "programme.column.practice",
        )
        yield Table(
            "schedule/table",
            columns(
                ("programme.column.category", 12),
                ("programme.column.nature", 7),
                ("programme.column.course", 26),
                ("programme.column.code", 13),
                *((one, 7) for one in numbers),
                ("programme.column.assessment", 7),
                *semesters,
                ("programme.column.remark", 10),
                centred=(
                    *numbers,
                    "programme.column.nature",
                    "programme.column.assessment",
                    *(code for code, _ in semesters),
                ),
            ),
            (*self._schedule_rows(), self._schedule_total(last)),
            title=sentence("programme.table.schedule"),
        )
        yield self._ratios()
        yield Paragraph("schedule/formula", sentence("programme.formula"))
        yield self._blocks()

    def _schedule_rows(self) -> Iterator[Row]:
        for category in CourseCategory:
            own = [one for one in self.plan.courses if one.category is category]
            for number, course in enumerate(own):
                head = (
                    (cell(sentence(f"category.{category.value}"), rows=len(own), strong=True),) if number == 0 else ()
                )
                yield row((*head, *_course_cells(course)), *course.derived_from)

    def _schedule_total(self, last: int) -> Row:
        courses = self.plan.courses
        sums = [sum(one.hours_by_semester[n] for one in courses) for n in range(last)]
        return row(
            (
                cell(sentence("total"), strong=True, columns=4),
                cell(_number(sum(one.credits for one in courses))),
                cell(sum(one.hours for one in courses)),
                cell(sum(one.theory_hours for one in courses)),
                cell(sum(one.practice_hours for one in courses)),
                cell(),
                *(cell(total) for total in sums),
                cell(),
            )
        )

    def _ratios(self) -> Table:
        return Table(
            "schedule/ratios",
            columns(
                ("programme.column.share", 34),
                ("programme.column.total", 22),
                ("programme.column.percent", 22),
                ("programme.column.required", 22),
            ),
            tuple(
                row(
                    (
                        cell(sentence(f"share.{one.name}"), strong=True),
                        cell(one.hours),
                        cell(one.percent),
                        cell(self._required(one)),
                    )
                )
                for one in shares_of(self.plan.courses)
            ),
            title=sentence("programme.table.ratios"),
        )

    def _blocks(self) -> Table:
        """The four blocks that every course is in one of; practical training is not the same as hours of practice."""
        return Table(
            "schedule/blocks",
            columns(
                ("programme.column.block", 28),
                ("programme.column.number", 16),
                ("programme.column.total", 18),
                ("programme.column.percent", 18),
                ("programme.column.credits", 20),
                centred=(
                    "programme.column.number",
                    "programme.column.total",
                    "programme.column.percent",
                    "programme.column.credits",
                ),
            ),
            tuple(
                row(
                    (
                        cell(sentence(f"block.{one.name}"), strong=True),
                        cell(one.courses),
                        cell(one.hours),
                        cell(one.percent),
                        cell(_number(one.credits)),
                    )
                )
                for one in blocks_of(self.plan.courses)
            ),
            title=sentence("programme.table.blocks"),
        )

    def _required(self, share: Share) -> Phrase | None:
        number = self.all.inputs.profile.numbers.get(share.number)
        if number is None:
            return None
        value = (
            _number(number.value) if number.unit == "hours" else f"{_number(float(Decimal(str(number.value)) * 100))} %"
        )
        return sentence(f"modality.{number.modality}", value=value)

    def _support(self) -> Iterator[Block]:
        for name in _SUPPORT:
            text = self.programme.support.get(name)  # type: ignore[call-overload]
            yield Heading(f"support/{name}/title", sentence(f"programme.support.{name}"))
            yield Paragraph(f"support/{name}", text or sentence("programme.open"))
            if name == "teachers" and self.programme.teachers:
                yield team_table("support/team", self.programme.teachers, sentence("standard.table.teachers"))
            if name == "teachers":
                yield from self._mentors()
            if name == "facilities":
                yield from self._bases()
            if name == "quality":
                yield from self._partners()

    def _mentors(self) -> Iterator[Block]:
        partners = {one.id: one.title for one in self.programme.partners}
        if self.programme.mentors:
            yield Table(
                "support/mentors",
                columns(
                    ("programme.column.mentor", 24),
                    ("programme.column.level", 18),
                    ("programme.column.partner", 22),
                    ("programme.column.jobs", 24),
                    ("programme.column.apprentices", 12),
                    centred=("programme.column.apprentices",),
                ),
                tuple(
                    row(
                        (
                            cell(one.title, strong=True),
                            cell(one.level),
                            cell(partners.get(one.partner)),
                            cell(*self._jobs(one.jobs)),
                            cell(one.apprentices),
                        ),
                        f"@programme/{self.programme.id}/{one.id}",
                    )
                    for one in self.programme.mentors
                ),
                title=sentence("programme.table.mentors"),
            )

    def _jobs(self, jobs: Iterable[str]) -> tuple[Phrase, ...]:
        return tuple(self.all.sops[job].title for job in jobs if job in self.all.sops)

    def _bases(self) -> Iterator[Block]:
        partners = {one.id: one.title for one in self.programme.partners}
        if self.programme.bases:
            yield Table(
                "support/bases",
                columns(
                    ("programme.column.base", 26),
                    ("programme.column.partner", 20),
                    ("programme.column.equipment", 28),
                    ("programme.column.places", 10),
                    ("programme.column.jobs", 16),
                    centred=("programme.column.places",),
                ),
                tuple(
                    row(
                        (
                            cell(one.title, strong=True),
                            cell(partners.get(one.partner)),
                            cell(one.equipment),
                            cell(one.places),
                            cell(*self._jobs(one.jobs)),
                        ),
                        f"@programme/{self.programme.id}/{one.id}",
                    )
                    for one in self.programme.bases
                ),
                title=sentence("programme.table.bases"),
            )

    def _partners(self) -> Iterator[Block]:
        yield partners_table(self.programme, "support/partners", sentence("programme.table.partners"))

    def _graduation(self) -> Iterator[Block]:
        if self.programme.graduation:
            yield Listing("graduation/list", tuple(item(one) for one in self.programme.graduation), numbered=True)
        if self.plan.coverage:
            yield Table(
                "graduation/levels",
                columns(("programme.column.level", 40), ("programme.column.coverage", 60)),
                tuple(
                    row(
                        (
                            cell(one.title, strong=True),
                            cell(sentence("percent", value=_number(round(one.share * 100, 1)))),
                        )
                    )
                    for one in self.plan.coverage
                ),
                title=sentence("programme.table.levels"),
            )
            yield Paragraph("graduation/note", sentence("programme.certificate.note"))

    def _appendix(self) -> Iterator[Block]:
        profile = self.all.inputs.profile
        yield Table(
            "appendix/profile",
            columns(
                ("programme.column.number", 26),
                ("programme.column.value", 14),
                ("programme.column.source", 44),
                ("programme.column.verified", 16),
            ),
            tuple(
                row(
                    (
                        cell(sentence(f"number.{name}")),
                        cell(sentence(f"modality.{one.modality}", value=_shown(one.value, one.unit))),
                        cell(sentence("programme.source", source=one.source, clause=one.clause)),
                        cell(one.verified_on),
                    )
                )
                for name, one in profile.numbers.items()
            ),
            title=sentence("programme.table.profile", title=profile.title),
        )
        yield Fields(
            "appendix/approval",
            (
                field("programme.research"),
                field("programme.review"),
                field("programme.party"),
                field("programme.published"),
            ),
        )
        yield Signatures(
            "appendix/signatures",
            (
                sentence("programme.sign.college"),
                sentence("programme.sign.plant"),
                sentence("programme.sign.registry"),
                sentence("programme.sign.board"),
            ),
        )


def _at_work(course: CourseRow) -> Phrase | None:
    """What is done in whole weeks at a post, which no description of a course tells."""
    return sentence("programme.course.at-work") if course.in_plant and course.weeks else None


def _course_cells(course: CourseRow) -> tuple[Cell, ...]:
    return (
        cell(sentence(f"nature.{course.nature}")),
        cell(course.title),
        cell(course.code),
        cell(_number(course.credits)),
        cell(course.hours),
        cell(course.theory_hours),
        cell(course.practice_hours),
        cell(sentence(f"assessed.{course.assessment}")),
        *(cell(hours or None) for hours in course.hours_by_semester),
        cell(
            sentence("programme.weeks", number=course.weeks) if course.weeks else None,
            sentence("programme.in-plant") if course.in_plant else None,
        ),
    )


def _number(value: float) -> str:
    return f"{value:g}"


def _shown(value: float, unit: str) -> str:
    return f"{_number(value * 100)} %" if unit == "share" else f"{_number(value)}"
