"""Reports for programs: a JSON array with one object for each finding."""

import json
from collections.abc import Sequence

from sopcurric.diagnostics.report import Placed
from sopcurric.source.ref import Span


def render(placed: Sequence[Placed], language: str) -> str:  # noqa: ARG001 - the sentences are in it already
    """The report, ordered by place: the same findings give the same bytes."""
    ordered = sorted(placed, key=lambda one: one.sort_key)
    words = json.dumps([_one(one) for one in ordered], ensure_ascii=False, indent=2) + "\n"
    return words.encode("utf-8", "backslashreplace").decode("utf-8")  # names of files need not be proper text


def _one(placed: Placed) -> dict[str, object]:
    finding = placed.finding
    place = finding.place
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        **_where(placed.document, placed.span),
        "pointer": list(place.pointer) if place else [],
        "subject": finding.subject,
        "message": placed.message,
        "cure": placed.cure,
        "excerpt": placed.excerpt,
        "arguments": dict(finding.arguments),
        "related": [_where(document, span) for document, span in placed.related],
    }


def _where(document: str, span: Span) -> dict[str, object]:
    return {"file": document, "line": span.line, "column": span.column}
