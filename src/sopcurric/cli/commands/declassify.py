"""`sopcurric declassify`."""

from pathlib import Path
from typing import Annotated

import typer

from sopcurric.app.exporting import Exported, NamesCrossError, export
from sopcurric.app.reporting import place
from sopcurric.cli import console
from sopcurric.cli.exit_codes import CLEAN, FINDINGS, USAGE
from sopcurric.cli.previewing import ForceFlag, PreviewFlag, show
from sopcurric.cli.session import CacheFlag, JsonFlag, LangFlag, ProjectFlag, Session, session
from sopcurric.cli.signing import (
    AuditFlag,
    ByFlag,
    DocumentFlag,
    ExpiresFlag,
    NewKeyFlag,
    Papers,
    ScopeFlag,
    SignFlag,
)
from sopcurric.diagnostics.formats import FORMATS
from sopcurric.diagnostics.report import safe
from sopcurric.io.teachable_folder import EditedError

OutFlag = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        help="可教学仓库的文件夹；不写时列出全部标密内容 / folder of the teachable repository; without it, all marks",
    ),
]


ClearanceFlag = Annotated[
    str,
    typer.Option(
        "--clearance",
        metavar="public|internal",
        help="可教学仓库的密级上限；不写时取教学版本中最高的 / highest level that crosses (that of the editions)",
    ),
]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="declassify", help=about)
    def command(  # noqa: PLR0913, PLR0917 - one parameter per flag
        out: OutFlag = None,
        clearance: ClearanceFlag = "",
        preview: PreviewFlag = None,
        force: ForceFlag = False,
        as_json: JsonFlag = False,
        new_key: NewKeyFlag = False,
        sign: SignFlag = "",
        by: ByFlag = "",
        scope: ScopeFlag = "",
        expires: ExpiresFlag = "",
        document: DocumentFlag = None,
        audit: AuditFlag = None,
        project: ProjectFlag = None,
        lang: LangFlag = "",
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        papers = Papers(new_key, sign, by, scope, expires, tuple(document or ()), audit)
        if papers.asked:
            raise typer.Exit(papers.done(here, alone=not (out or clearance or preview or as_json)))
        if out is None:
            show(here, preview, force=force, as_json=as_json)
            return
        if preview is not None or as_json:
            console.tell(here.language, "cli.declassify.one")
            raise typer.Exit(USAGE)
        if out.resolve().is_relative_to(here.folder.resolve()):
            console.tell(here.language, "cli.declassify.inside", folder=str(out))
            raise typer.Exit(USAGE)
        try:
            exported = export(here.workspace, here.steps, out, _known(clearance, here))
        except EditedError as error:
            console.tell(
                here.language, "cli.declassify.edited", files=", ".join(map(safe, error.paths)), folder=str(out)
            )
            raise typer.Exit(FINDINGS) from None
        except NamesCrossError as error:
            console.tell(here.language, "cli.declassify.names", file=safe(str(error)))
            raise typer.Exit(USAGE) from None
        _tell(here, exported, out)
        raise typer.Exit(CLEAN if exported.written else FINDINGS)


def _known(clearance: str, here: Session) -> str:
    """The clearance asked for; only public and internal content crosses."""
    if clearance not in {"", "public", "internal"}:
        console.tell(here.language, "cli.declassify.clearance", clearance=safe(clearance))
        raise typer.Exit(USAGE)
    return clearance


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
