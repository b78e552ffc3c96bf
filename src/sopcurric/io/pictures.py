"""Reading pictures of a repository: never through a link, never from outside, with nothing but what is seen."""

import hashlib
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from sopcurric.io.output import UnsafePathError, checked
from sopcurric.io.picture_format import TooManyPixelsError, ending, size_of
from sopcurric.io.picture_metadata import bare_picture, is_picture
from sopcurric.io.workspace import PROJECT_FILE, TooLargeError, Workspace, is_outside
from sopcurric.model.picture import StepPicture
from sopcurric.plugin import RenderingError

HERE = "."
"""The folder of the project."""
_OTHER_FORMATS = ("svg", "webp", "gif", "pdf")
_ENDINGS = {"png": ("png",), "jpg": ("jpg", "jpeg")}


class UnprintableError(ValueError):
    """A picture cannot be printed; `reason` is the variant of LEF150 that says why, empty where another code does."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


def media_folder(workspace: Workspace, root: str, said: str | None) -> str:
    """Where the paths of pictures begin that the SOPs of a root name: where the project says, or in their repository.

    That of a folder outside of ours is the nearest above it with a project file, or else the folder it stands in.
    """
    if said:
        return posixpath.normpath(said)
    if not is_outside(root):
        return HERE
    folder = place = posixpath.normpath(root)
    while is_outside(place):
        if workspace.exists(f"{place}/{PROJECT_FILE}"):
            return place
        place = posixpath.dirname(place) if posixpath.dirname(place) != place else HERE
    return posixpath.normpath(posixpath.join(folder, ".."))


def place_of(folder: str, path: str) -> str:
    """Where a picture stands as seen from the project; nothing where its path means other files on other machines."""
    if is_outside(path) or "\\" in path or ".." in path.split("/"):
        return ""  # SOP111
    return posixpath.normpath(f"{folder}/{path}")


def content_of(workspace: Workspace, folder: str, path: str) -> bytes:
    """The bytes of a file with a picture, whose path begins in a folder.

    Raises:
        UnprintableError: there is no such file in that folder itself.
    """
    place = place_of(folder, path)
    if not place:
        raise UnprintableError("")
    if _linked(workspace, folder, place):
        raise UnprintableError("linked")
    try:
        checked(path)
    except UnsafePathError as error:
        raise UnprintableError("named") from error
    try:
        return workspace.read(place)
    except TooLargeError as error:
        raise UnprintableError("large") from error
    except OSError as error:
        raise UnprintableError("broken" if workspace.exists(place) else "") from error  # SOP041


def bare(content: bytes, path: str) -> bytes:
    """A picture without metadata.

    Raises:
        UnprintableError: it is no whole PNG or JPEG picture.
    """
    made = bare_picture(content)
    if made is None:
        other = path.lower().endswith(_OTHER_FORMATS) and not is_picture(content)
        raise UnprintableError("format" if other else "broken")
    return made


def _linked(workspace: Workspace, folder: str, place: str) -> bool:
    """Whether a link stands anywhere on the way from a folder to a file in it."""
    below = PurePosixPath(place).relative_to(folder) if folder != HERE else place
    return PurePath(workspace.location(place)) != PurePath(workspace.location(folder), below)


def is_mislabelled(path: str, name: str) -> bool:
    """Whether the ending of a file is that of another format than the one it has."""
    return not path.lower().endswith(_ENDINGS[name.rpartition(".")[2]])


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture is called among the pages, and its size in pixels; or why it is not among them."""

    name: str = ""
    width: int = 0
    height: int = 0
    reason: str = ""


def shown(content: bytes, path: str) -> Shown:
    """How a picture is printed."""
    try:
        made = bare(content, path)
        width, height = size_of(made)
    except UnprintableError as error:
        return Shown(reason=error.reason)
    except TooManyPixelsError:
        return Shown(reason="large")
    except ValueError:
        return Shown(reason="broken")
    return Shown(_name(made), width, height)


def _name(bare: bytes) -> str:
    """A name that follows from the bytes alone."""
    return f"picture-{hashlib.sha256(bare).hexdigest()[:20]}.{ending(bare)}"


class PictureFiles:
    """The pictures that pages show, by their names; read when they are asked for."""

    def __init__(self, workspace: Workspace, pictures: Iterable[StepPicture]) -> None:
        """Take the repository and what was read of it."""
        self._workspace = workspace
        self._shown = {one.name: one for one in pictures}

    def read(self, name: str) -> bytes:
        """The bytes of a picture.

        Raises:
            RenderingError: the file is not what it was when the repository was read.
        """
        one = self._shown[name]
        try:
            made = bare(content_of(self._workspace, one.folder, one.file), one.file)
        except UnprintableError as error:
            raise RenderingError("LEF150", file=one.file, variant="changed") from error
        if _name(made) != name:
            raise RenderingError("LEF150", file=one.file, variant="changed")
        return made
