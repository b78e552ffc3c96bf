"""In-service training plans (在职培训方案): what the job asks for after hiring, up to skill levels."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sopcurric.leaves.career_tables import CareerTables
from sopcurric.leaves.partners import partners_table
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import InServiceStage, ProgrammeFile
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.pathway import Career
from sopcurric.model.plan import InServiceRow, IntegratedPlan
from sopcurric.model.publication import (
    Binder,
    Block,
    Chapter,
    Heading,
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
    """A binder for every programme, the default one included."""
    programmes = {one.id: one for one in compilation.programmes}
    return tuple(_Plan(programmes[plan.programme], plan, compilation).binder() for plan in compilation.plans)


DOCUMENT = Document(name="in_service_plan", version=3, rank=30, compose=compose)


_WIDE = ("onboarding", "content", "refreshers", "ladder")
"""Sections with tables of many columns."""


@dataclass(frozen=True, slots=True)
class _Plan:
    programme: ProgrammeFile
    plan: IntegratedPlan
    all: Compilation

    @property
    def tables(self) -> CareerTables:
        """What follows hiring."""
        career = next((one for one in self.all.careers if one.programme == self.programme.id), Career(""))
        return CareerTables(self.all, self.programme, career)

    def binder(self) -> Binder:
        """The plan with its sections."""
        sections = (
            ("needs", self._needs()),
            ("learners", self._learners()),
            ("goals", self._goals()),
            ("onboarding", self._onboarding()),
            ("content", self._content()),
            ("refreshers", self._refreshers()),
            ("ladder", self._ladder()),
            ("paths", self._paths()),
            ("ways", self._ways()),
            ("teachers", self._teachers()),
            ("assessment", self._assessment()),
            ("levels", self._levels()),
            ("organisation", self._organisation()),
        )
        return Binder(
            id=f"in-service-{self.programme.id}",
            document=DOCUMENT.name,
            title=sentence("training.title", title=self.programme.major.title),
            subtitle=sentence("training.subtitle"),
            facts=(
                field(
                    "training.jobs",
                    sentence("count.jobs", number=sum(one.kind == "job-sop" for one in self.all.inputs.sops)),
                ),
                field("training.hours", sum(one.hours for one in self.plan.in_service)),
                field("book.asof", self.all.inputs.settings.as_of),
            ),
            chapters=tuple(self._chapter(name, blocks) for name, blocks in sections),
            loose=False,
            derived_from=(f"@programme/{self.programme.id}",),
        )

    def _chapter(self, name: str, blocks: Iterable[Block]) -> Chapter:
        title = sentence(f"training.section.{name}")
        leaf = Leaf(
            id=f"in-service-{self.programme.id}-{name}",
            kind=LeafKind.SECTION,
            label=name,
            title=title,
            blocks=tuple(blocks) or (Paragraph(f"{name}/none", sentence("programme.open")),),
            derived_from=(f"@programme/{self.programme.id}",),
            issued=self.all.inputs.settings.as_of,
            wide=name in _WIDE,
        )
        return Chapter(leaf.id, name, title, None, (leaf,))

    def _needs(self) -> Iterator[Block]:
        """Training needs by the rating of typical tasks."""
        yield Paragraph(
            "needs/line", sentence("training.needs", jobs=len(self.all.sops), tasks=len(self.all.catalogue.tasks))
        )
        yield Table(
            "needs/outcomes",
            columns(
                ("column.training", 24),
                ("training.column.meaning", 50),
                ("training.column.count", 26),
                centred=("training.column.count",),
            ),
            tuple(
                row(
                    (
                        cell(sentence(f"outcome.{name}"), strong=True),
                        cell(sentence(f"outcome.{name}.meaning")),
                        cell(self._count(name)),
                    )
                )
                for name in ("intensive", "train", "on-demand", "job-aid")
            ),
            title=sentence("training.table.needs"),
        )

    def _count(self, outcome: str) -> int:
        return sum(task.rating.outcome == outcome for task in self.all.catalogue.tasks)

    def _learners(self) -> Iterator[Block]:
        yield Paragraph("learners/who", sentence("training.learners"))
        yield Listing("learners/jobs", tuple(item(sop.title, sop.address) for sop in self.all.inputs.sops))

    def _goals(self) -> Iterator[Block]:
        yield Listing("goals/list", tuple(item(sentence(f"training.goal.{n}")) for n in range(1, 4)), numbered=True)

    def _onboarding(self) -> Iterator[Block]:
        """Safety training by three levels, then learning tasks, before anybody works alone."""
        tables = self.tables
        first = next((one.safety for one in tables.career.onboarding), None)
        duties = (*((first,) if first else ()), *((tables.career.yearly,) if tables.career.yearly else ()))
        yield Paragraph("onboarding/line", sentence("career.onboarding"))
        yield from tables.safety(duties, "onboarding/safety")
        if tables.career.onboarding:
            yield tables.onboarding()

    def _content(self) -> Iterator[Block]:
        for stage in self.programme.in_service:
            yield Heading(
                f"content/{stage.id}/title",
                stage.title,
            )
            if stage.description:
                yield Paragraph(f"content/{stage.id}/text", stage.description)
            own = [one for one in self.plan.in_service if one.stage == stage.id]
            if own:
                interval = sentence("career.stage", interval=self._interval(stage))
                yield Paragraph(f"content/{stage.id}/interval", interval)
                yield self._stage_table(stage, own)
            else:
                yield Paragraph(f"content/{stage.id}/none", sentence("training.none"))

    def _stage_table(self, stage: InServiceStage, own: Sequence[InServiceRow]) -> Table:
        """Module, subject, aim, form, hours, who teaches, where, how assessed: the columns of training plans."""
        rows = tuple(self._stage_row(number, stage, one) for number, one in enumerate(own, start=1))
        total = row(
            (cell(sentence("total"), strong=True, columns=5), cell(sum(one.hours for one in own)), cell(columns=3))
        )
        return Table(
            f"content/{stage.id}",
            columns(
                ("column.number", 5),
                ("career.column.module", 18),
                ("career.column.lesson", 20),
                ("career.column.aim", 13),
                ("career.column.form", 12),
                ("column.hours", 6),
                ("career.column.teacher", 10),
                ("career.column.place", 10),
                ("career.column.assessed", 6),
                centred=("column.number", "column.hours", "career.column.assessed"),
            ),
            (*rows, total),
            title=sentence("training.table.stage", title=stage.title),
        )

    def _stage_row(self, number: int, stage: InServiceStage, one: InServiceRow) -> Row:
        entry = self.tables.library.entries[one.task]
        jobs = entry.typical.jobs
        mentors = tuple(mentor.title for mentor in self.programme.mentors if set(jobs) & {*mentor.jobs})
        bases = tuple(base.title for base in self.programme.bases if set(jobs) & {*base.jobs})
        assessment = self.all.assessment.by_task.get(one.task)
        return row(
            (
                cell(number),
                cell(sentence("plan.module", course=entry.course.title, module=entry.module.title)),
                cell(one.title, strong=True),
                cell(*entry.typical.members),
                cell(sentence(f"career.form.{stage.purpose}"), one.reason),
                cell(one.hours),
                cell(_first("career.more.people", mentors) or sentence("career.open")),
                cell(_first("career.more.places", bases) or sentence("career.at-post")),
                cell(len(assessment.criteria) if assessment else "—"),
            ),
            *one.derived_from,
        )

    def _interval(self, stage: InServiceStage) -> Phrase:
        if stage.interval_months:
            return sentence("training.interval", months=stage.interval_months)
        return sentence("training.once")

    def _refreshers(self) -> Iterator[Block]:
        """What is repeated over the year, job by job."""
        if not any(job.rows for job in self.tables.career.refreshers):
            yield Paragraph("refreshers/none", sentence("career.refreshers.none"))
            return
        yield Paragraph("refreshers/line", sentence("career.refreshers"))
        yield self.tables.refreshers()

    def _ladder(self) -> Iterator[Block]:
        """Each job over the levels of skill."""
        tables = self.tables
        if not tables.career.ladders:
            yield Paragraph("ladder/none", sentence("training.levels.none"))
            return
        yield Paragraph("ladder/line", sentence("career.ladder"))
        yield tables.ladder()
        yield Paragraph("ladder/note", sentence("career.ladder.note"))

    def _paths(self) -> Iterator[Block]:
        """Ways to other jobs and up the levels, as the programme lists them."""
        if not self.tables.career.listed:
            yield Paragraph("paths/none", sentence("career.paths.none"))
            return
        yield Paragraph("paths/line", sentence("career.paths"))
        yield self.tables.ways()

    def _ways(self) -> Iterator[Block]:
        yield Listing("ways/list", tuple(item(sentence(f"training.way.{n}")) for n in range(1, 5)), numbered=True)

    def _teachers(self) -> Iterator[Block]:
        partners = {one.id: one.title for one in self.programme.partners}
        if self.programme.mentors:
            yield Table(
                "teachers/mentors",
                columns(
                    ("programme.column.mentor", 28),
                    ("programme.column.level", 22),
                    ("programme.column.partner", 26),
                    ("programme.column.jobs", 24),
                ),
                tuple(
                    row(
                        (
                            cell(one.title, strong=True),
                            cell(one.level),
                            cell(partners.get(one.partner)),
                            cell(*(self.all.sops[job].title for job in one.jobs if job in self.all.sops)),
                        ),
                        f"@programme/{self.programme.id}/{one.id}",
                    )
                    for one in self.programme.mentors
                ),
                title=sentence("programme.table.mentors"),
            )
        else:
            yield Paragraph("teachers/open", sentence("programme.open"))

    def _assessment(self) -> Iterator[Block]:
        yield Listing(
            "assessment/list", tuple(item(sentence(f"training.assessment.{n}")) for n in range(1, 5)), numbered=True
        )

    def _levels(self) -> Iterator[Block]:
        if not self.plan.levels:
            yield Paragraph("levels/none", sentence("training.levels.none"))
            return
        standard = self.all.inputs.standards[0]
        standard = next(
            (one for one in self.all.inputs.standards if one.code == self.plan.levels[0].standard), standard
        )
        levels = {one.id: one.title for one in standard.levels}
        functions = {one.id: one.title for one in standard.functions}
        tasks = {task.id: task.title for course in self.all.design.courses for task in course.tasks}
        yield Paragraph("levels/line", sentence("training.levels", title=standard.title))
        yield Table(
            "levels/table",
            columns(
                ("training.column.function", 18),
                ("training.column.content", 24),
                ("programme.column.level", 18),
                ("training.column.task", 40),
            ),
            tuple(
                row(
                    (
                        cell(functions[one.function], strong=True),
                        cell(one.title),
                        cell(levels.get(one.level)),
                        cell(*(tasks[task] for task in one.tasks))
                        if one.tasks
                        else cell(sentence("training.unmatched")),
                    ),
                    *one.derived_from,
                )
                for one in self.plan.levels
            ),
            title=sentence("training.table.levels"),
        )

    def _organisation(self) -> Iterator[Block]:
        yield partners_table(self.programme, "organisation/partners")
        yield Paragraph("organisation/safety", sentence("training.safety"))
        yield Signatures(
            "organisation/signatures",
            (sentence("programme.sign.plant"), sentence("programme.sign.college"), sentence("training.sign.group")),
        )


def _first(code: str, names: Sequence[Phrase]) -> Phrase | None:
    """The first of several names, and how many there are."""
    return sentence(code, first=names[0], number=len(names)) if len(names) > 1 else next(iter(names), None)
