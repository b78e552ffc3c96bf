"""The text form of a leaf (活页文本): Markdown for any editor, read back as decisions of a teacher.

Every block stands below a marker line with its key, the digest of its sources and the digest of its own words, so that
what was changed here and what has changed in the repository can be told apart.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopcurric.forms.leaf_markdown import lines_of, parts_in
from sopcurric.forms.leaf_parts import Typed, record, typed
from sopcurric.model.decision import sight
from sopcurric.model.publication import Block, Leaf
from sopcurric.model.saying import words
from sopcurric.model.text import Language, Sentence, sentence

WHOLE = ""
"""Stands for the leaf as a whole among the digests of its blocks."""

_HEAD = re.compile(
    r"<!--\s*leaf (?P<leaf>\S+) label (?P<label>.*?) language (?P<language>\S+) state (?P<state>\S+)\s*-->"
)
_INDEX = re.compile(r"<!--\s*index(?P<entries>(?:\s+[0-9a-f]{8}:[0-9a-f]{12})*)\s*-->")
_BLOCK = re.compile(r"<!--\s*block (?P<key>\S+) seen (?P<seen>[0-9a-f]{12}) text (?P<text>[0-9a-f]{12})\s*-->")
_NEW = re.compile(r"<!--\s*(?:new|增补)\s*-->", re.IGNORECASE)
_BROKEN = re.compile(r"<!--\s*block\b|<!--(?!.*-->$)")
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
        if groups and re.fullmatch(rf"{re.escape(groups[-1][0].key)}(?:\+\d+|/suspect)", block.key):
            groups[-1].append(block)
        else:
            groups.append([block])
    return tuple(_unit(group, language) for group in groups)


def _unit(group: list[Block], language: Language) -> LeafUnit:
    key = group[0].key
    blocks = tuple(block for block in group if block.key != f"{key}/suspect")
    return LeafUnit(key, blocks, typed(blocks, language), suspect=len(blocks) < len(group))


# Writing --------------------------------------------------------------------------------------------------------------


def write(leaf: Leaf, sights: Mapping[str, str], language: Language, state: str) -> str:
    """The form of a leaf as it is printed now; `sights` are the digests of what decisions about its blocks see."""
    units = units_of(leaf, language)
    lines = [*_head(leaf, units, sights, language, state), ""]
    for unit in units:
        lines.append(f"<!-- block {unit.key} seen {seen_of(unit.key, sights)} text {unit.text} -->")
        if unit.suspect:
            lines.append(f"<!-- {words(sentence('decided.suspect.title'), language)} -->")
        lines += ["", *lines_of(unit.parts)]
    return "\n".join(lines).rstrip("\n") + "\n"


def seen_of(key: str, sights: Mapping[str, str]) -> str:
    """What a decision about a block sees; an addition has no source, so that it sees nothing."""
    return sights.get(key, sight())


def _head(
    leaf: Leaf, units: tuple[LeafUnit, ...], sights: Mapping[str, str], language: Language, state: str
) -> Iterator[str]:
    yield f"<!-- leaf {leaf.id} label {leaf.label} language {language} state {state or '-'} -->"
    yield f"<!-- {words(sentence('decided.how.edit'), language)} -->"
    yield f"<!-- {words(sentence('decided.how.new'), language)} <!-- new -->"
    entries = [":".join(unit.entry(seen_of(unit.key, sights))) for unit in units]
    for start in range(0, max(1, len(entries)), _ENTRIES_PER_LINE):
        yield " ".join(("<!-- index", *entries[start : start + _ENTRIES_PER_LINE], "-->"))


# Reading --------------------------------------------------------------------------------------------------------------


def read(text: str) -> LeafForm:
    """The form that a text is, whatever line ends, blanks and byte order mark an editor gave it.

    Raises:
        UnreadableLeafError: its first lines do not say which leaf it is, or what was on it.
    """
    lines = [
        (number, line.strip())
        for number, line in enumerate(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), start=1)
    ]
    number, head = next(((n, found) for n, line in lines if (found := _HEAD.fullmatch(line))), (1, None))
    if not head:
        raise UnreadableLeafError("head", number)
    entries = [found["entries"].split() for _, line in lines if (found := _INDEX.fullmatch(line))]
    if not entries:
        raise UnreadableLeafError("index", number + 1)
    index = tuple((entry[:8], entry[9:]) for line in entries for entry in line)
    units, faults = _units(lines)
    return LeafForm(head["leaf"], head["label"], head["language"], head["state"], tuple(units), index, tuple(faults))


def _units(lines: Iterable[tuple[int, str]]) -> tuple[list[FormUnit], list[FormFault]]:
    """What stands below each marker line, and marker lines that are damaged."""
    units: list[FormUnit] = []
    faults: list[FormFault] = []
    head, below = FormUnit("", (), 1), list[tuple[int, str]]()

    def close() -> None:
        unit = FormUnit(head.key, parts_in(below), head.line, head.seen, head.text)
        if unit.key or unit.parts:
            units.append(unit)

    for number, line in lines:
        block = _BLOCK.fullmatch(line)
        if not block and not _NEW.fullmatch(line):
            below.append((number, line))
            if _BROKEN.match(line):
                faults.append(FormFault(number, sentence("decided.fault.marker")))
            continue
        close()
        head, below = FormUnit("", (), number), []
        if block:
            head = FormUnit(block["key"], (), number, block["seen"], block["text"])
    close()
    return units, faults
