"""Use case: how many findings of each code `sopcurric fix` would do away with, found out by trying it in memory."""

from collections import Counter

from sopcurric.app.checking import Checked, check
from sopcurric.app.correcting import proposed
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Finding
from sopcurric.io.workspace import OverlaidWorkspace, Workspace


def corrected(workspace: Workspace, steps: Steps, checked: Checked) -> dict[str, int]:
    """Numbers by code; codes of which nothing can be corrected are left out."""
    corrections = proposed(workspace, steps).corrections
    if not corrections:
        return {}
    mended = OverlaidWorkspace(workspace)
    for one in corrections:
        mended.write(one.path, one.after)
    left = _counts(check(mended, steps).findings)
    return {code: found - left[code] for code, found in _counts(checked.findings).items() if found > left[code]}


def _counts(findings: tuple[Finding, ...]) -> Counter[str]:
    return Counter(one.code for one in dict.fromkeys(findings))
