"""`sopcurric explain`."""

import re
from typing import Annotated

import typer

from sopcurric.app.answering import missing
from sopcurric.app.checking import Checked, check
from sopcurric.app.drafting import Desk
from sopcurric.app.explaining import Explanation, explain_rule, explain_thing
from sopcurric.app.registry import rules
from sopcurric.cli import console
from sopcurric.cli.asked import explained
from sopcurric.cli.exit_codes import USAGE
from sopcurric.cli.session import CacheFlag, EditionFlag, JsonFlag, LangFlag, ProjectFlag, Session, session, spoken
from sopcurric.cli.subjects import meant
from sopcurric.model.chain import links
from sopcurric.model.compilation import Compilation
from sopcurric.model.saying import words

SubjectArgument = Annotated[
    str,
    typer.Argument(
        metavar="CODE|ID",
        help="检查项编号（如 SOP010），或任何内容、决定、待答问题的编号 / code of a finding, or any id",
    ),
]

_QUESTION = re.compile(r"q-[0-9a-z]+")


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
            found = _thing(here, checked, compilation, subject, here.reading(compilation, edition))
        _print(found, as_json=as_json)


def _thing(here: Session, checked: Checked, compilation: Compilation, subject: str, language: str) -> Explanation:
    """What is to be said of a question or a derived thing; leaves with status 2 where there is no such thing."""
    if _QUESTION.fullmatch(subject):
        return _question(here, Desk(here.workspace, here.steps, checked, compilation), subject, language)
    known = links(compilation)
    found = explain_thing(checked, meant(here, compilation, known, subject), language) if subject else None
    if found is None:
        raise here.unknown(subject, (*rules(), *known))
    return found


def _question(here: Session, desk: Desk, question: str, language: str) -> Explanation:
    """All of a question; leaves with status 2, saying who answered it, where it waits no more."""
    if question not in desk.open:
        console.report(words(missing(desk, question), here.language))
        raise typer.Exit(USAGE)
    return explained(desk.open[question], language)


def _print(found: Explanation, *, as_json: bool) -> None:
    if as_json:
        console.data_json({"format": 1, "title": found.title, "lines": list(found.lines)})
    else:
        console.data("\n".join((found.title, "", *found.lines)))
