"""Use case: what the fixes would change in a repository, given everything that is wrong with it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sopcurric.app.checking import Checked, check
from sopcurric.app.fixing import Correction, corrections, fixes, mendable, text_at
from sopcurric.app.loading import Loaded
from sopcurric.app.mending import Mending
from sopcurric.app.reporting import place, where
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Finding
from sopcurric.io.workspace import OverlaidWorkspace, Workspace, is_yaml
from sopcurric.model.decision import decision_address
from sopcurric.plugin import Fix, Left, Repository
from sopcurric.source.ref import SourceRef

_ROUNDS = 8
"""How often the whole repository is read again: what one correction brings to light, the next round corrects."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A repository as read, what the fixes would change in it, and what they leave alone.

    `before` and `after` are the findings without and with these changes, but for those about what is printed.
    """

    loaded: Loaded
    corrections: tuple[Correction, ...]
    left: tuple[Left, ...]
    before: tuple[Finding, ...]
    after: tuple[Finding, ...]


def proposed(workspace: Workspace, steps: Steps, known: tuple[Fix, ...] | None = None) -> Proposed:
    """What the fixes (all where `known` is None) would change, and with that what they would change then."""
    desk = _Desk(workspace, steps, fixes() if known is None else known)
    first = desk.checked
    for _ in range(_ROUNDS):
        if not (desk.files() or desk.found() or desk.proposals()):
            break
        desk.look()
    return Proposed(first.loaded, desk.corrections(), desk.left, first.findings, desk.checked.findings)


def fixable(findings: Iterable[Finding]) -> int:
    """How many findings are of a kind that is corrected automatically."""
    return sum(any(fix.is_for(one) for fix in fixes()) for one in findings)


class _Desk:
    """The repository while it is being corrected."""

    def __init__(self, workspace: Workspace, steps: Steps, known: tuple[Fix, ...]) -> None:
        self._below = workspace
        self._overlay = OverlaidWorkspace(workspace)
        self._steps = steps
        self._fixes = known
        self._done: dict[str, str] = {}
        self._left: dict[str, list[Left]] = {}
        self.look()

    @property
    def left(self) -> tuple[Left, ...]:
        """What was left alone when each file was last looked at."""
        return tuple(dict.fromkeys(one for _, some in sorted(self._left.items()) for one in some))

    def look(self) -> None:
        """Read and check everything; nothing is composed, because no fix is for what is found in leaves."""
        self._texts: tuple[str, ...] = ()
        self.checked = check(self._overlay, self._steps, printed=False)

    def files(self) -> bool:
        """Correct what single files show; those that were looked at and have not changed are not looked at again."""
        placed = (one for one in self.checked.findings if one.place and mendable(one, self._fixes))
        faulty = sorted({one.place.document for one in placed if one.place and is_yaml(one.place.document)})
        changed = False
        for path in faulty:
            mending = self._mending(path)
            if mending is not None and self._done.get(path) != mending.now.source.text:
                mending.mend()
                changed |= self._keep(mending)
                self._done[path] = mending.now.source.text
        return changed

    def found(self) -> bool:
        """Correct what only the whole repository shows."""
        by_file: dict[str, list[Finding]] = {}
        for one in self.checked.findings:
            if one.subject and one.place is None and mendable(one, self._fixes):
                ref = where(one.subject, self.checked.loaded.provenance)
                by_file.setdefault(ref.document, []).append(replace(one, place=ref))
        changed = False
        for path, some in sorted(by_file.items()):
            mending = self._mending(path)
            if mending is not None:
                mending.mend_found(some)
                changed |= self._keep(mending)
        return changed

    def proposals(self) -> bool:
        """Take what fixes propose for whole files."""
        made = corrections(self._overlay, tuple(_with_places(self.checked, self._overlay)), self._fixes)
        for one in made:
            self._overlay.write(one.path, one.after)
        return bool(made)

    def corrections(self) -> tuple[Correction, ...]:
        """What has changed, by path."""
        pairs = ((path, text_at(self._below, path), text) for path, text in sorted(self._overlay.texts.items()))
        return tuple(Correction(path, old, new) for path, old, new in pairs if old is not None and old != new)

    def _mending(self, path: str) -> Mending | None:
        text = text_at(self._overlay, path)
        language = self.checked.loaded.language
        return None if text is None else Mending.of(path, text, language, self._fixes, Repository(self._mentions))

    def _keep(self, mending: Mending) -> bool:
        source = mending.now.source
        changed = source.text != text_at(self._overlay, source.document)
        if changed:
            self._overlay.write(source.document, source.text)
        self._left[source.document] = mending.left
        return changed

    def _mentions(self, beginning: str) -> frozenset[str]:
        """The addresses (in small letters) that begin in this way and stand in any file, as words of their own."""
        if not self._texts:
            texts = (text_at(self._overlay, path) for path in self.checked.loaded.documents)
            self._texts = tuple(text.casefold() for text in texts if text)
        small = beginning.casefold()
        pattern = re.compile(rf"(?<![\w/:-]){re.escape(small)}[\w-]+")
        return frozenset(found[0] for text in self._texts if small in text for found in pattern.finditer(text))


def _with_places(checked: Checked, workspace: Workspace) -> Iterable[Finding]:
    """All findings, those about decisions with line and column, which the fixes cannot look up."""
    about: list[Finding] = []
    for one in checked.findings:
        if one.place is None and one.subject.startswith(decision_address("")):
            about.append(one)
        else:
            yield one
    for placed in place(about, checked.loaded.provenance, workspace, "zh"):
        yield replace(placed.finding, place=SourceRef(placed.document, span=placed.span))
