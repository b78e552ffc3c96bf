"""The text form of a leaf (活页文本): Markdown for any editor, read back as decisions of a teacher.

Every block stands below a marker line with its key, the digest of its sources and the digest of its own words, so that
what was changed here and what has changed in the repository can be told apart.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopcurric.forms.leaf_markdown import lines_of, parts_in
from sopcurric.forms.leaf_marks import BLOCK, HEAD, INDEX, NEW, damaged, note
from sopcurric.forms.leaf_parts import Typed, record, typed
from sopcurric.model.block_words import block_lines
from sopcurric.model.decision import Named, sight
from sopcurric.model.files.decision import LeafDecision, Rewrite
from sopcurric.model.publication import Block, Leaf
from sopcurric.model.saying import words
from sopcurric.model.text import Language, Sentence, sentence
from sopcurric.source.editing import BREAK

WHOLE = ""
"""Stands for the leaf as a whole among the digests of its blocks."""

_ENTRIES_PER_LINE = 6


class UnreadableLeafError(ValueError):
    """The text is not the form of a leaf; `code` is `head` or `index`, `decided.form.CODE` says it in words."""

    def __init__(self, code: str, line: int) -> None:
        """Keep why and where."""
        super().__init__(code, line)
        self.code = code
        self.line = line


@dataclass(frozen=True, slots=True)
class FormFault:
    """Why something in the form is not taken, and in which line it stands."""

    line: int
    reason: Sentence


@dataclass(frozen=True, slots=True)
class FormUnit:
    """What stands below a marker line; `key` is empty where it is new. The digests are those of the time of writing."""

    key: str
    parts: tuple[Typed, ...]
    line: int
    seen: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class LeafForm:
    """A form as it was handed back.

    `index` holds, for every block that was written, the digest of its key with the digest of what it was.
    """

    leaf: str
    label: str
    language: Language
    state: str
    units: tuple[FormUnit, ...]
    index: tuple[tuple[str, str], ...]
    faults: tuple[FormFault, ...] = ()


@dataclass(frozen=True, slots=True)
class LeafUnit:
    """What is edited as one: a block, what it was rewritten to, or one addition. `suspect` says its source changed."""

    key: str
    blocks: tuple[Block, ...]
    parts: tuple[Typed, ...]
    suspect: bool = False

    @property
    def text(self) -> str:
        """The digest of its words."""
        return text_digest(self.parts)

    def entry(self, seen: str) -> tuple[str, str]:
        """What the index says of it."""
        return index_key(self.key), sight(seen, self.text)


def text_digest(parts: Iterable[Typed]) -> str:
    """The digest of typed parts."""
    return sight(json.dumps([record(part) for part in parts], ensure_ascii=False, sort_keys=True))


def index_key(key: str) -> str:
    """How the index names a block."""
    return sight(key)[:8]


def units_of(leaf: Leaf, language: Language) -> tuple[LeafUnit, ...]:
    """The blocks of a leaf, those that one decision made together."""
    groups: list[list[Block]] = []
    for block in leaf.blocks:
        if groups and _belongs(block, groups[-1]):
            groups[-1].append(block)
        else:
            groups.append([block])
    return tuple(_unit(group, language) for group in groups)


def _belongs(block: Block, group: list[Block]) -> bool:
    """Whether a block goes on with a group: behind the notice about it, or with what was typed before it."""
    if len(group) == 1 and _is_notice(group[0], block):
        return True
    first = group[_notices(group)]
    return bool(re.fullmatch(rf"{re.escape(first.key)}\+\d+", block.key))


def _is_notice(one: Block, block: Block) -> bool:
    return one.key == f"{block.key}/suspect"


def _notices(group: list[Block]) -> int:
    """How many notices a group begins with: one, where its source changed."""
    return int(len(group) > 1 and _is_notice(group[0], group[1]))


def _unit(group: list[Block], language: Language) -> LeafUnit:
    suspect = _notices(group)
    blocks = tuple(group[suspect:])
    return LeafUnit(blocks[0].key, blocks, typed(blocks, language), suspect=bool(suspect))


# Writing --------------------------------------------------------------------------------------------------------------


def write(
    leaf: Leaf,
    sights: Mapping[str, str],
    language: Language,
    state: str,
    standing: Iterable[Named[LeafDecision]] = (),
    computed: Leaf | None = None,
) -> str:
    """The form of a leaf as it is printed now; `sights` are the digests of what decisions about its blocks see.

    Notes say which blocks are suspect and how what is computed for them now (`computed` is the leaf without any
    decision) differs from what was seen when they were rewritten (`standing` are the decisions that hold).
    """
    rewrites = [one.decision for one in standing if isinstance(one.decision, Rewrite)]
    units = units_of(leaf, language)
    lines = [*_head(leaf, units, sights, language, state), ""]
    for unit in units:
        lines.append(f"<!-- block {unit.key} seen {seen_of(unit.key, sights)} text {unit.text} -->")
        if unit.suspect:
            lines += (note(words(one, language)) for one in _changed(unit.key, rewrites, computed or leaf, language))
        lines += ["", *lines_of(unit.parts)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _changed(key: str, rewrites: Iterable[Rewrite], computed: Leaf, language: Language) -> Iterator[Sentence]:
    """What is to be known of a block whose source changed: that, and line by line in what."""
    yield sentence("decided.note.suspect")
    then = [line.words(language) for one in rewrites if one.block == key for line in one.saw]
    now = [line for block in computed.blocks if block.key == key for line in block_lines(block, language)]
    yield from (sentence("decided.note.gone", line=line) for line in then if line not in now)
    yield from (sentence("decided.note.now", line=line) for line in now if line not in then)


def seen_of(key: str, sights: Mapping[str, str]) -> str:
    """What a decision about a block sees; an addition has no source, so that it sees nothing."""
    return sights.get(key, sight())


def _head(
    leaf: Leaf, units: tuple[LeafUnit, ...], sights: Mapping[str, str], language: Language, state: str
) -> Iterator[str]:
    yield f"<!-- leaf {leaf.id} label {leaf.label} language {language} state {state or '-'} -->"
    yield note(words(sentence("decided.how.edit"), language))
    yield f"<!-- * {words(sentence('decided.how.new'), language)} <!-- new -->"
    entries = [":".join(unit.entry(seen_of(unit.key, sights))) for unit in units]
    for start in range(0, max(1, len(entries)), _ENTRIES_PER_LINE):
        yield " ".join(("<!-- index", *entries[start : start + _ENTRIES_PER_LINE], "-->"))


# Reading --------------------------------------------------------------------------------------------------------------


def read(text: str) -> LeafForm:
    """The form that a text is, whatever line ends, blanks and byte order mark an editor gave it.

    Raises:
        UnreadableLeafError: its first lines do not say which leaf it is, or what was on it.
    """
    lines = [(number, line.strip()) for number, line in enumerate(BREAK.split(text.removeprefix("\ufeff")), start=1)]
    heads = [(number, found) for number, line in lines if (found := HEAD.fullmatch(line))]
    if not heads:
        raise UnreadableLeafError("head", 1)
    (first, head), *others = heads
    entries = [found["entries"].split() for _, line in lines if (found := INDEX.fullmatch(line))]
    if not entries:
        raise UnreadableLeafError("index", first + 1)
    index = tuple((entry[:8], entry[9:]) for line in entries for entry in line)
    faults = [FormFault(number, sentence("decided.fault.marker")) for number, _ in others]
    faults += _damage(lines, index)
    units = tuple(_units(lines))
    return LeafForm(head["leaf"], head["label"], head["language"], head["state"], units, index, tuple(faults))


def _damage(lines: Iterable[tuple[int, str]], index: tuple[tuple[str, str], ...]) -> Iterator[FormFault]:
    """Marker lines that are not what was handed out, or stand there twice."""
    known: set[str] = set()
    for number, line in lines:
        if damaged(line):
            yield FormFault(number, sentence("decided.fault.marker"))
        block = BLOCK.fullmatch(line)
        if block and block["key"] in known:
            yield FormFault(number, sentence("decided.fault.twice", block=block["key"]))
        elif block and (index_key(block["key"]), sight(block["seen"], block["text"])) not in index:
            yield FormFault(number, sentence("decided.fault.unknown", block=block["key"]))
        known |= {block["key"]} if block else set()


def _units(lines: Iterable[tuple[int, str]]) -> list[FormUnit]:
    """What stands below each marker line."""
    units: list[FormUnit] = []
    head, below = FormUnit("", (), 1), list[tuple[int, str]]()

    def close() -> None:
        unit = FormUnit(head.key, parts_in(below), head.line, head.seen, head.text)
        if unit.key or unit.parts:
            units.append(unit)

    for number, line in lines:
        block = BLOCK.fullmatch(line)
        if not block and not NEW.fullmatch(line):
            below.append((number, line))
            continue
        close()
        head, below = FormUnit("", (), number), []
        if block:
            head = FormUnit(block["key"], (), number, block["seen"], block["text"])
    close()
    return units
