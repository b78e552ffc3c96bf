"""Writing into files that people keep: only inside of their repository, in one piece, with the rights they had."""

import errno
import os
from pathlib import Path

from sopcurric.io.output import write_whole
from sopcurric.io.workspace import OutsideError


def rewrite(root: Path, path: str, text: str) -> None:
    """Give a file of a repository a new text, exactly as it is given, by way of a temporary file beside it.

    Raises:
        OutsideError: the path, or a link on it, leads out of the repository.
        OSError: there is no such file, or it cannot be written.
    """
    place = (root / path).resolve()
    if not place.is_relative_to(root.resolve()):
        raise OutsideError(errno.EXDEV, os.strerror(errno.EXDEV), path)
    if not place.exists():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
    write_whole(place, text.encode())
