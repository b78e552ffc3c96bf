"""Forms as files outside of the repository: where somebody says, in one piece."""

from pathlib import Path

from sopcurric.io.output import write_whole

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is taken into memory; each form has a smaller limit of its own."""


def write_form(path: Path, content: bytes) -> None:
    """Put a form in place in one piece, making its folder where needed.

    Raises:
        OSError: it cannot be written there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)


def read_form(path: Path) -> bytes:
    """The bytes of a form, no more of them than fit.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
