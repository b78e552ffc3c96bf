"""Reading a curriculum repository: from disk, or from memory in tests."""

import errno
import os
import re
import stat
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Protocol

from sopcurric.io.output import write_text
from sopcurric.io.yaml_reader import MAX_BYTES, read_yaml

PROJECT_FILE = "sopcurric.yaml"
LEXICON_FILE = "lexicon.yaml"
"""The words of the trade, at the top of a repository."""
_SKIPPED = {"build", ".git", "node_modules", ".venv", "__pycache__"}


class TooLargeError(OSError):
    """A file is larger than any file people write."""


class OutsideError(OSError):
    """A link leads out of the repository; what it leads to is none of ours."""


class Workspace(Protocol):
    """A curriculum repository. Paths are relative, with forward slashes."""

    def read(self, path: str) -> bytes:
        """The bytes of a file.

        Raises:
            TooLargeError: the file is over the limit of the reader.
            OutsideError: the file is a link that leads out of the repository.
            OSError: it cannot be read.
        """

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""

    def yaml_files(self, folder: str) -> tuple[str, ...]:
        """Every `*.yaml` and `*.yml` below a folder, sorted; nothing where the folder is missing."""

    def template_files(self) -> tuple[str, ...]:
        """Every file below `templates/`, sorted."""

    def survey_files(self) -> tuple[str, ...]:
        """Every file below `surveys/`, sorted."""

    def location(self, path: str) -> str:
        """Where a relative path really is, for settings that name folders (fonts)."""

    def write(self, path: str, text: str) -> None:
        """Put a text file in place at once.

        Raises:
            OutsideError: the file is a link that leads out of the repository.
            OSError: it cannot be written.
        """


class DiskWorkspace:
    """A repository in a folder."""

    def __init__(self, root: Path) -> None:
        """Take the folder that holds `sopcurric.yaml`."""
        self.root = root

    def read(self, path: str) -> bytes:
        """See `Workspace.read`."""
        if not path.isprintable() and any("\ud800" <= sign <= "\udfff" for sign in path):
            raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ), path)  # a name that no report could hold
        place = self.root / path
        status = place.stat()
        if place.is_symlink() and not place.resolve().is_relative_to(self.root.resolve()):
            raise OutsideError(errno.EXDEV, os.strerror(errno.EXDEV), path)
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
        if not stat.S_ISREG(status.st_mode):  # a pipe or a device may never end
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
        if status.st_size > MAX_BYTES:
            raise TooLargeError(path)
        return place.read_bytes()

    def exists(self, path: str) -> bool:
        """See `Workspace.exists`; nothing has a name that the system refuses."""
        try:
            return (self.root / path).is_file()
        except OSError:
            return False

    def yaml_files(self, folder: str) -> tuple[str, ...]:
        """See `Workspace.yaml_files`; hidden folders, linked folders and `build` are left out."""
        return tuple(path for path in self._below(folder, folders_too=True) if is_yaml(path))

    def template_files(self) -> tuple[str, ...]:
        """See `Workspace.template_files`."""
        return tuple(path for path in self._below("templates") if self.exists(path))

    def survey_files(self) -> tuple[str, ...]:
        """See `Workspace.survey_files`."""
        return tuple(path for path in self._below("surveys") if self.exists(path))

    def location(self, path: str) -> str:
        """See `Workspace.location`."""
        return str((self.root / path).resolve())

    def write(self, path: str, text: str) -> None:
        """See `Workspace.write`."""
        place = self.root / path
        if not place.resolve().is_relative_to(self.root.resolve()):
            raise OutsideError(errno.EXDEV, os.strerror(errno.EXDEV), path)
        write_text(place, text)

    def _below(self, folder: str, *, folders_too: bool = False) -> tuple[str, ...]:
        """Files below a folder; folders too where a folder with the name of a file is a mistake to be told."""
        top = self.root / folder
        found: list[str] = []
        for place, folders, files in os.walk(top):
            folders[:] = sorted(name for name in folders if name not in _SKIPPED and not name.startswith("."))
            inside = PurePosixPath(folder) / Path(place).relative_to(top).as_posix()
            names = (*files, *folders) if folders_too else files
            found += [str(inside / name) for name in names if not name.startswith(".")]
        return tuple(sorted(found))


