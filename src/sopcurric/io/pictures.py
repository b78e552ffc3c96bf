"""Reading pictures of a repository: never through a link, never from outside, with nothing but what is seen."""

import hashlib
from collections.abc import Iterable
from pathlib import PurePath

from sopcurric.io.picture_format import TooManyPixelsError, ending, size_of
from sopcurric.io.picture_metadata import bare_picture, is_picture
from sopcurric.io.workspace import TooLargeError, Workspace, is_outside
from sopcurric.model.address import Address
from sopcurric.model.picture import StepPicture
from sopcurric.plugin import RenderingError

_OTHER_FORMATS = ("svg", "webp", "gif", "pdf")
_ENDINGS = {"png": ("png",), "jpg": ("jpg", "jpeg")}


class UnprintableError(ValueError):
    """A picture cannot be printed; `reason` is the variant of LEF150 that says why, empty where another code does."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


def picture(workspace: Workspace, path: str) -> bytes:
    """A picture of the repository without metadata.

    Raises:
        UnprintableError: there is no such file in the repository itself, or it is no whole PNG or JPEG picture.
    """
    if is_outside(path):
        raise UnprintableError("")  # SOP111
    if _linked(workspace, path):
        raise UnprintableError("linked")
    try:
        content = workspace.read(path)
    except TooLargeError as error:
        raise UnprintableError("large") from error
    except OSError as error:
        raise UnprintableError("broken" if workspace.exists(path) else "") from error  # SOP041
    bare = bare_picture(content)
    if bare is None:
        other = path.lower().endswith(_OTHER_FORMATS) and not is_picture(content)
        raise UnprintableError("format" if other else "broken")
    return bare


def _linked(workspace: Workspace, path: str) -> bool:
    """Whether a link stands anywhere on the way to a file."""
    return PurePath(workspace.location(path)) != PurePath(workspace.location("."), path)


def is_mislabelled(path: str, shown: StepPicture) -> bool:
    """Whether the ending of a file is that of another format than the one it has."""
    return not path.lower().endswith(_ENDINGS[shown.name.rpartition(".")[2]])


def step_picture(workspace: Workspace, step: Address, path: str) -> StepPicture:
    """A picture of a step as it is printed.

    Raises:
        UnprintableError: it cannot be.
    """
    bare = picture(workspace, path)
    try:
        width, height = size_of(bare)
    except TooManyPixelsError as error:
        raise UnprintableError("large") from error
    except ValueError as error:
        raise UnprintableError("broken") from error
    return StepPicture(step, path, _name(bare), width, height)


def _name(bare: bytes) -> str:
    """A name that follows from the bytes alone."""
    return f"picture-{hashlib.sha256(bare).hexdigest()[:20]}.{ending(bare)}"


class PictureFiles:
    """The pictures that pages show, by their names; read when they are asked for."""

    def __init__(self, workspace: Workspace, pictures: Iterable[StepPicture]) -> None:
        """Take the repository and what was read of it."""
        self._workspace = workspace
        self._files = {one.name: one.file for one in pictures}

    def read(self, name: str) -> bytes:
        """The bytes of a picture.

        Raises:
            RenderingError: the file is not what it was when the repository was read.
        """
        file = self._files[name]
        try:
            bare = picture(self._workspace, file)
        except UnprintableError as error:
            raise RenderingError("LEF150", file=file, variant="changed") from error
        if _name(bare) != name:
            raise RenderingError("LEF150", file=file, variant="changed")
        return bare
