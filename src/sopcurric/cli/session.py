"""What every command shares: the project, the language, the cache."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from sopcurric.app.checking import Checked
from sopcurric.app.reporting import place
from sopcurric.app.steps import Steps
from sopcurric.cli import console
from sopcurric.cli.exit_codes import FINDINGS, USAGE
from sopcurric.diagnostics.formats import FORMATS
from sopcurric.io.cache import DiskStore, default_folder
from sopcurric.io.workspace import DiskWorkspace, find_project, project_language
from sopcurric.model.compilation import Compilation

ProjectFlag = Annotated[
    Path | None,
    typer.Option("--project", "-C", metavar="DIR", help="课程仓库所在文件夹 / folder of the curriculum repository"),
]
LangFlag = Annotated[str, typer.Option("--lang", metavar="zh|en", help="界面语言 / interface language")]
JsonFlag = Annotated[bool, typer.Option("--json", help="以 JSON 输出到标准输出 / print JSON to stdout")]
CacheFlag = Annotated[Path | None, typer.Option("--cache-dir", metavar="DIR", help="缓存文件夹 / folder of the cache")]

EditionFlag = Annotated[
    str, typer.Option("--edition", metavar="ID", help="按哪个版本的语言显示 / in the language of which edition")
]


@dataclass(frozen=True, slots=True)
class Session:
    """A project with what is needed to work on it."""

    folder: Path
    workspace: DiskWorkspace
    steps: Steps
    language: str

    def documents(self, names: Sequence[str]) -> set[str]:
        """Files as findings name them, from how they are named in the repository or where one stands."""
        inside = self.folder.resolve()
        placed = [Path(name).parent.resolve() / Path(name).name for name in names]
        below = {path.relative_to(inside).as_posix() for path in placed if path.is_relative_to(inside)}
        return below | {name.replace("\\", "/") for name in names}

    def compiled(self, checked: Checked) -> Compilation:
        """What a repository compiles to; leaves with status 1 and the findings where it cannot be read at all."""
        if checked.compilation is None:
            placed = place(checked.findings, checked.loaded.provenance, self.workspace, self.language)
            console.report(FORMATS["text"](placed, self.language))
            raise typer.Exit(FINDINGS)
        return checked.compilation

    def reading(self, compilation: Compilation, edition: str) -> str:
        """The language to show values in: of the edition that was named, else that of the interface.

        Leaves with status 2 where the project has no such edition.
        """
        editions = {one.id: one for one in compilation.inputs.settings.editions}
        if edition and edition not in editions:
            console.tell(self.language, "cli.unknown.edition", edition=edition, known=", ".join(editions))
            raise typer.Exit(USAGE)
        return editions[edition].language if edition else self.language


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
