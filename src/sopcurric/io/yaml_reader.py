"""YAML files to plain data, by events and within limits; whatever is wrong with a file becomes findings.

Supported is YAML 1.2 with the core types null, `true`/`false`, decimal numbers and text. Everything else that YAML 1.1
reads into plain words (dates, `no`, `12:30`, `010`) stays text. Aliases (`*a`), merges (`<<: *a`, explicit keys win)
and the tag `!!str` are supported; other tags, several documents in a file and keys that are lists or mappings are not.
"""

import errno
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from math import isfinite

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.source.ref import Pointer, SourceRef, Span
from sopcurric.source.source_map import START, SourceMap

MAX_BYTES = 5 * 1024 * 1024
"""Size of the largest file that is read."""
MAX_DEPTH = 40
"""How deep lists and mappings may be nested."""
MAX_NODES = 200_000
"""How many values a file may have, those that aliases repeat included."""
MAX_REPEATS = 50
"""How many findings with the same code are made for one file."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FATAL = ("SOP003", "SOP005", "SOP006")
"""Codes after which the data is not what the author meant: going on would find the same fault again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a file: its data, as far as it is safe to go on with, and what is wrong."""

    data: object | None
    findings: tuple[Finding, ...]


def read_yaml(document: str, content: bytes) -> Reading:
    """The data of a YAML file; `document` is its path as findings name it. Never raises."""
    if len(content) > MAX_BYTES:
        return Reading(None, (too_large(document, len(content)),))
    report = _Report(document)
    text = _decoded(content, report)
    if text is None:
        return Reading(None, tuple(report.findings))
    data = _Builder(text, report).run()
    broken = any(one.code in _FATAL for one in report.findings)
    return Reading(None if broken else data, tuple(report.findings))


def map_yaml(content: bytes) -> SourceMap:
    """Where the values of a YAML file stand, as far as it can be read. Never raises."""
    report = _Report("")
    text = _decoded(content, report) if len(content) <= MAX_BYTES else None
    if text is None:
        return SourceMap({}, {})
    builder = _Builder(text, report, places={})
    builder.run()
    return builder.source_map()


def text_of(content: bytes) -> str:
    """The text of a file for showing excerpts; what cannot be decoded is replaced."""
    report = _Report("")
    return _cleaned(_raw(content[:MAX_BYTES], report), report)


def too_large(document: str, size: int) -> Finding:
    """The finding for a file that is too large, for callers that know the size before they read."""
    place = SourceRef(document, span=START)
    return finding("SOP002", place=place, size=f"{size / 1024 / 1024:.1f} MB", limit=f"{MAX_BYTES // 1024 // 1024} MB")


def unreadable(document: str, error: OSError) -> Finding:
    """The finding for a file that the operating system did not hand out."""
    variants = {errno.EISDIR: "folder", errno.ENOENT: "missing", errno.ELOOP: "link-loop"}
    denied = isinstance(error, PermissionError)
    variant = "permission" if denied else variants.get(error.errno or 0, "other")
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return finding("SOP009", place=SourceRef(document, span=START), variant=variant, reason=name)


@dataclass(slots=True)
class _Report:
    """The findings of one file so far."""

    document: str
    findings: list[Finding] = field(default_factory=list)
    seen: set[tuple[str, Span]] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, code: str, span: Span, first: Span | None = None, **arguments: str | int) -> None:
        """Add a finding, unless there is one at this place or there are too many of its kind."""
        if (code, span) in self.seen or self.counts[code] >= MAX_REPEATS:
            return
        self.seen.add((code, span))
        self.counts[code] += 1
        place = SourceRef(self.document, span=span)
        related = (SourceRef(self.document, span=first),) if first else ()
        ordered = tuple(sorted(arguments.items()))
        self.findings.append(Finding(code, Severity.ERROR, ordered, place=place, related=related))


# --- From bytes to text ---

_BREAK = re.compile(r"\r\n|\r|\n")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_UNUSUAL = re.compile(f"{_CONTROL.pattern[:-1]}{_INVISIBLE.pattern[1:-1]}\ufffd]")
_SIGNATURES = (
    (b"PK\x03\x04", "office"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
)
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BINARY_SHARE = 0.1
_NUL_SHARE = 0.1


def _decoded(content: bytes, report: _Report) -> str | None:
    """The text of a file without anything that the parser would choke on, or None for a binary file."""
    kind = next((kind for start, kind in _SIGNATURES if content.startswith(start)), "")
    if kind:
        report.add("SOP007", START, variant=kind, character=content[:4].hex(" ").upper())
        return None
    text = _raw(content, report)
    if not _UNUSUAL.search(text):
        return text
    return None if _is_binary(text, report) else _cleaned(text, report)


def _raw(content: bytes, report: _Report) -> str:
    """The text of a file as it is, in whatever encoding."""
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as broken:
        return _foreign(content, broken.start, report)
    wide = _wide(content, report) if "\x00" in text else None
    return text if wide is None else wide


def _foreign(content: bytes, start: int, report: _Report) -> str:
    """The text of a file that is not UTF-8, so that its other faults can be shown in the same run."""
    wide = _wide(content, report)
    if wide is not None:
        return wide
    span = _span(content[:start].decode("utf-8").removeprefix("\ufeff"), None)
    text = _chinese(content)
    if text is None:
        report.add("SOP001", span, encoding="?", variant="unknown", byte=f"0x{content[start]:02X}")
        return content.decode("utf-8", "replace").removeprefix("\ufeff")
    report.add("SOP001", span, encoding="GBK", variant="gbk", byte=f"0x{content[start]:02X}")
    return text


def _wide(content: bytes, report: _Report) -> str | None:
    """The text of a UTF-16 or UTF-32 file, with or without a byte order mark."""
    codec = next((codec for mark, codec in _BYTE_ORDER_MARKS if content.startswith(mark)), "") or _wide_codec(content)
    if not codec:
        return None
    report.add("SOP001", START, encoding=codec[:6].upper(), variant="utf-16", byte=f"0x{content[0]:02X}")
    return content.decode(codec, "replace").removeprefix("\ufeff")


def _wide_codec(content: bytes) -> str:
    """Which UTF-16 it is, judged by where the NUL bytes stand; empty if it is none."""
    even, odd = content[::2].count(0), content[1::2].count(0)
    codec = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < max(2, _NUL_SHARE * len(content)):
        return ""
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        return ""
    return "" if _CONTROL.search(text) or not re.search(r"[:\n]", text) else codec


def _chinese(content: bytes) -> str | None:
    """The text if it is GBK and reads as Chinese."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = [sign for sign in text if sign > "\x7f"]
    usual = sum("\u4e00" <= sign <= "\u9fff" or "\u3000" <= sign <= "\u303f" or sign > "\uff00" for sign in foreign)
    return text if 2 * usual > len(foreign) else None


