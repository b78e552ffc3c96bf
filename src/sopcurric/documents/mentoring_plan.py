"""Mentoring (师带徒): who mentors whom, what is taught week by week, when an apprentice has finished, who owes what."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopcurric.leaves.evaluation import ENOUGH
from sopcurric.leaves.plan_sections import PlanBinder, Section, blanks, lines, partner_of, told
from sopcurric.model.compilation import Compilation
from sopcurric.model.evaluation import evaluation_of
from sopcurric.model.files.evaluation import Evidence
from sopcurric.model.files.mentoring import Mentoring
from sopcurric.model.files.programme import Mentor, ProgrammeFile
from sopcurric.model.files.schedule import Pairing
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.mentoring import OPERATING, MentoringPlan, MentoringRow, MentoringSegment
from sopcurric.model.publication import (
    Binder,
    Block,
    Cell,
    Checklist,
    Column,
    Fields,
    Heading,
    Listing,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document

_PARTS = ("theory", "practice", "conduct", "safety")
_MARKED = ("theory", "practice")
"""Parts that skill standards have a pass mark for; for the rest, both sides agree on one."""
_RECORDS = 14


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every programme with learners in plants."""
    found = []
    for programme in compilation.inputs.programmes:
        plans = tuple(one for one in compilation.mentoring if one.programme == programme.id)
        if plans:
            found.append(_Mentoring(programme, plans, compilation).binder())
    return tuple(found)


DOCUMENT = Document(name="mentoring_plan", version=1, rank=31, compose=compose)


