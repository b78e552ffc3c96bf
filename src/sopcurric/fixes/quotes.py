"""Quotes round a text that YAML would take for something else."""

import re
from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding
from sopcurric.model.files.keys import is_heading
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import BREAK, Edit, Source, indent_of, line_end, line_start, quoted, value_end

_VALUE = re.compile(r"[ ]*(?:- +)*(?:[^\s\"'#{\[][^:#]*|\"[^\"]*\"|'[^']*'): +(?P<value>[^\s\"'{\[“‘].*)")
_KEY_INSIDE = re.compile(r"(?P<key>[^\s:,，;；。]+)[ \t]*:(?:\s|$)")
_FLOW_END = re.compile(r"[,\]}]")
_OTHER_TYPES = {"text-for-number", "text-for-boolean"}


def changes(source: Source, one: Finding, _repository: Repository) -> Iterable[Change | Left]:
    """The whole text between quotes."""
    variant = one.said("variant")
    if one.code == "SOP012" and one.place:
        yield from _word(source, source.scalar(one.place))
        return
    at = source.at(one.place)
    if at is not None and not _goes_on(source.text, at):
        yield from _second_colon(source.text, at) if variant == "second-colon" else _leading_sign(source.text, at)


def _word(source: Source, place: tuple[int, int] | None) -> Iterator[Change]:
    """A number or truth value that should be text, exactly as it was typed."""
    if place:
        start, end = place
        token = source.text[start:end]
        if token and token[0] not in "\"'&!*|>" and not BREAK.search(token):
            yield Change((Edit(start, end, quoted(token)),))


def _second_colon(text: str, at: int) -> Iterator[Change]:
    """The value of the line; not where what stands before the colon is a key, which may have lost its line."""
    start, end = line_start(text, at), line_end(text, at)
    found = _VALUE.match(text[start:end])
    if not found or start + found.start("value") > at:
        return
    begin = found.start("value")
    stop = value_end(text[start:end], begin)
    value = text[start + begin : start + stop]
    if not any(is_heading(key["key"]) for key in _KEY_INSIDE.finditer(value)):
        yield Change((Edit(start + begin, start + stop, quoted(value)),))


def _leading_sign(text: str, at: int) -> Iterator[Change]:
    """To the end of the line, or to where the value ends between brackets: reading tells which."""
    start, end = line_start(text, at), line_end(text, at)
    stop = start + value_end(text[start:end], at - start)
    yield from _between_quotes(text, at, stop)
    inner = _FLOW_END.search(text, at, stop)
    if inner:
        yield from _between_quotes(text, at, inner.start())


def _between_quotes(text: str, start: int, end: int) -> Iterator[Change]:
    value = text[start:end].rstrip(" \t")
    if value and not any(is_heading(key["key"]) for key in _KEY_INSIDE.finditer(value)):
        yield Change((Edit(start, start + len(value), quoted(value)),))


def _goes_on(text: str, at: int) -> bool:
    """Whether the next line stands further in, so that the text may go on there."""
    start = line_start(text, at)
    below = [line for line in BREAK.split(text[line_end(text, at) :])[1:] if line.strip()]
    return bool(below) and indent_of(below[0]) > indent_of(text[start:])


FIX = Fix(
    name="quotes",
    changes=changes,
    cures=frozenset(
        {("SOP003", "leading-sign"), ("SOP003", "second-colon"), *(("SOP012", variant) for variant in _OTHER_TYPES)}
    ),
)
