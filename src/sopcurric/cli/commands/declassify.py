"""`sopcurric declassify`."""

from pathlib import Path
from typing import Annotated

import typer

from sopcurric.app.exporting import Exported, export
from sopcurric.app.reporting import place
from sopcurric.cli import console
from sopcurric.cli.exit_codes import CLEAN, FINDINGS, USAGE
from sopcurric.cli.session import CacheFlag, LangFlag, ProjectFlag, Session, session
from sopcurric.diagnostics.formats import FORMATS
from sopcurric.diagnostics.report import safe
from sopcurric.io.teachable_folder import EditedError

OutFlag = Annotated[
    Path, typer.Option("--out", metavar="DIR", help="可教学仓库写到这个文件夹 / folder of the teachable repository")
]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="declassify", help=about)
    def command(out: OutFlag, project: ProjectFlag = None, lang: LangFlag = "", cache_dir: CacheFlag = None) -> None:
        here = session(project, lang, cache_dir)
        if out.resolve().is_relative_to(here.folder.resolve()):
            console.tell(here.language, "cli.declassify.inside", folder=str(out))
            raise typer.Exit(USAGE)
        try:
            exported = export(here.workspace, here.steps, out)
        except EditedError as error:
            console.tell(
                here.language, "cli.declassify.edited", files=", ".join(map(safe, error.paths)), folder=str(out)
            )
            raise typer.Exit(FINDINGS) from None
        _tell(here, exported, out)
        raise typer.Exit(CLEAN if exported.written else FINDINGS)


def _tell(here: Session, exported: Exported, out: Path) -> None:
    shut = exported.leaving is not None and exported.written is None
    workspace = exported.leaving if exported.leaving and shut else here.workspace
    placed = place(exported.findings, exported.checked.loaded.provenance, workspace, here.language)
    if placed:
        console.report(FORMATS["text"](placed, here.language))
    if exported.written is None:
        console.tell(here.language, "cli.declassify.shut")
        return
    console.tell(
        here.language,
        "cli.declassify.written",
        folder=str(out),
        files=exported.written.changed + exported.written.same,
        changed=exported.written.changed,
        removed=exported.written.removed,
        marks=exported.marks,
    )
