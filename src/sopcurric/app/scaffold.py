"""Use case: a new curriculum repository from an example, with what editors and CI need to work on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sopcurric.app.schemas import EDITED_SCHEMAS, schema_text
from sopcurric.io.output import write_whole
from sopcurric.io.resources import folder, scaffold_files
from sopcurric.io.rewriting import rewrite
from sopcurric.io.workspace import PROJECT_FILE, DiskWorkspace, project_language

_SKIPPED = {"build"}
SCHEMAS_FOLDER = ".sopcurric/schemas"
"""Where a repository keeps the schemas that its editor settings name: they are found without a network."""

_BESIDE = re.compile(r"(?<=path: )\.\./(?P<root>(?P<other>[\w.-]+)/[\w./-]+)")
"""The way out of an example to a folder of SOPs of another one."""
_PICTURES = "media"
"""Where examples have their pictures."""
_FOR_EDITORS = (".sopcurric/", ".vscode/", ".editorconfig")

State = Literal["written", "renewed", "unchanged", "kept"]
"""What became of a file: it was missing; it is ours and was of another version; it is as it should be; it was changed
by people (or is of another version) and stays."""


class NotEmptyError(OSError):
    """The folder holds something already; nothing was written."""


@dataclass(frozen=True, slots=True)
class Updated:
    """A file for editors and CI, and what became of it."""

    path: str
    state: State


def examples() -> tuple[str, ...]:
    """Names of the examples that come along."""
    return tuple(sorted(path.parent.name for path in folder("examples").glob(f"*/{PROJECT_FILE}")))


def scaffold(target: Path, example: str) -> int:
    """Write an example, and what editors and CI need, into a new or empty folder; the number of files.

    Raises:
        NotEmptyError: the folder is not empty.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise NotEmptyError(str(target))
    source = folder("examples") / example
    texts = tooling(project_language(source))
    files = {**{path: text.encode() for path, text in texts.items()}, **dict(_example(source))}
    for path, content in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        write_whole(target / path, content)
    return len(files)


def update_editor(project: Path) -> Iterator[Updated]:
    """Bring the files for editors of a repository up to this version, one after the other.

    What is missing is written and copies of schemas are renewed; settings that differ are kept as they are. Files for
    CI are none of its business: who has deleted them does not use them.

    Raises:
        OSError: a file cannot be written, or leads out of the repository.
    """
    for path, text in sorted(tooling(project_language(project)).items()):
        if path.startswith(_FOR_EDITORS):
            yield Updated(path, _brought(project, path, text))


def tooling(language: str) -> dict[str, str]:
    """The files for editors and CI by path: texts in the language of the project."""
    schemas = {f"{SCHEMAS_FOLDER}/{name}.schema.json": schema_text(name, language) for name in EDITED_SCHEMAS}
    return {**scaffold_files(language), **schemas}


def _example(source: Path) -> Iterator[tuple[str, bytes]]:
    """The files of an example; SOPs of other examples that it reads come along with their pictures.

    So nothing leads outside.
    """
    for path, content in _files(source):
        if path != PROJECT_FILE:
            yield path, content
            continue
        text = content.decode()
        yield path, _BESIDE.sub(_inside, text).encode()
        for found in _BESIDE.finditer(text):
            for folder_beside in (found["root"], f"{found['other']}/{_PICTURES}"):
                yield from ((f"{folder_beside}/{inside}", one) for inside, one in _files(source.parent / folder_beside))


def _inside(found: re.Match[str]) -> str:
    """The same folder within the new repository, and where the paths of its pictures begin."""
    return f"{found['root']}, media_from: {found['other']}"


def _files(source: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(source.rglob("*")):
        inside = path.relative_to(source)
        if path.is_file() and not _SKIPPED & set(inside.parts):
            yield inside.as_posix(), path.read_bytes()


def _brought(project: Path, path: str, text: str) -> State:
    place = project / path
    if place.is_file() and place.read_bytes() == text.encode():
        return "unchanged"
    missing = not place.exists() and not place.is_symlink()
    if not missing and not path.startswith(f"{SCHEMAS_FOLDER}/"):
        return "kept"
    if missing:
        DiskWorkspace(project).write(path, text)
        return "written"
    rewrite(project, path, text)
    return "renewed"
