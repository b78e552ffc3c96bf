"""Sections of plans of a programme, as binders of mentoring, internship and agreements print them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sopcurric.model.files.programme import Partner, ProgrammeFile
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.publication import Binder, Block, Chapter, Fields, Leaf, LeafKind, Listing, Paragraph, Table
from sopcurric.model.text import Phrase, sentence


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its name in addresses, its title, its blocks; `wide` ones are printed across.

    `label` stands beside page numbers of papers of their own; without one the name does.
    """

    name: str
    title: Phrase
    blocks: tuple[Block, ...]
    wide: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class PlanBinder:
    """What tells a binder of a programme from others: `prefix` of its id, kind of document, title, day it is as of.

    Sections of `loose` ones are papers of their own, each on pages of its own.
    """

    prefix: str
    document: str
    title: Phrase
    programme: ProgrammeFile
    as_of: str
    loose: bool = False

    @property
    def address(self) -> str:
        """The address of the programme."""
        return f"@programme/{self.programme.id}"

    def of(self, sections: Iterable[Section]) -> Binder:
        """The binder with its sections; those without blocks are left out."""
        return Binder(
            id=f"{self.prefix}-{self.programme.id}",
            document=self.document,
            title=self.title,
            subtitle=sentence("programme.cohort", cohort=self.programme.cohort),
            facts=(
                field("programme.major", self.programme.major.title),
                field("programme.code", self.programme.major.code),
                field("book.asof", self.as_of),
            ),
            chapters=tuple(self._chapter(one) for one in sections if one.blocks),
            loose=self.loose,
            derived_from=(self.address,),
        )

    def _chapter(self, section: Section) -> Chapter:
        leaf = Leaf(
            id=f"{self.prefix}-{self.programme.id}-{section.name}",
            kind=LeafKind.SECTION,
            label=section.label or section.name,
            title=section.title,
            blocks=section.blocks,
            derived_from=(self.address,),
            issued=self.as_of,
            wide=section.wide,
        )
        return Chapter(leaf.id, leaf.label, section.title, None, (leaf,))


def partner_of(programme: ProgrammeFile, name: str) -> Partner | None:
    """A partner by id."""
    return next((one for one in programme.partners if one.id == name), None)


def partners_of(programme: ProgrammeFile, role: str) -> tuple[Partner, ...]:
    """The partners of a role."""
    return tuple(one for one in programme.partners if one.role == role)


def lines(key: str, texts: Sequence[Phrase], address: str, *, numbered: bool = True) -> Listing:
    """Texts as a list."""
    return Listing(key, tuple(item(one, address) for one in texts), numbered=numbered)


def blanks(key: str, *codes: str) -> Fields:
    """Places to write in."""
    return Fields(key, tuple(field(code) for code in codes))


def told(key: str, text: Phrase | None, open_code: str, address: str) -> Paragraph:
    """What the team wrote, or that it is still to be agreed."""
    return Paragraph(key, text or sentence(open_code), derived_from=(address,))


def facts_table(key: str, facts: Sequence[tuple[str, Phrase | None]], address: str, open_code: str) -> Table:
    """Facts by name; what nobody wrote is to be filled in."""
    return Table(
        key,
        columns(("plan.column.item", 24), ("column.content", 76)),
        tuple(
            row((cell(sentence(code), strong=True), cell(text or sentence(open_code))), address) for code, text in facts
        ),
    )