class MemoryWorkspace:
    """A repository of bytes by path."""

    def __init__(self, files: Mapping[str, bytes | str]) -> None:
        """Take the files; strings are encoded as UTF-8."""
        self.files = {path: data.encode() if isinstance(data, str) else data for path, data in files.items()}

    def read(self, path: str) -> bytes:
        """See `Workspace.read`."""
        if path not in self.files:
            raise FileNotFoundError(path)
        if len(self.files[path]) > MAX_BYTES:
            raise TooLargeError(path)
        return self.files[path]

    def exists(self, path: str) -> bool:
        """See `Workspace.exists`."""
        return path in self.files

    def yaml_files(self, folder: str) -> tuple[str, ...]:
        """See `Workspace.yaml_files`."""
        return tuple(sorted(p for p in self.files if p.startswith(f"{folder}/") and is_yaml(p)))

    def template_files(self) -> tuple[str, ...]:
        """See `Workspace.template_files`."""
        return tuple(sorted(path for path in self.files if path.startswith("templates/")))

    def survey_files(self) -> tuple[str, ...]:
        """See `Workspace.survey_files`."""
        return tuple(sorted(path for path in self.files if path.startswith("surveys/")))

    def location(self, path: str) -> str:
        """See `Workspace.location`."""
        return path

    def write(self, path: str, text: str) -> None:
        """See `Workspace.write`."""
        self.files[path] = text.encode()


class OverlaidWorkspace:
    """A repository with other texts in the place of some of its files; nothing is written into it."""

    def __init__(self, below: Workspace) -> None:
        """Take the repository as it stands."""
        self._below = below
        self.texts: dict[str, str] = {}

    def read(self, path: str) -> bytes:
        """See `Workspace.read`."""
        return self.texts[path].encode() if path in self.texts else self._below.read(path)

    def exists(self, path: str) -> bool:
        """See `Workspace.exists`."""
        return path in self.texts or self._below.exists(path)

    def yaml_files(self, folder: str) -> tuple[str, ...]:
        """See `Workspace.yaml_files`."""
        return self._below.yaml_files(folder)

    def template_files(self) -> tuple[str, ...]:
        """See `Workspace.template_files`."""
        return self._below.template_files()

    def survey_files(self) -> tuple[str, ...]:
        """See `Workspace.survey_files`."""
        return self._below.survey_files()

    def location(self, path: str) -> str:
        """See `Workspace.location`."""
        return self._below.location(path)

    def write(self, path: str, text: str) -> None:
        """See `Workspace.write`: only here."""
        self.texts[path] = text


def is_outside(path: str) -> bool:
    """Whether a path, relative to the repository or not, leads out of it."""
    place = PurePosixPath(path.replace("\\", "/"))
    if place.is_absolute() or re.match(r"[A-Za-z]:", path):
        return True
    depth = 0
    for part in place.parts:
        depth += -1 if part == ".." else 1
        if depth < 0:
            return True
    return False


def is_yaml(path: str) -> bool:
    """Whether a file is YAML by its name, in whatever case that was typed."""
    return path.lower().endswith((".yaml", ".yml"))


def find_project(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that holds a project file."""
    for folder in (start, *start.parents):
        if (folder / PROJECT_FILE).is_file():
            return folder
    return None


def epoch_date() -> str:
    """The day of `SOURCE_DATE_EPOCH` (UTC) as YYYY-MM-DD, or nothing."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%d") if seconds.isdigit() else ""


def project_language(folder: Path) -> str:
    """The language of a project as far as a quick look tells, or nothing; findings about it come from loading."""
    try:
        data = read_yaml(PROJECT_FILE, DiskWorkspace(folder).read(PROJECT_FILE)).data
    except OSError:
        return ""
    header = data.get("project") if isinstance(data, dict) else None
    language = header.get("language", "zh") if isinstance(header, dict) else ""
    return language if isinstance(language, str) else ""
