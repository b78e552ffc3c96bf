"""When and where groups learn what one segment of the path holds for them, as a problem, and read from its solution."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import ceil, floor
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.files.schedule import PlacedModule
from sopcurric.model.planning import Group, Item, PlanDemand, Stage, Week
from sopcurric.solving.ordering import natural
from sopcurric.solving.problem import Need, Problem, Term

_PARTS = 60
"""Hours are counted in sixtieths, rounded to the safe side."""
_HOUR, _POST, _BASE, _CLOSED, _FIXED, _EARLY = 4, 6, 3, 5, 12, 8
"""What it costs that a requirement gives way by one hour, week, place …"""
Part = Literal["simulated", "main"]


@dataclass(frozen=True, slots=True)
class Option:
    """One way to place a part of an item: weeks one after the other at one place, and its variable."""

    variable: int
    begin: int
    weeks: int
    place: str

    @property
    def end(self) -> int:
        """The week after it."""
        return self.begin + self.weeks


@dataclass(frozen=True, slots=True)
class Task:
    """A part of an item with all ways to place it; `fixed` is the line that people keep."""

    group: Group
    item: Item
    part: Part
    options: tuple[Option, ...]
    fixed: tuple[Address, PlacedModule] | None = None
    share: int = 1

    def begins(self) -> tuple[Term, ...]:
        """The week in which it begins."""
        return tuple((one.begin, one.variable) for one in self.options)

    def ends(self) -> tuple[Term, ...]:
        """The week after it ends."""
        return tuple((one.end, one.variable) for one in self.options)


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of the plan that stands, with its address."""

    address: Address
    placed: PlacedModule


