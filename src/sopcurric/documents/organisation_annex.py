"""The annex on organisation (组织保障附件): leaders, duties, methods, costs, teachers, lists of majors."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import get_args

from sopcurric.leaves.partners import partners_table
from sopcurric.leaves.plan_sections import PlanBinder, Section, partner_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.organisation import (
    Answering,
    Cost,
    ListedMajor,
    MajorList,
    MethodTable,
    Organisation,
    Responsibility,
)
from sopcurric.model.files.programme import Partner, ProgrammeFile
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.methods import called, elements_of
from sopcurric.model.organisation import (
    SIDES,
    Lack,
    borne,
    borne_of_all,
    lack_of,
    organised,
    part_in,
    share_of,
    shown,
    sum_of,
)
from sopcurric.model.publication import (
    TEACHING_STAFF,
    Binder,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.teaching import Required, required_of, teaching
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document

_MOST_COLUMNS = 8
"""So many partners have a column each; more of them stand together by role."""
_FIRST_COLUMN = 24
"""Width of the first column of tables that have a column for each partner, in per cent."""


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every programme that says how it is organised."""
    return tuple(_Annex(programme, own, compilation).binder() for programme, own in organised(compilation))


DOCUMENT = Document(name="organisation_annex", version=1, rank=24, compose=compose)


