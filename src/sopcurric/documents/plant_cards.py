"""Cards for the post (岗位卡片): one binder per job, a leaf for each card that is hung up or carried along."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from sopcurric.leaves import emergency_card, operation_card, risk_card, shift_talk, spot_check
from sopcurric.leaves.post import SHORT, Card, Post, posts
from sopcurric.model.compilation import Compilation
from sopcurric.model.layout import field
from sopcurric.model.publication import Binder, Chapter, LeafKind
from sopcurric.model.text import sentence
from sopcurric.plugin import Document

_KINDS: Mapping[LeafKind, Callable[[Post], Iterator[Card]]] = {
    LeafKind.OPERATION_CARD: operation_card.cards,
    LeafKind.EMERGENCY_CARD: emergency_card.cards,
    LeafKind.RISK_CARD: risk_card.cards,
    LeafKind.SPOT_CHECK: spot_check.cards,
    LeafKind.SHIFT_TALK: shift_talk.cards,
}


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every job that has procedures."""
    return tuple(_binder(post) for post in posts(compilation))


DOCUMENT = Document(name="plant_cards", version=1, rank=40, compose=compose)


def _binder(post: Post) -> Binder:
    chapters = tuple(one for one in (_chapter(post, kind) for kind in _KINDS) if one.leaves)
    return Binder(
        id=f"cards-{post.code}",
        document=DOCUMENT.name,
        title=sentence("cards.title", title=post.title),
        subtitle=sentence("cards.subtitle"),
        facts=(
            field("cards.post", post.title),
            *(field(f"layout.kind.{kind.value}", number) for kind, number in _counted(chapters)),
            field("book.asof", post.all.inputs.settings.as_of),
        ),
        chapters=chapters,
        loose=True,
        derived_from=tuple(sop.address for sop in post.sops),
    )


def _counted(chapters: Iterable[Chapter]) -> Iterator[tuple[LeafKind, int]]:
    """How many cards of each kind there are that everybody gets."""
    for one in chapters:
        if not any(leaf.readers for leaf in one.leaves):
            yield one.leaves[0].kind, len({leaf.part for leaf in one.leaves})


def _chapter(post: Post, kind: LeafKind) -> Chapter:
    cards = [*_KINDS[kind](post)]
    places = {place: number for number, place in enumerate(dict.fromkeys(map(_about, cards)), start=1)}
    leaves = tuple(post.leaf(kind, places[_about(card)], card) for card in cards)
    label = f"{post.code}-{SHORT[kind]}"
    return Chapter(f"cards-{label}", label, sentence(f"layout.kind.{kind.value}"), None, leaves)


def _about(card: Card) -> str:
    return min(card.members)
