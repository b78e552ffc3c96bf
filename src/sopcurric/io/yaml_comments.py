"""Comments of a YAML file that speak to this program; the same words in quotes or blocks of text are no comments.

The parser does not hand out comments: they are looked for in the text, and what lies within a scalar is left aside.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.events import ScalarEvent

from sopcurric.io.decoding import decoded
from sopcurric.io.file_report import FileReport
from sopcurric.io.yaml_builder import events
from sopcurric.io.yaml_reader import MAX_BYTES
from sopcurric.source.editing import BREAK
from sopcurric.source.ref import Span

NAME = "sopcurric"
"""What such a comment begins with."""
_COMMENT = re.compile(rf"(?:^|(?<=[ \t]))#+[ \t\u3000]*{NAME}", re.IGNORECASE)

_Mark = tuple[int, int]
"""Line and column, from 0."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: where it stands, its words, and the line that it is about.

    At the end of a line it is about that line; alone on a line, about the next one that holds more than a comment.
    """

    place: Span
    words: str
    about: int


def may_have_comments(content: bytes) -> bool:
    """Whether it is worth looking for comments: quick, and wrong only by saying yes."""
    return NAME.encode() in content.lower()


def comments_of(content: bytes) -> tuple[Comment, ...]:
    """The comments of a file, as far as it can be read. Never raises."""
    text = decoded(content, FileReport("")) if len(content) <= MAX_BYTES else None
    if text is None:
        return ()
    lines = BREAK.split(text)
    places = [(number, found.start()) for number, line in enumerate(lines) for found in _COMMENT.finditer(line)]
    outside = _outside(text, places) if places else []
    return tuple(
        Comment(Span(number + 1, column + 1), lines[number][column:], _about(lines, number) + 1)
        for number, column in outside
    )


def _about(lines: list[str], number: int) -> int:
    if not _bare(lines[number]):
        return number
    return next((later for later in range(number + 1, len(lines)) if not _bare(lines[later])), number)


def _bare(line: str) -> bool:
    """Whether a line holds nothing but a comment, or nothing at all."""
    return line.strip()[:1] in {"", "#"}


def _outside(text: str, places: list[_Mark]) -> list[_Mark]:
    """Those places that lie in no scalar; none of those that come after a syntax error."""
    kept: list[_Mark] = []
    waiting = places[::-1]
    for begin, end in _scalars(text):
        while waiting and waiting[-1] < end:
            mark = waiting.pop()
            if mark < begin:
                kept.append(mark)
    return kept


def _scalars(text: str) -> Iterator[tuple[_Mark, _Mark]]:
    """Where the words of scalars begin and end, in order; at last the end of what can be read."""
    try:
        for event in events(text):
            start, end = event.start_mark, event.end_mark
            if isinstance(event, ScalarEvent) and start and end:
                block = event.style in ("|", ">")  # a comment may stand behind the sign
                yield (start.line + 1, 0) if block else (start.line, start.column), (end.line, end.column)
    except (yaml.YAMLError, ValueError, OverflowError):
        return
    last = (len(text) + 1, 0)
    yield last, last