@dataclass(frozen=True, slots=True)
class _Mentoring:
    programme: ProgrammeFile
    plans: tuple[MentoringPlan, ...]
    all: Compilation

    @property
    def _written(self) -> Mentoring:
        return self.programme.mentoring or Mentoring()

    @property
    def _address(self) -> str:
        return f"@programme/{self.programme.id}"

    def binder(self) -> Binder:
        """The binder with its sections."""
        binder = PlanBinder(
            "mentoring",
            DOCUMENT.name,
            sentence("mentoring.title", title=self.programme.major.title),
            self.programme,
            self.all.inputs.settings.as_of,
        )
        sections = (
            self._section("rules", self._rules()),
            self._section("pairing", self._pairing()),
            *(self._plan(one) for one in self.plans),
            self._section("standard", self._standard()),
            self._section("duties", self._duties()),
            self._section("feedback", self._feedback()),
            self._section("record", self._record()),
        )
        return binder.of(sections)

    def _section(self, name: str, blocks: Iterator[Block]) -> Section:
        return Section(name, sentence(f"mentoring.section.{name}"), tuple(blocks))

    # Rules and pairs

    def _rules(self) -> Iterator[Block]:
        yield Listing("rules/list", tuple(item(sentence(f"mentoring.rule.{n}")) for n in range(1, 5)), numbered=True)
        yield Table(
            "rules/levels",
            columns(
                ("mentoring.column.level", 14), ("mentoring.column.meaning", 86), centred=("mentoring.column.level",)
            ),
            tuple(
                row((cell(sentence(f"operating.{one}"), strong=True), cell(sentence(f"operating.{one}.meaning"))))
                for one in OPERATING
            ),
            title=sentence("mentoring.table.levels"),
        )
        yield Table(
            "rules/caps",
            columns(
                ("programme.column.segment", 22),
                ("programme.column.role", 16),
                ("programme.column.legal", 20),
                ("mentoring.column.cap", 42),
            ),
            tuple(self._cap(one) for one in self.plans[0].segments),
            title=sentence("mentoring.table.caps"),
        )

    def _cap(self, segment: MentoringSegment) -> Row:
        own = next(one for one in self.programme.segments if one.id == segment.id)
        return row(
            (
                cell(own.title, strong=True),
                cell(sentence(f"learner.{own.role}")),
                cell(sentence("mentoring.no-internship" if own.legal_type == "none" else f"legal.{own.legal_type}")),
                cell(sentence(f"operating.{segment.cap}.most")),
            ),
            f"{self._address}/{own.id}",
        )

    def _pairing(self) -> Iterator[Block]:
        schedule = self.all.schedules.get(self.programme.id)
        mentors = {one.id: one for one in self.programme.mentors}
        pairs = [one for one in schedule.pairings if one.mentor in mentors] if schedule else []
        if pairs:
            yield Paragraph("pairing/line", sentence("mentoring.pairing.fixed", number=len(pairs)))
            yield self._pairs(pairs, mentors)
        else:
            yield Paragraph("pairing/line", sentence("mentoring.pairing.open"))
            yield self._candidates()
        yield Heading("pairing/form", sentence("mentoring.form"))
        yield Fields(
            "pairing/fields",
            tuple(
                field(f"mentoring.form.{one}")
                for one in ("mentor", "grade", "apprentice", "job", "plant", "substitute", "from", "until")
            ),
        )
        yield Listing(
            "pairing/promises", tuple(item(sentence(f"mentoring.promise.{n}")) for n in range(1, 4)), numbered=True
        )
        yield Signatures(
            "pairing/signatures",
            tuple(sentence(f"mentoring.sign.{one}") for one in ("mentor", "apprentice", "plant", "college")),
        )

    def _pairs(self, pairs: list[Pairing], mentors: dict[str, Mentor]) -> Table:
        groups = {one.id: one for one in self.programme.groups}
        return Table(
            "pairing/table",
            columns(
                ("mentoring.column.learner", 13),
                ("mentoring.column.job", 17),
                ("mentoring.column.plant", 20),
                ("mentoring.column.mentor", 20),
                ("programme.column.level", 12),
                ("mentoring.column.substitutes", 18),
            ),
            tuple(
                row(
                    (
                        cell(f"{one.group}-{one.learner:02}"),
                        cell(self._job(groups[one.group].job) if one.group in groups else None),
                        cell(self._partner(one.plant)),
                        cell(mentors[one.mentor].title, strong=True),
                        cell(mentors[one.mentor].level),
                        cell(*(mentors[name].title for name in one.substitutes if name in mentors)),
                    ),
                    f"{self._address}/{one.mentor}",
                )
                for one in sorted(pairs, key=lambda one: (one.group, one.learner))
            ),
            title=sentence("mentoring.table.pairs"),
        )

    def _candidates(self) -> Table:
        rows = [
            row(
                (
                    cell(self._job(plan.job), strong=True),
                    cell(self._partner(one.partner)),
                    cell(one.title),
                    cell(one.level),
                    cell(one.apprentices),
                    cell(*(tuple(self._substitutes(one, plan.job)) or (sentence("mentoring.substitute.open"),))),
                    cell(),
                ),
                f"{self._address}/{one.id}",
                plan.job,
            )
            for plan in self.plans
            for one in self.programme.mentors
            if plan.job in one.jobs
        ]
        return Table(
            "pairing/table",
            columns(
                ("mentoring.column.job", 14),
                ("mentoring.column.plant", 18),
                ("mentoring.column.mentor", 18),
                ("programme.column.level", 11),
                ("mentoring.column.most", 9),
                ("mentoring.column.substitutes", 16),
                ("mentoring.column.learner", 14),
                centred=("mentoring.column.most",),
            ),
            tuple(rows) or (row((cell(sentence("programme.open"), columns=7),)),),
            title=sentence("mentoring.table.candidates"),
        )

    def _substitutes(self, mentor: Mentor, job: str) -> Iterator[Phrase]:
        """Who stands in as it is written; else others of the same plant and job."""
        if mentor.substitutes:
            yield from (one.title for name in mentor.substitutes for one in self.programme.mentors if one.id == name)
            return
        for one in self.programme.mentors:
            if one.id != mentor.id and one.partner == mentor.partner and job in one.jobs:
                yield one.title

    def _job(self, job: str) -> Phrase | None:
        return self.all.sops[job].title if job in self.all.sops else None

    def _partner(self, name: str) -> Phrase | None:
        found = partner_of(self.programme, name)
        return found.title if found else None

    # Week by week

    def _plan(self, plan: MentoringPlan) -> Section:
        groups = {one.id: one.title for one in self.programme.groups}
        title = sentence("mentoring.section.plan", job=self.all.sops[plan.job].title)
        name = ".".join(("plan", plan.job.replace(":", "."), *plan.groups[:1]))
        return Section(name, title, tuple(self._weeks(plan, [groups[one] for one in plan.groups])), wide=True)

    def _weeks(self, plan: MentoringPlan, groups: list[Phrase]) -> Iterator[Block]:
        key = ".".join((plan.job, *plan.groups[:1]))
        if groups:
            yield Fields(
                f"{key}/groups", tuple(field("mentoring.group", one) for one in groups), derived_from=(self._address,)
            )
        taught = {task.id: task for task in plan.tasks}
        for segment in plan.segments:
            if segment.rows:
                yield Heading(
                    f"{key}/{segment.id}", self._head(segment), derived_from=(f"{self._address}/{segment.id}",)
                )
                yield Table(
                    f"{key}/{segment.id}/weeks",
                    _columns(),
                    tuple(_week_row(segment, one, taught[one.task].name) for one in segment.rows),
                )
                yield Paragraph(f"{key}/{segment.id}/hours", _hours(segment), derived_from=(self._address,))
        told = [sentence(f"cycle.{part}") for part, there in plan.cycle if there]
        if told:
            yield Checklist(f"{key}/cycle", tuple(item(one) for one in told), sentence("mentoring.cycle"))
        yield Signatures(
            f"{key}/signatures", tuple(sentence(f"mentoring.sign.{one}") for one in ("mentor", "apprentice", "college"))
        )

    def _head(self, segment: MentoringSegment) -> Phrase:
        first, last = segment.weeks[0][0], segment.weeks[-1][0]
        return sentence(
            "mentoring.segment",
            title=segment.title,
            semesters=f"{first}—{last}" if first != last else f"{first}",
            weeks=len(segment.weeks),
            cap=sentence(f"operating.{segment.cap}"),
        )

    # Standard, duties, forms

    def _standard(self) -> Iterator[Block]:
        written, mark = self._written, self.all.inputs.profile.numbers.get(ENOUGH)
        weights = written.weights
        rows = [
            row(
                (
                    cell(sentence(f"mentoring.part.{one}"), strong=True),
                    cell(getattr(weights, one) if weights else None),
                    cell(int(mark.value) if one in _MARKED else sentence("mentoring.pass.open")) if mark else cell(),
                    cell(sentence(f"mentoring.part.{one}.how")),
                    cell(sentence(f"mentoring.part.{one}.rater")),
                ),
                self._address if weights else "",
            )
            for one in _PARTS
        ]
        yield Table(
            "standard/weights",
            columns(
                ("mentoring.column.part", 14),
                ("mentoring.column.weight", 11),
                ("mentoring.column.pass", 11),
                ("mentoring.column.how", 44),
                ("mentoring.column.rater", 20),
                centred=("mentoring.column.weight", "mentoring.column.pass"),
            ),
            tuple(rows),
            title=sentence("mentoring.table.weights"),
        )
        if mark:
            yield Paragraph(
                "standard/source", sentence("mentoring.pass.source", mark=int(mark.value), source=mark.source)
            )
        yield Heading("standard/conditions/title", sentence("mentoring.conditions"))
        yield lines(
            "standard/conditions",
            written.conditions or tuple(sentence(f"mentoring.condition.{n}") for n in range(1, 6)),
            self._address,
        )
        yield Heading("standard/evaluation/title", sentence("mentoring.evaluation"))
        yield from self._evaluation()
        yield Heading("standard/form/title", sentence("mentoring.finish"))
        yield blanks("standard/form", *(f"mentoring.finish.{one}" for one in ("name", "job", "mentor", "date")))
        yield Table(
            "standard/result",
            columns(
                ("mentoring.column.part", 24),
                ("mentoring.column.weight", 16),
                ("mentoring.column.points", 16),
                ("mentoring.column.remark", 44),
                centred=("mentoring.column.weight", "mentoring.column.points"),
            ),
            (
                *(
                    row(
                        (
                            cell(sentence(f"mentoring.part.{one}")),
                            cell(getattr(weights, one) if weights else None),
                            cell(),
                            cell(),
                        )
                    )
                    for one in _PARTS
                ),
                row((cell(sentence("total"), strong=True), cell(weights.total if weights else None), cell(), cell())),
            ),
            title=sentence("mentoring.table.result"),
        )
        yield Signatures(
            "standard/signatures", tuple(sentence(f"mentoring.sign.{one}") for one in ("mentor", "plant", "college"))
        )

    def _evaluation(self) -> Iterator[Block]:
        """Where the result goes: items of the evaluation that are about work in the plant."""
        wanted = {Evidence.RECORDS, Evidence.INTERNSHIP, Evidence.PRACTICAL}
        rows = [
            row(
                (
                    cell(sentence(f"dimension.{one.kind}"), strong=True),
                    cell(own.title),
                    cell(own.points),
                    cell(*(sentence(f"evidence.{kind.value}") for kind in own.evidence if kind in wanted)),
                ),
                self._address,
            )
            for one in evaluation_of(self.programme).dimensions
            for own in one.items
            if wanted & {*own.evidence}
        ]
        yield Paragraph("standard/evaluation/line", sentence("mentoring.evaluation.line"))
        if rows:
            yield Table(
                "standard/evaluation",
                columns(
                    ("scheme.column.dimension", 18),
                    ("scheme.column.item", 46),
                    ("scheme.column.points", 12),
                    ("scheme.column.evidence", 24),
                    centred=("scheme.column.points",),
                ),
                tuple(rows),
                title=sentence("mentoring.table.evaluation"),
            )

    def _duties(self) -> Iterator[Block]:
        written = self._written
        yield Heading("duties/mentor/title", sentence("mentoring.duties.mentor"))
        yield lines(
            "duties/mentor",
            written.duties or tuple(sentence(f"mentoring.duty.{n}") for n in range(1, 8)),
            self._address,
        )
        yield Heading("duties/apprentice/title", sentence("mentoring.duties.apprentice"))
        yield lines(
            "duties/apprentice",
            written.duties_of_apprentices or tuple(sentence(f"mentoring.learner-duty.{n}") for n in range(1, 7)),
            self._address,
        )
        yield Heading("duties/incentives/title", sentence("mentoring.incentives"))
        if written.incentives:
            yield lines("duties/incentives", written.incentives, self._address)
        else:
            yield told("duties/incentives", None, "plan.open", self._address)
        yield Heading("duties/allowance/title", sentence("mentoring.allowance"))
        yield told("duties/allowance", written.allowance, "plan.open", self._address)

    def _feedback(self) -> Iterator[Block]:
        yield Paragraph("feedback/line", sentence("mentoring.feedback.line"))
        for side, number in (("mentor", 7), ("apprentice", 7)):
            yield Table(
                f"feedback/{side}",
                columns(
                    ("column.number", 8),
                    ("mentoring.column.item", 52),
                    ("mentoring.column.yes", 10),
                    ("mentoring.column.partly", 10),
                    ("mentoring.column.no", 10),
                    ("mentoring.column.remark", 10),
                    centred=("column.number",),
                ),
                tuple(
                    row((cell(place), cell(one), cell(), cell(), cell(), cell()))
                    for place, one in enumerate(
                        (sentence(f"mentoring.feedback.{side}.{n}") for n in range(1, number + 1)), start=1
                    )
                ),
                title=sentence(f"mentoring.table.feedback.{side}"),
            )
            yield Signatures(f"feedback/{side}/signature", (sentence(f"mentoring.sign.{side}"),))

    def _record(self) -> Iterator[Block]:
        yield Paragraph("record/line", sentence("mentoring.record.line"))
        yield Table(
            "record/table",
            columns(
                ("mentoring.column.date", 12),
                ("mentoring.column.task", 26),
                ("mentoring.column.level", 10),
                ("mentoring.column.result", 24),
                ("mentoring.column.by", 14),
                ("mentoring.column.learner-sign", 14),
            ),
            (),
            blank_rows=_RECORDS,
            title=sentence("mentoring.table.record"),
        )


