"""A plan as it stands in its file, held against what the cohort asks for; nothing is searched here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import groupby

from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.schedule import Pairing, PlacedModule, ScheduleFile
from sopcurric.model.planning import Group, Item, Place, PlanDemand, PlannedMentor, Week


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a plan about something that the programme has, with the weeks of it that the calendar has."""

    address: Address
    placed: PlacedModule
    group: Group
    item: Item
    weeks: tuple[Week, ...]

    @property
    def begin(self) -> int:
        """The number of its first week through the programme; that of no week where the calendar has none of them."""
        return self.weeks[0].at if self.weeks else -1

    @property
    def end(self) -> int:
        """The number of its last week."""
        return self.weeks[-1].at if self.weeks else -1


@dataclass(frozen=True, slots=True)
class Pair:
    """A pairing of a learner that the programme has, with a mentor that it has."""

    address: Address
    paired: Pairing
    group: Group
    mentor: PlannedMentor


@dataclass(frozen=True)
class StandingPlan:
    """A plan with what it must do."""

    demand: PlanDemand
    schedule: ScheduleFile

    @property
    def address(self) -> Address:
        """Where the plan stands."""
        return f"@schedule/{self.schedule.programme}"

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines about groups and items that there are."""
        found = []
        for number, placed in enumerate(self.schedule.modules):
            item = self.demand.items.get((placed.group, placed.item))
            if item is not None:
                address = f"{self.address}/modules/{number}"
                group = self.demand.group_by_id[placed.group]
                found.append(Line(address, placed, group, item, tuple(self._weeks(placed))))
        return tuple(found)

    def _weeks(self, placed: PlacedModule) -> Iterator[Week]:
        for number in range(placed.first, placed.first + placed.weeks):
            week = self.demand.week_at.get((placed.semester, number))
            if week is not None:
                yield week

    @cached_property
    def lines_of(self) -> Mapping[tuple[str, str], tuple[Line, ...]]:
        """Lines by group and item, the earliest first."""
        ordered = sorted(self.lines, key=lambda one: (one.group.id, one.item.id, one.begin, one.address))
        keyed = groupby(ordered, key=lambda one: (one.group.id, one.item.id))
        return {key: tuple(own) for key, own in keyed}

    @cached_property
    def in_week(self) -> Mapping[tuple[str, int], tuple[Line, ...]]:
        """The lines of each group in each week."""
        found: dict[tuple[str, int], list[Line]] = {}
        for line in self.lines:
            for week in line.weeks:
                found.setdefault((line.group.id, week.at), []).append(line)
        return {key: tuple(own) for key, own in found.items()}

    def load(self, line: Line) -> Fraction:
        """The hours that a line takes in each of its weeks: those of the item, spread evenly over all its weeks."""
        weeks = sum(one.placed.weeks for one in self.lines_of[line.group.id, line.item.id])
        return Fraction(line.item.hours, weeks)

    def place(self, line: Line) -> Place | None:
        """Where a line is learnt, where there is such a place."""
        return self.demand.place_by_id.get(line.placed.place)

    def is_field(self, line: Line) -> bool:
        """Whether a line is practice where a plant runs."""
        place = self.place(line)
        return line.item.share != "theory" and place is not None and bool(place.plant)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairings of learners and mentors that there are."""
        found = []
        for number, paired in enumerate(self.schedule.pairings):
            group = self.demand.group_by_id.get(paired.group)
            mentor = self.demand.mentor_by_id.get(paired.mentor)
            if group is not None and mentor is not None and paired.learner <= group.learners:
                found.append(Pair(f"{self.address}/pairings/{number}", paired, group, mentor))
        return tuple(found)

    def in_company(self, group: str, plant: str) -> Iterator[Week]:
        """The weeks that learners of a group spend in a plant: all but those of what they learn elsewhere."""
        closed = self.demand.place_by_id[plant].closed if plant in self.demand.place_by_id else frozenset()
        for week in self.demand.in_plant:
            places = [self.place(line) for line in self.in_week.get((group, week.at), ())]
            elsewhere = any(one is not None and not one.plant for one in places)
            if week.at not in closed and not elsewhere:
                yield week

    def uncovered(self, pair: Pair) -> Iterator[tuple[Week, tuple[int, ...]]]:
        """The weeks with days on which neither the mentor nor anybody who stands in is there, and those days."""
        there: set[int] = set()
        for one in self.demand.standing_in(pair.mentor, pair.paired.substitutes):
            there |= one.days
        for week in self.in_company(pair.group.id, pair.paired.plant):
            missing = tuple(day for day in week.days if day not in there)
            if missing:
                yield week, missing


def standing_plans(compilation: Compilation) -> Iterator[StandingPlan]:
    """The plans that stand beside their programmes."""
    for demand in compilation.demands:
        schedule = compilation.schedules.get(demand.programme)
        if schedule is not None:
            yield StandingPlan(demand, schedule)


def spans(weeks: Iterable[Week]) -> tuple[tuple[int, int, int], ...]:
    """Weeks as runs: the semester with the first and the last week of each."""
    found: list[tuple[int, int, int]] = []
    for week in sorted(weeks, key=lambda one: one.at):
        if found and found[-1][0] == week.semester and found[-1][2] + 1 == week.number:
            found[-1] = (*found[-1][:2], week.number)
        else:
            found.append((week.semester, week.number, week.number))
    return tuple(found)


def spanned(weeks: Iterable[Week]) -> str:
    """Weeks as they are written in findings: `5: 3–8, 10` is weeks 3 to 8 and week 10 of semester 5."""
    runs = groupby(spans(weeks), key=lambda one: one[0])
    return "; ".join(
        f"{semester}: {', '.join(f'{first}–{last}' if first != last else str(first) for _, first, last in own)}"
        for semester, own in runs
    )
