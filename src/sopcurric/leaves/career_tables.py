"""Tables of what follows hiring: safety training, onboarding, refreshers over the year, ladders, ways to other jobs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sopcurric.model.compilation import Compilation
from sopcurric.model.enumerating import listed
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.standard import StandardFile
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.library import Library
from sopcurric.model.pathway import (
    SAFETY_LEVELS,
    Career,
    JobRefreshers,
    Ladder,
    Pathway,
    Refreshing,
    SafetyDuty,
)
from sopcurric.model.pathway_words import basis_of, repeated
from sopcurric.model.publication import Block, Cell, Column, Paragraph, Row, Table
from sopcurric.model.text import Phrase, sentence

_MONTHS = range(1, 13)
_NAMED = 4
"""So many points are named in one cell."""


@dataclass(frozen=True)
class CareerTables:
    """What follows hiring in one programme, as tables."""

    all: Compilation
    programme: ProgrammeFile
    career: Career

    @cached_property
    def library(self) -> Library:
        """The library that every table refers to."""
        return Library(self.all)

    @cached_property
    def standard(self) -> StandardFile | None:
        """The standard of the ladders."""
        code = next((rung.standard for one in self.career.ladders for rung in one.rungs), "")
        return next((one for one in self.all.inputs.standards if one.code == code), None)

    def job(self, address: str) -> Phrase:
        """The title of a job, with its plant where several plants have it."""
        sop = self.all.sops.get(address)
        if sop is None:
            return sentence("plain", value=address)
        plants = {one.organisation for one in self.all.inputs.sops if one.code == sop.code}
        return sentence("career.job", title=sop.title, address=address) if len(plants) > 1 else sop.title

    def titles(self, tasks: Iterable[str]) -> tuple[Phrase, ...]:
        """Learning tasks by their titles."""
        return tuple(self.library.entries[name].task.title for name in tasks)

    def points(self, names: Sequence[str]) -> Cell:
        """Points by what they say, a few of them; how many there are is said below."""
        if not names:
            return cell("—")
        shown = tuple(self.library.points[name].statement for name in names[:_NAMED])
        rest = sentence("career.points", number=len(names)) if len(names) > _NAMED else None
        return cell(*shown, rest)

    # Safety

    def safety(self, duties: Sequence[SafetyDuty], key: str) -> Iterator[Block]:
        """Safety training by levels, with the clauses that ask for it, and what holds after a long absence."""
        yield Table(
            key,
            columns(
                ("career.column.training", 18),
                ("pathway.safety.plant", 8),
                ("pathway.safety.workshop", 8),
                ("pathway.safety.team", 8),
                ("career.column.hours", 8),
                ("career.column.basis", 50),
                centred=(
                    "pathway.safety.plant",
                    "pathway.safety.workshop",
                    "pathway.safety.team",
                    "career.column.hours",
                ),
            ),
            tuple(row(self._duty(one)) for one in duties),
            title=sentence("career.table.safety"),
        )
        yield Paragraph(f"{key}/away", self.away())

    def _duty(self, duty: SafetyDuty) -> tuple[Cell, ...]:
        parts = {one.level: one.hours for one in duty.parts}
        number = self.all.inputs.profile.numbers.get(duty.number)
        asked = number and duty.least
        return (
            cell(sentence(f"pathway.safety.{duty.kind}"), strong=True),
            *(cell(parts.get(level, "—")) for level in SAFETY_LEVELS),
            cell(duty.hours, strong=True),
            cell(
                basis_of(duty, self.all.inputs.profile),
                sentence("career.least", hours=duty.least) if asked else None,
                sentence("career.verified", source=number.source, date=number.verified_on) if number else None,
            ),
        )

    def away(self) -> Phrase:
        """When workshop and team train again after an absence, and what is only recalled about that."""
        numbers = self.all.inputs.profile.numbers
        away, usual = numbers.get("safety-away-months"), numbers.get("safety-away-usual-months")
        if away and usual:
            return sentence("pathway.safety.away", months=f"{away.value:g}", usual=f"{usual.value:g}")
        return sentence("pathway.safety.away.only", months=f"{away.value:g}" if away else "—")

    # Onboarding

    def onboarding(self) -> Table:
        """For each job: three levels of safety training, learning tasks before the first shift alone, both together."""
        rows = []
        for one in self.career.onboarding:
            parts = {part.level: part.hours for part in one.safety.parts}
            rows.append(
                row(
                    (
                        cell(self.job(one.job), strong=True),
                        *(cell(parts[level]) for level in SAFETY_LEVELS),
                        cell(one.safety.hours),
                        cell(*self._before_work(one.tasks)),
                        cell(one.hours),
                        cell(one.safety.hours + one.hours, strong=True),
                    ),
                    one.job,
                )
            )
        return Table(
            "onboarding/jobs",
            columns(
                ("programme.column.jobs", 15),
                ("pathway.safety.plant", 7),
                ("pathway.safety.workshop", 7),
                ("pathway.safety.team", 7),
                ("career.column.safety", 8),
                ("career.column.tasks", 40),
                ("career.column.task-hours", 8),
                ("total", 8),
                centred=(
                    "pathway.safety.plant",
                    "pathway.safety.workshop",
                    "pathway.safety.team",
                    "career.column.safety",
                    "career.column.task-hours",
                    "total",
                ),
            ),
            tuple(rows),
            title=sentence("career.table.onboarding"),
        )

    def _before_work(self, tasks: Sequence[str]) -> tuple[Phrase, ...]:
        if not tasks:
            return (sentence("career.tasks.none"),)
        return (sentence("career.tasks", number=len(tasks)), listed(self.titles(tasks)))

    # Refreshers

    def refreshers(self) -> Table:
        """What is repeated at each job, over the months of a year; what is trained before use has no month."""
        rows = tuple(self._again(job, one) for job in self.career.refreshers for one in job.rows)
        shown = tuple(Column(sentence("plain", value=str(month)), 3, "center") for month in _MONTHS)
        head = columns(
            ("programme.column.jobs", 18),
            ("training.column.task", 24),
            ("training.column.interval", 14),
            ("column.hours", 8),
            centred=("column.hours",),
        )
        return Table(
            "refreshers/calendar",
            (*head, *shown),
            rows,
            title=sentence("career.table.refreshers"),
        )

    def _again(self, job: JobRefreshers, one: Refreshing) -> Row:
        marks = (cell("●" if month in one.calendar else "") for month in _MONTHS)
        head = (cell(self.job(job.job)), cell(one.title, strong=True), cell(repeated(one)), cell(one.hours))
        return row((*head, *marks), *one.derived_from)

    # Ladder

    def ladder(self) -> Table:
        """Each job over the levels of the standard: what it asks, what leads there, how many hours, what is open."""
        return Table(
            "ladder/jobs",
            columns(
                ("programme.column.jobs", 13),
                ("programme.column.level", 11),
                ("career.column.functions", 14),
                ("career.column.backed", 9),
                ("training.column.task", 29),
                ("career.column.practice", 7),
                ("career.column.reference", 7),
                ("career.column.open", 10),
                centred=(
                    "career.column.backed",
                    "career.column.practice",
                    "career.column.reference",
                    "career.column.open",
                ),
            ),
            tuple(line for one in self.career.ladders for line in self._rungs(one)),
            title=sentence("career.table.ladder"),
        )

    def _rungs(self, ladder: Ladder) -> Iterator[Row]:
        named = {one.id: one.title for one in self.standard.functions} if self.standard else {}
        functions = listed([named[name] for name in ladder.own])
        for place, rung in enumerate(ladder.rungs):
            first = (cell(self.job(ladder.job), strong=True, rows=len(ladder.rungs)),) if place == 0 else ()
            about = (cell(functions, rows=len(ladder.rungs)),) if place == 0 else ()
            yield row(
                (
                    *first,
                    cell(rung.title),
                    *about,
                    cell(f"{len(rung.backed)}/{len(rung.requirements)}"),
                    cell(listed(self.titles(rung.tasks)) if rung.tasks else sentence("training.unmatched")),
                    cell(rung.hours),
                    cell(rung.reference or "—"),
                    cell(len(rung.open)),
                ),
                ladder.job,
                f"@standard/{rung.standard}",
            )

    # Ways

    def ways(self) -> Table:
        """The ways that the programme lists, with their sums."""
        return Table(
            "paths/list",
            columns(
                ("career.column.path", 8),
                ("career.column.from", 17),
                ("career.column.goal", 17),
                ("pathway.state.take", 8),
                ("pathway.state.partly", 9),
                ("pathway.state.upgrade", 9),
                ("pathway.state.recognised", 9),
                ("career.column.hours", 8),
                ("career.column.safety", 8),
                ("career.column.checks", 7),
                centred=(
                    "pathway.state.take",
                    "pathway.state.partly",
                    "pathway.state.upgrade",
                    "pathway.state.recognised",
                    "career.column.hours",
                    "career.column.safety",
                    "career.column.checks",
                ),
            ),
            tuple(self._way(name, way) for name, way in self.career.listed),
            title=sentence("career.table.paths"),
        )

    def _way(self, name: str, way: Pathway) -> Row:
        return row(
            (
                cell(name),
                cell(self.job(way.start), strong=True),
                cell(self.goal(way), strong=True),
                cell(len(way.of_state("take"))),
                cell(len(way.of_state("partly"))),
                cell(len(way.of_state("upgrade"))),
                cell(len(way.of_state("recognised"))),
                cell(way.hours),
                cell(way.at_once),
                cell(len(way.checks)),
            ),
            f"@programme/{self.programme.id}/{name}",
        )

    def goal(self, way: Pathway) -> Phrase:
        """The job or the level that a way leads to."""
        if way.kind == "transfer":
            return self.job(way.goal)
        known = {level.id: level.title for one in self.all.inputs.standards for level in one.levels}
        return known.get(way.goal) or sentence("plain", value=way.goal)
