"""Use case: a new curriculum repository from an example."""

from pathlib import Path

from sopcurric.io.lock_file import LOCK_FILE
from sopcurric.io.output import write_text
from sopcurric.io.resources import folder
from sopcurric.io.workspace import PROJECT_FILE

_SKIPPED = {"build"}


class NotEmptyError(OSError):
    """The folder holds something already; nothing was written."""


def examples() -> tuple[str, ...]:
    """Names of the examples that come along."""
    return tuple(sorted(path.parent.name for path in folder("examples").glob(f"*/{PROJECT_FILE}")))


def scaffold(target: Path, example: str) -> int:
    """Write an example into a new or empty folder; the number of files.

    Raises:
        NotEmptyError: the folder is not empty.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise NotEmptyError(str(target))
    source = folder("examples") / example
    files = [
        path
        for path in sorted(source.rglob("*"))
        if path.is_file() and not _SKIPPED & set(path.relative_to(source).parts)
    ]
    for path in files:
        write_text(target / path.relative_to(source), path.read_text(encoding="utf-8"))
    write_text(target / ".gitignore", "build/\n")
    write_text(target / ".gitattributes", f"{LOCK_FILE} merge=union\n")
    return len(files) + 2