def _columns() -> tuple[Column, ...]:
    return columns(
        ("mentoring.column.week", 7),
        ("mentoring.column.task", 17),
        ("mentoring.column.level", 6),
        ("mentoring.column.shows", 27),
        ("mentoring.column.checks", 21),
        ("column.hours", 6),
        ("mentoring.column.record", 8),
        ("mentoring.column.sign", 8),
        centred=("mentoring.column.week", "mentoring.column.level", "column.hours"),
    )


def _week_row(segment: MentoringSegment, own: MentoringRow, name: Phrase) -> Row:
    return row(
        (
            cell(week_label(segment, own.first, own.last)),
            cell(name),
            cell(sentence(f"operating.{own.level}"), strong=True),
            cell(*own.shows),
            cell(*own.checks),
            cell(own.hours) if own.hours else _at_post(segment),
            cell(),
            cell(),
        ),
        *own.derived_from,
    )


def week_label(segment: MentoringSegment, first: int, last: int) -> Phrase:
    """Weeks as they are printed: within the semester; with its number where a segment has several."""
    several = len({number for number, _ in segment.weeks}) > 1
    names = [
        f"{number}-{week}" if several else f"{week}"
        for number, week in (segment.weeks[first - 1], segment.weeks[last - 1])
    ]
    return (
        sentence("mentoring.weeks", first=names[0], last=names[1])
        if first != last
        else sentence("plain", value=names[0])
    )


def _at_post(segment: MentoringSegment) -> Cell:
    return cell(sentence("mentoring.hours.post" if segment.post_hours else "dash"))


def _hours(segment: MentoringSegment) -> Phrase:
    if segment.post_hours:
        return sentence("mentoring.hours", hours=segment.hours, weeks=segment.post_weeks, post=segment.post_hours)
    return sentence("mentoring.hours.only", hours=segment.hours)
