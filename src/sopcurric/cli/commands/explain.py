"""`sopcurric explain`."""

from typing import Annotated

import typer

from sopcurric.app.checking import check
from sopcurric.app.explaining import Explanation, explain_rule, explain_thing
from sopcurric.app.registry import rules
from sopcurric.cli import console
from sopcurric.cli.session import CacheFlag, EditionFlag, JsonFlag, LangFlag, ProjectFlag, session, spoken
from sopcurric.model.chain import links

SubjectArgument = Annotated[
    str, typer.Argument(metavar="CODE|ID", help="问题编号或任何编号 / code of a finding, or any id")
]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="explain", help=about)
    def command(
        subject: SubjectArgument,
        project: ProjectFlag = None,
        edition: EditionFlag = "",
        lang: LangFlag = "",
        as_json: JsonFlag = False,
        cache_dir: CacheFlag = None,
    ) -> None:
        found = explain_rule(subject, spoken(project, lang))
        if found is None:
            here = session(project, lang, cache_dir)
            checked = check(here.workspace, here.steps)
            compilation = here.compiled(checked)
            found = explain_thing(checked, subject, here.reading(compilation, edition)) if subject else None
            if found is None:
                raise here.unknown(subject, (*rules(), *links(compilation)))
        _print(found, as_json=as_json)


def _print(found: Explanation, *, as_json: bool) -> None:
    if as_json:
        console.data_json({"format": 1, "title": found.title, "lines": list(found.lines)})
    else:
        console.data("\n".join((found.title, "", *found.lines)))
