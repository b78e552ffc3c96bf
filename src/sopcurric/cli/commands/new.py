"""`sopcurric new`."""

from pathlib import Path
from typing import Annotated

import typer

from sopcurric.app.scaffold import NotEmptyError, examples, scaffold
from sopcurric.cli import console
from sopcurric.cli.exit_codes import USAGE
from sopcurric.cli.session import LangFlag

FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="新文件夹 / the new folder")]
ExampleFlag = Annotated[str, typer.Option("--example", metavar="NAME", help="从哪个示例开始 / example to start from")]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="new", help=about)
    def command(folder: FolderArgument, example: ExampleFlag = "", lang: LangFlag = "") -> None:
        language = console.interface_language(lang, "")
        name = example or ("minimal" if language == "zh" else "minimal-en")
        if name not in examples():
            console.tell(language, "cli.unknown.example", name=name, known=", ".join(examples()))
            raise typer.Exit(USAGE)
        try:
            written = scaffold(folder, name)
        except NotEmptyError:
            console.tell(language, "cli.exists", folder=str(folder))
            raise typer.Exit(USAGE) from None
        console.tell(language, "cli.created", folder=str(folder), files=written)
