"""`sopcurric check`."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated

import typer

from sopcurric.app.baselines import ForeignBaselineError, write_baseline
from sopcurric.app.checking import Checked, asks_for_printed, check, chosen
from sopcurric.app.correcting import fixable
from sopcurric.app.counting import corrected
from sopcurric.app.judging import place_left_out
from sopcurric.app.registry import rules
from sopcurric.app.reporting import place
from sopcurric.cli import console
from sopcurric.cli.exit_codes import CLEAN, FINDINGS, USAGE
from sopcurric.cli.session import CacheFlag, JsonFlag, LangFlag, LockedFlag, ProjectFlag, Session, session
from sopcurric.diagnostics.formats import FORMATS, SUPPRESSING
from sopcurric.diagnostics.report import Placed, safe
from sopcurric.diagnostics.statistics import counted, table

FormatFlag = Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="报告格式 / form of the report")]
SelectFlag = Annotated[list[str] | None, typer.Option("--select", help="只看这些编号 / only these codes")]
IgnoreFlag = Annotated[list[str] | None, typer.Option("--ignore", help="不看这些编号 / all but these codes")]
StatisticsFlag = Annotated[bool, typer.Option("--statistics", help="各编号的个数 / how many of each code")]
WriteBaselineFlag = Annotated[
    bool,
    typer.Option(
        "--write-baseline",
        help="写入已有问题清单，以后只报告新问题 / write the baseline; later, only new findings show",
    ),
]
NoBaselineFlag = Annotated[
    bool, typer.Option("--no-baseline", help="也列出已有问题清单中的问题 / also findings that the baseline holds")
]
FilesArgument = Annotated[list[str] | None, typer.Argument(help="只看这些文件的问题 / findings of these files only")]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="check", help=about)
    def command(  # noqa: PLR0913, PLR0917 - one parameter per flag
        files: FilesArgument = None,
        project: ProjectFlag = None,
        form: FormatFlag = "text",
        select: SelectFlag = None,
        ignore: IgnoreFlag = None,
        locked: LockedFlag = False,
        lang: LangFlag = "",
        statistics: StatisticsFlag = False,
        write: WriteBaselineFlag = False,
        no_baseline: NoBaselineFlag = False,
        as_json: JsonFlag = False,
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        form = "json" if as_json else form
        if form not in FORMATS:
            console.tell(here.language, "cli.unknown.format", format=form, known=", ".join(FORMATS))
            raise typer.Exit(USAGE)
        wanted = _Wanted(tuple(select or ()), tuple(ignore or ()), tuple(files or ()))
        _known_codes(here, [*wanted.select, *wanted.ignore])
        ask = partial(check, here.workspace, here.steps, locked=locked, printed=asks_for_printed(wanted.select))
        checked = ask(baseline=not no_baseline)
        if write:
            _write_baseline(here, checked, whole=not no_baseline and wanted == _Wanted())
            checked = ask()
        placed = _placed(here, checked, wanted)
        _show(here, checked, placed, form, statistics=statistics, wanted=wanted)
        here.tell_known(checked)
        raise typer.Exit(FINDINGS if any(one.finding.gravity == 0 for one in placed) else CLEAN)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which findings are to be shown; all of them where nothing is said."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def _placed(here: Session, checked: Checked, wanted: _Wanted) -> tuple[Placed, ...]:
    found = chosen(checked.reported, wanted.select, wanted.ignore)
    return _of_files(here, checked, wanted, place(found, checked.loaded.provenance, here.workspace, here.language))


def _suppressed(here: Session, checked: Checked, wanted: _Wanted) -> tuple[Placed, ...]:
    """What is not reported, for forms that can say so."""
    kept = {*chosen((one.finding for one in checked.judged.left_out), wanted.select, wanted.ignore)}
    left_out = [one for one in checked.judged.left_out if one.finding in kept]
    placed = place_left_out(left_out, checked.loaded.provenance, here.workspace, here.language)
    return _of_files(here, checked, wanted, placed)


def _of_files(here: Session, checked: Checked, wanted: _Wanted, placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    if not wanted.files:
        return placed
    documents = here.documents(wanted.files, checked.loaded)
    return tuple(one for one in placed if one.document in documents)


def _show(
    here: Session, checked: Checked, placed: tuple[Placed, ...], form: str, *, statistics: bool, wanted: _Wanted
) -> None:
    """Findings for programs go to stdout; for people, the list or the statistics go to stderr."""
    if form != "text":
        known = _suppressed(here, checked, wanted) if form in SUPPRESSING else ()
        console.data(FORMATS[form]((*placed, *known), here.language))
    elif not statistics:
        console.report(FORMATS[form](placed, here.language))
        count = fixable(one.finding for one in placed)
        if count:
            console.tell(here.language, "cli.check.fixable", count=count)
    if statistics:
        console.report(table(counted(placed, corrected(here.workspace, here.steps)), here.language))


def _write_baseline(here: Session, checked: Checked, *, whole: bool) -> None:
    """Write the baseline and say so; leaves with status 2 where a part is asked for or the file is another one."""
    if not whole:
        console.tell(here.language, "cli.baseline.whole")
        raise typer.Exit(USAGE)
    try:
        written = write_baseline(here.workspace, checked)
    except ForeignBaselineError as error:
        placed = _placed(here, checked, _Wanted())
        console.report(FORMATS["text"](placed, here.language))
        console.tell(here.language, "cli.baseline.foreign", path=safe(str(error)))
        raise typer.Exit(USAGE) from None
    code = "cli.baseline.written" if written.changed else "cli.baseline.unchanged"
    console.tell(here.language, code, number=written.findings, path=safe(written.path))


def _known_codes(here: Session, prefixes: list[str]) -> None:
    strange = [one for one in prefixes if not one or not any(code.startswith(one) for code in rules())]
    if strange:
        known = ", ".join(sorted({code[:3] for code in rules()}))
        console.tell(here.language, "cli.unknown.codes", codes=", ".join(f"`{one}`" for one in strange), known=known)
        raise typer.Exit(USAGE)
