"""Internship plans (岗位实习方案): who answers for what, posts, time, content, safety, pay, assessment, emergencies."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from sopcurric.leaves.partners import partners_table
from sopcurric.leaves.plan_sections import PlanBinder, Section, facts_table, lines, partner_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.internship import Internship, Pay
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.sop_kinds import Risk
from sopcurric.model.layout import cell, columns, item, row
from sopcurric.model.mentoring import OPERATING, MentoringPlan, MentoringTask
from sopcurric.model.publication import (
    Binder,
    Block,
    Checklist,
    Heading,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document

_GRAVE = (Risk.MAJOR, Risk.LARGER)


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every programme with an internship at the post."""
    return tuple(
        _Internship(programme, programme.internship or Internship(), compilation).binder()
        for programme in compilation.inputs.programmes
        if any(one.legal_type == "post" for one in programme.segments)
    )


DOCUMENT = Document(name="internship_plan", version=1, rank=32, compose=compose)


@dataclass(frozen=True, slots=True)
class _Internship:
    programme: ProgrammeFile
    written: Internship
    all: Compilation

    @property
    def _address(self) -> str:
        return f"@programme/{self.programme.id}"

    @property
    def _plans(self) -> tuple[MentoringPlan, ...]:
        """One plan for each job: plans of groups differ in weeks only."""
        own = {one.job: one for one in reversed(self.all.mentoring) if one.programme == self.programme.id}
        return tuple(reversed(own.values()))

    def binder(self) -> Binder:
        """The plan with the sections that the rules ask for."""
        binder = PlanBinder(
            "internship",
            DOCUMENT.name,
            sentence("internship.title", title=self.programme.major.title),
            self.programme,
            self.all.inputs.settings.as_of,
        )
        sections = {
            "organisation": self._organisation(),
            "posts": self._posts(),
            "time": self._time(),
            "content": self._content(),
            "management": self._management(),
            "safety": self._safety(),
            "pay": self._pay(),
            "assessment": self._assessment(),
            "emergency": self._emergency(),
            "forbidden": self._forbidden(),
            "archive": self._archive(),
        }
        return binder.of(
            Section(name, sentence(f"internship.section.{name}"), tuple(blocks)) for name, blocks in sections.items()
        )

    # Who, where, when

    def _organisation(self) -> Iterator[Block]:
        yield Paragraph("organisation/line", sentence("internship.organisation"))
        yield partners_table(self.programme, "organisation/partners", sentence("internship.table.partners"))
        teachers = {one.id: one.title for one in self.programme.teachers}
        rows = [
            row(
                (
                    cell(self._partner(one.partner), strong=True),
                    cell(teachers.get(one.teacher or "")),
                    cell(one.unit),
                    cell(),
                ),
                f"{self._address}/{one.partner}",
            )
            for one in self.written.guides
        ]
        yield Table(
            "organisation/guides",
            columns(
                ("internship.column.plant", 28),
                ("internship.column.teacher", 26),
                ("internship.column.unit", 26),
                ("internship.column.phone", 20),
            ),
            tuple(rows) or self._open(4),
            title=sentence("internship.table.guides"),
        )
        yield facts_table(
            "organisation/approval", (("internship.approved", self.written.approved),), self._address, "plan.open"
        )

    def _posts(self) -> Iterator[Block]:
        yield Table(
            "posts/table",
            columns(
                ("internship.column.job", 18),
                ("internship.column.plant", 22),
                ("internship.column.dangers", 26),
                ("internship.column.grade", 10),
                ("internship.column.minors", 10),
                ("internship.column.filing", 14),
                centred=("internship.column.grade", "internship.column.minors"),
            ),
            tuple(self._post(one.job) for one in self._plans) or self._open(6),
            title=sentence("internship.table.posts"),
        )
        yield Paragraph("posts/line", sentence("internship.posts"))
        yield Table(
            "posts/inspections",
            columns(
                ("internship.column.plant", 28),
                ("internship.column.date", 16),
                ("internship.column.by", 34),
                ("internship.column.report", 22),
            ),
            tuple(
                row(
                    (cell(self._partner(one.partner), strong=True), cell(one.on), cell(one.by), cell(one.report)),
                    f"{self._address}/{one.partner}",
                )
                for one in self.written.inspections
            )
            or self._open(4),
            title=sentence("internship.table.inspections"),
        )

    def _post(self, job: str) -> Row:
        condition = next((one for one in self.written.posts if one.job == job), None)
        placed = [one.plant for one in self.programme.groups if one.job == job and one.plant]
        plants = placed or [one.partner for one in self.programme.mentors if job in one.jobs]
        titles = [self._partner(one) for one in dict.fromkeys(plants)]
        filed = [one for one in self.written.filings if one.job in (None, job)]
        sop = self.all.sops[job]
        return row(
            (
                cell(sop.title, strong=True),
                cell(*titles),
                cell(*(one.title for one in sop.hazards if one.risk in _GRAVE)),
                cell(condition.grade if condition else None),
                cell(sentence(f"internship.minors.{condition.minors}".lower())) if condition else cell(),
                cell(*(one.number for one in filed)),
            ),
            job,
        )

    def _time(self) -> Iterator[Block]:
        yield Table(
            "time/table",
            columns(
                ("programme.column.segment", 20),
                ("internship.column.semester", 14),
                ("programme.column.legal", 16),
                ("programme.column.role", 14),
                ("internship.column.weeks", 18),
                ("column.hours", 18),
                centred=("internship.column.semester", "internship.column.weeks", "column.hours"),
            ),
            tuple(self._segments()),
            title=sentence("internship.table.time"),
        )
        facts = (("internship.hours", self.written.hours), ("internship.basis", self.programme.basis))
        yield facts_table("time/facts", facts, self._address, "plan.open")

    def _segments(self) -> Iterator[Row]:
        plan = self._plans[0] if self._plans else None
        for segment in self.programme.segments:
            if segment.legal_type == "none":
                continue
            own = next((one for one in plan.segments if one.id == segment.id), None) if plan else None
            weeks = sorted({number for number, _ in own.weeks}) if own else []
            yield row(
                (
                    cell(segment.title, strong=True),
                    cell("—".join(dict.fromkeys((str(weeks[0]), str(weeks[-1])))) if weeks else None),
                    cell(sentence(f"legal.{segment.legal_type}")),
                    cell(sentence(f"learner.{segment.role}")),
                    cell(sentence("internship.weeks", all=len(own.weeks) if own else 0, post=segment.weeks)),
                    cell(segment.weeks * segment.hours_per_week),
                ),
                f"{self._address}/{segment.id}",
            )

    # What

    def _content(self) -> Iterator[Block]:
        posts = {one.id for one in self.programme.segments if one.legal_type != "none"}
        yield Paragraph("content/line", sentence("internship.content"))
        for plan in self._plans:
            title = self.all.sops[plan.job].title
            yield Heading(f"content/{plan.job}/title", title, derived_from=(plan.job,))
            yield Table(
                f"content/{plan.job}",
                columns(
                    ("column.number", 8),
                    ("internship.column.task", 36),
                    ("column.training", 20),
                    ("internship.column.reached", 36),
                    centred=("column.number",),
                ),
                tuple(
                    row(
                        (
                            cell(place),
                            cell(one.title, strong=True),
                            cell(sentence(f"outcome.{one.outcome}")),
                            cell(*_reached(plan, one, posts)),
                        ),
                        *one.derived_from,
                    )
                    for place, one in enumerate(plan.tasks, start=1)
                ),
            )

    def _management(self) -> Iterator[Block]:
        yield lines(
            "management/list", tuple(sentence(f"internship.management.{n}") for n in range(1, 9)), self._address
        )

    def _safety(self) -> Iterator[Block]:
        safety = self.written.safety
        tested = sentence("internship.safety.test" if safety and safety.test else "plan.open")
        hours = sentence("internship.safety.hours", hours=safety.hours) if safety else None
        yield facts_table(
            "safety/facts",
            (
                ("internship.safety.hours.title", hours),
                ("internship.safety.test.title", tested),
                ("internship.safety.protection", safety.protection if safety else None),
            ),
            self._address,
            "plan.open",
        )
        yield lines("safety/list", tuple(sentence(f"internship.safety.{n}") for n in range(1, 7)), self._address)

    def _pay(self) -> Iterator[Block]:
        pay = self.written.pay
        yield facts_table(
            "pay/facts",
            (
                ("internship.pay.amount", _amount(pay)),
                ("internship.pay.way", _way(pay)),
                ("internship.pay.account", pay.account if pay else None),
                ("internship.insurance", self.written.insurance),
                ("internship.lodging", self.written.lodging),
            ),
            self._address,
            "plan.open",
        )
        share = self.all.inputs.profile.numbers.get("internship-pay-share")
        if share:
            least = f"{share.value * 100:g} %"
            yield Paragraph("pay/source", sentence("internship.pay.source", least=least, source=share.source))

    def _assessment(self) -> Iterator[Block]:
        yield lines(
            "assessment/list", tuple(sentence(f"internship.assessment.{n}") for n in range(1, 6)), self._address
        )

    def _emergency(self) -> Iterator[Block]:
        if self.written.emergency:
            yield Paragraph("emergency/text", self.written.emergency, derived_from=(self._address,))
        yield lines("emergency/list", tuple(sentence(f"internship.emergency.{n}") for n in range(1, 6)), self._address)

    def _forbidden(self) -> Iterator[Block]:
        yield Paragraph("forbidden/line", sentence("internship.forbidden"))
        yield lines("forbidden/list", tuple(sentence(f"internship.never.{n}") for n in range(1, 10)), self._address)

    def _archive(self) -> Iterator[Block]:
        yield Checklist(
            "archive/list",
            tuple(item(sentence(f"internship.archive.{n}"), self._address) for n in range(1, 9)),
            sentence("internship.archive"),
        )
        yield Signatures(
            "archive/signatures", tuple(sentence(f"internship.sign.{one}") for one in ("college", "plant", "approved"))
        )

    def _partner(self, name: str) -> Phrase | None:
        found = partner_of(self.programme, name)
        return found.title if found else None

    def _open(self, width: int) -> tuple[Row, ...]:
        return (row((cell(sentence("plan.open"), columns=width),)),)


def _reached(plan: MentoringPlan, task: MentoringTask, posts: Container[str]) -> Iterator[Phrase]:
    """How far an apprentice goes with a task in each segment of the internship; emergencies in drills only."""
    for segment in plan.segments:
        own = [OPERATING.index(one.level) for one in segment.rows if one.task == task.id]
        if own and segment.id in posts:
            level = sentence(f"operating.{OPERATING[max(own)]}")
            drilled = task.drill and max(own) > 0
            code = "internship.reached.drill" if drilled else "internship.reached"
            yield sentence(code, segment=segment.title, level=level)


def _amount(pay: Pay | None) -> Phrase | None:
    if pay is None or pay.share is None:
        return None
    return sentence(f"internship.pay.{pay.of}", share=pay.share)


def _way(pay: Pay | None) -> Phrase | None:
    if pay is None or not (pay.direct and pay.money):
        return None
    return sentence("internship.pay.direct", months=pay.period_months)
