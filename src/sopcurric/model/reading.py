"""Reading leaves as a teacher would, line by line: what sounds wrong, where it stands, and what it was made of."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from sopcurric.linguistics.lexicon import Lexicon
from sopcurric.linguistics.reading import asks, is_placeholder, title_fault
from sopcurric.linguistics.reading_lines import heard
from sopcurric.model.address import Address
from sopcurric.model.provenance import TEXTBOOK
from sopcurric.model.publication import (
    Binder,
    Block,
    Callout,
    Checklist,
    Diagram,
    Fields,
    Heading,
    Leaf,
    LeafKind,
    Listing,
    Paragraph,
    Picture,
    Signatures,
    Table,
)
from sopcurric.model.saying import words
from sopcurric.model.text import Language, Phrase, Sentence, Text

_NUMBERED = re.compile(r"^(?:\d{1,2}[、.．)）](?!\d)|[（(]\d{1,2}[)）](?=\S)|[①-⑳])")
_STEP_NAMED = re.compile(r"(?:从|按|见|至|到|返回|重复|执行|转|第)\s*(?P<id>[A-Z]{1,3}\d{1,3}[a-z]?)(?![A-Za-z\d-])")
_ENDED = re.compile(r"[。！？…：；.!?:;”）)]$")
_LABEL = re.compile(r"^(?:[^，。；]{1,12}[：:]|[A-H]\. )")
"""How a line begins that need not end like a sentence: a label, the letter of an option."""
_PLACE = re.compile(r"[（(]\u3000+[）)]")
"""A place to write an answer in."""
_GAP = "\u3000"
_SHORT = 14
"""A paragraph of so many characters need not be a sentence."""
_MARKS = frozenset("—□√×-")
_BLANKS = (LeafKind.RECORD, LeafKind.SECTION, LeafKind.TEACHER)
"""Leaves that may be nothing but places to write, or are made elsewhere."""


@dataclass(frozen=True, slots=True)
class Defect:
    """What sounds wrong on leaves: its kind, the label of the first leaf, the words, and the element they come from.

    `leaves` counts the leaves that say it.
    """

    kind: str
    leaf: str
    words: str
    subject: Address
    leaves: int = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """All defects, by kind."""

    defects: tuple[Defect, ...]

    def of(self, kind: str) -> Iterator[Defect]:
        """The defects of a kind."""
        return (one for one in self.defects if one.kind == kind)


def read(binders: Iterable[Binder], language: Language, lexicon: Lexicon, steps: Set[Address]) -> Reading:
    """What sounds wrong on the leaves of loose-leaf binders; one kind of fault in one element is one defect.

    What learners read in textbooks comes first; where other leaves have the same kind of fault in the same element, or
    in what it belongs to, that is not told again.
    """
    reader = _Reader(language, lexicon, steps, {})
    found: dict[tuple[str, Address], Defect] = {}
    leaves = [(binder.document == TEXTBOOK, leaf) for binder in binders if binder.loose for leaf in binder.leaves]
    for taught in (True, False):
        told = {(kind, one) for kind, where in found for one in _around(where)}
        for leaf in (leaf for own, leaf in leaves if (own and not leaf.readers) is taught):
            defects = {(one.kind, one.subject): one for one in reversed((*reader.leaf(leaf),))}
            for key, one in reversed(defects.items()):
                if key not in found and (key in told or any((one.kind, up) in found for up in _around(one.subject))):
                    continue
                known = found.get(key, replace(one, leaves=0))
                found[key] = replace(known, leaves=known.leaves + 1)
    return Reading(tuple(found.values()))


def _around(address: Address) -> Iterator[Address]:
    """An address and what it lies in: `DIG/P1/S2`, `DIG/P1`."""
    while "/" in address:
        yield address
        address = address.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a phrase says, and what is wrong with it wherever it stands: kind, words, the places where it is a fault.

    Of an author's own words, `named` are what looks like ids of steps.
    """

    words: str
    faults: tuple[tuple[str, str, frozenset[str]], ...] = ()
    named: tuple[str, ...] = ()


_ANYWHERE = frozenset(("heading", "paragraph", "cell", "item", "field"))
_LISTED = _ANYWHERE - {"paragraph"}
_WRITTEN = _ANYWHERE - {"field"}
_DEED = frozenset(("deed",))
"""A cell of a work leaf."""


