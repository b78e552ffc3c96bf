"""`sopcurric pathway`."""

from typing import Annotated

import typer

from sopcurric.app.checking import check
from sopcurric.app.pathways import COLUMNS, PATHWAY, Asked, UnknownSubjectError, lines, pathway, shown
from sopcurric.cli import console
from sopcurric.cli.exit_codes import USAGE
from sopcurric.cli.session import CacheFlag, EditionFlag, JsonFlag, LangFlag, ProjectFlag, Session, session
from sopcurric.model.compilation import Compilation
from sopcurric.model.pathway import Pathway
from sopcurric.model.saying import words
from sopcurric.model.text import sentence

FromFlag = Annotated[str, typer.Option("--from", metavar="JOB", help="原岗位 / job that somebody holds")]
ToFlag = Annotated[str, typer.Option("--to", metavar="JOB", help="转入岗位 / job that they go to")]
LevelFlag = Annotated[str, typer.Option("--level", metavar="LEVEL", help="晋升到哪一等级 / level of the standard")]
ProgrammeFlag = Annotated[
    str, typer.Option("--programme", metavar="ID", help="按哪个方案；不写时按第一个 / which programme (else the first)")
]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="pathway", help=about)
    def command(  # noqa: PLR0913, PLR0917 - one parameter per flag
        start: FromFlag = "",
        goal: ToFlag = "",
        level: LevelFlag = "",
        programme: ProgrammeFlag = "",
        project: ProjectFlag = None,
        edition: EditionFlag = "",
        lang: LangFlag = "",
        as_json: JsonFlag = False,
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        if bool(goal) == bool(level) or (goal and not start):
            console.tell(here.language, "cli.pathway.usage")
            raise typer.Exit(USAGE)
        compilation = here.compiled(check(here.workspace, here.steps, printed=False))
        language = here.reading(compilation, edition)
        try:
            way = pathway(compilation, Asked(start, goal, level, programme))
        except UnknownSubjectError as unknown:
            leaving = here.unknown(unknown.name, unknown.known)
            console.tell(here.language, "cli.pathway.known", known=", ".join(unknown.known) or "—")
            raise leaving from None
        if as_json:
            console.data_json(PATHWAY.dump_python(shown(compilation, way, language), mode="json"))
            return
        console.table(COLUMNS, list(lines(compilation, way, language)))
        _told(here, compilation, way)


def _told(here: Session, compilation: Compilation, way: Pathway) -> None:
    """The sums, how reduced hours were reckoned, and when safety training is due again."""
    anybody = words(sentence("pathway.anybody"), here.language)
    console.tell(
        here.language,
        f"cli.pathway.{way.kind}",
        start=way.start or anybody,
        goal=way.goal,
        hours=way.hours,
        safety=way.at_once,
    )
    if way.of_state("partly"):
        console.tell(here.language, "pathway.formula")
    numbers = compilation.inputs.profile.numbers
    away, usual = numbers.get("safety-away-months"), numbers.get("safety-away-usual-months")
    if away and usual:
        console.tell(here.language, "pathway.safety.away", months=f"{away.value:g}", usual=f"{usual.value:g}")
    elif away:
        console.tell(here.language, "pathway.safety.away.only", months=f"{away.value:g}")
