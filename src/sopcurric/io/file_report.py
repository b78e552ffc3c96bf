"""What is found in one file while it is read: each fault once, and not too many of a kind."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from sopcurric.diagnostics.finding import Finding, Severity, by_name
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
        self.findings.append(Finding(code, Severity.ERROR, by_name(arguments), place=place, related=related))

    def take(self, findings: Iterable[Finding], origin: Callable[[Span], Span]) -> None:
        """Add findings of another reading of the same file, whose places lead back to this one by `origin`."""
        for one in sorted(findings, key=lambda one: (one.place and one.place.span) or Span(0, 0)):
            span = one.place.span if one.place else None
            if span is None or (one.code, origin(span)) in self.seen or self.counts[one.code] >= MAX_REPEATS:
                continue
            self.seen.add((one.code, origin(span)))
            self.counts[one.code] += 1
            related = tuple(replace(other, span=origin(other.span)) for other in one.related if other.span)
            self.findings.append(replace(one, place=SourceRef(self.document, span=origin(span)), related=related))
