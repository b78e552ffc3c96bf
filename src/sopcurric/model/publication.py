"""Publication ▸ binder ▸ leaf ▸ block: what is printed, before any format."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Discriminator

from sopcurric.model.address import Address
from sopcurric.model.text import Language, Phrase, Text

Origin = Literal["computed", "decided"]


class LeafKind(StrEnum):
    """Kinds of leaves of a loose-leaf textbook, with the letter printed on them; `section` is used by plans.

    Names of more than a letter are those of cards, sheets and lists that a plant uses at the post.
    """

    COVER = "C"
    DESCRIPTION = "D"
    OBJECTIVES = "O"
    GUIDANCE = "A"
    KNOWLEDGE = "K"
    PLANNING = "P"
    WORK = "W"
    RECORD = "R"
    CHECK = "Q"
    EVALUATION = "E"
    EXTENSION = "X"
    SUMMARY = "S"
    TEACHER = "N"
    SECTION = "section"
    OPERATION_CARD = "operation-card"
    EMERGENCY_CARD = "emergency-card"
    RISK_CARD = "risk-card"
    SPOT_CHECK = "spot-check"
    SHIFT_TALK = "shift-talk"


CARDS = (
    LeafKind.OPERATION_CARD,
    LeafKind.EMERGENCY_CARD,
    LeafKind.RISK_CARD,
    LeafKind.SPOT_CHECK,
    LeafKind.SHIFT_TALK,
)
"""What hangs at the post; they teach nobody, so that what stands on them only is not taught."""
TAUGHT = tuple(kind for kind in LeafKind if kind not in CARDS)
"""Leaves that something is taught with."""


class Audience(StrEnum):
    """For whom an edition is."""

    STUDENT = "student"
    TEACHER = "teacher"
    MENTOR = "mentor"


TEACHING_STAFF = (Audience.TEACHER, Audience.MENTOR)
"""Who reads what is not for learners: answers, keys, timing."""


_TEACHING = frozenset(("public", "internal"))
"""Clearances of editions that are made for teaching: nothing raw stands in them."""


@dataclass(frozen=True, slots=True)
class Marking:
    """What marks trade secrets besides their level: whose they are, and for how long they are kept."""

    owner: Text
    period: Text


@dataclass(frozen=True, slots=True)
class Edition:
    """One printing for one kind of reader; every output path and every command knows it.

    Editions are for teaching, or for the plant itself; what is marked on their pages follows from that alone, so that
    it says nothing of what is classified.
    """

    id: str
    title: Phrase | None
    clearance: str
    audience: Audience
    language: Language
    formats: tuple[str, ...]
    marking: Marking | None = None

    @property
    def for_teaching(self) -> bool:
        """Whether it is cleared for nothing above internal."""
        return self.clearance in _TEACHING

    @property
    def printable(self) -> bool:
        """Whether it may be printed: trade secrets bear their marking, and are for mentors of the plant only."""
        return self.for_teaching or (self.marking is not None and self.audience is Audience.MENTOR)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a leaf; level 1 is the highest below the leaf's own title."""

    key: str
    content: Phrase
    level: int = 1
    derived_from: tuple[Address, ...] = ()
    origin: Origin = "computed"
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    key: str
    content: Phrase
    derived_from: tuple[Address, ...] = ()
    origin: Origin = "computed"
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, checklist or callout."""

    content: Phrase
    derived_from: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A numbered or bulleted list."""

    key: str
    items: tuple[Item, ...]
    numbered: bool = False
    derived_from: tuple[Address, ...] = ()
    origin: Origin = "computed"
    kind: Literal["listing"] = "listing"


@dataclass(frozen=True, slots=True)
class Checklist:
    """Items with a box to tick."""

    key: str
    items: tuple[Item, ...]
    title: Phrase | None = None
    derived_from: tuple[Address, ...] = ()
    origin: Origin = "computed"
    kind: Literal["checklist"] = "checklist"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, its share of the width, how its cells are set."""

    title: Phrase
    width: int = 10
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: paragraphs (none for a cell to write in), how many columns and rows it covers.

    `tone` marks what must not be overlooked: danger (people), caution (equipment, product) or a note. The rows that a
    cell with `keep` covers are not parted by the end of a page.
    """

    content: tuple[Phrase, ...] = ()
    columns: int = 1
    rows: int = 1
    strong: bool = False
    tone: Literal["", "note", "caution", "danger"] = ""
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. A row covered by cells spanning from above has fewer cells."""

    cells: tuple[Cell, ...]
    derived_from: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `blank_rows` empty rows to write in follow."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: Phrase | None = None
    blank_rows: int = 0
    derived_from: tuple[Address, ...] = ()
    origin: Origin = "computed"
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Field:
    """A label with its value; a field without value is a place to write."""

    label: Phrase
    value: Phrase | None = None
    derived_from: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Fields:
    """A block of labelled values, two to a line."""

    key: str
    fields: tuple[Field, ...]
    derived_from: tuple[Address, ...] = ()
    origin: Origin = "computed"
    kind: Literal["fields"] = "fields"


@dataclass(frozen=True, slots=True)
class Callout:
    """A box that stands out: note, caution (equipment, product) or danger (people)."""

    key: str
    title: Phrase
    items: tuple[Item, ...]
    tone: Literal["note", "caution", "danger"] = "note"
    derived_from: tuple[Address, ...] = ()
    origin: Origin = "computed"
    kind: Literal["callout"] = "callout"


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign, with date."""

    key: str
    roles: tuple[Phrase, ...]
    derived_from: tuple[Address, ...] = ()
    origin: Origin = "computed"
    kind: Literal["signatures"] = "signatures"