def _is_binary(text: str, report: _Report) -> bool:
    """Whether there is a NUL or too much that is no text; says so."""
    nul = text.find("\x00")
    odd = len(_CONTROL.findall(text)) + text.count("\ufffd")
    if nul < 0 and odd <= max(8, _BINARY_SHARE * len(text)):
        return False
    first = _CONTROL.search(text)
    position = nul if nul >= 0 else first.start() if first else 0
    report.add("SOP007", _span(text, position), variant="binary", character=f"U+{ord(text[position]):04X}")
    return True


def _cleaned(text: str, report: _Report) -> str:
    """The text without control characters, each of them with a finding.

    They are replaced one by one, so that places stay right; what is only invisible is left out of values later. A byte
    order mark inside the file becomes such a sign, because libyaml would count it as indentation.
    """
    for pattern, variant in ((_CONTROL, "control"), (_INVISIBLE, "invisible")):
        for found in islice(pattern.finditer(text), MAX_REPEATS):
            report.add("SOP007", _span(text, found.start()), variant=variant, character=f"U+{ord(found[0]):04X}")
    return _CONTROL.sub(" ", text).replace("\ufeff", "\u200b")


def _span(text: str, position: int | None) -> Span:
    """The place of a position in a text (None: its end), counted as YAML counts lines."""
    lines = _BREAK.split(text if position is None else text[:position])
    return Span(len(lines), len(lines[-1]) + 1)


# --- From events to data ---

