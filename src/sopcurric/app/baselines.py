"""Use case: write down the findings that are known already, so that only new ones are reported."""

from dataclasses import dataclass

from sopcurric.app.checking import Checked
from sopcurric.io.baseline_file import baseline_text
from sopcurric.io.workspace import Workspace


class ForeignBaselineError(Exception):
    """The file that the baseline should be written to holds something else; nothing is overwritten."""


@dataclass(frozen=True, slots=True)
class WrittenBaseline:
    """Where the baseline stands, how many findings it holds, and whether it was another one before."""

    path: str
    findings: int
    changed: bool


def write_baseline(workspace: Workspace, checked: Checked) -> WrittenBaseline:
    """Make the baseline hold the findings of today that may be left out; those that cannot be are not part of it.

    Raises:
        ForeignBaselineError: see there; also where nobody knows the name, for the project file cannot be read.
        OSError: it cannot be written.
    """
    path = checked.loaded.policy.baseline
    stands = workspace.exists(path)
    if checked.loaded.inputs is None or (stands and checked.loaded.baseline is None):
        raise ForeignBaselineError(path)
    entries = checked.judged.open
    text = baseline_text(entries)
    changed = workspace.read(path) != text.encode() if stands else bool(entries)
    if changed:
        workspace.write(path, text)
    return WrittenBaseline(path, sum(one.times for one in entries), changed)