@dataclass(frozen=True, slots=True)
class _Reader:
    language: Language
    lexicon: Lexicon
    steps: Set[Address]
    known: dict[Phrase, _Told]

    def leaf(self, leaf: Leaf) -> Iterator[Defect]:
        """The defects of a leaf: of its title, of how it is built, of its lines."""
        first = next(iter(leaf.derived_from), "")
        if leaf.kind is LeafKind.COVER and (fault := title_fault(self.said(leaf.title), self.lexicon)):
            yield Defect(f"title-{fault}", leaf.label, self.said(leaf.title), first)
        for kind, said, sources in _built(leaf, self):
            yield Defect(kind, leaf.label, said, next(iter(sources), first))
        if leaf.kind not in _BLANKS and not any(_tells(block) for block in leaf.blocks):
            yield Defect("bare", leaf.label, self.said(leaf.title), first)
        for block in leaf.blocks:
            for phrase, place, sources in _lines(block):
                told = self.told(phrase)
                if not (told.faults or told.named):
                    continue
                subject = next(iter(sources or block.derived_from), first)
                places = {place, "deed"} if leaf.kind is LeafKind.WORK and place == "cell" else {place}
                for kind, said, where in told.faults:
                    if not where.isdisjoint(places):
                        yield Defect(kind, leaf.label, said, subject)
                if found := self.step_named(told, sources):
                    yield Defect("step-id", leaf.label, found, subject)

    def said(self, phrase: Phrase) -> str:
        """The words of a phrase."""
        return self.told(phrase).words

    def told(self, phrase: Phrase) -> _Told:
        """The words of a phrase and its faults, looked for once."""
        if (told := self.known.get(phrase)) is None:
            said = words(phrase, self.language).strip()
            own = _authors(phrase)
            authored = "" if own is None else said if own is phrase else words(own, self.language).strip()
            faults = (*self.faults(phrase, said), *_authored(authored))
            named = tuple(one.group() for one in _STEP_NAMED.finditer(authored))
            told = self.known[phrase] = _Told(said, faults, named)
        return told

    def faults(self, phrase: Phrase, said: str) -> Iterator[tuple[str, str, frozenset[str]]]:
        """What sounds wrong in the words of a phrase."""
        if not said or said in _MARKS:
            return
        if self.language.startswith("zh"):
            heard_of = heard(_PLACE.sub("某值", said))
            yield from ((kind, part, _LISTED if kind == "long" else _ANYWHERE) for kind, part in heard_of)
            if len(said) > _SHORT and _GAP not in said and not _ENDED.search(said) and not _LABEL.match(said):
                yield "unended", said[-_SHORT:], frozenset(("paragraph",))
        code = phrase.code if isinstance(phrase, Sentence) else ""
        if code == "none" or said.endswith(("：", ":")):
            yield "label", said, _ANYWHERE if code == "none" else frozenset(("item",))
        if code == "work.open" or is_placeholder(said):
            yield "open", said, _WRITTEN

    def step_named(self, told: _Told, sources: Iterable[Address]) -> str:
        """The id of a step that an author's words call it by, where there is such a step beside."""
        for named in told.named:
            found = _STEP_NAMED.search(named)
            for source in sources:
                if found and f"{source.rpartition('/')[0]}/{found['id']}" in self.steps:
                    return named
        return ""


def _authored(said: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """What sounds wrong in a step that is all of an author's words."""
    if _NUMBERED.match(said):
        yield "numbered", said[:_SHORT], _DEED
    if said.endswith(("？", "?")) and asks(said):
        yield "asks", said, _DEED


def _authors(phrase: Phrase) -> Text | None:
    """What an author wrote: the whole phrase, or the step behind a star."""
    if isinstance(phrase, Sentence):
        behind = dict(phrase.arguments).get("text") if phrase.code == "work.critical" else None
        return behind if isinstance(behind, Text) else None
    return phrase


def _built(leaf: Leaf, reader: _Reader) -> Iterator[tuple[str, str, tuple[Address, ...]]]:
    """Faults of how a leaf is built: empty tables and lists, headings with nothing below, a line twice in a list."""
    for block, after in zip(leaf.blocks, (*leaf.blocks[1:], None), strict=False):
        match block:
            case Heading(content=content, level=level) if after is None or (
                isinstance(after, Heading) and after.level <= level
            ):
                yield "heading", reader.said(content), block.derived_from
            case Table(rows=(), blank_rows=0, title=title):
                yield "empty", reader.said(title) if title else block.key, block.derived_from
            case Table(rows=rows, blank_rows=0, title=title) if leaf.kind is LeafKind.SECTION and not any(
                cell.content for row in rows for cell in row.cells[1:]
            ):
                yield "empty", reader.said(title) if title else block.key, block.derived_from
            case Listing(items=()) | Checklist(items=()) | Callout(items=()):
                yield "empty", block.key, block.derived_from
            case Listing(items=items) | Checklist(items=items) | Callout(items=items):
                seen: dict[str, None] = {}
                for item in items:
                    said = reader.said(item.content)
                    if said in seen:
                        yield "twice", said, item.derived_from
                    seen[said] = None
            case _:
                pass


def _tells(block: Block) -> bool:
    """Whether a block says anything; places to write say nothing."""
    match block:
        case Heading() | Signatures():
            return False
        case Table(rows=rows):
            return any(cell.content for row in rows for cell in row.cells)
        case Fields(fields=fields):
            return any(one.value for one in fields)
        case _:
            return True


def _lines(block: Block) -> Iterator[tuple[Phrase, str, tuple[Address, ...]]]:
    """The lines of a block: what each says, where it stands, what it comes from."""
    match block:
        case Heading(content=content):
            yield (content, "heading", block.derived_from)
        case Paragraph(content=content):
            yield (content, "paragraph", block.derived_from)
        case Table(rows=rows):
            told = ((phrase, row) for row in rows for cell in row.cells for phrase in cell.content)
            yield from ((phrase, "cell", row.derived_from) for phrase, row in told)
        case Listing(items=items) | Checklist(items=items) | Callout(items=items):
            yield from ((item.content, "item", item.derived_from) for item in items)
        case Fields(fields=fields):
            yield from ((one.value, "field", one.derived_from) for one in fields if one.value)
        case Signatures() | Diagram() | Picture():
            return


def per_hundred(reading: Reading, binders: Iterable[Binder]) -> Mapping[str, float]:
    """Defects of each kind per 100 leaves of loose binders, and of all kinds together (the empty name)."""
    leaves = sum(len(binder.leaves) for binder in binders if binder.loose)
    counts: dict[str, int] = {"": len(reading.defects)}
    for one in reading.defects:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    return {kind: 100 * count / max(1, leaves) for kind, count in sorted(counts.items())}
