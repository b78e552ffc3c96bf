"""Forms as files outside of the repository: where somebody says, in one piece."""

import os
import tempfile
from pathlib import Path

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is taken into memory; each form has a smaller limit of its own."""


def write_form(path: Path, content: bytes) -> None:
    """Put a form in place by way of a temporary file beside it, making its folder where needed.

    Raises:
        OSError: it cannot be written there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def read_form(path: Path) -> bytes:
    """The bytes of a form, no more of them than fit.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
