"""Templates and fonts as renderers get them: the project's own first, then those that come along."""

import hashlib
from functools import cached_property
from pathlib import Path

from sopcurric.io import resources
from sopcurric.io.workspace import OutsideError, TooLargeError, Workspace
from sopcurric.model.settings import Settings
from sopcurric.plugin import FontSetting, RenderingError

_FONT_ENDINGS = (".otf", ".ttf", ".ttc", ".otc")


class MissingFontFolderError(OSError):
    """A font folder named in the project does not exist."""


class TemplateFiles:
    """Templates of a project over our own."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the project."""
        self._workspace = workspace
        self._own = frozenset(workspace.template_files())

    def read(self, name: str) -> str | None:
        """The text of a template by its path below `templates/`, or None."""
        if f"templates/{name}" in self._own:
            return self._own_text(f"templates/{name}")
        root = resources.folder("templates")
        path = (root / name).resolve()
        inside = path.is_relative_to(root.resolve()) and path.is_file()
        return path.read_text(encoding="utf-8") if inside else None

    def _own_text(self, path: str) -> str:
        """A template of the project, which may be in any encoding.

        Raises:
            RenderingError: it cannot be read, or is not UTF-8.
        """
        try:
            return self._own_bytes(path).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise RenderingError("LEF006", what=f"{path}: {error.reason} (UTF-8, byte {error.start})") from error

    def _own_bytes(self, path: str) -> bytes:
        """A file of the project's templates; links may not lead out of the project, not even those of a folder.

        Raises:
            RenderingError: it cannot be read.
        """
        inside = Path(self._workspace.location(path)).is_relative_to(self._workspace.location("."))
        outside = RenderingError("LEF006", what=f"{path}: a link that leads out of the project folder")
        if not inside:
            raise outside
        try:
            return self._workspace.read(path)
        except OutsideError as error:
            raise outside from error
        except TooLargeError as error:
            raise RenderingError("LEF006", what=f"{path}: the file is too large") from error
        except OSError as error:
            raise RenderingError("LEF006", what=f"{path}: {error.strerror or type(error).__name__}") from error

    @property
    def overridden(self) -> bool:
        """Whether the project has templates of its own."""
        return bool(self._own)

    @cached_property
    def digest(self) -> str:
        """A digest over every template, ours and the project's.

        Raises:
            RenderingError: one of the project cannot be read.
        """
        state = hashlib.sha256()
        root = resources.folder("templates")
        for path in sorted(root.rglob("*")):
            if path.is_file():
                state.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
        for name in sorted(self._own):
            state.update(name.encode() + b"\0" + self._own_bytes(name))
        return state.hexdigest()


def font_setting(workspace: Workspace, settings: Settings) -> FontSetting:
    """The fonts of a project; the folder that comes along is looked into last.

    Raises:
        MissingFontFolderError: the project names a folder that does not exist.
    """
    folders = [Path(workspace.location(folder)) for folder in settings.fonts]
    for folder in folders:
        if not folder.is_dir():
            raise MissingFontFolderError(str(folder))
    folders.append(resources.fonts())
    state = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in _FONT_ENDINGS:
                state.update(path.name.encode() + path.read_bytes())
    return FontSetting(tuple(map(str, folders)), settings.body_font, settings.heading_font, state.hexdigest())
