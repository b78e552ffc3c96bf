"""From findings to what a report prints: place, excerpt, sentences in the reader's language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sopcurric.app.loading import Provenance
from sopcurric.app.manual import page
from sopcurric.app.registry import rules
from sopcurric.diagnostics.finding import Finding
from sopcurric.diagnostics.report import Placed, RuleCard, worded
from sopcurric.io.survey_file import OTHER_SHEETS
from sopcurric.io.workspace import PROJECT_FILE, Workspace
from sopcurric.io.yaml_reader import lines_of, map_yaml
from sopcurric.source.ref import SourceRef, Span
from sopcurric.source.source_map import SourceMap

Kept = TypeVar("Kept")
_KEPT = 32
"""How many files are kept while findings are placed; those that a finding is related to are few."""
_WITHOUT_LINES = (".xlsx", *OTHER_SHEETS)
"""Endings of files that have cells instead of lines."""


@dataclass(slots=True)
class Files:
    """Maps and lines of the files that findings stand in; read once, and only when something must be shown.

    With `kept`, only so many of them stay in memory: for callers that ask document by document.
    """

    workspace: Workspace
    kept: int = 0
    maps: dict[str, SourceMap] = field(default_factory=dict)
    lines: dict[str, list[str]] = field(default_factory=dict)

    def span(self, ref: SourceRef) -> Span:
        """Where something stands."""
        if ref.span is None and ref.document not in self.maps:
            self._keep(self.maps, ref.document, map_yaml(self._read(ref.document)))
        return ref.span or self.maps[ref.document].find(ref)

    def line(self, document: str, span: Span) -> str:
        """The line that a place is in."""
        if document not in self.lines:
            self._keep(self.lines, document, lines_of(self._read(document)))
        lines = self.lines[document]
        return lines[span.line - 1] if span.line <= len(lines) else ""

    def _read(self, document: str) -> bytes:
        if document.lower().endswith(_WITHOUT_LINES):
            return b""
        try:
            return self.workspace.read(document)
        except OSError:
            return b""

    def _keep(self, known: dict[str, Kept], document: str, value: Kept) -> None:
        if self.kept and len(known) >= self.kept:
            del known[next(iter(known))]
        known[document] = value


def place(
    findings: Iterable[Finding], provenance: Provenance, workspace: Workspace, language: str
) -> tuple[Placed, ...]:
    """Findings with their places, in the order of reports; what a base says to several plants is told once."""
    files = Files(workspace, _KEPT)
    refs = {one: place_of(one, provenance) for one in findings}
    by_document = sorted(refs, key=lambda one: refs[one].document)
    placed = {one: _placed(one, refs[one], provenance, files, language) for one in by_document}
    told: dict[object, Placed] = {}
    for finding in refs:
        one = placed[finding]
        told.setdefault((one.sort_key, one.cure, one.related), one)
    return tuple(sorted(told.values(), key=lambda one: one.sort_key))


def _placed(one: Finding, ref: SourceRef, provenance: Provenance, files: Files, language: str) -> Placed:
    span = files.span(ref)
    rule = rules()[one.code]
    elsewhere = (provenance[address] for address in one.about if address in provenance)
    related = dict.fromkeys(other for other in (*one.related, *elsewhere) if other != ref)
    message, cure = worded(one, rule.sentences[language], rule.variants.get(language, {}))
    return Placed(
        finding=one,
        document=ref.document,
        span=span,
        excerpt=files.line(ref.document, span),
        message=message,
        cure=cure,
        related=tuple((other.document, files.span(other)) for other in related),
        rule=RuleCard(rule.name, rule.severity, page(rule.code, language)),
    )


def place_of(one: Finding, provenance: Provenance) -> SourceRef:
    """Where a finding stands: its place, or that of its subject or the part of it that is meant."""
    if one.place:
        return one.place
    ref = where(one.subject, provenance)
    inside = one.part if one.subject in provenance else ()
    return SourceRef(ref.document, (*ref.pointer, *inside)) if inside else ref


def where(address: str, provenance: Provenance) -> SourceRef:
    """Where an address stands: the element itself, or the nearest one above it, or the project file."""
    parts: Sequence[str] = address.split("/")
    for length in range(len(parts), 0, -1):
        known = provenance.get("/".join(parts[:length]))
        if known is not None:
            return known
    return SourceRef(PROJECT_FILE)
