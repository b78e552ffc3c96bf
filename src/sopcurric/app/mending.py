"""Corrections of one file, finding by finding: each is tried, the file is read again, and only what helps is kept."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sopcurric.app.examining import Examined, examine, located
from sopcurric.diagnostics.finding import Finding, Severity
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import BREAK, UNKNOWN, edited
from sopcurric.source.ref import Pointer

_MOST_TRIES = 400
_LEAST_TRIES = 20
_SIGNS = 20_000_000
"""How many tries a file gets, and how many signs are read for them: a large file gets fewer."""
_OF_SYNTAX = "SOP003"

_Try = tuple[Finding, Change]


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
        for one in findings:
            for fix in self.fixes:
                if fix.is_for(one):
                    self._try([(one, change) for change in self._ways(fix, located(one, self.now.source.places))])

    def _mend_by(self, fix: Fix) -> bool:
        """Try a fix on everything that it is for: all at once, and where that is no good, one by one."""
        ways = [[(one, way) for way in self._ways(fix, one)] for one in _clear(fix, self.now.findings)]
        sure = [tries[0] for tries in ways if len(tries) == 1]
        if len(sure) > 1 and self._try_together(sure):
            return True
        return any(self._try(tries) for tries in ways)

    def _ways(self, fix: Fix, one: Finding) -> Iterator[Change]:
        for way in fix.changes(self.now.source, one, self.repository):
            if isinstance(way, Left):
                self.left.append(way)
            else:
                yield way

    def _try_together(self, tries: list[_Try]) -> bool:
        after = self._after(Change(tuple(edit for _, change in tries for edit in change.edits)))
        good = after is not None and all(_better(self.now, after, one, change) for one, change in tries)
        if after is not None and good:
            self.now = after
        return good

    def _try(self, tries: list[_Try]) -> bool:
        """Take the one way that helps; nothing where several do and the data differ, or may differ."""
        good = [
            after
            for one, change in tries
            if (after := self._after(change)) is not None and _better(self.now, after, one, change)
        ]
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


def _clear(fix: Fix, findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings that a fix is for, without those of which several want to become the same key."""
    own = [one for one in findings if one.place and one.place.span and fix.is_for(one)]
    wanted = Counter(_target(one) for one in own)
    return [one for one in own if not one.place or not one.place.on_key or wanted[_target(one)] == 1]


def _target(one: Finding) -> tuple[Pointer, object]:
    return one.place.pointer[:-1] if one.place else (), dict(one.arguments).get("suggestion")


def _same(one: Examined, other: Examined) -> bool:
    return one.source.text == other.source.text or (one.whole and one.source.data == other.source.data)


def _better(before: Examined, after: Examined, one: Finding, change: Change) -> bool:
    """Whether a finding is gone, the data are those that were expected, and nothing new is wrong."""
    if change.expected is not UNKNOWN:
        return after.whole and after.source.data == change.expected and not _codes(after) - _codes(before)
    if one.code == _OF_SYNTAX:
        return _reads_better(before, after, one, change)
    return after.whole and _fits_better(before, after, one)


def _codes(examined: Examined) -> Counter[str]:
    return Counter(one.code for one in examined.read)


def _reads_better(before: Examined, after: Examined, one: Finding, change: Change) -> bool:
    """Whether the fault is gone and no other came up to the last line that was changed.

    What follows may come to light only now, unless it is about the changed lines.
    """
    text = before.source.text
    first, last = (len(BREAK.findall(text, 0, edit.end)) + 1 for edit in (min(change.edits), max(change.edits)))
    old, new = _by_line(before), _by_line(after)
    kind = (one.code, str(dict(one.arguments).get("variant", "")))
    line = one.place.span.line if one.place and one.place.span else 0
    if new[line, *kind] >= old[line, *kind]:
        return False
    related = (ref.span.line for found in after.read for ref in found.related if ref.span)
    if any(first <= number <= last for number in related):
        return False
    return all(count <= old[key] for key, count in new.items() if key[0] <= last)


def _by_line(examined: Examined) -> Counter[tuple[int, str, str]]:
    return Counter(
        (one.place.span.line, one.code, str(dict(one.arguments).get("variant", "")))
        for one in examined.read
        if one.place and one.place.span
    )


def _fits_better(before: Examined, after: Examined, one: Finding) -> bool:
    """The fault is gone and no other came, but for those inside of what was not looked into before."""
    if one.place is None:
        return False
    target, suggestion = one.place.pointer, dict(one.arguments).get("suggestion")
    inside = (*target[:-1], str(suggestion)) if one.place.on_key else ()
    old, new = _by_pointer(before), _by_pointer(after)
    if (one.code, target) in new:
        return False
    return all(inside and len(pointer) > len(inside) and pointer[: len(inside)] == inside for _, pointer in new - old)


def _by_pointer(examined: Examined) -> set[tuple[str, Pointer]]:
    return {
        (one.code, one.place.pointer if one.place else ())
        for one in examined.findings
        if one.severity is Severity.ERROR
    }
