"""All writing of outputs: made aside, then put in place by renaming, so that a killed build leaves old or new."""

import os
import shutil
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from sopcurric.plugin import OutputFile

RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))})
_FORBIDDEN = frozenset('<>:"\\|?*')
_LONGEST_PART = 120


class UnsafePathError(ValueError):
    """An output path that would leave its folder or that Windows cannot hold; a bug of a renderer."""


class ForeignFolderError(OSError):
    """The output folder holds something that no build made; nothing is overwritten."""


_MARK = ".sopcurric-output"


def checked(path: str) -> PurePosixPath:
    """An output path that is safe on every system.

    Raises:
        UnsafePathError: it is absolute, climbs, or has a part that Windows refuses.
    """
    pure = PurePosixPath(path)
    for part in pure.parts:
        bad = (
            part in {"..", "/"}
            or part.split(".")[0].lower() in RESERVED
            or part[-1] in ". "
            or any(char in _FORBIDDEN or unicodedata.category(char) == "Cc" for char in part)
            or len(part) > _LONGEST_PART
        )
        if bad:
            raise UnsafePathError(path)
    if not pure.parts:
        raise UnsafePathError(path)
    return pure


def write_edition(target: Path, files: Sequence[OutputFile]) -> bool:
    """Make a folder hold exactly these files; False where it already did.

    The new folder is written beside the old one and put in its place by renaming.

    Raises:
        UnsafePathError: see `checked`.
        ForeignFolderError: the folder exists and was not made by a build.
    """
    wanted = {str(checked(file.path)): file.content for file in files}
    recover(target)
    if target.exists():
        if not (target / _MARK).is_file():
            raise ForeignFolderError(str(target))
        if _same(target, wanted):
            return False
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.new-"))
    try:
        _fill(fresh, wanted)
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return True


def recover(target: Path) -> None:
    """Bring back the old folder where a build was killed between its two renames, and clear what it left aside."""
    old = target.with_name(f".{target.name}.old")
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    if target.parent.is_dir():
        for left in target.parent.glob(f".{target.name}.new-*"):
            shutil.rmtree(left, ignore_errors=True)


def _fill(folder: Path, wanted: Mapping[str, bytes]) -> None:
    for path, content in {**wanted, _MARK: b"made by sopcurric build; edits are lost\n"}.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    folder.chmod(0o755)


def _swap(fresh: Path, target: Path) -> None:
    old = target.with_name(f".{target.name}.old")
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _same(folder: Path, wanted: Mapping[str, bytes]) -> bool:
    there = {
        (Path(place) / name).relative_to(folder).as_posix() for place, _, names in os.walk(folder) for name in names
    }
    if there - {_MARK} != set(wanted):
        return False
    return all((folder / path).read_bytes() == content for path, content in wanted.items())


def write_text(path: Path, text: str) -> None:
    """Write a text file (UTF-8, line feeds) in one piece, making its folder where needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode())


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place in one piece, with the rights that it had; a killed run leaves the old one.

    Raises:
        OSError: it cannot be written.
    """
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)  # left by a killed run, or a link that would lead elsewhere
    try:
        with fresh.open("xb") as file:
            file.write(content)
        if path.exists():
            shutil.copymode(path, fresh)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
