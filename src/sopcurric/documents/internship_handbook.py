"""Internship handbooks (岗位实习手册): rules, rights, contacts, log with tasks of the week, summary, appraisal."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopcurric.leaves.plan_sections import PlanBinder, Section, blanks, lines
from sopcurric.model.compilation import Compilation
from sopcurric.model.enumerating import joined
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.mentoring import MentoringPlan, MentoringSegment
from sopcurric.model.publication import Binder, Block, Callout, Fields, Heading, Item, Paragraph, Row, Signatures, Table
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document

_MONTH = 4
"""Weeks on one table of the log, which a summary of the month follows."""
_LEVELS = ("plant", "workshop", "team")


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A handbook for every programme with an internship at the post."""
    return tuple(
        _Handbook(programme, compilation).binder()
        for programme in compilation.inputs.programmes
        if any(one.legal_type == "post" for one in programme.segments)
    )


DOCUMENT = Document(name="internship_handbook", version=1, rank=33, compose=compose)


@dataclass(frozen=True, slots=True)
class _Handbook:
    programme: ProgrammeFile
    all: Compilation

    @property
    def _address(self) -> str:
        return f"@programme/{self.programme.id}"

    def binder(self) -> Binder:
        """The handbook."""
        binder = PlanBinder(
            "handbook",
            DOCUMENT.name,
            sentence("handbook.title", title=self.programme.major.title),
            self.programme,
            self.all.inputs.settings.as_of,
        )
        return binder.of(
            (
                self._section("about", self._about()),
                self._section("rules", self._rules()),
                self._section("rights", self._rights()),
                self._section("contacts", self._contacts()),
                self._section("safety", self._safety()),
                *(self._log(one) for one in self.all.mentoring if one.programme == self.programme.id),
                self._section("report", self._report()),
                self._section("appraisal", self._appraisal()),
            )
        )

    def _section(self, name: str, blocks: Iterator[Block]) -> Section:
        return Section(name, sentence(f"handbook.section.{name}"), tuple(blocks))

    def _about(self) -> Iterator[Block]:
        yield Paragraph("about/line", sentence("handbook.about"))
        yield blanks(
            "about/fields",
            *(f"handbook.{one}" for one in ("number", "class", "plant", "job", "mentor", "teacher", "from", "until")),
        )
        yield lines("about/use", tuple(sentence(f"handbook.use.{n}") for n in range(1, 5)), self._address)

    def _rules(self) -> Iterator[Block]:
        yield lines("rules/list", tuple(sentence(f"handbook.rule.{n}") for n in range(1, 10)), self._address)

    def _rights(self) -> Iterator[Block]:
        yield lines("rights/list", tuple(sentence(f"handbook.right.{n}") for n in range(1, 8)), self._address)
        yield Callout(
            "rights/never",
            sentence("handbook.never"),
            tuple(Item(sentence(f"internship.never.{n}")) for n in range(1, 10)),
            tone="caution",
        )
        yield Paragraph("rights/help", sentence("handbook.help"))

    def _contacts(self) -> Iterator[Block]:
        yield Table(
            "contacts/table",
            columns(("handbook.column.who", 40), ("handbook.column.place", 30), ("internship.column.phone", 30)),
            tuple(
                row((cell(one, strong=True), cell(), cell()))
                for one in (sentence(f"handbook.contact.{n}") for n in range(1, 8))
            ),
        )
        yield Paragraph("contacts/line", sentence("handbook.contacts"))

    def _safety(self) -> Iterator[Block]:
        yield Paragraph("safety/line", sentence("handbook.safety"))
        yield Table(
            "safety/table",
            columns(
                ("handbook.column.level", 12),
                ("column.content", 40),
                ("column.hours", 9),
                ("internship.column.date", 13),
                ("handbook.column.result", 12),
                ("handbook.column.sign", 14),
            ),
            tuple(
                row(
                    (
                        cell(sentence(f"handbook.safety.{one}"), strong=True),
                        cell(sentence(f"handbook.safety.{one}.content")),
                        *(cell() for _ in range(4)),
                    )
                )
                for one in _LEVELS
            ),
            title=sentence("handbook.table.safety"),
        )
        yield Paragraph("safety/promise", sentence("handbook.safety.promise"))
        yield Signatures("safety/signatures", (sentence("mentoring.sign.apprentice"), sentence("handbook.sign.safety")))

    # The log

    def _log(self, plan: MentoringPlan) -> Section:
        name = ".".join(("log", plan.job.replace(":", "."), *plan.groups[:1]))
        title = sentence("handbook.section.log", job=self.all.sops[plan.job].title)
        return Section(name, title, tuple(self._weeks(plan)))

    def _weeks(self, plan: MentoringPlan) -> Iterator[Block]:
        key = ".".join((plan.job, *plan.groups[:1]))
        posts = {one.id for one in self.programme.segments if one.legal_type == "post"}
        for segment in plan.segments:
            if segment.id not in posts:
                continue
            yield Heading(
                f"{key}/{segment.id}/title",
                sentence("handbook.segment", title=segment.title, weeks=len(segment.weeks)),
                derived_from=(f"{self._address}/{segment.id}",),
            )
            for number, start in enumerate(range(0, len(segment.weeks), _MONTH), start=1):
                weeks = range(start + 1, min(start + _MONTH, len(segment.weeks)) + 1)
                yield _month(f"{key}/{segment.id}/{number}", plan, segment, weeks)
                yield blanks(
                    f"{key}/{segment.id}/{number}/summary",
                    *(f"handbook.summary.{one}" for one in ("done", "learnt", "open", "mentor")),
                )

    def _report(self) -> Iterator[Block]:
        yield Paragraph("report/line", sentence("handbook.report"))
        yield lines("report/list", tuple(sentence(f"handbook.report.{n}") for n in range(1, 6)), self._address)

    def _appraisal(self) -> Iterator[Block]:
        yield blanks(
            "appraisal/fields",
            *(f"handbook.{one}" for one in ("number", "class", "plant", "job", "from", "until")),
        )
        yield Table(
            "appraisal/table",
            columns(
                ("handbook.column.item", 50),
                ("handbook.column.plant", 16),
                ("handbook.column.college", 16),
                ("mentoring.column.remark", 18),
            ),
            tuple(
                row((cell(one), cell(), cell(), cell()))
                for one in (sentence(f"handbook.appraisal.{n}") for n in range(1, 9))
            ),
            title=sentence("handbook.table.appraisal"),
        )
        yield Fields("appraisal/words", blanks("", *_words()).fields)
        yield Signatures(
            "appraisal/signatures",
            tuple(sentence(f"mentoring.sign.{one}") for one in ("mentor", "plant", "college")),
        )


