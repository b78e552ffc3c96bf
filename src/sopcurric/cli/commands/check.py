"""`sopcurric check`."""

from typing import Annotated

import typer

from sopcurric.app.checking import check, chosen
from sopcurric.app.correcting import fixable
from sopcurric.app.registry import rules
from sopcurric.app.reporting import place
from sopcurric.cli import console
from sopcurric.cli.exit_codes import CLEAN, FINDINGS, USAGE
from sopcurric.cli.session import CacheFlag, JsonFlag, LangFlag, LockedFlag, ProjectFlag, Session, session
from sopcurric.diagnostics.formats import FORMATS

FormatFlag = Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="报告格式 / form of the report")]
SelectFlag = Annotated[list[str] | None, typer.Option("--select", help="只看这些编号 / only these codes")]
IgnoreFlag = Annotated[list[str] | None, typer.Option("--ignore", help="不看这些编号 / all but these codes")]
FilesArgument = Annotated[list[str] | None, typer.Argument(help="只看这些文件的问题 / findings of these files only")]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="check", help=about)
    def command(  # noqa: PLR0913, PLR0917 - one parameter per flag
        files: FilesArgument = None,
        project: ProjectFlag = None,
        form: FormatFlag = "text",
        select: SelectFlag = None,
        ignore: IgnoreFlag = None,
        locked: LockedFlag = False,
        lang: LangFlag = "",
        as_json: JsonFlag = False,
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        form = "json" if as_json else form
        if form not in FORMATS:
            console.tell(here.language, "cli.unknown.format", format=form, known=", ".join(FORMATS))
            raise typer.Exit(USAGE)
        _known_codes(here, [*(select or ()), *(ignore or ())])
        checked = check(here.workspace, here.steps, locked=locked)
        found = chosen(checked.findings, tuple(select or ()), tuple(ignore or ()))
        placed = place(found, checked.loaded.provenance, here.workspace, here.language)
        if files:
            wanted = here.documents(files, checked.loaded)
            placed = tuple(one for one in placed if one.document in wanted)
        if form == "text":
            console.report(FORMATS[form](placed, here.language))
            count = fixable(one.finding for one in placed)
            if count:
                console.tell(here.language, "cli.check.fixable", count=count)
        else:
            console.data(FORMATS[form](placed, here.language))
        raise typer.Exit(FINDINGS if any(one.finding.gravity == 0 for one in placed) else CLEAN)


def _known_codes(here: Session, prefixes: list[str]) -> None:
    strange = [one for one in prefixes if not one or not any(code.startswith(one) for code in rules())]
    if strange:
        known = ", ".join(sorted({code[:3] for code in rules()}))
        console.tell(here.language, "cli.unknown.codes", codes=", ".join(f"`{one}`" for one in strange), known=known)
        raise typer.Exit(USAGE)