@dataclass(frozen=True, slots=True)
class _Party:
    """What has a column: a partner, or the `partners` of a role."""

    title: Phrase
    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class _Annex:
    programme: ProgrammeFile
    own: Organisation
    all: Compilation

    @property
    def _address(self) -> str:
        return f"@programme/{self.programme.id}"

    def binder(self) -> Binder:
        """The annex, for those who teach and register: learners do not get what partners pay."""
        binder = PlanBinder(
            "organisation",
            DOCUMENT.name,
            sentence("organisation.title", title=self.programme.major.title),
            self.programme,
            self.all.inputs.settings.as_of,
        )
        wide = {"responsibilities", "methods", "costs", "teachers", "majors"}
        sections = {
            "leaders": self._leaders(),
            "responsibilities": self._responsibilities(),
            "methods": self._methods(),
            "costs": self._costs(),
            "teachers": self._teachers(),
            "majors": self._majors(),
            "signatures": self._signatures(),
        }
        made = binder.of(
            Section(name, sentence(f"organisation.section.{name}"), tuple(blocks), wide=name in wide)
            for name, blocks in sections.items()
        )
        return replace(made, readers=TEACHING_STAFF)

    def _partner(self, name: str) -> Phrase:
        partner = partner_of(self.programme, name)
        return partner.title if partner else sentence("plain", value=name)

    # Who

    def _leaders(self) -> Iterator[Block]:
        yield Paragraph("leaders/line", sentence("organisation.leaders.line"))
        rows = [
            row(
                (
                    cell(sentence(f"organisation.side.{one.side}")),
                    cell(one.name, strong=True),
                    cell(one.title),
                    cell(self._partner(one.partner)),
                    cell(),
                ),
                self._address,
            )
            for side in SIDES
            for one in self.own.leaders
            if one.side == side
        ]
        named = {one.side for one in self.own.leaders}
        rows += [
            row(
                (
                    cell(sentence(f"organisation.side.{side}")),
                    cell(sentence("organisation.open"), columns=4),
                ),
                self._address,
            )
            for side in SIDES
            if side not in named
        ]
        yield Table(
            "leaders/table",
            columns(
                ("organisation.column.side", 12),
                ("organisation.column.name", 24),
                ("organisation.column.post", 24),
                ("programme.column.partner", 24),
                ("organisation.column.signature", 16),
                centred=("organisation.column.side",),
            ),
            tuple(rows),
            title=sentence("organisation.table.leaders"),
        )
        yield partners_table(self.programme, "leaders/partners", sentence("organisation.table.partners"))

    def _responsibilities(self) -> Iterator[Block]:
        items = self.own.responsibilities
        if not items:
            return
        yield Paragraph("responsibilities/line", sentence("organisation.responsibilities.line"))
        yield Table(
            "responsibilities/matrix",
            (*columns(("organisation.column.item", _FIRST_COLUMN)), *self._party_columns(100 - _FIRST_COLUMN)),
            tuple(
                row(
                    (
                        cell(one.title, strong=True),
                        *(_parts(one, party) for party in self._parties()),
                    ),
                    self._address,
                )
                for one in items
            ),
            title=sentence("organisation.table.matrix"),
        )
        yield self._both(
            "responsibilities/both",
            "organisation.column.item",
            ((one.title, one.school, one.company) for one in items),
            sentence("organisation.table.both"),
        )

    def _parties(self) -> tuple[_Party, ...]:
        """What has a column of its own: every partner, or every role where there are many partners."""
        partners = self.programme.partners
        if len(partners) <= _MOST_COLUMNS:
            return tuple(_Party(one.title, (one,)) for one in partners)
        return tuple(
            _Party(sentence(f"party.{role}"), own)
            for role in _ROLES
            if (own := tuple(one for one in partners if one.role == role))
        )

    def _party_columns(self, width: int) -> tuple[Column, ...]:
        parties = self._parties()
        return tuple(Column(one.title, width // len(parties), "center") for one in parties)

    def _both(
        self,
        key: str,
        first: str,
        items: Iterable[tuple[Phrase, Answering | None, Answering | None]],
        title: Phrase,
    ) -> Table:
        """Items with who answers for them on both sides; what is missing is to be named."""
        return Table(
            key,
            columns(
                (first, 16),
                ("organisation.column.school", 23),
                ("organisation.column.school-evidence", 19),
                ("organisation.column.company", 23),
                ("organisation.column.company-evidence", 19),
            ),
            tuple(
                row((cell(name, strong=True), *_answering(school), *_answering(company)), self._address)
                for name, school, company in items
            ),
            title=title,
        )

    def _methods(self) -> Iterator[Block]:
        if not self.own.methods:
            return
        yield Paragraph("methods/line", sentence("organisation.methods.line"))
        for place, one in enumerate(self.own.methods):
            yield from self._method(f"methods/{place}", one)

    def _method(self, key: str, one: MethodTable) -> Iterator[Block]:
        """A method in the order of its elements; those that nobody answers for are to be named."""
        elements = elements_of(one.method, one.elements)
        written = {each.element: each for each in reversed(one.rows)}
        names = tuple(dict.fromkeys((*elements, *(each.element for each in one.rows))))
        title = sentence("organisation.method", name=called(one.method), elements="、".join(names))
        yield Heading(f"{key}/title", sentence("plain", value=called(one.method)))
        yield self._both(
            f"{key}/table",
            "organisation.column.element",
            (
                (sentence("plain", value=name), own.school if own else None, own.company if own else None)
                for name, own in ((name, written.get(name)) for name in names)
            ),
            title,
        )

    # Costs

    def _costs(self) -> Iterator[Block]:
        costs, parties = self.own.costs, self._parties()
        if not costs:
            return
        yield Paragraph("costs/line", sentence("organisation.costs.line"))
        rows = [
            row(
                (
                    cell(one.title, strong=True),
                    cell(one.amount),
                    *(_shares(one, party) for party in parties),
                    cell(sentence("percent", value=shown(sum_of(one)))),
                    cell(one.source),
                ),
                self._address,
            )
            for one in costs
        ]
        rows.append(self._total(parties))
        yield Table(
            "costs/table",
            (
                *columns(
                    ("organisation.column.cost", 15),
                    ("organisation.column.amount", 10),
                    centred=("organisation.column.amount",),
                ),
                *self._party_columns(50),
                *columns(
                    ("organisation.column.sum", 9),
                    ("organisation.column.source", 16),
                    centred=("organisation.column.sum",),
                ),
            ),
            tuple(rows),
            title=sentence("organisation.table.costs"),
        )
        without = sum(one.amount is None for one in costs)
        if without:
            yield Paragraph("costs/without", sentence("organisation.costs.without", number=without))
        if len(parties) < len(self.programme.partners):
            yield self._details()

    def _details(self) -> Table:
        """Who bears how much, line by line, where the columns are of roles."""
        return Table(
            "costs/details",
            columns(
                ("organisation.column.cost", 34),
                ("programme.column.partner", 36),
                ("organisation.column.share", 30),
                centred=("organisation.column.share",),
            ),
            tuple(
                row(
                    (
                        cell(one.title, strong=True),
                        cell(partner.title),
                        _share(share_of(one, partner.id), borne(one, partner.id)),
                    ),
                    f"{self._address}/{partner.id}",
                )
                for one in self.own.costs
                for partner in self.programme.partners
                if partner.id in one.shares
            ),
            title=sentence("organisation.table.details"),
        )

    def _total(self, parties: Sequence[_Party]) -> Row:
        """Amounts of all costs, and what each party bears of them."""
        every = sum(one.amount or 0 for one in self.own.costs)
        own = [sum((borne_of_all(self.own.costs, one.id) for one in each.partners), Decimal(0)) for each in parties]
        return row(
            (
                cell(sentence("total"), strong=True),
                cell(every or None, strong=True),
                *(_share(100 * one / every, one) if every else cell() for one in own),
                cell(sentence("percent", value=shown(100 * sum(own, Decimal(0)) / every))) if every else cell(),
                cell(),
            ),
            self._address,
        )

    # Teachers

    def _teachers(self) -> Iterator[Block]:
        if not self.programme.teachers:
            return
        modules = [(course, module) for course in self.all.design.courses for module in course.modules]
        asked = [required_of(module, self.all) for _, module in modules]
        teams = [tuple(teaching(course, self.programme)) for course, _ in modules]
        fit = [tuple(who for who in team if one.met_by(who)) for one, team in zip(asked, teams, strict=True)]
        yield Paragraph("teachers/line", sentence("organisation.teachers.line"))
        yield self._grades({one.id: sum(one in able for able in fit) for one in self.programme.teachers})
        yield Table(
            "teachers/modules",
            columns(
                ("organisation.column.module", 36),
                ("organisation.column.theory", 8),
                ("organisation.column.practice", 8),
                ("organisation.column.teaching", 8),
                ("organisation.column.dual", 12),
                ("organisation.column.fit", 28),
                centred=_CENTRED,
            ),
            tuple(
                row(
                    (
                        cell(sentence("organisation.module", course=course.title, module=module.title), strong=True),
                        *_required(one),
                        cell(*(who.title for who in able)) if able else _lack(lack_of(one, team)),
                    ),
                    *dict.fromkeys(address for task in module.tasks for address in task.derived_from),
                )
                for (course, module), one, team, able in zip(modules, asked, teams, fit, strict=True)
            ),
            title=sentence("organisation.table.modules"),
        )
        able = sum(map(bool, fit))
        yield Paragraph(
            "teachers/sum", sentence("organisation.fit.sum", total=len(fit), fit=able, open=len(fit) - able)
        )

    def _grades(self, modules: dict[str, int]) -> Table:
        return Table(
            "teachers/table",
            columns(
                ("organisation.column.teacher", 20),
                ("organisation.column.kind", 10),
                ("organisation.column.theory", 8),
                ("organisation.column.practice", 8),
                ("organisation.column.teaching", 8),
                ("organisation.column.research", 8),
                ("organisation.column.dual", 8),
                ("organisation.column.evidence", 21),
                ("organisation.column.modules", 9),
                centred=(*_CENTRED, "organisation.column.kind", "organisation.column.modules"),
            ),
            tuple(
                row(
                    (
                        cell(one.title, strong=True),
                        cell(sentence(f"standard.teacher.{one.kind}")),
                        cell(one.theory),
                        cell(one.practice),
                        cell(one.teaching),
                        cell(one.research),
                        cell(sentence("programme.yes") if one.dual else sentence("programme.none")),
                        cell(*one.evidence),
                        cell(modules[one.id]),
                    ),
                    f"{self._address}/{one.id}",
                )
                for one in self.programme.teachers
            ),
            title=sentence("organisation.table.teachers"),
        )

    # Majors

    def _majors(self) -> Iterator[Block]:
        if not self.own.majors:
            return
        yield Paragraph("majors/line", sentence("organisation.majors.line"))
        for name in get_args(MajorList):
            own = tuple(one for one in self.own.majors if one.list == name)
            yield Table(
                f"majors/{name}",
                columns(
                    ("organisation.column.code", 9),
                    ("organisation.column.major", 17),
                    ("organisation.column.reason", 30),
                    ("organisation.column.decided", 11),
                    ("organisation.column.signed-company", 11),
                    ("organisation.column.signed-school", 11),
                    ("organisation.column.signed-industry", 11),
                ),
                tuple(row(_major(one), self._address) for one in own)
                or (Row((cell(sentence("organisation.list.none"), columns=7),)),),
                title=sentence(f"organisation.list.{name}"),
            )

    def _signatures(self) -> Iterator[Block]:
        yield Paragraph("signatures/line", sentence("organisation.signatures.line"))
        yield Signatures(
            "signatures/partners",
            tuple(sentence("organisation.sign", title=one.title) for one in self.programme.partners),
        )


_ROLES = ("group", "college", "plant", "industry")
_CENTRED = tuple(f"organisation.column.{one}" for one in ("theory", "practice", "teaching", "research", "dual"))


def _answering(side: Answering | None) -> tuple[Cell, Cell]:
    """Who and what, and the evidence."""
    if side is None:
        return cell(sentence("organisation.open")), cell()
    evidence = cell(*side.evidence) if side.evidence else cell(sentence("organisation.open"))
    return cell(side.who, side.what), evidence


def _parts(one: Responsibility, party: _Party) -> Cell:
    """The part of a party in an item; of several partners, who leads and how many take part or are informed."""
    parts = [(partner, part_in(one, partner.id)) for partner in party.partners]
    if len(parts) == 1:
        part = parts[0][1]
        return cell(sentence(f"organisation.part.{part}"), strong=part == "lead") if part else cell()
    lines: list[Phrase] = [sentence("organisation.leading", title=who.title) for who, part in parts if part == "lead"]
    for name in ("takes-part", "informed"):
        number = sum(part == name for _, part in parts)
        if number:
            lines.append(sentence("organisation.several", part=sentence(f"organisation.part.{name}"), number=number))
    return cell(*lines, strong=any(part == "lead" for _, part in parts))


def _shares(one: Cost, party: _Party) -> Cell:
    """What a party bears of a cost."""
    own = [partner.id for partner in party.partners if partner.id in one.shares]
    if not own:
        return cell()
    yuan = [borne(one, name) or Decimal(0) for name in own]
    share = sum((share_of(one, name) or Decimal(0) for name in own), Decimal(0))
    return _share(share, sum(yuan, Decimal(0)) if one.amount is not None else None)


def _share(share: Decimal | None, yuan: Decimal | None) -> Cell:
    """A share in per cent with what it is in yuan, where that is known."""
    if share is None:
        return cell()
    amount = None if yuan is None else sentence("organisation.yuan", value=shown(yuan))
    return cell(sentence("percent", value=shown(share)), amount)


def _required(one: Required) -> tuple[Cell, ...]:
    asked = sentence("organisation.dual.asked") if one.dual else sentence("programme.none")
    return cell(one.theory), cell(one.practice), cell(one.teaching), cell(asked)


def _lack(lack: Lack | None) -> Cell:
    """What the team lacks, one line each."""
    if lack is None:
        return cell()
    lines = [sentence(f"organisation.lack.{name}", value=value) for name, value in lack.grades]
    if lack.dual:
        lines.append(sentence("organisation.lack.dual"))
    return cell(*(lines or [sentence("organisation.lack.together")]))


def _major(one: ListedMajor) -> tuple[Cell, ...]:
    return (
        cell(one.code),
        cell(one.title, strong=True),
        cell(*one.evidence) if one.evidence else cell(sentence("organisation.open")),
        cell(one.decided_on),
        *(cell(one.signed.get(side)) for side in SIDES),
    )
