"""Writing the teachable repository into a folder in which others work, too: nothing of theirs is overwritten."""

import hashlib
import json
import posixpath
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from sopcurric.io.output import UnsafePathError, checked, write_whole
from sopcurric.io.workspace import Workspace, is_yaml
from sopcurric.io.yaml_reader import read_yaml

_LIST = ".sopcurric-teachable"
"""The file that says what was written, each with the digest of its content (which anybody there may read)."""
_LISTED = TypeAdapter(dict[str, frozenset[str]])


class EditedError(OSError):
    """A file there is not as it was written, or was not written by us; `paths` are all of them. Nothing was written."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        """Keep the paths."""
        super().__init__(*paths)
        self.paths = paths


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written anew, were the same already, and were taken away."""

    changed: int
    same: int
    removed: int


def is_inside_export(path: Path) -> bool:
    """Whether a file is, or would be, inside of a teachable repository."""
    return any((folder / _LIST).is_file() for folder in path.resolve().parents)


def was_exported(workspace: Workspace, folder: str, path: str) -> bool:
    """Whether a file of a folder is as an export wrote it there, or into the repository that the folder is in."""
    return any(_is_listed(workspace, *one) for one in ((folder, path), (".", f"{folder}/{path}")))


def _is_listed(workspace: Workspace, folder: str, path: str) -> bool:
    try:
        listed = _LISTED.validate_json(workspace.read(posixpath.normpath(f"{folder}/{_LIST}")))
        told = listed.get(posixpath.normpath(path))
        return told is not None and _digests(workspace.read(posixpath.normpath(f"{folder}/{path}"))) <= told
    except (OSError, ValidationError):
        return False


def write_repository(target: Path, files: Mapping[str, bytes]) -> Written:
    """Make a folder hold these files and none that an earlier export wrote and this one does not.

    A YAML file there that says the same in its own words stays: a decision of theirs comes back as it was sent. Each
    other file is put in place in one piece; the list of what is ours is written first, so that a killed run can be
    repeated.

    Raises:
        EditedError: files there were changed since, or were made by somebody else.
        UnsafePathError: a path would leave the folder, or Windows cannot hold it.
        OSError: something cannot be written.
    """
    wanted = {str(checked(path)): content for path, content in files.items()}
    ours = _ours(target)
    fit = {path: ours.get(path, frozenset()) | _digests(wanted.get(path)) for path in {*ours, *wanted}}
    says = {path for path, content in wanted.items() if _says(target / path, content)}
    edited = tuple(
        path for path, digests in sorted(fit.items()) if path not in says and _is_edited(target, path, digests)
    )
    if edited:
        raise EditedError(edited)
    target.mkdir(parents=True, exist_ok=True)
    _list(target, fit)
    changed = [path for path, content in wanted.items() if path not in says and not _holds(target / path, content)]
    for path in changed:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        write_whole(target / path, wanted[path])
    removed = [path for path in ours if path not in wanted and (target / path).is_file()]
    for path in removed:
        (target / path).unlink()
    _list(target, {path: _digests(content) for path, content in wanted.items()})
    return Written(len(changed), len(wanted) - len(changed), len(removed))


def _is_edited(target: Path, path: str, digests: Set[str]) -> bool:
    """Whether a file is none of what we wrote or want, or a link there leads out; what is gone may be written again."""
    place = target / path
    if not place.resolve().is_relative_to(target.resolve()):
        return True
    return place.exists() and not (place.is_file() and _digests(place.read_bytes()) <= digests)


def _says(place: Path, content: bytes) -> bool:
    """Whether a YAML file says the same, however it is written."""
    if not is_yaml(place.name) or not place.is_file() or place.is_symlink():
        return False
    theirs = read_yaml(place.name, place.read_bytes())
    return theirs.data is not None and not theirs.findings and theirs.data == read_yaml(place.name, content).data


def _holds(place: Path, content: bytes) -> bool:
    return place.is_file() and place.read_bytes() == content


def _digests(content: bytes | None) -> frozenset[str]:
    return frozenset() if content is None else frozenset({hashlib.sha256(content).hexdigest()})


def _ours(target: Path) -> dict[str, frozenset[str]]:
    """What earlier exports wrote; nothing where the list is missing or damaged."""
    try:
        listed = _LISTED.validate_json((target / _LIST).read_bytes())
    except (OSError, ValidationError):
        return {}
    return {path: digests for path, digests in listed.items() if _is_safe(path)}


def _is_safe(path: str) -> bool:
    try:
        checked(path)
    except UnsafePathError:
        return False
    return True


def _list(target: Path, files: Mapping[str, Set[str]]) -> None:
    listed = {path: sorted(digests) for path, digests in sorted(files.items())}
    write_whole(target / _LIST, (json.dumps(listed, ensure_ascii=False, indent=0) + "\n").encode())
