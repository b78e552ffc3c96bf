"""What follows from the organisation of a programme: parts of partners, sums of costs, what teachers lack."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sopcurric.model.compilation import Compilation
from sopcurric.model.files.organisation import Answering, Cost, Organisation, Responsibility, Side
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.teachers import Teacher
from sopcurric.model.teaching import Required
from sopcurric.model.text import Phrase, sentence
from sopcurric.source.ref import Pointer

Part = Literal["lead", "takes-part", "informed"]
"""牵头, 参与, 知悉."""
SIDES: tuple[Side, ...] = ("company", "school", "industry")
ROLES: Mapping[Side, tuple[str, ...]] = {
    "company": ("plant", "group"),
    "school": ("college",),
    "industry": ("industry",),
}
"""Roles of partners that leaders of each side come from."""
WHOLE = Decimal(100)
_Dimension = Literal["theory", "practice", "teaching"]
_DIMENSIONS: tuple[_Dimension, ...] = ("theory", "practice", "teaching")


def organised(compilation: Compilation) -> Iterator[tuple[ProgrammeFile, Organisation]]:
    """The programmes that say how they are organised."""
    for programme in compilation.inputs.programmes:
        if programme.organisation is not None:
            yield programme, programme.organisation


def parts_of(one: Responsibility) -> Iterator[tuple[str, Part, Pointer]]:
    """Partners of an item with their part in it, and where that is written."""
    yield one.lead, "lead", ("lead",)
    yield from ((name, "takes-part", ("takes_part", place)) for place, name in enumerate(one.takes_part))
    yield from ((name, "informed", ("informed", place)) for place, name in enumerate(one.informed))


def part_in(one: Responsibility, partner: str) -> Part | None:
    """The part of a partner in an item: the first that is written."""
    return next((part for name, part, _ in parts_of(one) if name == partner), None)


@dataclass(frozen=True, slots=True)
class TwoSided:
    """Something that college and company answer for: its title, both sides, where it is written."""

    title: Phrase
    school: Answering | None
    company: Answering | None
    part: Pointer

    @property
    def sides(self) -> tuple[tuple[Side, Answering | None], ...]:
        """Both sides by name."""
        return ("school", self.school), ("company", self.company)


def two_sided(organisation: Organisation) -> Iterator[TwoSided]:
    """Items and elements of methods."""
    for place, one in enumerate(organisation.responsibilities):
        yield TwoSided(one.title, one.school, one.company, ("responsibilities", place))
    for table, method in enumerate(organisation.methods):
        for place, row in enumerate(method.rows):
            title = sentence("plain", value=row.element)
            yield TwoSided(title, row.school, row.company, ("methods", table, "rows", place))


# Costs


def share_of(cost: Cost, partner: str) -> Decimal | None:
    """The share of a partner in per cent, as it was typed; nothing where it has none."""
    return Decimal(str(cost.shares[partner])) if partner in cost.shares else None


def sum_of(cost: Cost) -> Decimal:
    """What the shares of a cost sum to, in per cent."""
    return sum((share_of(cost, one) or Decimal(0) for one in cost.shares), Decimal(0))


def borne(cost: Cost, partner: str) -> Decimal | None:
    """What a partner bears of a cost in yuan; nothing where no amount is planned or it has no share."""
    share = share_of(cost, partner)
    return None if cost.amount is None or share is None else cost.amount * share / WHOLE


def borne_of_all(costs: Iterable[Cost], partner: str) -> Decimal:
    """What a partner bears of all costs that have an amount, in yuan."""
    return sum((borne(one, partner) or Decimal(0) for one in costs), Decimal(0))


def shown(value: Decimal) -> str:
    """A number with at most two decimals, without zeros at its end."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


# Teachers


@dataclass(frozen=True, slots=True)
class Lack:
    """What a team lacks for a module.

    `grades` are the dimensions in which even the best is below what is asked, with the difference; `dual` that nobody
    is recognised for both theory and practice or comes from a plant. Where neither, no single teacher has it all.
    """

    grades: tuple[tuple[str, int], ...]
    dual: bool


def lack_of(asked: Required, team: Sequence[Teacher]) -> Lack | None:
    """What a team lacks for what is asked; nothing where somebody brings it."""
    if any(asked.met_by(one) for one in team):
        return None
    wanted = {"theory": asked.theory, "practice": asked.practice, "teaching": asked.teaching}
    best = {name: max((int(getattr(one, name)) for one in team), default=0) for name in _DIMENSIONS}
    below = tuple((name, wanted[name] - best[name]) for name in _DIMENSIONS if best[name] < wanted[name])
    return Lack(below, asked.dual and not any(one.dual or one.kind == "company" for one in team))
