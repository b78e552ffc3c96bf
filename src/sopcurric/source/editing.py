"""Small changes to the text of a file: places as positions, edits that leave every other sign as it is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sopcurric.source.ref import Pointer, SourceRef, Span
from sopcurric.source.source_map import SourceMap

BREAK = re.compile(r"\r\n|\r|\n")
_ESCAPED = re.compile(r'["\\]')


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What stands between two positions of a text is replaced."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the repository as it stands: its text, where its values stand, and its data (None: unreadable)."""

    document: str
    text: str
    places: SourceMap
    data: object | None

    def position(self, span: Span) -> int | None:
        """The position of a place in the text."""
        return offset(self.text, span)

    def at(self, place: SourceRef | None) -> int | None:
        """The position of a place that has line and column; None for any other."""
        return self.position(place.span) if place and place.span else None

    def scalar(self, ref: SourceRef) -> tuple[int, int] | None:
        """From where to where a word or text stands (quotes included), or None for what is no scalar."""
        span = self.places.find(ref)
        end = self.places.ends.get(span)
        start, stop = self.position(span), self.position(end) if end else None
        return None if start is None or stop is None else (start, stop)


def offset(text: str, span: Span) -> int | None:
    """The position of a place in a text, its end included, or None where there is no such place."""
    starts = _line_starts(text)
    if span.line > len(starts):
        return None
    mark = 1 if span.line == 1 and text.startswith("\ufeff") else 0
    position = starts[span.line - 1] + mark + span.column - 1
    return position if position <= len(text) else None


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in BREAK.finditer(text)))


def line_start(text: str, position: int) -> int:
    """Where the line that a position is in begins; a byte order mark stands before the first one."""
    start = max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1
    return start + 1 if start == 0 and text.startswith("\ufeff") else start


def line_end(text: str, position: int) -> int:
    """Where the line that a position is in ends."""
    found = BREAK.search(text, position)
    return found.start() if found else len(text)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits, the last one first, so that places before it stay right; of two that meet one holds."""
    rest = len(text) + 1
    for one in sorted(set(edits), reverse=True):
        if one.end <= rest:
            text, rest = text[: one.start] + one.words + text[one.end :], one.start
    return text


def quoted(words: str) -> str:
    """Some words of one line between quotes, so that YAML takes them as they are."""
    return "'" + words.replace("'", "''") + "'" if _ESCAPED.search(words) else f'"{words}"'


def put(data: object, pointer: Pointer, value: object) -> object:
    """The data with another value where a pointer leads; the data itself stays as it is."""
    if not pointer:
        return value
    first, rest = pointer[0], pointer[1:]
    if isinstance(data, dict):
        return {key: put(item, rest, value) if key == first else item for key, item in data.items()}
    if isinstance(data, list):
        return [put(item, rest, value) if number == first else item for number, item in enumerate(data)]
    return data


def found_at(data: object, pointer: Pointer) -> object | None:
    """The value that a pointer leads to, or None."""
    for part in pointer:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


# --- Lines of YAML ---

_BLOCK = re.compile(r"(?:^|.*[:\-]) +[|>][-+0-9]*(?: +#.*)?$")
_COMMENT = re.compile(r"[ \t]+#.*|[ \t]+$")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def structural(lines: Iterable[str]) -> Iterator[int]:
    """The numbers (from 0) of the lines that are not inside a block of text (`|`, `>`)."""
    block = -1
    for number, line in enumerate(lines):
        indent = indent_of(line)
        if not line.strip() or line[indent] == "#" or (block >= 0 and indent > block):
            continue
        block = indent if _BLOCK.match(line) else -1
        yield number


def value_end(line: str, start: int) -> int:
    """Where a value that begins in a line ends: before a comment and blanks."""
    found = _COMMENT.search(line, start)
    return found.start() if found else len(line)


def instead(source: Source, ref: SourceRef, words: str, *, bare: bool = False) -> Edit | None:
    """The edit that puts a plain word in the place of a scalar; quotes are kept unless it has to stand `bare`."""
    place = source.scalar(ref)
    if place is None or not _PLAIN.fullmatch(words):
        return None
    start, end = place
    token = source.text[start:end]
    if not token or token[0] in "&!*|>" or BREAK.search(token):
        return None
    mark = token[0] if token[0] in "\"'" and not bare else ""
    return Edit(start, end, f"{mark}{words}{mark}")
