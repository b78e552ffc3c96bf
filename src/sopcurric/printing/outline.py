"""What binders, chapters, leaves and boxes are headed with, and what is on every page, the same in every format."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from typing import Generic, TypeVar

from sopcurric.model.publication import (
    CARDS,
    Binder,
    Callout,
    Chapter,
    Edition,
    Field,
    Item,
    Leaf,
    LeafKind,
    Publication,
)
from sopcurric.model.text import Language, Phrase, Sentence, Text, sentence
from sopcurric.printing.paths import segment
from sopcurric.printing.wording import NOTHING, words

Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class BinderHead:
    """A binder on its cover and in the index; `folder` is where its pages are."""

    folder: str
    document: Sentence
    title: Phrase
    subtitle: Phrase | None
    facts: tuple[Field, ...]
    size: Sentence | None
    loose: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """All binders of one kind of document."""

    title: Sentence
    binders: tuple[BinderHead, ...]


@dataclass(frozen=True, slots=True)
class LeafHead:
    """What is printed of a leaf besides its blocks.

    A leaf that has the title of its chapter is called by its kind, so that a contents list does not repeat itself.
    `letter`, `kind` and `label` are empty where they would say nothing. A `card` has a frame of its own: it is read
    from some way off, and has one page.
    """

    name: str
    letter: str
    kind: Sentence | None
    label: str
    title: Phrase
    revision: Sentence
    issued: str
    sources: tuple[Phrase, ...]
    effectivity: Sentence | None
    wide: bool
    card: bool

    @property
    def source_line(self) -> Sentence | None:
        """The sources in one line."""
        listed = together(self.sources)
        return sentence("layout.sources", sources=listed) if listed else None


@dataclass(frozen=True, slots=True)
class ChapterOutline(Generic[Shown]):
    """A chapter with its leaves; `bare` says that its only leaf already has its title."""

    label: str
    title: Phrase
    leaves: tuple[Shown, ...]
    bare: bool


@dataclass(frozen=True, slots=True)
class GroupOutline(Generic[Shown]):
    """Chapters that the contents list under one heading."""

    title: Phrase | None
    chapters: tuple[ChapterOutline[Shown], ...]


@dataclass(frozen=True, slots=True)
class CalloutHead:
    """A box with the word for its tone; the title is absent where it says the same."""

    key: str
    tone: str
    word: Sentence
    title: Phrase | None
    items: tuple[Item, ...]
    derived_from: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """The marking of trade secrets: whose they are; their level and how long they are kept.

    Where there is little room, the owner may be cut, the grade begins with the level.
    """

    owner: Text
    grade: Sentence

    @property
    def whole(self) -> Sentence:
        """Owner, level and period in one line."""
        return sentence("layout.marking", owner=self.owner, grade=self.grade)


def stamp(edition: Edition) -> Stamp | None:
    """The marking on every page of an edition with trade secrets."""
    if edition.for_teaching or edition.marking is None:
        return None
    grade = sentence(f"layout.grade.{edition.clearance}", period=edition.marking.period)
    return Stamp(edition.marking.owner, grade)


def notice(edition: Edition) -> Sentence | None:
    """What every page of an edition for teaching says, whether or not anything in the repository is classified."""
    return sentence("layout.notice") if edition.for_teaching else None


def binder_head(binder: Binder) -> BinderHead:
    """The head of a binder."""
    return BinderHead(
        folder=segment(binder.id),
        document=_document(binder.document),
        title=binder.title,
        subtitle=binder.subtitle,
        facts=binder.facts,
        size=sentence("layout.size", number=len(binder.leaves)) if binder.loose else None,
        loose=binder.loose,
    )


def shelves(publication: Publication) -> tuple[Shelf, ...]:
    """The binders of a publication, by kind of document."""
    kinds = dict.fromkeys(binder.document for binder in publication.binders)
    return tuple(
        Shelf(_document(kind), tuple(binder_head(binder) for binder in publication.binders if binder.document == kind))
        for kind in kinds
    )


def contents(
    binder: Binder, language: Language, show: Callable[[Leaf, Chapter], Shown]
) -> tuple[GroupOutline[Shown], ...]:
    """The groups and chapters of a binder, with every leaf as a format shows it."""
    return tuple(
        GroupOutline(
            title,
            tuple(
                ChapterOutline(
                    chapter.label,
                    chapter.title,
                    tuple(show(leaf, chapter) for leaf in chapter.leaves),
                    _bare(chapter, language),
                )
                for chapter in chapters
            ),
        )
        for title, chapters in groupby(binder.chapters, key=lambda chapter: chapter.group)
    )


def has_contents(binder: Binder) -> bool:
    """Whether a list of contents helps: of one leaf, it would only say the title again."""
    return len(binder.leaves) > 1


def _bare(chapter: Chapter, language: Language) -> bool:
    return len(chapter.leaves) == 1 and _section(chapter.leaves[0]) and _repeats(chapter.leaves[0], chapter, language)


def leaf_head(leaf: Leaf, chapter: Chapter, binder: Binder, language: Language) -> LeafHead:
    """The head of a leaf."""
    kind = None if _section(leaf) else sentence(f"layout.kind.{leaf.kind.value}")
    card = leaf.kind in CARDS
    title = kind if kind and _repeats(leaf, chapter, language) else leaf.title
    organisations = together(leaf.effectivity)
    return LeafHead(
        name=segment(leaf.id),
        letter="" if card or _section(leaf) else leaf.kind.value,
        kind=None if kind and words(kind, language) == words(title, language) else kind,
        label=leaf_label(leaf, binder),
        title=title,
        revision=sentence("layout.revision.number", number=leaf.revision),
        issued=leaf.issued or NOTHING,
        sources=leaf.sources,
        effectivity=sentence("layout.effectivity", organisations=organisations) if organisations else None,
        wide=leaf.wide,
        card=card,
    )


def leaf_label(leaf: Leaf, binder: Binder) -> str:
    """What is printed on a leaf; sections of a plan carry their number in the title."""
    return leaf.label if binder.loose or not _section(leaf) else ""


def callout_head(callout: Callout, language: Language) -> CalloutHead:
    """The head of a box with its items."""
    word = sentence(f"layout.tone.{callout.tone}")
    title = None if words(callout.title, language) == words(word, language) else callout.title
    return CalloutHead(callout.key, callout.tone, word, title, callout.items, callout.derived_from, callout.origin)


def together(phrases: Iterable[Phrase]) -> Phrase | None:
    """Phrases in one line, or nothing where there are none."""
    listed = tuple(phrases)
    return reduce(lambda first, second: sentence("layout.pair", first=first, second=second), listed) if listed else None


def _document(kind: str) -> Sentence:
    return sentence(f"layout.document.{kind}")


def _section(leaf: Leaf) -> bool:
    return leaf.kind is LeafKind.SECTION


def _repeats(leaf: Leaf, chapter: Chapter, language: Language) -> bool:
    return words(leaf.title, language) == words(chapter.title, language)
