"""What every command shares: the project, the language, the cache."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from sopcurric.app.checking import Checked
from sopcurric.app.loading import Loaded
from sopcurric.app.reporting import place
from sopcurric.app.steps import Steps
from sopcurric.cli import console
from sopcurric.cli.exit_codes import FINDINGS, USAGE
from sopcurric.diagnostics.formats import FORMATS
from sopcurric.diagnostics.report import Placed, safe
from sopcurric.io.cache import DiskStore, default_folder
from sopcurric.io.lock_file import LOCK_FILE
from sopcurric.io.workspace import PROJECT_FILE, DiskWorkspace, find_project, project_language
from sopcurric.model.compilation import Compilation

ProjectFlag = Annotated[
    Path | None,
    typer.Option("--project", "-C", metavar="DIR", help="课程仓库所在文件夹 / folder of the curriculum repository"),
]
LangFlag = Annotated[str, typer.Option("--lang", metavar="zh|en", help="界面语言 / interface language")]
JsonFlag = Annotated[bool, typer.Option("--json", help="以 JSON 输出到标准输出 / print JSON to stdout")]
CacheFlag = Annotated[Path | None, typer.Option("--cache-dir", metavar="DIR", help="缓存文件夹 / folder of the cache")]

LockedFlag = Annotated[
    bool,
    typer.Option("--locked", help="编号登记 sopcurric.lock 有变化即报错 / fail where sopcurric.lock would change (CI)"),
]
EditionFlag = Annotated[
    str, typer.Option("--edition", metavar="ID", help="按哪个版本的语言显示 / in the language of which edition")
]

_OTHERS = ("courses/", "standards/", "programmes/", "decisions/", "surveys/", "cases/", "profiles/", LOCK_FILE)
"""Folders of files that are no SOPs."""
_SUGGESTED = 5
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Session:
    """A project with what is needed to work on it."""

    folder: Path
    workspace: DiskWorkspace
    steps: Steps
    language: str

    def documents(self, names: Sequence[str], loaded: Loaded) -> set[str]:
        """Files as findings name them, from how they are named in the repository or where one stands.

        Leaves with status 2 where some are not among those that were read. Where the project file cannot be used,
        nobody knows which those are, and it is added.
        """
        spelled = {name: self._spellings(name) for name in names}
        strange = [name for name, spellings in spelled.items() if spellings.isdisjoint(loaded.documents)]
        if strange and loaded.inputs:
            console.tell(self.language, "cli.unknown.files", files=", ".join(map(safe, strange)))
            raise typer.Exit(USAGE)
        found = {one for spellings in spelled.values() for one in spellings}
        return found if loaded.inputs else found | {PROJECT_FILE}

    def _spellings(self, name: str) -> set[str]:
        """What a file may be called in findings: as it is named, or by where it is."""
        path, folders = Path(name), (self.folder.resolve(), self.folder)
        places = (path.parent.resolve() / path.name, path.absolute())
        below = {one.relative_to(top) for one in places for top in folders if one.is_relative_to(top)}
        return {one.as_posix() for one in below} | {PurePosixPath(name.replace("\\", "/")).as_posix()}

    def unknown(self, subject: str, known: Iterable[str]) -> typer.Exit:
        """Say that there is no such thing, and what may have been meant; the exit to leave by."""
        similar = _similar(subject, known)
        if similar:
            console.tell(self.language, "cli.unknown.similar", subject=subject, similar=", ".join(similar))
        else:
            console.tell(self.language, "cli.unknown.subject", subject=subject)
        return typer.Exit(USAGE)

    def tell_known(self, checked: Checked) -> None:
        """Say how many findings the baseline holds back, if any."""
        if checked.judged.known:
            path = safe(checked.loaded.policy.baseline)
            console.tell(self.language, "cli.known", number=checked.judged.known, path=path)

    def compiled(self, checked: Checked) -> Compilation:
        """What a repository compiles to; leaves with status 1 and the findings where it cannot be read at all.

        Says which files it was compiled without, because of errors.
        """
        placed = place(checked.reported, checked.loaded.provenance, self.workspace, self.language)
        if checked.compilation is None:
            console.report(FORMATS["text"](placed, self.language))
            raise typer.Exit(FINDINGS)
        self.tell_left_out(checked, placed)
        return checked.compilation

    def tell_left_out(self, checked: Checked, placed: Iterable[Placed]) -> None:
        """Say which files have errors and were left out, if any."""
        files = _left_out(checked, placed)
        if files:
            console.tell(self.language, "cli.left_out", number=len(files), files=", ".join(map(safe, files)))

    def reading(self, compilation: Compilation, edition: str) -> str:
        """The language to show values in: of the edition that was named, else that of the interface.

        Leaves with status 2 where the project has no such edition.
        """
        editions = {one.id: one for one in compilation.inputs.settings.editions}
        if edition and edition not in editions:
            console.tell(self.language, "cli.unknown.edition", edition=edition, known=", ".join(editions))
            raise typer.Exit(USAGE)
        return editions[edition].language if edition else self.language


def _left_out(checked: Checked, placed: Iterable[Placed]) -> list[str]:
    """The SOP files with errors that nothing was made from."""
    loaded = checked.loaded
    if loaded.inputs is None:
        return []
    used = {loaded.provenance[sop.address].document for sop in loaded.inputs.sops}
    faulty = {one.document for one in placed if one.finding.gravity == 0} - used
    return sorted(one for one in faulty & {*loaded.documents} if one != PROJECT_FILE and not one.startswith(_OTHERS))


def _similar(subject: str, known: Iterable[str]) -> list[str]:
    """The ids that may have been meant: those with an organisation before them, else the closest ones."""
    names = [one for one in dict.fromkeys(known) if one]
    if not subject.strip():
        return []
    owned = [one for one in names if one.endswith(f":{subject}")]
    return owned[:_SUGGESTED] or difflib.get_close_matches(subject[:_LONGEST], names, n=_SUGGESTED)


def spoken(project: Path | None, lang: str) -> str:
    """The language to speak: as asked for, else that of the project where there is one, else that of the locale."""
    folder = find_project((project or Path.cwd()).absolute())
    return console.interface_language(lang, project_language(folder) if folder else "")


def session(project: Path | None, lang: str, cache_dir: Path | None = None) -> Session:
    """The session of a command; leaves with status 2 where there is no project."""
    start = (project or Path.cwd()).absolute()
    folder = find_project(start)
    if folder is None:
        language = console.interface_language(lang, "")
        console.tell(language, "cli.noproject", folder=str(start))
        raise typer.Exit(USAGE)
    language = console.interface_language(lang, project_language(folder))
    return Session(folder, DiskWorkspace(folder), Steps(DiskStore(cache_dir or default_folder())), language)
