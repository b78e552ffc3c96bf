"""`sopcurric trace`."""

from typing import Annotated

import typer

from sopcurric.app.checking import check
from sopcurric.cli import console
from sopcurric.cli.session import CacheFlag, EditionFlag, JsonFlag, LangFlag, ProjectFlag, session
from sopcurric.cli.subjects import meant
from sopcurric.model.chain import Link, links, trace
from sopcurric.model.saying import words
from sopcurric.model.text import sentence

SubjectArgument = Annotated[
    str, typer.Argument(metavar="ADDRESS|ID", help="规程地址或编号，如 DIG/P1/S2 / address or id")
]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="trace", help=about)
    def command(
        subject: SubjectArgument,
        project: ProjectFlag = None,
        edition: EditionFlag = "",
        lang: LangFlag = "",
        as_json: JsonFlag = False,
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        checked = check(here.workspace, here.steps)
        compilation = here.compiled(checked)
        language = here.reading(compilation, edition)
        known = links(compilation)
        found = trace(known, meant(here, compilation, known, subject)) if subject else None
        if found is None:
            raise here.unknown(subject, known)
        if as_json:
            up, down = ([_json(link, language) for link in part] for part in (found.up, found.down))
            console.data_json({"format": 1, "subject": _json(found.subject, language), "up": up, "down": down})
            return
        console.data(_line(found.subject, language).strip())
        for code, part in (("trace.up", found.up), ("trace.down", found.down)):
            console.data(f"\n{words(sentence(code), language)}")
            nothing = words(sentence("trace.nothing"), language)
            console.data("\n".join(_line(link, language) for link in part) or f"  {nothing}")


def _json(link: Link, language: str) -> dict[str, str]:
    return {"kind": link.kind, "id": link.id, "label": link.label, "title": words(link.title, language)}


def _line(link: Link, language: str) -> str:
    kind = words(sentence(f"chain.{link.kind}"), language)
    return f"  {kind}  {link.id}  {link.label + '  ' if link.label else ''}{words(link.title, language)}"
