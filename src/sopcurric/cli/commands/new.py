"""`sopcurric new`."""

from pathlib import Path
from typing import Annotated

import typer

from sopcurric.app.scaffold import NotEmptyError, examples, scaffold, update_editor
from sopcurric.cli import console
from sopcurric.cli.exit_codes import USAGE
from sopcurric.cli.session import LangFlag
from sopcurric.io.workspace import PROJECT_FILE, project_language

FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="新文件夹 / the new folder")]
ExampleFlag = Annotated[str, typer.Option("--example", metavar="NAME", help="从哪个示例开始 / example to start from")]

UpdateFlag = Annotated[
    bool,
    typer.Option(
        "--update-editor",
        help="只更新已有仓库的编辑器文件，改过的设置不动 / only renew what editors need in a repository",
    ),
]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="new", help=about)
    def command(
        folder: FolderArgument, example: ExampleFlag = "", update: UpdateFlag = False, lang: LangFlag = ""
    ) -> None:
        if update:
            _update(folder, lang)
            return
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


def _update(folder: Path, lang: str) -> None:
    if not (folder / PROJECT_FILE).is_file():
        console.tell(console.interface_language(lang, ""), "cli.noproject.here", folder=str(folder))
        raise typer.Exit(USAGE)
    language = console.interface_language(lang, project_language(folder))
    try:
        for one in update_editor(folder):
            console.tell(language, f"cli.editor.{one.state}", path=one.path)
    except OSError as error:
        console.tell(
            language, "cli.cannot.write", path=str(error.filename or folder), reason=error.strerror or str(error)
        )
        raise typer.Exit(USAGE) from None
