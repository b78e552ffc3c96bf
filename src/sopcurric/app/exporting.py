"""Use case: the teachable repository (可教学仓库), which is all that crosses from the plant to the college."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sopcurric.app.checking import Checked, check
from sopcurric.app.gating import about_leaks, lines_said, secrets_of
from sopcurric.app.loading import POLICIES, Loaded
from sopcurric.app.pictures import document_of, may_leave, teaching_clearance
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Finding
from sopcurric.forms.survey_form import write_ratings
from sopcurric.io.lock_file import LOCK_FILE
from sopcurric.io.names_file import write_names
from sopcurric.io.picture_metadata import bare_picture, is_picture
from sopcurric.io.pictures import HERE, UnprintableError, bare, content_of, media_folder, place_of
from sopcurric.io.survey_file import FOLDER
from sopcurric.io.teachable_folder import Written, write_repository
from sopcurric.io.workspace import PROJECT_FILE, MemoryWorkspace, Workspace, is_outside, is_yaml
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.io.yaml_writer import yaml_text
from sopcurric.model.files.levels import Level, is_above
from sopcurric.stages.declassification import teachable
from sopcurric.stages.leak_scan import apart_from, leaks

RATINGS_FILE = f"{FOLDER}/ratings.csv"
"""Where the ratings of experts stand in the repository that leaves."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What became of an export: the plant's findings; where the gate was open, what was written and how many marks.

    `leaving` is the repository that would leave, for findings about it.
    """

    checked: Checked
    findings: tuple[Finding, ...]
    leaving: MemoryWorkspace | None = None
    written: Written | None = None
    marks: int = 0


class NamesCrossError(OSError):
    """The list of other names would stand in the folder that crosses."""


def export(workspace: Workspace, steps: Steps, target: Path, clearance: str = "") -> Exported:
    """Write the teachable repository into a folder; nothing where anything is wrong with the plant's.

    Marks up to the clearance cross as marks; without one, it is the highest of the teaching editions.

    Raises:
        EditedError: files there were changed since the last export.
        NamesCrossError: the list of other names would cross, too.
        OSError: something cannot be written.
    """
    checked = check(workspace, steps)
    if checked.loaded.inputs is None or any(one.gravity == 0 for one in checked.findings):
        return Exported(checked, checked.reported)
    known = clearance or teaching_clearance(checked.loaded.inputs.settings)
    secrets = tuple(one for one in secrets_of(checked.loaded, workspace) if is_above(one.level, known))
    leaving = MemoryWorkspace(teachable_files(checked.loaded, workspace, known))
    taught = checked.loaded.classifier.made_by_policy()
    said = apart_from(lines_said(leaving, leaving.files), taught)
    leaked = tuple(one for one in about_leaks(leaks(secrets, said)) if one.gravity == 0)
    if leaked:
        return Exported(checked, leaked, leaving)
    _keep_names(checked.loaded, workspace, target)
    written = write_repository(target, leaving.files)
    return Exported(checked, checked.reported, leaving, written, len(secrets))


def _keep_names(loaded: Loaded, workspace: Workspace, target: Path) -> None:
    """Write down which other name stands for what, so that the next export calls everything the same.

    Raises:
        NamesCrossError: the list would cross with the repository.
        OSError: it cannot be written.
    """
    own = loaded.classifier.policies.own
    names = loaded.classifier.names
    if own is None or own.names_file is None or not names:
        return
    place = Path(workspace.location(own.names_file))
    if place.is_relative_to(target.resolve()):
        raise NamesCrossError(place)
    write_names(place, names)


def teachable_files(loaded: Loaded, workspace: Workspace, clearance: str = "") -> dict[str, bytes]:
    """The files of the teachable repository: what was read, opened; the lock and templates of the project.

    They are written anew from their data, so that comments, anchors, order and spelling of what is withheld stay
    behind. Of what experts rated, grades of what is taught cross, by numbered raters. Pictures that may leave do so
    without metadata; fonts and the list of known findings do not.
    """
    known = clearance or teaching_clearance(loaded.inputs.settings if loaded.inputs else None)
    moved, folders = dict(_moved(workspace)), dict(_media_moved(workspace))
    pictures = dict(_pictures(loaded, workspace, folders))
    files: dict[str, bytes] = {}
    for document in filter(is_yaml, loaded.documents):
        if document == loaded.policy.baseline or document.startswith(POLICIES):
            continue
        left = loaded.classifier.left(document)
        data = teachable(left.data if left else read_yaml(document, workspace.read(document)).data, known)
        if document == PROJECT_FILE and isinstance(data, dict):
            used = {folder: after for folder, after in folders.items() if _is_used(after, pictures)}
            data = _project(data, moved, [used.get(_media_folder(workspace, one), "") for one in _roots(data)])
        files[_place(document, moved)] = yaml_text(data).encode()
    if workspace.exists(LOCK_FILE):
        files[LOCK_FILE] = workspace.read(LOCK_FILE)
    if loaded.inputs and loaded.inputs.surveys:
        files[RATINGS_FILE] = write_ratings(loaded.inputs.surveys)
    return {**pictures, **files, **dict(_templates(workspace))}


def _templates(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """The templates of the project: text as it is, pictures without metadata; anything else stays behind."""
    for path in workspace.template_files():
        content = workspace.read(path)
        bare = bare_picture(content) if is_picture(content) else content if _is_text(content) else None
        if bare is not None:
            yield path, bare


def _is_text(content: bytes) -> bool:
    try:
        return "\0" not in content.decode()
    except UnicodeDecodeError:
        return False


def _pictures(loaded: Loaded, workspace: Workspace, moved: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The pictures of steps that are taught; none of a file in which something is marked and no level said of them.

    What is no picture of a known kind does not leave: nobody can tell what else it says.
    """
    for sop in loaded.inputs.sops if loaded.inputs else ():
        for _, step in sop.steps():
            document = document_of(step.address, loaded.provenance)
            if not may_leave(document, loaded.marked, loaded.classifier):
                continue
            folder = loaded.media_folders.get(document, HERE)
            for media in step.media:
                with suppress(UnprintableError):
                    made = bare(content_of(workspace, folder, media.file), media.file)
                    yield place_of(moved.get(folder, folder), media.file), made


