"""`sopcurric show`."""

from typing import Annotated

import typer

from sopcurric.app.checking import check
from sopcurric.app.showing import VIEWS, show
from sopcurric.cli import console
from sopcurric.cli.exit_codes import USAGE
from sopcurric.cli.session import CacheFlag, EditionFlag, JsonFlag, LangFlag, ProjectFlag, session
from sopcurric.model.saying import words
from sopcurric.model.text import sentence

WhatArgument = Annotated[str, typer.Argument(metavar="|".join(VIEWS), help="要看什么 / what to show")]
OnlyArgument = Annotated[str, typer.Argument(metavar="[ID]", help="只看这一个 / only this one")]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="show", help=about)
    def command(  # noqa: PLR0913, PLR0917 - one parameter per flag
        what: WhatArgument,
        only: OnlyArgument = "",
        project: ProjectFlag = None,
        edition: EditionFlag = "",
        lang: LangFlag = "",
        as_json: JsonFlag = False,
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        if what not in VIEWS:
            console.tell(here.language, "cli.unknown.view", what=what, known=", ".join(VIEWS))
            raise typer.Exit(USAGE)
        checked = check(here.workspace, here.steps)
        language = here.reading(here.compiled(checked), edition)
        records = show(checked, what, only, language)
        if only and not records:
            raise here.unknown(only, (str(getattr(one, "id", "")) for one in show(checked, what, "", language)))
        view = VIEWS[what]
        if as_json:
            console.data_json(view.adapter.dump_python(records, mode="json"))
        else:
            rows = [[_cell(one, name, here.language) for name in view.columns] for one in records]
            console.table(view.columns, rows)


def _cell(record: object, name: str, language: str) -> str:
    """A value; the origin says which parts were decided."""
    value = getattr(record, name)
    if name == "origin" and value in {"computed", "decided"}:
        parts = ", ".join(words(sentence(f"part.{part}"), language) for part in getattr(record, "decided", ()))
        return words(sentence(f"origin.{value}", parts=parts), language) if parts else value
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
