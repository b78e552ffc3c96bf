"""`sopcurric plan`."""

from dataclasses import asdict
from time import perf_counter
from typing import Annotated

import typer

from sopcurric.app.checking import Checked, check
from sopcurric.app.fixing import difference
from sopcurric.app.planning import COMMAND, Proposal, SolverMissingError, hindrances, plannable, proposals, write_plan
from sopcurric.app.reporting import place
from sopcurric.cli import console
from sopcurric.cli.exit_codes import FINDINGS, USAGE
from sopcurric.cli.session import CacheFlag, JsonFlag, LangFlag, ProjectFlag, Session, session
from sopcurric.diagnostics.finding import Finding
from sopcurric.diagnostics.formats import FORMATS
from sopcurric.diagnostics.report import safe

ProgrammesArgument = Annotated[
    list[str] | None, typer.Argument(metavar="[PROGRAMME]...", help="只排这些方案，写方案的 id / these programmes only")
]
DryFlag = Annotated[bool, typer.Option("--dry-run", help="只显示改动，不写入 / show what would change, write nothing")]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="plan", help=about)
    def command(
        programmes: ProgrammesArgument = None,
        project: ProjectFlag = None,
        dry_run: DryFlag = False,
        as_json: JsonFlag = False,
        lang: LangFlag = "",
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        checked = check(here.workspace, here.steps, printed=False)
        known = plannable(here.compiled(checked))
        wanted = programmes or []
        for name in wanted:
            if name not in known:
                raise here.unknown(name, known)
        _stop_at(here, checked, hindrances(checked))
        if not known:
            console.tell(here.language, "cli.plan.nothing")
            return
        found = _found(here, checked, wanted)
        for one in found:
            _show(here, checked, one, quiet=as_json, dry_run=dry_run)
        if as_json:
            console.data_json([_record(one, written=one.changed and not dry_run) for one in found])
        if any(one.planned.schedule is None for one in found):
            raise typer.Exit(FINDINGS)


def _found(here: Session, checked: Checked, wanted: list[str]) -> list[Proposal]:
    """The plans; leaves with status 2 where there is no solver."""
    started = perf_counter()
    try:
        found = list(proposals(checked, here.workspace, wanted))
    except SolverMissingError:
        console.tell(here.language, "cli.plan.missing", command=COMMAND)
        raise typer.Exit(USAGE) from None
    console.tell(here.language, "cli.plan.took", seconds=f"{perf_counter() - started:.1f}")
    return found


def _stop_at(here: Session, checked: Checked, findings: tuple[Finding, ...]) -> None:
    """Leave with status 1 where something must be mended first."""
    if findings:
        _report(here, checked, findings)
        console.tell(here.language, "cli.plan.stopped")
        raise typer.Exit(FINDINGS)


def _report(here: Session, checked: Checked, findings: tuple[Finding, ...]) -> None:
    placed = place(findings, checked.loaded.provenance, here.workspace, here.language)
    console.report(FORMATS["text"](placed, here.language))


def _show(here: Session, checked: Checked, one: Proposal, *, quiet: bool, dry_run: bool) -> None:
    """Say what came of a programme; write its plan unless it is a dry run."""
    planned, path = one.planned, safe(one.file.path)
    if planned.schedule is None:
        _report(here, checked, one.findings)
        given_up = not one.findings or any(not clash.proved for clash in planned.clashes)
        console.tell(here.language, "cli.plan.given_up" if given_up else "cli.plan.clash", path=path)
        return
    moves = planned.moves
    console.tell(
        here.language,
        "cli.plan.moves",
        programme=planned.demand.programme,
        lines=moves.lines,
        pairings=moves.pairings,
        new=moves.new,
        gone=moves.gone,
    )
    console.tell(here.language, "cli.plan.objective", weeks=planned.weeks, early=planned.early)
    if not planned.proved:
        console.tell(here.language, "cli.plan.unproved")
    if not one.changed:
        console.tell(here.language, "cli.plan.unchanged", path=path)
    elif dry_run:
        if not quiet:
            console.data(difference(one.file))
        console.tell(here.language, "cli.plan.dry", path=path)
    else:
        write_plan(here.workspace, one)
        console.tell(here.language, "cli.wrote", path=path)


def _record(one: Proposal, *, written: bool) -> dict[str, object]:
    planned = one.planned
    return {
        "programme": planned.demand.programme,
        "path": one.file.path,
        "found": planned.schedule is not None,
        "written": written,
        "moves": asdict(planned.moves),
        "weeks": planned.weeks,
        "early": planned.early,
        "proved": planned.proved,
        "effort": planned.effort,
        "clashes": [
            {
                "needs": [asdict(need) for need in clash.needs],
                "ways": [[asdict(given) for given in way] for way in clash.ways],
                "proved": clash.proved,
            }
            for clash in planned.clashes
        ],
        "plan": planned.schedule.model_dump(mode="json", exclude_defaults=True) if planned.schedule else None,
    }