def _words() -> tuple[str, ...]:
    return tuple(f"handbook.words.{one}" for one in ("learner", "mentor", "plant", "college", "result"))


def _month(key: str, plan: MentoringPlan, segment: MentoringSegment, weeks: range) -> Table:
    return Table(
        key,
        columns(
            ("mentoring.column.week", 9),
            ("handbook.column.tasks", 36),
            ("handbook.column.log", 42),
            ("handbook.column.mentor", 13),
            centred=("mentoring.column.week",),
        ),
        tuple(_week(plan, segment, week) for week in weeks),
        title=sentence("handbook.table.log", first=weeks[0], last=weeks[-1]),
    )


def _week(plan: MentoringPlan, segment: MentoringSegment, week: int) -> Row:
    names = {task.id: task for task in plan.tasks}
    own = [one for one in segment.rows if one.first <= week <= one.last]
    levels: dict[str, list[Phrase]] = {}
    for one in own:
        levels.setdefault(one.task, []).append(sentence(f"operating.{one.level}"))
    tasks: list[Phrase] = [
        sentence("handbook.task", title=names[task].title, level=joined("handbook.then", reached))
        for task, reached in levels.items()
    ]
    sources = tuple(dict.fromkeys(address for one in own for address in one.derived_from))
    return row(
        (
            cell(week),
            cell(*(tasks or [sentence("handbook.task.shift")])),
            cell(*(sentence(f"handbook.log.{n}") for n in range(1, 4))),
            cell(),
        ),
        *sources,
    )
