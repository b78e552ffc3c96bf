"""Reports for build servers that show tests: JUnit XML, one suite for each file, one test for each finding.

Only errors are failures, as they are for the exit status; warnings and notes are tests that were skipped.
"""

from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sopcurric.diagnostics.finding import Severity
from sopcurric.diagnostics.report import Placed, safe

_NAME = "sopcurric"


def render(placed: Sequence[Placed], language: str) -> str:  # noqa: ARG001 - the sentences are in it already
    """The report, ordered by place; where nothing was found, it holds one test that has passed."""
    ordered = sorted(placed, key=lambda one: one.sort_key)
    top = Element("testsuites", {"name": _NAME, **_counts(ordered)})
    if not ordered:
        suite = SubElement(top, "testsuite", {"name": _NAME, **_counts(())})
        SubElement(suite, "testcase", name="check", classname=_NAME)
    for document, group in groupby(ordered, key=lambda one: one.document):
        found = list(group)
        skipped = str(sum(not _fails(one) for one in found))
        suite = SubElement(top, "testsuite", {"name": safe(document), **_counts(found), "skipped": skipped})
        for one in found:
            _add(suite, one)
    indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(top, encoding="unicode")}\n'


def _counts(placed: Sequence[Placed]) -> dict[str, str]:
    failures = sum(_fails(one) for one in placed)
    counts = {"tests": max(len(placed), 1), "failures": failures, "errors": 0}
    return {name: str(number) for name, number in counts.items()}


def _fails(placed: Placed) -> bool:
    return placed.finding.severity is Severity.ERROR


def _add(suite: Element, placed: Placed) -> None:
    finding, span = placed.finding, placed.span
    name = f"{finding.code} {span.line}:{span.column}"
    case = SubElement(suite, "testcase", name=name, classname=safe(placed.document))
    attributes = {"message": safe(placed.message)}
    if _fails(placed):
        attributes["type"] = finding.code
    told = SubElement(case, "failure" if _fails(placed) else "skipped", attributes)
    place = f"{safe(placed.document)}:{span.line}:{span.column}"
    told.text = "\n".join([place, *(safe(part) for part in (placed.message, placed.cure) if part)])
