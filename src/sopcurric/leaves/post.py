"""A post (岗位) with what its cards are made of: one job in all plants that have it, and the documents it works by."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from sopcurric.leaves.alike import grouped
from sopcurric.leaves.task_view import joined, source_of
from sopcurric.model.address import Address, job_of, without_plant
from sopcurric.model.compilation import Compilation
from sopcurric.model.identifier import derived_id
from sopcurric.model.layout import Addressed
from sopcurric.model.naming import LINKED, named
from sopcurric.model.provenance import block_sources
from sopcurric.model.publication import Audience, Block, Leaf, LeafKind
from sopcurric.model.sop import Deviation, EmergencyCard, Hazard, JobSop, Procedure
from sopcurric.model.text import Phrase, Text, sentence

Element = TypeVar("Element")
Subject = TypeVar("Subject", bound=Addressed)
_MOST_PLANTS = 3
"""As many plants as a title may name."""
SHORT: Mapping[LeafKind, str] = {
    LeafKind.OPERATION_CARD: "OP",
    LeafKind.EMERGENCY_CARD: "EM",
    LeafKind.RISK_CARD: "RK",
    LeafKind.SPOT_CHECK: "CK",
    LeafKind.SHIFT_TALK: "TK",
}
"""What the printed numbers of cards begin with, after the code of the job."""


@dataclass(frozen=True)
class Shared(Generic[Subject]):
    """Elements of one plant for which the same is printed, and the blocks that are."""

    members: tuple[Subject, ...]
    blocks: tuple[Block, ...]

    @property
    def addresses(self) -> tuple[Address, ...]:
        """The addresses of the members."""
        return tuple(one.address for one in self.members)


@dataclass(frozen=True)
class Card:
    """What one leaf is about and shows; `page` of `pages` where it has no room on one."""

    title: Phrase
    blocks: tuple[Block, ...]
    members: tuple[Address, ...]
    page: int = 1
    pages: int = 1
    wide: bool = False
    readers: tuple[Audience, ...] = ()


@dataclass(frozen=True)
class Post:
    """The SOPs of one job in all plants; of a document that no job works by, these."""

    sops: tuple[JobSop, ...]
    all: Compilation

    @cached_property
    def code(self) -> str:
        """The code of the job."""
        return min(self.sops, key=lambda sop: sop.address).code

    @property
    def title(self) -> Text:
        """What the job is called."""
        return self.sops[0].title

    @property
    def language(self) -> str:
        """The language of the project."""
        return self.all.inputs.settings.language

    @cached_property
    def homes(self) -> Mapping[Address, tuple[JobSop, ...]]:
        """The SOPs for which the elements of a document hold: an SOP for itself, those that work by it for others."""
        found: dict[Address, tuple[JobSop, ...]] = {}
        for sop in self.sops:
            for one in self.documents(sop):
                found[one.address] = (*found.get(one.address, ()), sop)
        return found

    def documents(self, sop: JobSop) -> tuple[JobSop, ...]:
        """An SOP and the documents that its job works by."""
        others = (one for one in self.all.inputs.sops if one.kind != "job-sop" and sop.address in one.jobs)
        return (sop, *others)

    @cached_property
    def procedures(self) -> tuple[Procedure, ...]:
        """The procedures with steps, plant by plant."""
        documents = (self.all.sops[one] for one in self.homes)
        return tuple(procedure for one in documents for procedure in one.procedures if procedure.steps)

    @cached_property
    def emergency_cards(self) -> tuple[EmergencyCard, ...]:
        """The emergency cards, plant by plant."""
        return tuple(card for one in self.homes for card in self.all.sops[one].emergency_cards)

    @cached_property
    def deviations(self) -> tuple[Deviation, ...]:
        """The deviations, plant by plant."""
        return tuple(one for home in self.homes for one in self.all.sops[home].deviations)

    def hazards(self, sop: JobSop) -> tuple[Hazard, ...]:
        """The hazards of a plant's SOP, of the documents beside it, and those elsewhere that its procedures name."""
        own = [hazard for one in self.documents(sop) for hazard in one.hazards]
        used = (
            address
            for one in self.documents(sop)
            for procedure in one.procedures
            for address in named(procedure, "hazards")
        )
        return tuple(dict.fromkeys((*own, *self.elements(used, Hazard))))

    def elements(self, addresses: Iterable[Address], kind: type[Element]) -> list[Element]:
        """The elements of one kind at some addresses, each once."""
        found = (self.all.elements.get(address) for address in dict.fromkeys(addresses))
        return [element for element in found if isinstance(element, kind)]

    def named_by(self, procedure: Procedure, kind: type[Element]) -> list[Element]:
        """The elements of one kind that a procedure or its steps name."""
        return self.elements((one for section in LINKED for one in named(procedure, section)), kind)

    def shared(
        self, subjects: Iterable[Subject], compose: Callable[[Subject], Iterable[Block]]
    ) -> list[Shared[Subject]]:
        """Elements of one name in one plant, put together where they print the same, in their first order.

        A card hangs at the post of one plant and says so, even where another plant has the same on its own: who reads
        it must not wonder whose it is, and what one plant changes leaves the card of the other as it is.
        """
        every = (*subjects,)
        names = dict.fromkeys(_name(one.address) for one in every)
        order = {name: place for place, name in enumerate(names)}
        groups = grouped(every, lambda one: f"{job_of(one.address)} {_name(one.address)}".casefold(), compose)
        found = [Shared(members, blocks) for members, blocks in groups]
        return sorted(found, key=lambda one: order[_name(one.addresses[0])])

    def title_of(self, group: Shared[Subject], groups: Sequence[Shared[Subject]], title: Phrase) -> Phrase:
        """The title of a card, with the plants that it is for where others have another one."""
        name = _name(group.addresses[0])
        if sum(_name(one.addresses[0]) == name for one in groups) == 1:
            return title
        known = dict(self.all.inputs.settings.organisations)
        plants = [known[one] for one in self._plants(group.addresses) if one in known]
        if not plants:
            return title
        if len(plants) > _MOST_PLANTS:
            several = sentence("job.plants", organisation=plants[0], number=len(plants))
            return sentence("cards.of", title=title, whose=several)
        return sentence("cards.of", title=title, whose=joined("join.plants", plants))

    def leaf(self, kind: LeafKind, number: int, card: Card) -> Leaf:
        """A leaf whose id follows from what it is about; it comes from all documents that something on it stands in."""
        first = min(card.members)
        homes = dict.fromkeys(map(job_of, card.members))
        homes |= dict.fromkeys(job_of(one) for block in card.blocks for one in block_sources(block))
        further = f"-{card.page}" if card.page > 1 else ""
        paged = sentence("cards.page", title=card.title, page=card.page, pages=card.pages)
        return Leaf(
            id=derived_id("card-", f"{self.code} {kind.value} {first}") + further,
            kind=kind,
            label=f"{self.code}-{SHORT[kind]}{number:02}{further}",
            title=paged if card.pages > 1 else card.title,
            blocks=card.blocks,
            sources=tuple(dict.fromkeys(source_of(self.all.sops[one]) for one in homes if one in self.all.sops)),
            derived_from=card.members,
            issued=self.all.inputs.settings.as_of,
            effectivity=self._effectivity(card.members),
            wide=card.wide,
            part=first,
            readers=card.readers,
        )

    def used_by(self, members: Iterable[Address]) -> list[JobSop]:
        """The SOPs of the post for which some elements hold."""
        return list({sop.address: sop for one in members for sop in self.homes.get(job_of(one), ())}.values())

    def _plants(self, members: Iterable[Address]) -> list[str]:
        """The organisations for which some elements hold."""
        return sorted({sop.organisation for sop in self.used_by(members)} - {""})

    def _effectivity(self, members: Iterable[Address]) -> tuple[Phrase, ...]:
        """The organisations of a card, or nothing where it holds for all that have the job."""
        mine = self._plants(members)
        if set(mine) == {sop.organisation for sop in self.sops} - {""}:
            return ()
        titles = dict(self.all.inputs.settings.organisations)
        return tuple(titles.get(one) or Text.plain("und", one) for one in mine)


def posts(compilation: Compilation) -> tuple[Post, ...]:
    """The posts with procedures: jobs by their code, and documents that no job works by."""
    found: dict[str, list[JobSop]] = {}
    for sop in compilation.inputs.sops:
        if sop.kind == "job-sop" or not any(job in compilation.sops for job in sop.jobs):
            found.setdefault(sop.code.casefold(), []).append(sop)
    every = (Post(tuple(sops), compilation) for sops in found.values())
    return tuple(post for post in every if post.procedures)


def _name(address: Address) -> str:
    """What an element is called in every plant."""
    return without_plant(address).casefold()
