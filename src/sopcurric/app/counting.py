"""Use case: how many findings of each code `sopcurric fix` would do away with, found out by trying it in memory."""

from collections import Counter

from sopcurric.app.checking import Checked, check
from sopcurric.app.correcting import proposed
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Finding
from sopcurric.io.workspace import Workspace


def fixable(workspace: Workspace, steps: Steps, checked: Checked) -> dict[str, int]:
    """Numbers by code; codes of which nothing can be corrected are left out."""
    _, corrections = proposed(workspace, steps)
    if not corrections:
        return {}
    corrected = _Corrected(workspace, {one.path: one.after for one in corrections})
    left = _counts(check(corrected, steps).findings)
    return {code: found - left[code] for code, found in _counts(checked.findings).items() if found > left[code]}


def _counts(findings: tuple[Finding, ...]) -> Counter[str]:
    return Counter(one.code for one in dict.fromkeys(findings))


class _Corrected:
    """A repository with some texts in place of what stands in it; nothing is written."""

    def __init__(self, workspace: Workspace, texts: dict[str, str]) -> None:
        """Take the repository and the texts by path."""
        self._workspace = workspace
        self._texts = texts

    def read(self, path: str) -> bytes:
        """See `Workspace.read`."""
        return self._texts[path].encode() if path in self._texts else self._workspace.read(path)

    def exists(self, path: str) -> bool:
        """See `Workspace.exists`."""
        return path in self._texts or self._workspace.exists(path)

    def yaml_files(self, folder: str) -> tuple[str, ...]:
        """See `Workspace.yaml_files`: corrections are of files that are there."""
        return self._workspace.yaml_files(folder)

    def template_files(self) -> tuple[str, ...]:
        """See `Workspace.template_files`."""
        return self._workspace.template_files()

    def location(self, path: str) -> str:
        """See `Workspace.location`."""
        return self._workspace.location(path)

    def write(self, path: str, text: str) -> None:  # noqa: ARG002 - the signature of the protocol
        """Refuse: this repository is only looked at."""
        raise AssertionError