@dataclass(frozen=True, slots=True)
class DiagramNode:
    """A box of a diagram; `strong` ones have a thick border. `id` is what links name it by."""

    id: str
    label: Phrase
    strong: bool = False
    derived_from: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class DiagramLayer:
    """A column of boxes under a title. `first` is the number of the first box; with 0, boxes have no numbers."""

    title: Phrase
    nodes: tuple[DiagramNode, ...]
    first: int = 0


@dataclass(frozen=True, slots=True)
class DiagramLink:
    """A line from a box of one layer to a box of the next."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing of layers, left to right, with lines between neighbours."""

    key: str
    title: Phrase
    layers: tuple[DiagramLayer, ...]
    links: tuple[DiagramLink, ...]
    derived_from: tuple[Address, ...] = ()
    origin: Origin = "computed"
    kind: Literal["diagram"] = "diagram"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a file with its caption; `alt` is read to who cannot see it.

    `file` is what it is called beside the pages: a name that follows from its bytes. Width and height are in pixels.
    """

    key: str
    caption: Phrase
    alt: Phrase
    file: str
    width: int
    height: int
    derived_from: tuple[Address, ...] = ()
    origin: Origin = "computed"
    kind: Literal["picture"] = "picture"


Block = Annotated[
    Heading | Paragraph | Listing | Checklist | Table | Fields | Callout | Signatures | Diagram | Picture,
    Discriminator("kind"),
]


@dataclass(frozen=True, slots=True)
class Leaf:
    """The smallest thing that is replaced.

    `id` is stable and says nothing of place; `label` is what is printed (`M03-T02-W1`) and may change. `revision`
    counts from 0 and `issued` is the date (YYYY-MM-DD) of the leaf itself. `sources` name the documents it was made
    from. `effectivity` names the organisations it holds for; empty means all. `part` is the element that tells it from
    other leaves of its kind in the same task; empty where a task has no more than one of them. `readers` are the
    audiences that it is printed for; empty means all.
    """

    id: str
    kind: LeafKind
    label: str
    title: Phrase
    blocks: tuple[Block, ...]
    sources: tuple[Phrase, ...] = ()
    derived_from: tuple[Address, ...] = ()
    revision: int = 0
    issued: str = ""
    effectivity: tuple[Phrase, ...] = ()
    wide: bool = False
    part: Address = ""
    readers: tuple[Audience, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """Leaves that are numbered together: a learning task of a textbook, a section of a plan.

    `label` is what page numbers begin with (`M03-T02`); `group` is the heading under which the contents list it.
    """

    id: str
    label: str
    title: Phrase
    group: Phrase | None
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Binder:
    """A book or plan. `loose` binders start every leaf on a right-hand page; others run on.

    `readers` are the audiences that it is printed for; empty means all.
    """

    id: str
    document: str
    title: Phrase
    subtitle: Phrase | None
    facts: tuple[Field, ...]
    chapters: tuple[Chapter, ...]
    loose: bool = True
    derived_from: tuple[Address, ...] = ()
    readers: tuple[Audience, ...] = ()

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """All leaves in their order."""
        return tuple(leaf for chapter in self.chapters for leaf in chapter.leaves)


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything that one edition prints."""

    edition: Edition
    title: Phrase
    publisher: Phrase | None
    as_of: str
    draft: bool
    binders: tuple[Binder, ...]
    format: int = 1


def printed_for(binders: Iterable[Binder], audience: Audience) -> tuple[Binder, ...]:
    """What is printed for an audience: binders and leaves that are for it, without chapters that are empty then."""
    found = (_printed_for(binder, audience) for binder in binders if not binder.readers or audience in binder.readers)
    return tuple(binder for binder in found if binder.chapters)


def _printed_for(binder: Binder, audience: Audience) -> Binder:
    if not any(leaf.readers for leaf in binder.leaves):
        return binder
    chapters = (
        replace(one, leaves=tuple(leaf for leaf in one.leaves if not leaf.readers or audience in leaf.readers))
        for one in binder.chapters
    )
    return replace(binder, chapters=tuple(one for one in chapters if one.leaves))
