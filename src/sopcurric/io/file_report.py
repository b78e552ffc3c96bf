"""What is found in one file while it is read: each fault once, and not too many of a kind."""

from collections import Counter
from dataclasses import dataclass, field

from sopcurric.diagnostics.finding import Finding, Severity
from sopcurric.source.ref import SourceRef, Span

MAX_REPEATS = 50
"""How many findings with the same code are made for one file."""


@dataclass(slots=True)
class FileReport:
    """The findings of one file so far."""

    document: str
    findings: list[Finding] = field(default_factory=list)
    seen: set[tuple[str, Span]] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, code: str, span: Span, first: Span | None = None, **arguments: str | int) -> None:
        """Add a finding, unless there is one at this place or there are too many of its kind."""
        if (code, span) in self.seen or self.counts[code] >= MAX_REPEATS:
            return
        self.seen.add((code, span))
        self.counts[code] += 1
        place = SourceRef(self.document, span=span)
        related = (SourceRef(self.document, span=first),) if first else ()
        ordered = tuple(sorted(arguments.items()))
        self.findings.append(Finding(code, Severity.ERROR, ordered, place=place, related=related))
