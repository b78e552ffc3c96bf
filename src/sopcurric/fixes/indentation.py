"""Tabs, full-width and no-break spaces where lines are indented, or between a key and its value."""

import re
from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import BREAK, Edit, Source, indent_of, line_start, structural
from sopcurric.source.ref import Span

_LEAD = re.compile(r"[ \t\u3000\xa0-]*")
_ODD = re.compile(r"[\t\u3000\xa0]")
_GAP = re.compile(r"[ \t\u3000\xa0]+")
_WIDTHS = {"tab": (2, 4, 8), "full-width-space": (2, 1, 4)}
"""How many spaces a sign may stand for; of those that make the same of all lines the first one is taken."""
_ASKEW = object()
"""A line that stands between two levels."""


def changes(source: Source, one: Finding, _repository: Repository) -> Iterable[Change | Left]:
    """Spaces instead: for the whole file, because lines hang together; one way for each shape that this may give it."""
    variant = one.said("variant")
    at = source.at(one.place)
    if at is None or not _ODD.match(source.text, at):
        return
    if _LEAD.fullmatch(source.text[line_start(source.text, at) : at]) is None:
        gap = _GAP.match(source.text, at)
        yield Change((Edit(at, gap.end() if gap else at + 1, " "),))
        return
    lines = BREAK.split(source.text.removeprefix("\ufeff"))
    ways: dict[tuple[object, ...], Change] = {}
    for width in _WIDTHS[variant]:
        ways.setdefault(tuple(_shape(lines, width)), Change(tuple(_respaced(source, lines, width))))
    yield from (way for shape, way in ways.items() if _ASKEW not in shape)


def _shape(lines: list[str], width: int) -> Iterator[object]:
    """How deep each line is and whether it goes on with what stands above it, with signs of a certain width."""
    levels: list[int] = []
    for number in structural(lines):
        lead = _spaces(_lead(lines[number]), width)
        indent = indent_of(lead)
        deeper = [level for level in levels if level > indent]
        levels = [level for level in levels if level <= indent]
        there = indent in levels
        if deeper and not there:
            yield _ASKEW
        levels += [] if there else [indent]
        yield len(levels), there
        levels += [len(lead)] if len(lead) > indent else []


def _lead(line: str) -> str:
    found = _LEAD.match(line)
    return found[0] if found else ""


def _respaced(source: Source, lines: list[str], width: int) -> Iterator[Edit]:
    for number in structural(lines):
        lead = _lead(lines[number])
        start = source.position(Span(number + 1, 1)) if _ODD.search(lead) else None
        if start is not None:
            yield Edit(start, start + len(lead), _spaces(lead, width))


def _spaces(lead: str, width: int) -> str:
    wide = 2 if width == 1 else width
    return lead.replace("\u3000", " " * width).replace("\xa0", " ").expandtabs(wide)


FIX = Fix(
    name="indentation",
    changes=changes,
    cures=frozenset({("SOP003", "tab"), ("SOP003", "full-width-space")}),
)
