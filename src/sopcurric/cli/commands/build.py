"""`sopcurric build`."""

import time
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter

from sopcurric.app.building import Built, BuiltEdition, Request, build
from sopcurric.app.registry import renderers
from sopcurric.app.reporting import place
from sopcurric.cli import console
from sopcurric.cli.exit_codes import CLEAN, FINDINGS, USAGE
from sopcurric.cli.session import CacheFlag, JsonFlag, LangFlag, LockedFlag, ProjectFlag, Session, session
from sopcurric.diagnostics.formats import FORMATS
from sopcurric.diagnostics.report import Placed

EditionFlag = Annotated[list[str] | None, typer.Option("--edition", help="只生成这些版本 / only these editions")]
FormatFlag = Annotated[list[str] | None, typer.Option("--format", help="只生成这些格式 / only these formats")]
OutFlag = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="输出文件夹 / where to (default: build)")]
JobsFlag = Annotated[int, typer.Option("--jobs", min=1, max=256, help="并行数 / workers")]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="build", help=about)
    def command(  # noqa: PLR0913, PLR0917 - one parameter per flag
        project: ProjectFlag = None,
        edition: EditionFlag = None,
        form: FormatFlag = None,
        out: OutFlag = None,
        jobs: JobsFlag = 2,
        locked: LockedFlag = False,
        lang: LangFlag = "",
        as_json: JsonFlag = False,
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        _known_formats(here, form or [])
        begun = time.perf_counter()
        request = Request(out or here.folder / "build", tuple(edition or ()), tuple(form or ()), jobs, locked)
        with console.progress(here.language) as progress:
            built = build(here.workspace, here.steps, request, progress)
        _known_editions(here, built, edition or [])
        placed = place(built.findings, built.checked.loaded.provenance, here.workspace, here.language)
        _tell(here, built, placed, time.perf_counter() - begun)
        if as_json:
            console.data_json(TypeAdapter(tuple[BuiltEdition, ...]).dump_python(built.editions, mode="json"))
        errors = any(one.finding.gravity == 0 for one in placed)
        raise typer.Exit(FINDINGS if errors or not built.editions else CLEAN)


def _known_formats(here: Session, wanted: list[str]) -> None:
    for name in wanted:
        if name not in renderers():
            console.tell(here.language, "cli.unknown.format", format=name, known=", ".join(renderers()))
            raise typer.Exit(USAGE)


def _known_editions(here: Session, built: Built, wanted: list[str]) -> None:
    inputs = built.checked.loaded.inputs
    known = [one.id for one in inputs.settings.editions] if inputs else []
    for name in wanted:
        if inputs and name not in known:
            console.tell(here.language, "cli.unknown.edition", edition=name, known=", ".join(known))
            raise typer.Exit(USAGE)


def _tell(here: Session, built: Built, placed: tuple[Placed, ...], seconds: float) -> None:
    if placed:
        console.report(FORMATS["text"](placed, here.language))
    here.tell_known(built.checked)
    for one in built.editions:
        code = "cli.built" if one.changed else "cli.unchanged"
        console.tell(
            here.language,
            code,
            edition=one.id,
            binders=one.binders,
            leaves=one.leaves,
            files=one.files,
            folder=one.folder,
        )
        index = Path(one.folder) / "html" / "index.html"
        if index.is_file():
            console.tell(here.language, "cli.look", path=str(index))
    if built.lock == "written":
        console.tell(here.language, "cli.lock.written")
    elif built.lock == "partial":
        console.tell(here.language, "cli.lock.partial")
    elif built.lock == "kept" and built.editions:
        console.tell(here.language, "cli.lock.kept.lowered" if _lowered(built) else "cli.lock.kept")
    here.tell_left_out(built.checked, placed)
    if built.checked.shut:
        console.tell(here.language, "cli.shut")
    inputs = built.checked.loaded.inputs
    if inputs and not inputs.sops:
        console.tell(here.language, "cli.nothing")
    console.tell(here.language, "cli.steps", seconds=f"{seconds:.1f}", known=built.known, made=built.made)


def _lowered(built: Built) -> bool:
    """Whether nothing that is reported is an error, but something that was found is."""
    shown, found = built.findings, built.checked.findings
    return any(one.gravity == 0 for one in found) and not any(one.gravity == 0 for one in shown)
