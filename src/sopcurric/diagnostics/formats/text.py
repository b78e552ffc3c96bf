"""Reports for people: place, sentence, excerpt with a caret, cure, and a summary at the end."""

import unicodedata
from collections.abc import Mapping, Sequence

from sopcurric.diagnostics.finding import Severity
from sopcurric.diagnostics.report import Placed, safe
from sopcurric.source.ref import Span

WIDTH = 100
"""Widest excerpt, in columns of a terminal; of longer lines the part around the fault is shown."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "error": "错误",
        "warning": "警告",
        "info": "提示",
        "cure": "改法：",
        "related": "另见：",
        "none": "没有发现问题。",
        "summary": "共 {error} 个错误、{warning} 个警告、{info} 个提示，涉及 {files} 个文件。",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "info": "note",
        "cure": "cure: ",
        "related": "see also: ",
        "none": "No findings.",
        "summary": "{error} error(s), {warning} warning(s), {info} note(s) in {files} file(s).",
    },
}
_TAB = "    "


def render(placed: Sequence[Placed], language: str) -> str:
    """The report, ordered by place, ending with a line break."""
    words = _WORDS.get(language, _WORDS["zh"])
    ordered = sorted(placed, key=lambda one: one.sort_key)
    return "\n".join([*(_one(one, words) for one in ordered), _summary(ordered, words)]) + "\n"


def _one(placed: Placed, words: Mapping[str, str]) -> str:
    severity = words[placed.finding.severity]
    place = _place(placed.document, placed.span)
    lines = [f"{place} {placed.finding.code} {severity}: {safe(placed.message)}"]
    if placed.excerpt.strip():
        lines += _excerpt(placed.excerpt, placed.span)
    if placed.cure:
        lines.append(f"  {words['cure']}{safe(placed.cure)}")
    lines += [f"  {words['related']}{_place(document, span)}" for document, span in placed.related]
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


def _summary(placed: Sequence[Placed], words: Mapping[str, str]) -> str:
    if not placed:
        return words["none"]
    counts = {str(severity): sum(one.finding.severity is severity for one in placed) for severity in Severity}
    return words["summary"].format(files=len({one.document for one in placed}), **counts)


def width(words: str) -> int:
    """How many columns of a terminal some words take."""
    return sum(_sign_width(sign) for sign in words)


def _sign_width(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
