"""岗位风险告知卡: the dangers of a job with level, consequence, controls and what is done when something happens."""

from collections.abc import Iterator

from sopcurric.leaves.card_blocks import contacts, gravest_first, level_of, listed
from sopcurric.leaves.card_pages import WIDE, pages
from sopcurric.leaves.post import Card, Post
from sopcurric.linguistics.safety_signs import MANDATORY, WARNING, signs
from sopcurric.model.files.sop_kinds import EnergyKind, Risk
from sopcurric.model.layout import cell, columns, field, row, rows_once
from sopcurric.model.publication import Block, Cell, Fields, Table
from sopcurric.model.said import said
from sopcurric.model.sop import Hazard, JobSop
from sopcurric.model.text import Phrase, sentence

_TONES = {Risk.MAJOR: "danger", Risk.LARGER: "caution"}


def cards(post: Post) -> Iterator[Card]:
    """One card; plants with other dangers or controls have their own."""
    endangered = [sop for sop in post.sops if post.hazards(sop)]
    groups = post.shared(endangered, lambda sop: _blocks(post, sop))
    for group in groups:
        title = post.title_of(group, groups, post.title)
        parts = pages(group.blocks, post.language, WIDE)
        for number, blocks in enumerate(parts, start=1):
            yield Card(title, blocks, group.addresses, number, len(parts), wide=True)


def _blocks(post: Post, sop: JobSop) -> Iterator[Block]:
    key = f"card/{sop.address}"
    hazards = gravest_first(post.hazards(sop))
    sources = tuple(one.address for one in hazards)
    written = [card for home in post.documents(sop) for card in home.emergency_cards]
    facts = (
        field("cards.post", sop.title),
        field("cards.highest", level_of(hazards[0]), hazards[0].address),
        field("cards.place", sop.workplace, sop.address),
        contacts(post, written, sop.address),
        field("cards.signs.title", _signs(sop, hazards), *sources),
    )
    yield Fields(f"{key}/facts", tuple(one for one in facts if one.value), derived_from=(sop.address,))
    yield _table(f"{key}/hazards", hazards)


def _table(key: str, hazards: list[Hazard]) -> Table:
    """The dangers; columns in which nothing would stand are left out."""
    told: list[tuple[str, int, list[tuple[Phrase, ...]]]] = [
        ("column.hazard", 17, [(hazard.title,) for hazard in hazards]),
        ("column.risk", 11, [(level_of(hazard),) for hazard in hazards]),
        ("column.consequence", 16, [_consequence(hazard) for hazard in hazards]),
        ("column.controls", 33, [hazard.controls for hazard in hazards]),
        ("cards.column.emergency", 23, [(hazard.first_aid,) if hazard.first_aid else () for hazard in hazards]),
    ]
    kept = [(code, width, cells) for code, width, cells in told if any(cells)]
    rows = (
        (row((_cell(code, cells[place], hazard) for code, _, cells in kept), hazard.address),)
        for place, hazard in enumerate(hazards)
    )
    shown = columns(*((code, width) for code, width, _ in kept), centred=("column.risk",))
    return Table(key, shown, rows_once(rows))


def _cell(code: str, content: tuple[Phrase, ...], hazard: Hazard) -> Cell:
    if code == "column.risk":
        return Cell(content, strong=True, tone=_TONES.get(hazard.risk, ""))  # type: ignore[arg-type]
    return cell(*content, strong=code == "column.hazard")


def _consequence(hazard: Hazard) -> tuple[Phrase, ...]:
    exposed = sentence("hazard.exposed", value=listed(hazard.exposed)) if hazard.exposed else None
    return tuple(one for one in (hazard.consequence, exposed) if one)


def _signs(sop: JobSop, hazards: list[Hazard]) -> Phrase | None:
    """The safety signs that dangers, protective equipment and isolation points call for."""
    dangers = said(*(one.title for one in hazards), *(one.consequence for one in hazards))
    worn = said(*(text for one in hazards for text in one.ppe), *(one.title for one in sop.ppe))
    names = [*signs(WARNING, dangers), *signs(MANDATORY, worn)]
    if any(one.energy is EnergyKind.ELECTRICAL for one in sop.lockouts):
        names.append("no-switching")
    return listed(sentence(f"safety-sign.{one}") for one in names) if names else None
