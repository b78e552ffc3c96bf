"""The map of one document from pointers to places."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sopcurric.source.ref import Pointer, SourceRef, Span

START = Span(1, 1)


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where the values (and the keys of mapping entries) of one document stand; `ends`: where scalars end, by begin."""

    values: Mapping[Pointer, Span]
    keys: Mapping[Pointer, Span]
    ends: Mapping[Span, Span] = field(default_factory=dict)

    def find(self, ref: SourceRef) -> Span:
        """The span of the longest part of the pointer that the document has.

        A missing value is shown at what should contain it; parts that validators add (names of union branches) are
        skipped because they match nothing.
        """
        if ref.span is not None:
            return ref.span
        known: Pointer = ()
        for part in ref.pointer:
            longer = (*known, part)
            if longer in self.values:
                known = longer
        if ref.on_key and known in self.keys and known[-1:] == ref.pointer[-1:]:
            return self.keys[known]
        return self.values.get(known, START)
