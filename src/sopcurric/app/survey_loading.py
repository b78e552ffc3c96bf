"""Reading what experts filled in: from files to numbered raters, and everything that is wrong with the files."""

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.forms.answers import FormError
from sopcurric.forms.inert_text import excerpt
from sopcurric.forms.survey_reading import CellFault, ReadRater, ReadRating, ReadSurvey
from sopcurric.io.survey_file import ENDINGS, OTHER_SHEETS, read_survey
from sopcurric.model.address import Address
from sopcurric.model.sop import JobSop
from sopcurric.model.survey import STALE, Rater, TaskRating, numbered, task_sight
from sopcurric.source.ref import SourceRef, Span

_MOST = 50
"""How many findings with the same code are made for one file."""
_MOST_RELATED = 3
_OF_CELLS: Mapping[str, Severity] = {
    "grade": Severity.ERROR,
    "years": Severity.WARNING,
    "date": Severity.WARNING,
}
_OF_ROWS: Mapping[str, Severity] = {
    "no-address": Severity.ERROR,
    "contradictory": Severity.WARNING,
    "half-filled": Severity.WARNING,
}
_START = Span(1, 1)


@dataclass(frozen=True, slots=True)
class ReadSurveys:
    """All raters by number, where each stands, and what is wrong."""

    raters: tuple[Rater, ...]
    places: Mapping[Address, SourceRef]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Person:
    """One rater with what all files say: grades by task, with their places."""

    place: SourceRef
    years: int | None
    ratings: dict[Address, tuple[TaskRating, SourceRef]] = field(default_factory=dict)


@dataclass(slots=True)
class _Desk:
    """What is known while files are read."""

    known: Mapping[Address, str]
    complete: bool
    findings: list[Finding] = field(default_factory=list)
    people: dict[tuple[str, str, int], _Person] = field(default_factory=dict)
    gone: dict[Address, list[SourceRef]] = field(default_factory=dict)
    changed: dict[Address, list[SourceRef]] = field(default_factory=dict)


def is_survey(path: str) -> bool:
    """Whether a file below the folder is a form, or would be one if it were saved otherwise."""
    name = path.rpartition("/")[2]
    return name.lower().endswith((*ENDINGS, *OTHER_SHEETS)) and not name.startswith(("~$", "."))


def read_surveys(files: Iterable[tuple[str, bytes]], sops: Sequence[JobSop], *, complete: bool) -> ReadSurveys:
    """What the files say about work that there is; with `complete`, what the SOPs do not have is told.

    Grades of work that is not taught stay behind: nothing is known of them but where they stand.
    """
    known = {one.address: task_sight(one, sop) for sop in sops for one in sop.procedures}
    desk = _Desk(known, complete)
    for path, content in sorted(files):
        _take(path, content, desk)
    for address, found in desk.gone.items():
        close = difflib.get_close_matches(address[:80], desk.known, n=1)
        similar = close[0] if close else ""
        desk.findings.append(_about_task("unknown", excerpt(address), found, similar=similar or "—"))
    desk.findings += [_about_task("changed", address, found, similar="—") for address, found in desk.changed.items()]
    people = [one for one in desk.people.values() if one.ratings]
    raters = numbered([(one.years, [rating for rating, _ in one.ratings.values()]) for one in people])
    places = {rater.address: people[place].place for place, rater in raters}
    return ReadSurveys(tuple(rater for _, rater in raters), places, _bounded(desk.findings))


def _about_task(variant: str, address: str, places: Sequence[SourceRef], *, similar: str) -> Finding:
    return finding(
        "COM113",
        Severity.WARNING,
        place=places[0],
        related=tuple(dict.fromkeys(places[1:]))[:_MOST_RELATED],
        variant=variant,
        state=variant,
        address=address,
        number=len(places),
        similar=similar,
    )


def _bounded(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Not too many of a kind for one file."""
    counts: Counter[tuple[str, str]] = Counter()
    kept: list[Finding] = []
    for one in findings:
        key = (one.code, one.place.document if one.place else "")
        counts[key] += 1
        if counts[key] <= _MOST:
            kept.append(one)
    return tuple(kept)


def _take(path: str, content: bytes, desk: _Desk) -> None:
    if path.lower().endswith(OTHER_SHEETS):
        desk.findings.append(_unreadable(path, "ending"))
        return
    try:
        found = read_survey(path, content)
    except FormError as error:
        desk.findings.append(_unreadable(path, error.code.rsplit(".", 1)[-1]))
        return
    desk.findings += [_fault(path, one) for one in found.faults]
    _gather(path, found, desk)


def _unreadable(path: str, reason: str) -> Finding:
    return finding("COM110", place=SourceRef(path, span=_START), reason=reason, variant=reason)


def _fault(path: str, fault: CellFault) -> Finding:
    place = SourceRef(path, span=Span(fault.cell.line, fault.cell.column))
    cell, found = fault.cell.name, fault.found
    if fault.kind in _OF_CELLS:
        return finding("COM111", _OF_CELLS[fault.kind], place=place, variant=fault.kind, cell=cell, found=found)
    if fault.kind in _OF_ROWS:
        return finding(
            "COM112",
            _OF_ROWS[fault.kind],
            place=place,
            variant=fault.kind,
            state=fault.kind,
            cell=cell,
            task=found or "—",
        )
    if fault.kind == "unnamed":
        return finding("COM114", Severity.WARNING, place=place, variant="unnamed", state="unnamed", cell=cell)
    return finding("COM110", Severity.WARNING, place=place, reason=fault.kind, variant=fault.kind)


def _gather(path: str, found: ReadSurvey, desk: _Desk) -> None:
    """Add what raters say to what they said elsewhere."""
    for number, rater in enumerate(found.raters):
        key = (rater.name, "", 0) if rater.name else ("", path, number)
        place = SourceRef(path, span=Span(rater.cell.line, rater.cell.column))
        person = desk.people.setdefault(key, _Person(place, rater.years))
        person.years = rater.years if person.years is None else person.years
        _ratings(path, rater, person, desk)


def _ratings(path: str, rater: ReadRater, person: _Person, desk: _Desk) -> None:
    for one in rater.ratings:
        address, place = one.rating.procedure, SourceRef(path, span=Span(one.cell.line, one.cell.column))
        if address not in desk.known:
            if desk.complete:
                desk.gone.setdefault(address, []).append(place)
            continue
        earlier = person.ratings.get(address)
        if earlier:
            desk.findings.append(_twice(one, place, earlier[1]))
            continue
        stale = bool(one.rating.seen) and one.rating.seen != desk.known[address]
        person.ratings[address] = (replace(one.rating, seen=STALE) if stale else one.rating), place
        if stale:
            desk.changed.setdefault(address, []).append(place)


def _twice(one: ReadRating, place: SourceRef, first: SourceRef) -> Finding:
    variant = "row" if place.document == first.document else "rater"
    return finding("COM114", place=place, related=(first,), variant=variant, state=variant, cell=one.cell.name)