@dataclass
class Timetable:
    """The problem of some groups in one segment, with its tasks."""

    demand: PlanDemand
    segment: str
    groups: Sequence[Group]
    plants: Mapping[str, str]
    standing: Mapping[tuple[str, str], Sequence[Standing]]
    problem: Problem = field(default_factory=Problem)
    tasks: list[Task] = field(default_factory=list)
    moved: int = 0
    _kept: list[Term] = field(default_factory=list)

    def build(self) -> "Timetable":
        """Make variables, requirements and aims."""
        for group in self.groups:
            for item in group.items:
                if item.segment == self.segment:
                    self._item(group, item)
        for group in self.groups:
            self._orders(group)
            self._weeks_of_group(group)
        self._bases()
        self._closed()
        self._aims()
        return self

    @cached_property
    def weeks(self) -> Mapping[int, Week]:
        """The weeks of the segment in which something can be learnt, by number."""
        return {week.at: week for week in self.demand.weeks_of.get(self.segment, ()) if week.taught}

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """What the segment leaves for modules in its semesters."""
        return tuple(one for one in self.demand.stages if one.segment == self.segment)

    @cached_property
    def _by_item(self) -> Mapping[tuple[str, str], list[Task]]:
        found: dict[tuple[str, str], list[Task]] = {}
        for task in self.tasks:
            found.setdefault((task.group.id, task.item.id), []).append(task)
        return found

    def _where(self, name: str) -> Address:
        return f"@programme/{self.demand.programme}/{name}"

    # Ways to place things

    def _item(self, group: Group, item: Item) -> None:
        """The parts of an item: lines that people fixed as they are, and what these leave."""
        lines = self.standing.get((group.id, item.id), ())
        rooms, places = item.rooms, self._places(group, item)
        fixed = [one for one in lines if one.placed.fixed]
        for one in fixed:
            part: Part = "simulated" if one.placed.place in rooms and one.placed.place not in places else "main"
            self._task(group, item, part, fixed=one)
        if item.simulated and not any(one.placed.place in rooms for one in fixed):
            self._task(group, item, "simulated", [one for one in lines if one.placed.place in rooms])
        if not any(one.placed.place not in rooms for one in fixed):
            self._task(group, item, "main", [one for one in lines if one.placed.place not in rooms])

    def _places(self, group: Group, item: Item) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one or self.plants.get(group.id, "") for one in item.places))

    def _task(
        self,
        group: Group,
        item: Item,
        part: Part,
        stands: Sequence[Standing] = (),
        *,
        fixed: Standing | None = None,
    ) -> None:
        places = item.rooms if part == "simulated" else self._places(group, item)
        wanted = item.simulated if part == "simulated" else item.weeks
        lengths = {wanted}
        if fixed:
            lengths = {fixed.placed.weeks}
        elif len(stands) == 1 and not item.simulated:
            lengths.add(stands[0].placed.weeks)
        options = tuple(self._options(places, sorted(lengths)))
        if fixed:
            options = self._with(options, fixed)
        if options:
            self.problem.exactly([(1, one.variable) for one in options], 1)
        else:  # nowhere at all: no week of the segment can be used
            self.problem.at_least([], 1, Need("fits", self._where(group.id), group.id, item.id))
        task = Task(
            group, item, part, options, (fixed.address, fixed.placed) if fixed else None, len(self._lines(item))
        )
        self.tasks.append(task)
        early = [(1, one.variable) for one in options if self.weeks_semester(one.begin) < item.not_before]
        if early:
            need = Need("prerequisite", self._where(group.id), group.id, item.id, item.not_before, _EARLY)
            self.problem.at_most(early, 0, need)
        self._keep(task, stands)

    def _lines(self, item: Item) -> tuple[Part, ...]:
        return ("simulated", "main") if item.simulated else ("main",)

    def weeks_semester(self, at: int) -> int:
        """The semester of a week."""
        return self.demand.weeks[at].semester

    def _options(self, places: Iterable[str], lengths: Iterable[int]) -> Iterator[Option]:
        for length in lengths:
            for at, week in self.weeks.items():
                own = [self.weeks.get(at + step) for step in range(length)]
                if all(one is not None and one.semester == week.semester for one in own):
                    for place in places:
                        yield Option(self.problem.choice(), at, length, place)

    def _with(self, options: tuple[Option, ...], fixed: Standing) -> tuple[Option, ...]:
        """The same with the line that people fixed, which must be taken as long as it does not give way."""
        placed = fixed.placed
        week = self.demand.week_at.get((placed.semester, placed.first))
        begin = week.at if week else 0
        same = [one for one in options if (one.begin, one.place) == (begin, placed.place)]
        found = options if same else (*options, Option(self.problem.choice(), begin, placed.weeks, placed.place))
        own = (same or [found[-1]])[0]
        need = Need("fixed", fixed.address, placed.group, placed.item, 0, _FIXED)
        self.problem.at_least([(1, own.variable)], 1, need)
        return found

    def _keep(self, task: Task, stands: Sequence[Standing]) -> None:
        """Count what stands and moves; begin the search with what stands."""
        for one in stands:
            week = self.demand.week_at.get((one.placed.semester, one.placed.first))
            key = (week.at if week else -1, one.placed.weeks, one.placed.place)
            same = next((own for own in task.options if (own.begin, own.weeks, own.place) == key), None)
            if same is None:
                self.moved += 1
            else:
                self._kept.append((-1, same.variable))
                self.problem.hints[same.variable] = 1

    # Requirements

    def _orders(self, group: Group) -> None:
        for key, tasks in self._by_item.items():
            if key[0] == group.id:
                self._order(group, tasks[0].item, tasks)

    def _order(self, group: Group, item: Item, tasks: Sequence[Task]) -> None:
        where = self._where(group.id)
        main = [one for one in tasks if one.part == "main"]
        for earlier in (one for one in tasks if one.part == "simulated"):
            for later in main:
                self._after(earlier, later, Need("simulation-first", where, group.id, item.id))
        for name in item.done:
            theory = name.startswith(f"{item.module}.")
            need = Need("theory-first" if theory else "safety-first", where, group.id, name)
            for earlier in self._by_item.get((group.id, name), ()):
                for later in tasks if theory else main:
                    self._after(earlier, later, need)
        for name in item.before:
            need = Need("order", where, group.id, item.course)
            for earlier in self._by_item.get((group.id, name), ())[-1:]:
                for later in main[-1:]:
                    self.problem.at_least([*later.begins(), *_minus(earlier.begins())], 0, need)
                    self.problem.at_least([*later.ends(), *_minus(earlier.ends())], 0, need)

    def _after(self, earlier: Task, later: Task, need: Need) -> None:
        if not (earlier.fixed and later.fixed):
            self.problem.at_least([*later.begins(), *_minus(earlier.ends())], 0, need)

    def _weeks_of_group(self, group: Group) -> None:
        own = [one for one in self.tasks if one.group.id == group.id]
        where = self._where(group.id)
        used: dict[int, list[Term]] = {}
        for at in self.weeks:
            there: dict[str, list[list[Term]]] = {}
            for task in own:
                covering: dict[str, list[Term]] = {}
                for one in task.options:
                    if one.begin <= at < one.end:
                        covering.setdefault(one.place, []).append((1, one.variable))
                for place, terms in covering.items():
                    there.setdefault(place, []).append(terms)
            for place in sorted(there, key=natural):
                here = self.problem.choice()
                self._present.setdefault((group.id, at), {})[place] = here
                for terms in there[place]:
                    self.problem.at_most([*terms, (-1, here)], 0)
                used.setdefault(at, []).append((1, here))
            if len(there) > 1:
                self.problem.at_most(used[at], 1, Need("one-place", where, group.id))
        self._enough(own, used)
        for stage in self.stages:
            self._stage(group, stage, own, used)

    def _enough(self, own: Sequence[Task], used: Mapping[int, Sequence[Term]]) -> None:
        """As many weeks as the hours of all items need: this follows from the rest, but is found much faster."""
        hours = sum(item.hours for item in {task.item.id: task.item for task in own}.values())
        most = max((stage.hours for stage in self.stages), default=Fraction(0))
        if most and not any(task.fixed for task in own):
            self.problem.at_least([term for terms in used.values() for term in terms], ceil(hours / most), implied=True)

    @cached_property
    def _present(self) -> dict[tuple[str, int], dict[str, int]]:
        return {}

    def _stage(self, group: Group, stage: Stage, own: Sequence[Task], used: Mapping[int, Sequence[Term]]) -> None:
        weeks = [week for week in self.weeks.values() if week.semester == stage.semester]
        most = floor(stage.hours * _PARTS)
        need = Need("hours", self._where(group.id), group.id, str(stage.semester), floor(stage.hours), _HOUR)
        peak = self.problem.number(0, max(1, ceil(stage.hours))) if not self._blocks else None
        for week in weeks:
            load = [
                (ceil(_load(task, one) * _PARTS), one.variable)
                for task in own
                for one in task.options
                if one.begin <= week.at < one.end
            ]
            if load:
                self.problem.at_most(load, most, need, unit=_PARTS, at=week.at)
            if load and peak is not None:
                self.problem.at_most([*load, (-_PARTS, peak)], 0, need, unit=_PARTS)
        if peak is not None:
            self._peaks.append((1, peak))
        if stage.post or stage.away:
            self._leave(group, stage, weeks, used)

    @cached_property
    def _peaks(self) -> list[Term]:
        return []

    @property
    def _blocks(self) -> bool:
        """Whether modules are learnt in whole weeks, between weeks at the post."""
        return any(one.post for one in self.stages) or any(task.item.share != "theory" for task in self.tasks)

    def _leave(self, group: Group, stage: Stage, weeks: Sequence[Week], used: Mapping[int, Sequence[Term]]) -> None:
        """Leave whole weeks at the post and of typed-in courses free of modules."""
        need = Need("post-weeks", self._where(group.id), group.id, str(stage.semester), stage.post + stage.away, _POST)
        taken = [term for week in weeks for term in used.get(week.at, ())]
        self.problem.at_most(taken, len(weeks) - stage.post - stage.away, need)
        plant = self.demand.place_by_id.get(self.plants.get(group.id, ""))
        if stage.post and plant and plant.closed:
            open_weeks = [week for week in weeks if week.at not in plant.closed]
            taken = [term for week in open_weeks for term in used.get(week.at, ())]
            self.problem.at_most(taken, len(open_weeks) - stage.post, need)

    def _bases(self) -> None:
        for place in sorted(self.demand.places, key=lambda one: natural(one.id)):
            if not place.places:
                continue
            for at, week in self.weeks.items():
                there = [
                    (group.learners, self._present[group.id, at][place.id])
                    for group in self.groups
                    if place.id in self._present.get((group.id, at), {})
                ]
                if sum(number for number, _ in there) > place.places:
                    where, name = self._where(place.id), str(week.semester)
                    self.problem.at_most(
                        there, place.places, Need("base", where, place.id, name, place.places, _BASE), at=at
                    )

    def _closed(self) -> None:
        """Where a place is closed nobody is."""
        for place in sorted(self.demand.places, key=lambda one: natural(one.id)):
            for at in sorted(place.closed & self.weeks.keys()):
                there = [
                    (1, self._present[group.id, at][place.id])
                    for group in self.groups
                    if place.id in self._present.get((group.id, at), {})
                ]
                if there:
                    need = Need("closed", self._where(place.id), place.id, str(self.weeks_semester(at)), 0, _CLOSED)
                    self.problem.at_most(there, 0, need, at=at)

    def _aims(self) -> None:
        """Fewest moves; then few weeks with modules, or an even load; then as early as can be."""
        early = tuple(
            (one.begin - min(self.weeks, default=0), one.variable) for task in self.tasks for one in task.options
        )
        used = tuple((1, one) for there in self._present.values() for one in there.values())
        compact = used if self._blocks else tuple(self._peaks)
        self.problem.aims = [aim for aim in (tuple(self._kept), compact, early) if aim]

    # Reading a solution

    def lines(self, values: Sequence[int]) -> Iterator[PlacedModule]:
        """The lines of the plan; those that people fixed as they wrote them."""
        for task in self.tasks:
            chosen = next((one for one in task.options if values[one.variable]), None)
            if chosen is None:
                continue
            week = self.demand.weeks[chosen.begin]
            line = PlacedModule(
                group=task.group.id,
                item=task.item.id,
                semester=week.semester,
                first=week.number,
                weeks=chosen.weeks,
                place=chosen.place,
            )
            kept = task.fixed and task.fixed[1].place == chosen.place and _spot(task.fixed[1]) == _spot(line)
            yield task.fixed[1] if task.fixed and kept else line


def _spot(line: PlacedModule) -> tuple[int, int, int]:
    return line.semester, line.first, line.weeks


def _load(task: Task, option: Option) -> Fraction:
    """Hours in a week: where there are several parts, over the weeks of all."""
    weeks = option.weeks if task.share == 1 else task.item.weeks + task.item.simulated
    return Fraction(task.item.hours, max(1, weeks))


def _minus(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple((-factor, one) for factor, one in terms)