_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("null", "Null", "NULL", "~", "")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,39})\Z")
_FLOAT = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]{0,39})(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][-+]?[0-9]{1,3})?\Z")
_NUMERIC = frozenset("0123456789+-.")
_TEXT_TAGS = ("!", "tag:yaml.org,2002:str")
_PLAIN_TAGS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
_SKIPPED = object()
"""Stands as key where an entry cannot be kept."""
_MERGED = object()
"""Stands as key for `<<`."""

Container = dict[str, object] | list[object]


class _StopReadingError(Exception):
    """Nothing more can be read from this file; the finding has been made."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place as the parser counts it (from 0)."""

    line: int
    column: int


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being filled."""

    container: Container
    anchor: str | None
    key: object | None = None
    keys: dict[str, Event] = field(default_factory=dict)
    values: dict[str | int, Event] = field(default_factory=dict)
    merged: list[object] = field(default_factory=list)
    size: int = 1
    height: int = 1


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A value that can be repeated: how many values it has and how deep they are nested."""

    value: object
    size: int
    height: int


class _Builder:
    """Data from the events of one file, without recursion; `places` is given to keep where everything stands."""

    def __init__(self, text: str, report: _Report, places: dict[int, _Frame] | None = None) -> None:
        self._text = text
        self._report = report
        self._places = places
        self._frames: list[_Frame] = []
        self._anchors: dict[str, _Anchored | None] = {}
        self._nodes = 0
        self._documents = 0
        self._root: object | None = None
        self._root_event: Event | None = None
        self._hashes = "#" in text and bool(_HASH_NUMBER.search(text))
        self._invisible = any(one.code == "SOP007" for one in report.findings)
        self._lines: list[str] | None = None

    def run(self) -> object | None:
        """The data of the first document, or None if it cannot be trusted."""
        handlers: dict[type[Event], Callable[..., None]] = {
            ScalarEvent: self._scalar,
            AliasEvent: self._alias,
            MappingStartEvent: self._open_mapping,
            SequenceStartEvent: self._open_sequence,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            DocumentStartEvent: self._start,
        }
        try:
            for event in _events(self._text):
                handler = handlers.get(type(event))
                if handler is not None:
                    handler(event)
        except _StopReadingError:
            return None
        except (yaml.YAMLError, ValueError, OverflowError) as broken:
            _explain(self.lines, broken, self._report)
            return None
        return self._whole()

    def _whole(self) -> object | None:
        if self._root is None:
            self._report.add("SOP006", START)
        return self._root

    @property
    def lines(self) -> list[str]:
        """The lines of the file, split where YAML splits them."""
        if self._lines is None:
            self._lines = _BREAK.split(self._text)
        return self._lines

    def _start(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._report.add("SOP008", _place(event), variant="documents", feature="---")
            raise _StopReadingError

    def _scalar(self, event: ScalarEvent) -> None:
        frame = self._frames[-1] if self._frames else None
        self._nodes += 1
        if frame is not None:
            frame.size += 1
        if self._nodes > MAX_NODES:
            self._exceeded(event, "nodes", MAX_NODES)
        plain = event.implicit[0]
        if self._invisible:
            event.value = _INVISIBLE.sub("", event.value)
        if plain:
            self._suspect(event)
        if frame is not None and frame.key is None and type(frame.container) is dict:
            self._key(frame, event, plain=plain)
            return
        value = _resolved(event.value) if plain else self._literal(event)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(value, 1, 0)
        self._attach(value, event)

    def _literal(self, event: ScalarEvent) -> str:
        """The text of a quoted, block or tagged scalar."""
        if event.tag is not None and event.tag not in _TEXT_TAGS:
            self._report.add("SOP008", _place(event), variant="tag", feature=_short_tag(event.tag))
        text: str = event.value
        escaped = _CONTROL.search(text) if event.style == '"' else None
        if escaped:
            sign = f"U+{ord(escaped[0]):04X}"
            self._report.add("SOP007", _place(event), variant="escaped", character=sign)
            return _CONTROL.sub(" ", text)
        return text

    def _key(self, frame: _Frame, event: ScalarEvent, *, plain: bool) -> None:
        """Take a scalar as key of the entry that follows; keys are always text."""
        key: str = event.value if plain else self._literal(event)
        first = frame.keys.get(key)
        if first is not None:
            self._report.add("SOP004", _place(event), first=_place(first), key=key)
            frame.key = _SKIPPED
            return
        if not key:
            self._report.add("SOP003", _place(event), variant="empty-key", sign=":")
        frame.keys[key] = event
        frame.key = _MERGED if plain and key == "<<" else key
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(key, 1, 0)

    def _attach(self, value: object, event: Event) -> None:
        """Put a value where it belongs in the container that is open."""
        if not self._frames:
            self._root, self._root_event = value, event
            return
        frame = self._frames[-1]
        container, key = frame.container, frame.key
        if isinstance(container, list):
            if self._places is not None:
                frame.values[len(container)] = event
            container.append(value)
            return
        frame.key = None
        if key is _MERGED:
            self._merge_source(frame, value, event)
        elif isinstance(key, str):
            container[key] = value
            if self._places is not None:
                frame.values[key] = event

    def _merge_source(self, frame: _Frame, value: object, event: Event) -> None:
        if isinstance(value, dict | list):
            frame.merged.append(value)
        else:
            self._report.add("SOP008", _place(event), variant="merge", feature="<<")

    def _alias(self, event: AliasEvent) -> None:
        name = str(event.anchor)
        if name not in self._anchors:
            self._report.add("SOP003", _place(event), variant="leading-sign", sign="*")
            self._anchors[name] = _Anchored(f"*{name}", 1, 0)
        anchored = self._anchors[name]
        if anchored is None:
            self._exceeded(event, "recursive", MAX_NODES)
            return
        if len(self._frames) + anchored.height > MAX_DEPTH:
            self._exceeded(event, "depth", MAX_DEPTH)
        self._count(event, anchored.size, "aliases")
        if self._frames:
            frame = self._frames[-1]
            frame.height = max(frame.height, anchored.height + 1)
            if self._refuse_as_key(frame, event):
                return
        self._attach(anchored.value, event)

    def _refuse_as_key(self, frame: _Frame, event: Event) -> bool:
        """Whether an alias, list or mapping stands where a key should; if so, says so and skips the entry."""
        if frame.key is not None or isinstance(frame.container, list):
            return False
        self._report.add("SOP008", _place(event), variant="complex-key", feature="?")
        frame.key = _SKIPPED
        return True

    def _open_mapping(self, event: MappingStartEvent) -> None:
        self._open({}, event)

    def _open_sequence(self, event: SequenceStartEvent) -> None:
        self._open([], event)

    def _open(self, container: Container, event: MappingStartEvent | SequenceStartEvent) -> None:
        self._count(event, 1)
        if len(self._frames) >= MAX_DEPTH:
            self._exceeded(event, "depth", MAX_DEPTH)
        if event.tag is not None and event.tag not in _PLAIN_TAGS:
            self._report.add("SOP008", _place(event), variant="tag", feature=_short_tag(event.tag))
        as_key = bool(self._frames) and self._refuse_as_key(self._frames[-1], event)
        if not as_key:
            self._attach(container, event)
        frame = _Frame(container, event.anchor)
        if frame.anchor:
            self._anchors[frame.anchor] = None
        self._frames.append(frame)
        if self._places is not None:
            self._places[id(container)] = frame

    def _close(self, event: Event) -> None:
        frame = self._frames.pop()
        if frame.merged:
            self._merge(frame, event)
        if frame.anchor:
            self._anchors[frame.anchor] = _Anchored(frame.container, frame.size, frame.height)
        if self._frames:
            parent = self._frames[-1]
            parent.size += frame.size - 1
            parent.height = max(parent.height, frame.height + 1)

    def _merge(self, frame: _Frame, event: Event) -> None:
        """Take over the entries of merged mappings; explicit keys win, then earlier mappings."""
        if not isinstance(frame.container, dict):
            return
        for one in frame.merged:
            for source in one if isinstance(one, list) else [one]:
                if not isinstance(source, dict):
                    self._report.add("SOP008", _place(event), variant="merge", feature="<<")
                    continue
                self._take_over(frame, frame.container, source)

    def _take_over(self, frame: _Frame, container: dict[str, object], source: dict[str, object]) -> None:
        origin = self._places.get(id(source)) if self._places is not None else None
        for key, value in source.items():
            if key in container:
                continue
            container[key] = value
            if origin is not None:
                frame.keys[key] = origin.keys[key]
                frame.values[key] = origin.values[key]

    def _count(self, event: Event, size: int, variant: str = "nodes") -> None:
        self._nodes += size
        if self._frames:
            self._frames[-1].size += size
        if self._nodes > MAX_NODES:
            self._exceeded(event, variant, MAX_NODES)

    def _exceeded(self, event: Event, variant: str, limit: int) -> None:
        self._report.add("SOP005", _place(event), variant=variant, limit=limit)
        raise _StopReadingError

    def _suspect(self, event: ScalarEvent) -> None:
        """Make findings for plain scalars that are valid YAML but surely not what was meant."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return
        if _SUSPECT.match(event.value):
            before, line = self.lines[start.line][: start.column], self.lines[start.line]
            if not before.strip(" -"):
                self._blame(start.line, _clue(line, start.column, item="-" in before))
        if end.line > start.line:
            self._suspect_rest(start.line + 1, end.line)
        if self._hashes and end.line < len(self.lines):
            found = _HASH_NUMBER.match(self.lines[end.line], end.column)
            if found:
                self._blame(end.line, ("hash", found.start("sign")))

    def _suspect_rest(self, first: int, last: int) -> None:
        """The same for the further lines of a scalar."""
        for number in range(first, min(last + 1, len(self.lines))):
            line = self.lines[number]
            self._blame(number, _clue(line, len(line) - len(line.lstrip(" ")), continued=True))

    def _blame(self, line: int, clue: "_Clue | None") -> None:
        if clue:
            sign = self.lines[line][clue[1] : clue[1] + 1]
            self._report.add("SOP003", Span(line + 1, clue[1] + 1), variant=clue[0], sign=sign)

    def source_map(self) -> SourceMap:
        """Where everything stands, once read with `places`; what aliases repeat is shown where it was written."""
        values: dict[Pointer, Span] = {(): _place(self._root_event) if self._root_event else START}
        keys: dict[Pointer, Span] = {}
        waiting: list[tuple[Pointer, object]] = [((), self._root)]
        while waiting:
            pointer, container = waiting.pop()
            frame = (self._places or {}).get(id(container))
            if frame is None:
                continue
            for key, value in _entries(frame.container):
                place = (*pointer, key)
                values[place] = _place(frame.values[key])
                if isinstance(key, str):
                    keys[place] = _place(frame.keys[key])
                if isinstance(value, dict | list):
                    waiting.append((place, value))
        return SourceMap(values, keys)


def _events(text: str) -> Iterator[Event]:
    """The events of a text; not `yaml.parse`, which asks twice for each."""
    loader = _LOADER(text)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()


def _entries(container: Container) -> list[tuple[str | int, object]]:
    return list(container.items()) if isinstance(container, dict) else list(enumerate(container))


def _place(event: Event) -> Span:
    mark = event.start_mark
    return Span(mark.line + 1, mark.column + 1) if mark else START


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")[:60]


def _resolved(words: str) -> object:
    """What a plain scalar means: null, a truth value, a number, or text."""
    if words in _CONSTANTS:
        return _CONSTANTS[words]
    if words[0] not in _NUMERIC:
        return words
    if _INTEGER.match(words):
        return int(words)
    number = float(words) if _FLOAT.match(words) else None
    return words if number is None or not isfinite(number) else number


# --- What a beginner meant ---

_Clue = tuple[str, int]
"""The name of a cure and the column (from 0) where it applies."""

_SUSPECT = re.compile(r"[-－﹣•●\u3000\xa0]|[a-z][a-z_]+[ \u3000]*(?:：|:[^\s/:])|[a-z][a-z_]+:[\u3000\xa0]")
_HASH_NUMBER = re.compile(r"[ \t]+(?P<sign>#[0-9])")
_CLUES = (
    ("full-width-space", re.compile(r"(?P<at>[\u3000\xa0])")),
    ("full-width-hash", re.compile(r"(?P<at>\uff03)")),
    ("dash-space", re.compile(r"(?P<at>-)(?=[^\s\d.-])")),
    ("wide-dash", re.compile(r"(?P<at>[－﹣•●])")),
    ("full-width-colon", re.compile(r"[a-z][a-z_]+[ \u3000]*(?P<at>：)")),
    ("full-width-space", re.compile(r"[a-z][a-z_]+:(?P<at>[\u3000\xa0])")),
)
_COLON_SPACE = re.compile(r"[a-z][a-z_]+(?P<at>:)(?=[^\s/:])")
_TEXT_THEN_LIST = re.compile(r"(?P<at>-) ")
_ANY_KEY = re.compile(r"[^\s:：#\"'“][^:：#]*(?P<at>：)")
_ITEM = re.compile(r" *(?:- +)*")
_ENTRY = re.compile(r" *(?:- +)*(?:[^\s\"'#][^:#]*|\"[^\"]*\"|'[^']*'):(?: +|$)(?P<value>.*)")
_TAB = re.compile(r"[ -]*(?P<at>\t)")
_BLOCK = re.compile(r"(?:^|.*[:\-]) +[|>][-+0-9]*(?: +#.*)?$")
_QUOTES = "\"'"
_CONSEQUENCES = ("general", "indentation")
"""What the parser complains about after a fault that has been found already."""


def _clue(line: str, begin: int, *, continued: bool = False, item: bool = False) -> _Clue | None:
    """What is surely wrong with the words that begin at a column; `continued`: they go on from the line before."""
    patterns = _CLUES if item else (*_CLUES, ("colon-space", _COLON_SPACE))
    for variant, pattern in (*patterns, ("text-then-list", _TEXT_THEN_LIST)) if continued else patterns:
        found = pattern.match(line, begin)
        if found:
            return variant, found.start("at")
    return None


def _line_clue(line: str) -> _Clue | None:
    """What is surely wrong with a line that should hold `key: value` or `- item`."""
    tab = _TAB.match(line)
    if tab:
        return "tab", tab.start("at")
    begin = _ITEM.match(line)
    return _clue(line, begin.end() if begin else 0)


def _key_clue(line: str) -> _Clue | None:
    """What may be wrong with a line that the parser took for a key without colon: any words before `：` count."""
    clue = _line_clue(line)
    if clue:
        return clue
    begin = _ITEM.match(line)
    found = _ANY_KEY.match(line, begin.end() if begin else 0)
    return ("full-width-colon", found.start("at")) if found else None


def _explain(lines: list[str], broken: Exception, report: _Report) -> None:
    """Findings for a syntax error: where the person has to act, and lines that have a similar fault."""
    problem, context = _marks(lines, broken)
    scanning = isinstance(broken, yaml.scanner.ScannerError)
    variant, place = _diagnosis(lines, problem, context, scanning=scanning)
    if variant not in _CONSEQUENCES or not report.counts["SOP003"]:
        _accuse(lines, place, variant, report)
    for number in _structure(lines):
        clue = _line_clue(lines[number])
        if clue and not (number == place.line and variant != "general"):
            _accuse(lines, _Mark(number, clue[1]), clue[0], report)


def _accuse(lines: list[str], place: _Mark, variant: str, report: _Report) -> None:
    sign = lines[place.line][place.column : place.column + 1]
    report.add("SOP003", Span(place.line + 1, place.column + 1), variant=variant, sign=sign)


def _marks(lines: list[str], broken: Exception) -> tuple[_Mark, _Mark | None]:
    """Where the parser gave up and, if it says so, where it began with what it could not finish."""
    problem, context = (getattr(broken, name, None) for name in ("problem_mark", "context_mark"))
    return _clamped(lines, problem or context or _Mark(0, 0)), _clamped(lines, context) if context else None


def _clamped(lines: list[str], mark: _Mark) -> _Mark:
    """The mark, or the end of the last line with anything in it if the mark is beyond."""
    if mark.line < len(lines) and (mark.column < len(lines[mark.line]) or (mark.column == 0 and lines[mark.line])):
        return _Mark(mark.line, mark.column)
    last = max((number for number, line in enumerate(lines[: mark.line + 1]) if line.strip()), default=0)
    return _Mark(last, len(lines[last].rstrip()))


def _diagnosis(lines: list[str], problem: _Mark, context: _Mark | None, *, scanning: bool) -> tuple[str, _Mark]:
    """The name of the cure and where it applies."""
    guesses: tuple[Callable[[], tuple[str, _Mark] | None], ...] = (
        lambda: _tabbed(lines, problem, context),
        lambda: _leading_sign(lines, problem, context) if scanning else None,
        lambda: _unclosed(lines, problem, context, scanning=scanning),
        lambda: _no_colon(lines, context) if scanning else None,
        lambda: _second_colon(lines, problem) if scanning else None,
        lambda: _left_over(lines, problem) if context and not scanning else None,
    )
    return next((found for guess in guesses if (found := guess()) is not None), ("general", problem))


def _tabbed(lines: list[str], problem: _Mark, context: _Mark | None) -> tuple[str, _Mark] | None:
    for mark in (problem, context):
        tab = _TAB.match(lines[mark.line]) if mark else None
        if mark and tab:
            return "tab", _Mark(mark.line, tab.start("at"))
    return None


def _leading_sign(lines: list[str], problem: _Mark, context: _Mark | None) -> tuple[str, _Mark] | None:
    """A value that begins with a sign that means something to YAML."""
    for mark, signs in ((problem, "%@`"), (context, "%*&!|>")):
        if mark is None:
            continue
        line = lines[mark.line]
        before = line[: mark.column].rstrip()
        if line[mark.column : mark.column + 1] in tuple(signs) and (not before or before[-1] in ":-,[{"):
            return "leading-sign", mark
    return None


def _unclosed(lines: list[str], problem: _Mark, context: _Mark | None, *, scanning: bool) -> tuple[str, _Mark] | None:
    """A quote or bracket that was opened and not closed, or a backslash between double quotes."""
    opened = lines[context.line][context.column : context.column + 1] if context else ""
    if context and scanning and opened and opened in _QUOTES:
        column = lines[problem.line].rfind("\\", max(0, problem.column - 9), problem.column + 1)
        if column >= 0 and problem != context:
            return "backslash", _Mark(problem.line, column)
        return "unclosed-quote", context
    if context and not scanning and opened and opened in "[{":
        return "unclosed-bracket", context
    return None


def _no_colon(lines: list[str], context: _Mark | None) -> tuple[str, _Mark] | None:
    """A line that the parser took for a key and that has no colon."""
    if context is None:
        return None
    clue = _key_clue(lines[context.line])
    return (clue[0], _Mark(context.line, clue[1])) if clue else ("colon-missing", context)


def _second_colon(lines: list[str], problem: _Mark) -> tuple[str, _Mark] | None:
    """A colon where none can stand: a second one in its line, or the first one below a line that is broken."""
    entry = _ENTRY.match(lines[problem.line])
    if entry and entry.start("value") <= problem.column:
        column = entry.start("value")
        wide = entry["value"][:1] in ("“", "”", "‘", "’")
        return ("full-width-quote", _Mark(problem.line, column)) if wide else ("second-colon", problem)
    for number in range(problem.line - 1, -1, -1):
        line = lines[number]
        if _ENTRY.match(line):
            indent = len(lines[problem.line]) - len(lines[problem.line].lstrip(" "))
            return "indentation", _Mark(problem.line, indent)
        clue = _key_clue(line)
        if clue:
            return clue[0], _Mark(number, clue[1])
    return None


def _left_over(lines: list[str], problem: _Mark) -> tuple[str, _Mark] | None:
    """Something after a closing quote or bracket, or a line that stands too far left or right."""
    before = lines[problem.line][: problem.column].rstrip()
    if not before.strip(" -"):
        if lines[problem.line][problem.column : problem.column + 1] == ":":
            return "empty-key", problem
        clue = _line_clue(lines[problem.line])
        return (clue[0], _Mark(problem.line, clue[1])) if clue else ("indentation", problem)
    if before[-1] in _QUOTES:
        return "after-quote", problem
    return ("after-bracket", problem) if before[-1] in "]}" else None


def _structure(lines: list[str]) -> Iterator[int]:
    """The numbers of the lines that are not inside a block of text (`|`, `>`)."""
    block = -1
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or line[indent] == "#" or (block >= 0 and indent > block):
            continue
        block = indent if _BLOCK.match(line) else -1
        yield number
