"""Reports for people: place, sentence, excerpt with a caret, cure, and a summary at the end."""

import unicodedata
from collections.abc import Sequence

from sopcurric.diagnostics.finding import Severity
from sopcurric.diagnostics.report import Placed, filled, safe
from sopcurric.source.ref import Span
from sopcurric.wording.catalogue import entry

WIDTH = 100
"""Widest excerpt, in columns of a terminal; of longer lines the part around the fault is shown."""

_TAB = "    "


def render(placed: Sequence[Placed], language: str) -> str:
    """The report, ordered by place, ending with a line break."""
    ordered = sorted(placed, key=lambda one: one.sort_key)
    return "\n".join([*(_one(one, language) for one in ordered), _summary(ordered, language)]) + "\n"


def _one(placed: Placed, language: str) -> str:
    severity = entry(f"report.{placed.finding.severity}", language)
    place = _place(placed.document, placed.span)
    lines = [f"{place} {placed.finding.code} {severity}: {safe(placed.message)}"]
    if placed.excerpt.strip():
        lines += _excerpt(placed.excerpt, placed.span)
    if placed.cure:
        lines.append(f"  {entry('report.cure', language)}{safe(placed.cure)}")
    related = entry("report.related", language)
    lines += [f"  {related}{_place(document, span)}" for document, span in placed.related]
    return "\n".join([*lines, ""])


def _place(document: str, span: Span) -> str:
    return f"{safe(document)}:{span.line}:{span.column}"


def _excerpt(line: str, span: Span) -> list[str]:
    """The line and a caret below the column; wide characters take two columns of a terminal."""
    number = str(span.line)
    column = min(span.column - 1, len(line))
    begin = _begin(line, column)
    before, after = _shown(line[begin:column]), _shown(line[column:])
    shown = ("…" if begin else "") + before
    room = max(WIDTH - width(shown), 8)
    kept = _fitting(after, room)
    tail = "…" if len(kept) < len(after) else ""
    caret = " " * width(shown) + "^"
    return [f"  {number} | {shown}{kept}{tail}".rstrip(), f"  {' ' * len(number)} | {caret}"]


def _begin(line: str, column: int) -> int:
    """Where to begin so that the fault is in sight."""
    begin, used = column, 0
    while begin > 0 and used < WIDTH * 2 // 3:
        begin -= 1
        used += width(_shown(line[begin]))
    return begin


def _fitting(words: str, room: int) -> str:
    used = 0
    for position, sign in enumerate(words):
        used += width(sign)
        if used > room:
            return words[:position]
    return words


def _shown(words: str) -> str:
    return safe(words.replace("\t", _TAB))


def _summary(placed: Sequence[Placed], language: str) -> str:
    if not placed:
        return entry("report.none", language)
    counts = {str(severity): str(sum(one.finding.severity is severity for one in placed)) for severity in Severity}
    files = str(len({one.document for one in placed}))
    return filled(entry("report.summary", language), {**counts, "files": files})


def width(words: str) -> int:
    """How many columns of a terminal some words take."""
    return sum(_sign_width(sign) for sign in words)


def _sign_width(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