def _media_moved(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Folders of pictures outside the repository, and where they stand in the one that leaves."""
    known: set[str] = set()
    for number, root in enumerate(_roots(read_yaml(PROJECT_FILE, workspace.read(PROJECT_FILE)).data), start=1):
        folder = _media_folder(workspace, root)
        if is_outside(folder) and folder not in known:
            known.add(folder)
            yield folder, f"media-{number}"


def _media_folder(workspace: Workspace, root: Mapping[str, object]) -> str:
    """Where the paths of pictures begin that SOPs of a root name."""
    said = root.get("media_from")
    return media_folder(workspace, str(root["path"]), str(said) if said else None)


def _is_used(folder: str, files: Iterable[str]) -> bool:
    return any(path.startswith(f"{folder}/") for path in files)


def _project(data: Mapping[str, object], moved: Mapping[str, str], pictures: Sequence[str]) -> dict[str, object]:
    """The project file as it crosses: folders of SOPs and of their pictures inside the repository, nothing for plants.

    `pictures` are the folders of pictures that were moved, by root; nothing where they stay or there are none.
    """
    made = dict(data)
    editions = data.get("editions")
    if moved or any(pictures):
        made["sops"] = [_root(one, moved, folder) for one, folder in zip(_roots(data), pictures, strict=True)]
    if isinstance(editions, list):
        made["editions"] = [one for one in editions if not is_above(_clearance(one), Level.INTERNAL)]
        made = {key: value for key, value in made.items() if key != "editions" or value}
    return made


def _clearance(edition: object) -> str:
    return str(edition.get("clearance", Level.INTERNAL.value)) if isinstance(edition, dict) else Level.INTERNAL.value


def _roots(data: object) -> Sequence[Mapping[str, object]]:
    """The folders of SOPs as the project file has them, which was read without faults."""
    roots = data.get("sops") if isinstance(data, dict) else None
    return [one for one in roots if isinstance(one, dict)] if isinstance(roots, list) else []


def _moved(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Folders of SOPs outside the repository, and where they stand in the one that leaves."""
    roots = _roots(read_yaml(PROJECT_FILE, workspace.read(PROJECT_FILE)).data)
    for number, path in enumerate((str(one["path"]) for one in roots), start=1):
        if ".." in path.split("/"):
            yield path, f"sops-{number}"


def _root(root: Mapping[str, object], moved: Mapping[str, str], pictures: str) -> Mapping[str, object]:
    """A folder of SOPs as it crosses."""
    path = str(root["path"])
    return {**root, "path": moved.get(path, path), **({"media_from": pictures} if pictures else {})}


def _place(document: str, moved: Mapping[str, str]) -> str:
    for before, after in moved.items():
        if document.startswith(f"{before.rstrip('/')}/"):
            return f"{after}{document[len(before.rstrip('/')) :]}"
    return document
