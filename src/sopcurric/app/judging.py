"""What a project says about findings: severities, ignored files and lines, and what is known already.

An error after which something is missing from the result (`Rule.firm`) is reported as it is, whatever is said. For all
others a comment at the line counts first, then `ignore` and `severity` of the project file, then the baseline. Findings
about these sayings themselves can be given another severity only. Sayings that concern nothing are told where all files
could be read: a file that is left out hides what they may be about.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from sopcurric.app.loading import Loaded, Provenance
from sopcurric.app.registry import rules
from sopcurric.app.remarking import Remarks, about_code
from sopcurric.app.reporting import Files, place, place_of
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.diagnostics.fingerprint import fingerprint
from sopcurric.diagnostics.path_patterns import matches
from sopcurric.diagnostics.report import Placed, Suppression
from sopcurric.io.file_report import MAX_REPEATS
from sopcurric.io.workspace import PROJECT_FILE, Workspace
from sopcurric.model.files.baseline import KnownFinding
from sopcurric.model.files.project import IgnoredFindings
from sopcurric.source.ref import SourceRef

Reason = Literal["remark", "path", "severity", "baseline"]
"""What keeps a finding from being reported: a comment at its line, a file that is ignored, its code, the baseline."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A finding that is not reported."""

    finding: Finding
    by: Reason
    why: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings as they are reported, those that are not, and those that a baseline may hold."""

    reported: tuple[Finding, ...]
    left_out: tuple[LeftOut, ...] = ()
    open: tuple[KnownFinding, ...] = ()

    @property
    def known(self) -> int:
        """How many findings the baseline holds back."""
        return sum(one.by == "baseline" for one in self.left_out)


def judge(findings: Iterable[Finding], loaded: Loaded, workspace: Workspace, *, baseline: bool = True) -> Judged:
    """Findings as the project wants them reported; without `baseline`, also those that are known already."""
    found = tuple(dict.fromkeys(findings))
    if loaded.inputs is None:
        return Judged(found)
    return _Court(loaded, Files(workspace), workspace, baseline=baseline).judged(found)


def firm(one: Finding) -> bool:
    """Whether a finding is an error that stays one."""
    return one.severity is Severity.ERROR and rules()[one.code].firm


def place_left_out(
    left_out: Iterable[LeftOut], provenance: Provenance, workspace: Workspace, language: str
) -> tuple[Placed, ...]:
    """Findings that are not reported with their places and the reason."""
    by_finding = {one.finding: Suppression(one.by == "remark", one.why) for one in left_out}
    placed = place(by_finding, provenance, workspace, language)
    return tuple(replace(one, suppression=by_finding[one.finding]) for one in placed)


@dataclass(slots=True)
class _Court:
    """Judges the findings of one repository, and remembers which sayings were of use."""

    loaded: Loaded
    files: Files
    workspace: Workspace
    baseline: bool
    remarks: Remarks = field(init=False)
    awaited: Counter[str] = field(init=False)
    used: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.remarks = Remarks(self.loaded.remarked, self.workspace)
        known = self.loaded.baseline.findings if self.loaded.baseline and self.baseline else ()
        self.awaited = Counter()
        for one in known:
            self.awaited[one.fingerprint] += one.times

    def judged(self, found: Sequence[Finding]) -> Judged:
        reported: list[Finding] = []
        left_out: list[LeftOut] = []
        adoptable: Counter[KnownFinding] = Counter()
        for one in found:
            ref = place_of(one, self.loaded.provenance)
            left = None if firm(one) else self._ignored(one, ref)
            if left is None and not firm(one):
                entry = KnownFinding(file=ref.document, code=one.code, fingerprint=fingerprint(one, ref.document))
                adoptable[entry] += 1
                left = self._known(one, entry)
            if left is None:
                reported.append(self._levelled(one))
            else:
                left_out.append(left)
        whole = not any(firm(one) for one in found)
        said = (self._levelled(one) for one in _few(self._about_sayings(whole=whole)))
        own = tuple(one for one in said if self._level(one.code) != "ignore")
        entries = tuple(entry.model_copy(update={"times": times}) for entry, times in adoptable.items())
        return Judged((*reported, *own), tuple(left_out), entries)

    def _ignored(self, one: Finding, ref: SourceRef) -> LeftOut | None:
        """Why a finding is not to be reported, be it known or not."""
        if ref.document in self.remarks.documents:
            why = self.remarks.ignoring(one.code, ref.document, self.files.span(ref).line)
            if why:
                return LeftOut(one, "remark", why)
        for number, entry in enumerate(self.loaded.policy.ignore):
            for position, code in enumerate(entry.codes):
                if entry.why and one.code.startswith(code) and _in_files(entry, ref.document):
                    self.used.add((number, position))
                    return LeftOut(one, "path", entry.why.words(self.loaded.language))
        return LeftOut(one, "severity") if self._level(one.code) == "ignore" else None

    def _known(self, one: Finding, entry: KnownFinding) -> LeftOut | None:
        if self.awaited[entry.fingerprint] <= 0:
            return None
        self.awaited[entry.fingerprint] -= 1
        return LeftOut(one, "baseline")

    def _level(self, code: str) -> str:
        """What the project says about the severity of a code, or nothing."""
        said: Mapping[str, str] = self.loaded.policy.severity
        longest = max((one for one in said if one and code.startswith(one)), key=len, default="")
        return said.get(longest, "")

    def _levelled(self, one: Finding) -> Finding:
        level = self._level(one.code)
        if firm(one) or level in {"", "ignore"}:
            return one
        return replace(one, severity=Severity(level))

    # What is wrong with the sayings themselves

    def _about_sayings(self, *, whole: bool) -> Iterator[Finding]:
        yield from self._about_severities()
        yield from self._about_ignored(whole=whole)
        yield from self.remarks.findings(whole=whole)
        if whole:
            yield from self._gone()

    def _about_severities(self) -> Iterator[Finding]:
        for code, level in self.loaded.policy.severity.items():
            ref = SourceRef(PROJECT_FILE, ("findings", "severity", code), on_key=True)
            yield from about_code(code, ref, lowered=level != "error")

    def _about_ignored(self, *, whole: bool) -> Iterator[Finding]:
        for number, entry in enumerate(self.loaded.policy.ignore):
            pointer = ("findings", "ignore", number)
            if entry.why is None:
                yield finding(
                    "SOP032", Severity.WARNING, place=SourceRef(PROJECT_FILE, pointer), codes=", ".join(entry.codes)
                )
                continue
            for position, code in enumerate(entry.codes):
                ref = SourceRef(PROJECT_FILE, (*pointer, "codes", position))
                wrong = tuple(about_code(code, ref))
                yield from wrong
                if whole and not wrong and (number, position) not in self.used:
                    yield finding("SOP031", Severity.INFO, place=ref, code=code, variant="project")

    def _gone(self) -> Iterator[Finding]:
        """Entries of the baseline that nothing is found for any more."""
        known = self.loaded.baseline.findings if self.loaded.baseline else ()
        for number, one in enumerate(known):
            left = min(self.awaited[one.fingerprint], one.times)
            if left > 0:
                self.awaited[one.fingerprint] -= left
                ref = SourceRef(self.loaded.policy.baseline, ("findings", number))
                yield finding("SOP035", Severity.INFO, place=ref, code=one.code, file=one.file, times=left)


def _in_files(entry: IgnoredFindings, document: str) -> bool:
    return any(matches(pattern, document) for pattern in entry.paths)


def _few(findings: Iterable[Finding]) -> Iterator[Finding]:
    """No more of a kind for one file than the reader makes."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in findings:
        key = (one.code, one.place.document if one.place else "")
        counts[key] += 1
        if counts[key] <= MAX_REPEATS:
            yield one
