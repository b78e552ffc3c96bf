"""Agreements of three parties and consent (三方协议、知情同意书), as templates to fill in and sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sopcurric.leaves.plan_sections import PlanBinder, Section, blanks, facts_table, lines, partner_of
from sopcurric.model.agreements import Term, entrusted_terms, internship_terms
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.agreements import Agreements, EntrustedAgreement, InternshipAgreement
from sopcurric.model.files.internship import Internship
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.layout import field
from sopcurric.model.publication import Binder, Block, Callout, Fields, Heading, Item, Paragraph, Signatures
from sopcurric.model.text import sentence
from sopcurric.plugin import Document


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every programme that says something of agreements or of its internship."""
    return tuple(
        _Agreements(programme, compilation).binder()
        for programme in compilation.inputs.programmes
        if programme.agreements or programme.internship
    )


DOCUMENT = Document(name="agreements", version=1, rank=34, compose=compose)


@dataclass(frozen=True, slots=True)
class _Agreements:
    programme: ProgrammeFile
    all: Compilation

    @property
    def _address(self) -> str:
        return f"@programme/{self.programme.id}"

    @property
    def _written(self) -> Agreements:
        return self.programme.agreements or Agreements()

    def binder(self) -> Binder:
        """The templates, each for itself."""
        binder = PlanBinder(
            "agreements",
            DOCUMENT.name,
            sentence("agreement.title", title=self.programme.major.title),
            self.programme,
            self.all.inputs.settings.as_of,
            loose=True,
        )
        entrusted, internship = self._written.entrusted, self._written.internship
        sections = [Section("about", sentence("agreement.section.about"), tuple(self._about()))]
        if entrusted:
            sections.append(
                Section("entrusted", sentence("agreement.section.entrusted"), tuple(self._entrusted(entrusted)))
            )
        if internship:
            sections.append(
                Section("internship", sentence("agreement.section.internship"), tuple(self._internship(internship)))
            )
        if any(one.legal_type == "post" for one in self.programme.segments):
            sections.append(Section("consent", sentence("agreement.section.consent"), tuple(self._consent())))
        return binder.of(replace(one, label=str(number)) for number, one in enumerate(sections, start=1))

    def _about(self) -> Iterator[Block]:
        yield Callout(
            "about/template",
            sentence("agreement.template"),
            tuple(Item(sentence(f"agreement.about.{n}")) for n in range(1, 5)),
            tone="caution",
        )

    def _entrusted(self, own: EntrustedAgreement) -> Iterator[Block]:
        yield self._parties("entrusted", own.parties)
        yield from self._terms("entrusted", entrusted_terms(own))
        yield Signatures(
            "entrusted/signatures",
            tuple(sentence(f"agreement.sign.{one}") for one in ("group", "college", "plant")),
        )

    def _internship(self, own: InternshipAgreement) -> Iterator[Block]:
        yield self._parties("internship", own.parties)
        yield blanks(
            "internship/student", *(f"agreement.student.{one}" for one in ("number", "class", "birth", "guardian"))
        )
        yield from self._terms("internship", internship_terms(own))
        yield Signatures(
            "internship/signatures",
            tuple(sentence(f"agreement.sign.{one}") for one in ("college", "plant", "student", "guardian")),
        )

    def _parties(self, key: str, parties: Sequence[str]) -> Fields:
        """The parties with places for what nobody writes into a repository."""
        found = []
        for name in parties:
            partner = partner_of(self.programme, name)
            if partner:
                found.append(field(f"agreement.party.{partner.role}", partner.title, f"{self._address}/{name}"))
        return Fields(f"{key}/parties", (*found, *blanks("", *_PARTY_BLANKS).fields))

    def _terms(self, key: str, terms: Sequence[Term]) -> Iterator[Block]:
        for number, term in enumerate(terms, start=1):
            place = sentence(f"agreement.number.{number}")
            title = sentence("agreement.article", number=place, title=sentence(f"agreement.{key}.{term.name}"))
            yield Heading(f"{key}/{term.name}/title", title)
            yield Paragraph(
                f"{key}/{term.name}",
                term.text or sentence("agreement.open"),
                derived_from=(self._address,),
            )

    def _consent(self) -> Iterator[Block]:
        internship = self.programme.internship or Internship()
        yield Paragraph("consent/line", sentence("agreement.consent"))
        terms = {one.name: one.text for one in internship_terms(self._written.internship or InternshipAgreement())}
        yield facts_table(
            "consent/facts",
            (
                ("agreement.internship.post", terms["post"]),
                ("agreement.internship.period", terms["period"]),
                ("agreement.internship.hours", terms["hours"] or internship.hours),
                ("agreement.internship.pay", terms["pay"] or (internship.pay.account if internship.pay else None)),
                ("agreement.internship.insurance", terms["insurance"] or internship.insurance),
                ("agreement.internship.protection", terms["protection"]),
                ("agreement.internship.lodging", terms["lodging"] or internship.lodging),
            ),
            self._address,
            "plan.open",
        )
        yield lines("consent/list", tuple(sentence(f"agreement.consent.{n}") for n in range(1, 6)), self._address)
        yield blanks(
            "consent/fields", *(f"agreement.student.{one}" for one in ("number", "class", "birth", "relation"))
        )
        yield Signatures(
            "consent/signatures", tuple(sentence(f"agreement.sign.{one}") for one in ("student", "guardian"))
        )


_PARTY_BLANKS = tuple(f"agreement.party.{one}" for one in ("address", "representative", "contact", "number"))
