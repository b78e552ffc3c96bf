"""Reports for GitHub Actions: one workflow command for each finding, shown at the line of the file."""

from collections.abc import Sequence

from sopcurric.diagnostics.finding import Severity
from sopcurric.diagnostics.report import Placed, safe

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(placed: Sequence[Placed], language: str) -> str:  # noqa: ARG001 - the sentences are in it already
    """The report, ordered by place, one line for each finding."""
    return "".join(_one(one) + "\n" for one in sorted(placed, key=lambda one: one.sort_key))


def _one(placed: Placed) -> str:
    finding = placed.finding
    place = f"file={_property(safe(placed.document))},line={placed.span.line},col={placed.span.column}"
    words = "\n".join(safe(part) for part in (placed.message, placed.cure) if part)
    return f"::{_COMMANDS[finding.severity]} {place},title={_property(finding.code)}::{_data(words)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
