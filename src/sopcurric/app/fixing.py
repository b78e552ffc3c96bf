"""Use case: safe corrections of the files of a repository, shown before they are written."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sopcurric import fixes as fix_folder
from sopcurric.diagnostics.finding import Finding
from sopcurric.diagnostics.report import safe
from sopcurric.io.rewriting import rewrite
from sopcurric.io.workspace import Workspace
from sopcurric.plugin import Fix, discover

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\\ No newline at end of file"


@dataclass(frozen=True, slots=True)
class Correction:
    """A file by its path in the repository: what it says, and what it should say."""

    path: str
    before: str
    after: str


@lru_cache
def fixes() -> tuple[Fix, ...]:
    """Fixes in the order in which they are tried."""
    return tuple(one for _, one in discover(fix_folder, "FIX", Fix))


def mendable(one: Finding, known: tuple[Fix, ...]) -> bool:
    """Whether one of these fixes, going by findings, is for this one."""
    return any(fix.goes_by_findings and fix.is_for(one) for fix in known)


def corrections(
    workspace: Workspace, findings: tuple[Finding, ...], known: tuple[Fix, ...] | None = None
) -> tuple[Correction, ...]:
    """What the fixes (all where `known` is None) would change, by path."""
    before: dict[str, str] = {}
    after: dict[str, str] = {}

    def read(path: str) -> str | None:
        return after[path] if path in after else text_at(workspace, path)

    for fix in fixes() if known is None else known:
        for path, text in fix.propose(read, findings):
            standing = read(path)
            if standing is not None:
                before.setdefault(path, standing)
                after[path] = text
    return tuple(Correction(path, before[path], after[path]) for path in sorted(after) if after[path] != before[path])


def apply(root: Path, wanted: Iterable[Correction]) -> None:
    """Write corrections into the repository in a folder.

    Raises:
        OSError: a file cannot be written, or lies outside.
    """
    for one in wanted:
        rewrite(root, one.path, one.after)


def difference(one: Correction) -> str:
    """A correction as a unified diff, for reading: signs that would steer a terminal are shown by their number."""
    before, after = (_LINES.findall(text) for text in (one.before, one.after))
    lines = difflib.unified_diff(before, after, f"a/{one.path}", f"b/{one.path}")
    return "".join(_shown(line) for line in lines)


def _shown(line: str) -> str:
    words = "\t".join(safe(part) for part in line.removesuffix("\n").split("\t"))
    return f"{words}\n" if line.endswith("\n") else f"{words}\n{_NO_END}\n"


def text_at(workspace: Workspace, path: str) -> str | None:
    """The text of a file exactly as it stands, or None where it cannot be read or is not UTF-8."""
    try:
        return workspace.read(path).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
