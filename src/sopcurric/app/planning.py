"""Use case: the plan of a cohort, searched for and written beside its programme, or which requirements clash."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sopcurric.app.checking import Checked
from sopcurric.app.fixing import Correction, text_at
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.io.plan_file import plan_text
from sopcurric.io.workspace import Workspace
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.schedule import is_schedule
from sopcurric.model.planning import PlanDemand
from sopcurric.model.saying import words
from sopcurric.model.standing_plan import spanned
from sopcurric.solving import cp_sat
from sopcurric.solving.plan_search import Planned, plan
from sopcurric.solving.problem import Clash, Need, Relaxed

COMMAND = cp_sat.COMMAND
SolverMissingError = cp_sat.SolverMissingError
_FOLDER = "programmes/"
_BLOCKING = ("SOP", "PLN111", "PLN150")
"""Findings about a programme that keep it from being planned: what it says cannot be read, or names nothing."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What came of planning a programme: the plan, its file before and after, and findings where there is none."""

    planned: Planned
    file: Correction
    findings: tuple[Finding, ...]

    @property
    def changed(self) -> bool:
        """Whether the file says something else than before."""
        return self.planned.schedule is not None and self.file.after != self.file.before


def hindrances(checked: Checked) -> tuple[Finding, ...]:
    """Faults of files of programmes and plans that must be mended before anything is planned."""
    places = checked.loaded.provenance
    found = []
    for one in checked.findings:
        place = one.place or places.get(one.subject or "")
        document = place.document if place else ""
        codes = ("SOP",) if is_schedule(document) else _BLOCKING
        if one.severity is Severity.ERROR and document.startswith(_FOLDER) and one.code.startswith(codes):
            found.append(one)
    return tuple(found)


def plannable(compilation: Compilation) -> tuple[str, ...]:
    """The programmes that have groups of learners."""
    return tuple(one.programme for one in compilation.demands)


def proposals(checked: Checked, workspace: Workspace, wanted: Sequence[str]) -> Iterator[Proposal]:
    """Plan each of these programmes (all where none is named).

    Raises:
        SolverMissingError: OR-Tools is not installed.
    """
    cp_sat.ready()
    compilation = checked.compilation
    for demand in compilation.demands if compilation else ():
        if compilation and (not wanted or demand.programme in wanted):
            standing = compilation.schedules.get(demand.programme)
            planned = plan(demand, standing)
            path = _path(checked, demand)
            before = text_at(workspace, path)
            after = plan_text(planned.schedule, before) if planned.schedule else before or ""
            clashes = tuple(_told(planned, checked))
            yield Proposal(planned, Correction(path, before or "", after), clashes)


def write_plan(workspace: Workspace, one: Proposal) -> None:
    """Put the file of a plan in place, at once.

    Raises:
        OSError: it cannot be written.
    """
    workspace.write(one.file.path, one.file.after)


def _path(checked: Checked, demand: PlanDemand) -> str:
    """Where the plan stands, or beside the programme."""
    places = checked.loaded.provenance
    standing = places.get(f"@schedule/{demand.programme}")
    if standing is not None:
        return standing.document
    return f"{places[f'@programme/{demand.programme}'].document.rpartition('.')[0]}.plan.yaml"


def _told(planned: Planned, checked: Checked) -> Iterator[Finding]:
    """Requirements that clash, then what would have to give way."""
    proved = [one for one in planned.clashes if one.needs or one.ways]
    for number, clash in enumerate(proved, start=1):
        yield from (_clashing(need, clash, number, checked) for need in clash.needs)
        for way, given in enumerate(clash.ways, start=1):
            yield from (_giving(one, (number, way), given, planned.demand, checked) for one in given)


def _clashing(need: Need, clash: Clash, number: int, checked: Checked) -> Finding:
    places = checked.loaded.provenance
    related = dict.fromkeys(places[one.subject] for one in clash.needs if one != need and one.subject in places)
    return finding(
        "PLN170",
        subject=need.subject,
        related=tuple(related),
        name=need.name,
        kind=need.kind,
        other=_other(need, checked),
        most=need.most,
        clash=number,
        size=len(clash.needs),
        variant=need.kind,
    )


def _other(need: Need, checked: Checked) -> str:
    """What a requirement is about, besides its subject: an item by its title, too."""
    compilation = checked.compilation
    rows = (row for plan in compilation.plans for row in plan.rows) if compilation else ()
    title = next((words(row.title, checked.loaded.language) for row in rows if row.id == need.other), "")
    return f"{title} ({need.other})" if title else need.other or "—"


def _giving(
    one: Relaxed, numbers: tuple[int, int], given: Iterable[Relaxed], demand: PlanDemand, checked: Checked
) -> Finding:
    number, way = numbers
    return finding(
        "PLN171",
        Severity.INFO,
        subject=one.need.subject,
        name=one.need.name,
        kind=one.need.kind,
        other=_other(one.need, checked),
        most=one.need.most,
        amount=one.amount,
        weeks=spanned(demand.weeks[at] for at in one.weeks) or "—",
        clash=number,
        way=way,
        size=len(tuple(given)),
        variant=one.need.kind,
    )
