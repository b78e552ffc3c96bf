"""`sopcurric schema`."""

from pathlib import Path
from typing import Annotated

import typer

from sopcurric.app.schemas import SCHEMAS, published, schema_text
from sopcurric.cli import console
from sopcurric.cli.exit_codes import USAGE
from sopcurric.cli.session import LangFlag
from sopcurric.io.output import write_text

NameArgument = Annotated[str, typer.Argument(metavar="[NAME]", help="结构名 / name of a schema")]
WriteFlag = Annotated[
    Path | None, typer.Option("--write", metavar="DIR", help="全部写入文件夹 / write all into a folder")
]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="schema", help=about)
    def command(name: NameArgument = "", write: WriteFlag = None, lang: LangFlag = "") -> None:
        language = console.interface_language(lang, "")
        if write is not None:
            for name_of_file, text in published().items():
                write_text(write / name_of_file, text)
                console.tell(language, "cli.wrote", path=str(write / name_of_file))
        elif not name:
            console.data("\n".join(SCHEMAS))
        elif name in SCHEMAS:
            console.data(schema_text(name, lang or "en"))
        else:
            console.tell(language, "cli.unknown.schema", name=name, known=", ".join(SCHEMAS))
            raise typer.Exit(USAGE)
