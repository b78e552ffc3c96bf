"""岗位操作卡: one procedure on one page, as it is followed at the post."""

from collections.abc import Iterator

from sopcurric.leaves.card_blocks import Steps, bare, dangers, listed, prohibitions
from sopcurric.leaves.card_pages import pages
from sopcurric.leaves.post import Card, Post
from sopcurric.leaves.spot_check import is_round
from sopcurric.model.files.sop_kinds import URGENT
from sopcurric.model.layout import field, item
from sopcurric.model.publication import Block, Callout, Checklist, Fields, Item
from sopcurric.model.sop import Deviation, Procedure
from sopcurric.model.text import Phrase, sentence


def cards(post: Post) -> Iterator[Card]:
    """A card for every procedure that is neither an emergency nor a round."""
    points = post.all.step_points
    own = [one for one in post.procedures if one.phase not in URGENT and not is_round(one, points)]
    groups = post.shared(own, lambda one: _blocks(post, one))
    for group in groups:
        title = post.title_of(group, groups, group.members[0].title)
        parts = pages(group.blocks, post.language)
        for number, blocks in enumerate(parts, start=1):
            yield Card(title, blocks, group.addresses, number, len(parts))


def _blocks(post: Post, procedure: Procedure) -> Iterator[Block]:
    key = f"card/{procedure.address}"
    own = (procedure.address,)
    facts = (
        field("cards.post", post.title),
        field("cards.when", procedure.trigger, *own),
        field("cards.actors", listed(procedure.actors) if procedure.actors else None, *own),
        field("cards.place", procedure.place, *own),
        field("cards.certificate", procedure.certificate, *own),
    )
    yield Fields(f"{key}/facts", tuple(one for one in facts if one.value), derived_from=own)
    yield from dangers(post, procedure, key)
    if procedure.conditions:
        conditions = tuple(item(one, *own) for one in procedure.conditions)
        yield Checklist(f"{key}/conditions", conditions, sentence("cards.conditions"))
    critical = any(step.critical for step in procedure.steps)
    yield Steps(post, procedure).table(f"{key}/steps", "cards.column.critical" if critical else "cards.column.step")
    yield from prohibitions(post, procedure, key)
    amiss = tuple(_amiss(post, procedure))
    if amiss:
        yield Callout(f"{key}/amiss", sentence("cards.amiss"), amiss)


def _amiss(post: Post, procedure: Procedure) -> Iterator[Item]:
    """What may go wrong on the way: what is done first and who is told; which emergency card is taken."""
    competency = post.all.competencies.get(f"{procedure.address}.competency")
    own = frozenset(competency.derived_from if competency else ())
    for one in post.deviations:
        if (procedure.address in one.procedures or one.address in own) and (one.actions or one.rows or one.report):
            yield item(_told(one), one.address)
    for card in post.emergency_cards:
        if procedure.address in card.procedures:
            yield item(sentence("cards.amiss.card", title=card.title), card.address)


def _told(deviation: Deviation) -> Phrase:
    title, report = deviation.title, bare(deviation.report)
    if deviation.rows and not deviation.actions:
        causes = listed(bare(one.cause) for one in deviation.rows)
        if report:
            return sentence("cards.amiss.causes.report", title=title, causes=causes, report=report)
        return sentence("cards.amiss.causes", title=title, causes=causes)
    if not (deviation.actions and report):
        return sentence("cards.amiss.action", title=title, action=report or bare(deviation.actions[0]))
    return sentence("cards.amiss.report", title=title, action=bare(deviation.actions[0]), report=report)
