"""`sopcurric fix`."""

import sys
from dataclasses import replace
from typing import Annotated

import typer

from sopcurric.app.correcting import Proposed, proposed
from sopcurric.app.fixing import Correction, apply, difference
from sopcurric.cli import console
from sopcurric.cli.exit_codes import FINDINGS
from sopcurric.cli.session import CacheFlag, LangFlag, ProjectFlag, Session, session
from sopcurric.diagnostics.report import safe

YesFlag = Annotated[bool, typer.Option("--yes", "-y", help="不再询问，直接写入 / write without asking")]
FilesArgument = Annotated[list[str] | None, typer.Argument(help="只更正这些文件 / correct these files only")]

_YES = {"y", "yes", "是"}


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="fix", help=about)
    def command(
        files: FilesArgument = None,
        project: ProjectFlag = None,
        yes: YesFlag = False,
        lang: LangFlag = "",
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        found = proposed(here.workspace, here.steps)
        wanted = _wanted(here, found, files or [])
        for one in found.left:
            console.tell(here.language, f"cli.fix.left.{one.reason}", subject=safe(one.subject))
        if not wanted:
            console.tell(here.language, "cli.fix.nothing")
            return
        for correction in wanted:
            console.data(difference(correction))
        if not yes and not _agreed(here.language, len(wanted)):
            raise typer.Exit(FINDINGS)
        apply(here.folder, wanted)
        for correction in wanted:
            console.tell(here.language, "cli.wrote", path=safe(correction.path))


def _wanted(here: Session, found: Proposed, files: list[str]) -> tuple[Correction, ...]:
    """The corrections of these files, or all of them."""
    if not files:
        return found.corrections
    loaded = found.loaded
    readable = replace(loaded, documents=(*loaded.documents, *(one.path for one in found.corrections)))
    chosen = here.documents(files, readable)
    return tuple(one for one in found.corrections if one.path in chosen)


def _agreed(language: str, files: int) -> bool:
    """Ask, where somebody sees the question and can answer; else say how to go on."""
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        console.tell(language, "cli.fix.apply")
        return False
    console.tell(language, "cli.fix.ask", files=files)
    if sys.stdin.readline().strip().lower() in _YES:
        return True
    console.tell(language, "cli.fix.refused")
    return False
