"""点检表: the points of a round with method, standard and interval, a place for the result of every shift."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopcurric.leaves.card_pages import WIDE, pages
from sopcurric.leaves.post import Card, Post
from sopcurric.leaves.step_rows import told_by
from sopcurric.model.address import Address
from sopcurric.model.competency import Point
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.publication import Block, Cell, Fields, Listing, Paragraph, Row, Table
from sopcurric.model.retell import named
from sopcurric.model.sop import Equipment, Parameter, Procedure, Step
from sopcurric.model.text import Phrase, sentence

SHIFTS = ("cards.shift.early", "cards.shift.middle", "cards.shift.night")
_WIDTHS = {
    "column.part": 14,
    "column.inspected": 22,
    "column.how": 9,
    "column.standard": 21,
    "column.interval": 8,
    "column.abnormal": 15,
}
_NEEDED = ("column.inspected",)
_BLANK_ROWS = 3
_LOOKS = frozenset(("inspection", "measurement", "judgement"))
"""Topics of steps that look at something."""


def cards(post: Post) -> Iterator[Card]:
    """A sheet for every route and every procedure of inspection."""
    rounds = [one for one in post.procedures if is_round(one, post.all.step_points)]
    groups = post.shared(rounds, lambda one: _blocks(post, one))
    for group in groups:
        title = post.title_of(group, groups, group.members[0].title)
        parts = pages(group.blocks, post.language, WIDE)
        for number, blocks in enumerate(parts, start=1):
            yield Card(title, blocks, group.addresses, number, len(parts), wide=True)


def is_round(procedure: Procedure, points: Mapping[Address, Point]) -> bool:
    """Whether a procedure is gone through point by point: a route, or an inspection in which most steps are looks."""
    if procedure.route or procedure.phase is not Phase.INSPECTION:
        return procedure.route
    looks = [one for one in procedure.deeds if one.address in points and points[one.address].topic in _LOOKS]
    return len(looks) * 2 > len(procedure.deeds)


def points(post: Post, procedure: Procedure) -> tuple[Step, ...]:
    """The steps that are inspections: all of a route; of a procedure, those with something to look at or to meet."""
    if procedure.route:
        return procedure.steps
    return tuple(one for one in procedure.deeds if _Point(post, one).inspected) or procedure.deeds


def _blocks(post: Post, procedure: Procedure) -> Iterator[Block]:
    key = f"card/{procedure.address}"
    own = (procedure.address,)
    often = procedure.interval or procedure.trigger
    facts = (
        field("cards.post", post.title),
        field("cards.interval", often, *own) if often else None,
        field("cards.place", procedure.place, *own) if procedure.place else None,
        field("cards.date"),
        field("cards.team"),
    )
    yield Fields(f"{key}/facts", tuple(one for one in facts if one), derived_from=own)
    inspected = points(post, procedure)
    yield _table(f"{key}/points", [_Point(post, one) for one in inspected], own)
    further = [one for one in procedure.deeds if one not in inspected]
    legend: Phrase = sentence("cards.marks")
    if further:
        legend = sentence("join.sentences", left=legend, right=sentence("cards.further"))
    yield Paragraph(f"{key}/legend", legend)
    if further:
        items = tuple(item(named(one.text), one.address) for one in further)
        yield Listing(f"{key}/further", items, numbered=True)
    yield Table(
        f"{key}/amiss",
        columns(
            ("column.time", 12),
            ("cards.column.where", 22),
            ("cards.column.found", 30),
            ("cards.column.handled", 24),
            ("cards.column.by", 12),
        ),
        (),
        title=sentence("cards.amiss.record"),
        blank_rows=_BLANK_ROWS,
    )
    yield Fields(f"{key}/signatures", (field("cards.sign.leader"), field("cards.sign.equipment")))


def _table(key: str, inspected: list["_Point"], own: tuple[str, ...]) -> Table:
    told = [one.cells for one in inspected]
    kept = [code for code in _WIDTHS if code in _NEEDED or any(cells[code] for cells in told)]
    *before, last = [*kept] if kept[-1] == "column.abnormal" else [*kept, ""]
    named = [
        ("column.number", 5),
        *((code, _WIDTHS[code]) for code in before),
        *((code, 5) for code in SHIFTS),
        *(((last, _WIDTHS[last]),) if last else ()),
    ]
    shown = columns(*named, centred=("column.number", "column.interval", *SHIFTS))
    rows = [_row(number, one, before, last) for number, one in enumerate(inspected, start=1)]
    signs = (
        Cell((sentence("cards.sign.inspector"),), columns=1 + len(before), strong=True),
        *(cell() for _ in SHIFTS),
        *((cell(),) if last else ()),
    )
    return Table(key, shown, (*rows, row(signs)), derived_from=own)


def _row(number: int, point: "_Point", before: list[str], last: str) -> Row:
    cells = point.cells
    shown = (
        cell(number),
        *(cell(*cells[code], strong=code == "column.inspected" and point.step.critical) for code in before),
        *(cell() for _ in SHIFTS),
        *((cell(*cells[last]),) if last else ()),
    )
    return row(shown, *point.sources)


@dataclass(frozen=True, slots=True)
class _Point:
    """A point of a round."""

    post: Post
    step: Step

    @property
    def inspected(self) -> bool:
        """Whether there is a way to look at it or a standard to meet."""
        step = self.step
        return bool(step.method or step.criterion or (self.standard and not step.record))

    @property
    def standard(self) -> tuple[Phrase, ...]:
        """What is right."""
        step = self.step
        point = self.post.all.step_points.get(step.address)
        own = step.criterion or (point.standard if point else None)
        ranges = (sentence("work.range", title=one.title, range=one.range) for one in self._parameters)
        return (*((own,) if own else ()), *ranges)

    @property
    def _parameters(self) -> list[Parameter]:
        named = self.post.elements(self.step.parameters, Parameter)
        return [one for one in named if one.range and not told_by(self.step, one)]

    @property
    def _equipment(self) -> list[Equipment]:
        return self.post.elements(self.step.equipment, Equipment)

    @property
    def cells(self) -> dict[str, tuple[Phrase, ...]]:
        """What stands in the columns."""
        step = self.step
        point = self.post.all.step_points.get(step.address)
        work: Phrase = named(step.text) if step.criterion or step.part or not point else point.work
        told: dict[str, tuple[Phrase | None, ...]] = {
            "column.part": (
                *dict.fromkeys((*(named(one.title) for one in self._equipment), named(step.part) or None)),
            ),
            "column.inspected": (sentence("work.critical", text=work) if step.critical else work,),
            "column.how": (step.method or None,),
            "column.standard": self.standard,
            "column.interval": (step.interval or None,),
            "column.abnormal": (step.abnormal or None,),
        }
        return {code: tuple(one for one in cells if one) for code, cells in told.items()}

    @property
    def sources(self) -> tuple[str, ...]:
        """The step and what is told of other elements."""
        equipment = (one.address for one in self._equipment)
        return (self.step.address, *equipment, *(one.address for one in self._parameters))
