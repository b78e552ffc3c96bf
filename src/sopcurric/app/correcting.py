"""Use case: what the fixes would change in a repository, given everything that is wrong with it."""

from collections.abc import Iterable
from dataclasses import replace

from sopcurric.app.checking import Checked, check
from sopcurric.app.fixing import Correction, corrections
from sopcurric.app.loading import Loaded
from sopcurric.app.reporting import place
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Finding
from sopcurric.io.workspace import Workspace
from sopcurric.model.decision import decision_address
from sopcurric.source.ref import SourceRef


def proposed(workspace: Workspace, steps: Steps) -> tuple[Loaded, tuple[Correction, ...]]:
    """The repository as read, and what the fixes would change in it."""
    checked = check(workspace, steps)
    return checked.loaded, corrections(workspace, tuple(_with_places(checked, workspace)))


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
