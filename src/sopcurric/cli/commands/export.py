"""`sopcurric export`."""

from pathlib import Path
from typing import Annotated

import typer

from sopcurric.app.checking import check
from sopcurric.app.registry import exporters
from sopcurric.app.reporting import place
from sopcurric.app.target_export import NoSuchNodeError, hand_out
from sopcurric.cli import console
from sopcurric.cli.exit_codes import FINDINGS, USAGE
from sopcurric.cli.previewing import ForceFlag
from sopcurric.cli.session import CacheFlag, EditionFlag, LangFlag, ProjectFlag, Session, session
from sopcurric.diagnostics.formats import FORMATS
from sopcurric.diagnostics.report import safe
from sopcurric.io.form_file import write_form
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import Edition

TargetArgument = Annotated[str, typer.Argument(metavar="graph", help="导出什么 / what to export")]
TopArgument = Annotated[
    str, typer.Argument(metavar="[ID]", help="只导出它以下的部分（岗位、职责、任务或流程）/ only what is below this")
]
FormFlag = Annotated[
    str, typer.Option("--format", metavar="graphml|json|mermaid|csv|svg", help="格式 / format of the file")
]
FileFlag = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="写入的文件；不写时输出到标准输出 / file (else stdout)")
]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="export", help=about)
    def command(  # noqa: PLR0913, PLR0917 - one parameter per flag
        target: TargetArgument,
        top: TopArgument = "",
        form: FormFlag = "json",
        out: FileFlag = None,
        force: ForceFlag = False,
        project: ProjectFlag = None,
        edition: EditionFlag = "",
        lang: LangFlag = "",
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        _known(here, target, form)
        if out is not None and out.exists() and not force:
            console.tell(here.language, "todo.standing.foreign", path=safe(str(out)))
            raise typer.Exit(USAGE)
        checked = check(here.workspace, here.steps, printed=False)
        compilation = here.compiled(checked)
        chosen = _edition(here, compilation, edition)
        try:
            handed = hand_out(checked, compilation, here.workspace, (target, form), top, chosen)
        except NoSuchNodeError:
            raise here.unknown(top, compilation.graph.by_id) from None
        if handed.content is None:
            placed = place(handed.findings, checked.loaded.provenance, here.workspace, here.language)
            console.report(FORMATS["text"](placed, here.language))
            raise typer.Exit(FINDINGS)
        if out is None:
            console.data(handed.content.decode())
            return
        write_form(out, handed.content)
        console.tell(here.language, "cli.wrote", path=safe(str(out)))


def _known(here: Session, target: str, form: str) -> None:
    """Leave with status 2 where there is no such target or format."""
    known = exporters()
    if target not in known:
        console.tell(here.language, "cli.export.unknown", what=safe(target), known=", ".join(known))
        raise typer.Exit(USAGE)
    if form not in known[target]:
        console.tell(here.language, "cli.export.form", form=safe(form), known=", ".join(known[target]))
        raise typer.Exit(USAGE)


def _edition(here: Session, compilation: Compilation, name: str) -> Edition:
    """The edition that was named, else the first one for teaching; leaves with status 2 where it is no such one."""
    editions = [one for one in compilation.inputs.settings.editions if one.for_teaching]
    found = next((one for one in editions if name in {"", one.id}), None)
    if found is None:
        console.tell(
            here.language, "cli.unknown.edition", edition=safe(name), known=", ".join(one.id for one in editions)
        )
        raise typer.Exit(USAGE)
    return found
