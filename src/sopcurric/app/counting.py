"""Use case: how many findings of each code `sopcurric fix` would do away with, found out by trying it in memory."""

from collections import Counter

from sopcurric.app.correcting import proposed
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Finding
from sopcurric.io.workspace import Workspace


def corrected(workspace: Workspace, steps: Steps) -> dict[str, int]:
    """Numbers by code; codes of which nothing can be corrected are left out."""
    tried = proposed(workspace, steps)
    left = _counts(tried.after)
    return {code: found - left[code] for code, found in _counts(tried.before).items() if found > left[code]}


def _counts(findings: tuple[Finding, ...]) -> Counter[str]:
    return Counter(one.code for one in dict.fromkeys(findings))
