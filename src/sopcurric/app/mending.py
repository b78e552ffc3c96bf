"""Corrections of one file, finding by finding: each is tried, the file is read again, and only what helps is kept."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce

from sopcurric.app.examining import Examined, examine, located
from sopcurric.app.fixing import mendable
from sopcurric.diagnostics.finding import Finding, Severity
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import BREAK, Source, edited, put
from sopcurric.source.ref import Pointer

_MOST_TRIES = 400
_LEAST_TRIES = 20
_SIGNS = 20_000_000
"""How many tries a file gets, and how many signs are read for them: a large file gets fewer."""
_OF_SYNTAX = "SOP003"
_SEVERAL = 2

_Try = tuple[Finding, Change]
_Kind = tuple[int, str, str]
"""Line, code and variant of a finding."""


@dataclass(slots=True)
class Mending:
    """The corrections of one file: what it is like now, and what the fixes left alone."""

    language: str
    fixes: tuple[Fix, ...]
    repository: Repository
    now: Examined
    left: list[Left] = field(default_factory=list)
    tries: int = 0

    @classmethod
    def of(cls, document: str, text: str, language: str, fixes: tuple[Fix, ...], repository: Repository) -> "Mending":
        """The file as it stands."""
        now = examine(document, text, language)
        most = min(_MOST_TRIES, max(_LEAST_TRIES, _SIGNS // (len(text) + 1)))
        return cls(language, fixes, repository, now, tries=most)

    def mend(self) -> None:
        """Correct what the file by itself shows, until nothing more can be: one fault may hide the next."""
        while self.tries > 0 and any(self._mend_by(fix) for fix in self.fixes):
            pass

    def mend_found(self, findings: Iterable[Finding]) -> None:
        """Correct what only the whole repository shows, each finding once."""
        found = tuple(findings)
        for fix in self.fixes:
            own = [one for one in found if fix.is_for(one)]
            ways = [self._placed_ways(fix, one) for one in own]
            if not self._try_together(ways):
                for one in own:
                    self._try(self._placed_ways(fix, one))

    def _placed_ways(self, fix: Fix, one: Finding) -> list[_Try]:
        placed = located(one, self.now.source.places)
        return [(placed, way) for way in self._ways(fix, placed)]

    def _mend_by(self, fix: Fix) -> bool:
        """Try a fix on everything that it is for: all at once, and where that is no good, one by one."""
        own = _clear(fix, self.now.findings)
        ways = [[(one, way) for way in self._ways(fix, one)] for one in own]
        return self._try_together(ways) or any(self._try(tries) for tries in ways)

    def _ways(self, fix: Fix, one: Finding) -> Iterator[Change]:
        for way in fix.changes(self.now.source, one, self.repository):
            if isinstance(way, Left):
                self.left.append(way)
            else:
                yield way

    def _try_together(self, ways: list[list[_Try]]) -> bool:
        """Take all that can be corrected in one way only at once."""
        tries = [some[0] for some in ways if len(some) == 1]
        if len(tries) < _SEVERAL:
            return False
        edits = tuple(edit for _, change in tries for edit in change.edits)
        together = Change(edits, tuple(value for _, change in tries for value in change.values))
        after = self._after(together)
        if together.values:
            tries = [(tries[0][0], together)]
        good = after is not None and all(self._better(after, one, change) for one, change in tries)
        if after is not None and good:
            self.now = after
        return good

    def _try(self, tries: list[_Try]) -> bool:
        """Take the one way that helps, best so that nothing is wrong any more; nothing where the data may differ."""
        good = [
            after
            for one, change in tries
            if (after := self._after(change)) is not None and self._better(after, one, change)
        ]
        good = [after for after in good if not after.findings] or good
        if not good or any(not _same(good[0], other) for other in good[1:]):
            return False
        self.now = good[0]
        return True

    def _after(self, change: Change) -> Examined | None:
        """The file with a change, or None where that changes nothing, or may not be tried any more."""
        text = edited(self.now.source.text, change.edits)
        if text == self.now.source.text or self.tries <= 0:
            return None
        self.tries -= 1
        return examine(self.now.source.document, text, self.language)

    def _better(self, after: Examined, one: Finding, change: Change) -> bool:
        """Whether a finding is gone, the data are those that were expected, and nothing new is wrong."""
        if change.values:
            expected = reduce(lambda data, value: put(data, *value), change.values, self.now.source.data)
            return after.whole and after.source.data == expected and not _codes(after) - _codes(self.now)
        if one.code == _OF_SYNTAX:
            return self._reads_better(after, one, change)
        return after.whole and self._fits_better(after, one)

    def _reads_better(self, after: Examined, one: Finding, change: Change) -> bool:
        """Whether the fault is gone and no other came up to the last sign that was changed.

        What follows may come to light only now, in the same line if it can be corrected, too; but nothing that is
        about the changed lines.
        """
        last = max(change.edits)
        text = after.source.text
        moved = sum(len(edit.words) - (edit.end - edit.start) for edit in change.edits)
        behind = last.end + moved
        first_line, last_line = (len(BREAK.findall(text, 0, at)) + 1 for at in (min(change.edits).start, behind))
        related = (ref.span.line for found in after.read for ref in found.related if ref.span)
        if last_line < _kind(one)[0] or any(first_line <= number <= last_line for number in related):
            return False
        old = Counter(_kind(found) for found in self.now.read)
        new = Counter(
            _kind(found)
            for found in after.read
            if _kind(found)[0] <= last_line and not (_at(found, after.source) >= behind and mendable(found, self.fixes))
        )
        return new[_kind(one)] < old[_kind(one)] and all(count <= old[kind] for kind, count in new.items())

    def _fits_better(self, after: Examined, one: Finding) -> bool:
        """Whether the fault is gone and no other came, but for those in what was not looked into before.

        The value of a key that is known only now may have a fault itself where that can be corrected, too.
        """
        if one.place is None:
            return False
        target = one.place.pointer
        inside = (*target[:-1], one.said("suggestion")) if one.place.on_key else ()
        old, new = _by_pointer(self.now), _by_pointer(after)
        if (one.code, target) in new:
            return False
        fresh = [found for key, found in new.items() if key not in old]
        return all(inside and self._is_inside(found, inside) for found in fresh)

    def _is_inside(self, found: Finding, inside: Pointer) -> bool:
        pointer = found.place.pointer if found.place else ()
        return pointer[: len(inside)] == inside and (len(pointer) > len(inside) or mendable(found, self.fixes))


def _clear(fix: Fix, findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings that a fix is for, without those of which several want to become the same key."""
    own = [one for one in findings if one.place and one.place.span and fix.is_for(one)]
    wanted = Counter(_target(one) for one in own)
    return [one for one in own if not one.place or not one.place.on_key or wanted[_target(one)] == 1]


def _target(one: Finding) -> tuple[Pointer, str]:
    return one.place.pointer[:-1] if one.place else (), one.said("suggestion")


def _same(one: Examined, other: Examined) -> bool:
    return one.source.text == other.source.text or (one.whole and one.source.data == other.source.data)


def _codes(examined: Examined) -> Counter[str]:
    return Counter(one.code for one in examined.read)


def _kind(one: Finding) -> _Kind:
    line = one.place.span.line if one.place and one.place.span else 0
    return line, one.code, one.said("variant")


def _at(one: Finding, source: Source) -> int:
    """Where a finding stands in a text; one without a place at its beginning."""
    return source.at(one.place) or 0


def _by_pointer(examined: Examined) -> dict[tuple[str, Pointer], Finding]:
    return {
        (one.code, one.place.pointer if one.place else ()): one
        for one in examined.findings
        if one.severity is Severity.ERROR
    }
