"""应急处置卡: what is done first when something happens; one for each card of the SOP and each emergency procedure."""

from collections.abc import Iterator

from sopcurric.leaves.card_blocks import Steps, contacts, dangers, gravest_first, listed, prohibitions
from sopcurric.leaves.card_pages import pages
from sopcurric.leaves.post import Card, Post
from sopcurric.model.files.sop_kinds import URGENT
from sopcurric.model.layout import cell, columns, field, item, items_once, row
from sopcurric.model.publication import Block, Callout, Fields, Table
from sopcurric.model.sop import EmergencyCard, Hazard, Procedure
from sopcurric.model.text import sentence


def cards(post: Post) -> Iterator[Card]:
    """The cards that the SOP has, then its emergency procedures."""
    written = post.shared(post.emergency_cards, lambda one: _of_card(post, one))
    for group in written:
        title = post.title_of(group, written, group.members[0].title)
        yield Card(title, group.blocks, group.addresses)
    urgent = [one for one in post.procedures if one.phase in URGENT and not one.route]
    groups = post.shared(urgent, lambda one: _of_procedure(post, one))
    for same in groups:
        title = post.title_of(same, groups, same.members[0].title)
        parts = pages(same.blocks, post.language)
        for number, blocks in enumerate(parts, start=1):
            yield Card(title, blocks, same.addresses, number, len(parts))


def _of_card(post: Post, card: EmergencyCard) -> Iterator[Block]:
    key = f"card/{card.address}"
    own = (card.address,)
    facts = (
        field("cards.post", post.title),
        field("cards.who", card.who, *own),
        field("cards.signs", card.signs, *own),
        contacts(post, (card,), card.address),
    )
    yield Fields(f"{key}/facts", tuple(one for one in facts if one.value), derived_from=own)
    shown = columns(
        ("column.number", 10), ("cards.column.first", 79), ("column.done", 11), centred=("column.number", "column.done")
    )
    rows = tuple(
        row((cell(number), cell(text, strong=True), cell(sentence("box"))), *own)
        for number, text in enumerate(card.actions, start=1)
    )
    if rows:
        yield Table(f"{key}/actions", shown, rows, derived_from=own)
    if card.cautions:
        yield Callout(
            f"{key}/cautions",
            sentence("cards.cautions"),
            tuple(item(one, *own) for one in card.cautions),
            tone="danger",
        )
    then = [
        item(sentence("cards.then", title=one.title), card.address, one.address)
        for one in post.procedures
        if one.address in card.procedures and one.phase in URGENT
    ]
    if then:
        yield Callout(f"{key}/then", sentence("cards.then.title"), tuple(then))


def _of_procedure(post: Post, procedure: Procedure) -> Iterator[Block]:
    key = f"card/{procedure.address}"
    own = (procedure.address,)
    named = [one for one in post.emergency_cards if procedure.address in one.procedures]
    facts = (
        field("cards.post", post.title),
        field("cards.happened", procedure.trigger, *own),
        field("cards.who", listed(procedure.actors) if procedure.actors else None, *own),
        field("cards.goal", procedure.result, *own),
        contacts(post, named, procedure.address),
    )
    yield Fields(f"{key}/facts", tuple(one for one in facts if one.value), derived_from=own)
    yield from dangers(post, procedure, key, brief=True)
    yield Steps(post, procedure).table(f"{key}/steps", "cards.column.response")
    yield from prohibitions(post, procedure, key)
    hurt = items_once(
        item(sentence("cards.first-aid", title=one.title, text=one.first_aid), one.address)
        for one in gravest_first(post.named_by(procedure, Hazard))
        if one.first_aid
    )
    if hurt:
        yield Callout(f"{key}/first-aid", sentence("cards.hurt"), hurt, tone="caution")
