"""The plan of a cohort: plants and mentors first, then each segment of the path by itself.

Groups hang together in a segment only where they share a base with a limited number of places; each such set is a
problem of its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sopcurric.model.files.schedule import Pairing, PlacedModule, ScheduleFile
from sopcurric.model.planning import Group, PlanDemand
from sopcurric.solving.cp_sat import Limits, solve
from sopcurric.solving.ordering import natural
from sopcurric.solving.placement import Placement
from sopcurric.solving.problem import Clash, Need, Solution
from sopcurric.solving.timetable import Standing, Timetable


@dataclass(frozen=True, slots=True)
class Moves:
    """What differs from the plan that stood: lines and pairings that changed, that are new, that are gone."""

    lines: int = 0
    pairings: int = 0
    new: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan that was found (None where requirements clash), with how good it is.

    `weeks` is how many weeks of groups have modules, `early` the sum of the weeks in which things begin, counted from
    the first of their segment; `proved` says whether there is no better one.
    """

    demand: PlanDemand
    schedule: ScheduleFile | None
    clashes: tuple[Clash, ...] = ()
    moves: Moves = field(default_factory=Moves)
    weeks: int = 0
    early: int = 0
    proved: bool = True
    effort: float = 0.0


def plan(demand: PlanDemand, standing: ScheduleFile | None, limits: Limits | None = None) -> Planned:
    """The plan with the fewest moves against the one that stands, then compact, then early.

    Raises:
        SolverMissingError: there is no solver.
    """
    search = _Search(demand, standing or ScheduleFile(programme=demand.programme), limits or Limits())
    pairings = search.pairings()
    lines = search.lines()
    if search.clashes:
        return Planned(demand, None, tuple(search.clashes), effort=search.effort)
    schedule = ScheduleFile(programme=demand.programme, modules=in_order(lines), pairings=pairings)
    return Planned(
        demand,
        schedule,
        moves=moves(standing, schedule) if standing else Moves(new=len(lines) + len(pairings)),
        weeks=sum(one.weeks for one in {(line.group, line.semester, line.first): line for line in lines}.values()),
        early=sum(_from_start(demand, one) for one in lines),
        proved=search.proved,
        effort=round(search.effort, 2),
    )


def in_order(lines: Iterable[PlacedModule]) -> tuple[PlacedModule, ...]:
    """Lines by group, item and time: what moves stays where it is in the file."""
    return tuple(sorted(lines, key=lambda one: (natural(one.group), one.item, one.semester, one.first, one.place)))


def _from_start(demand: PlanDemand, line: PlacedModule) -> int:
    item = demand.items[line.group, line.item]
    weeks = demand.weeks_of[item.segment]
    week = demand.week_at.get((line.semester, line.first))
    return week.at - weeks[0].at if week and weeks else 0


def moves(before: ScheduleFile, after: ScheduleFile) -> Moves:
    """What differs between two plans."""
    old, new = _by_item(before.modules), _by_item(after.modules)
    learners, again = ({(one.group, one.learner): one for one in plan.pairings} for plan in (before, after))
    return Moves(
        lines=sum(len({*old[key]} - {*new[key]}) for key in old.keys() & new.keys()),
        pairings=sum(learners[key] != again[key] for key in learners.keys() & again.keys()),
        new=sum(len(new[key]) for key in new.keys() - old.keys()) + len(again.keys() - learners.keys()),
        gone=sum(len(old[key]) for key in old.keys() - new.keys()) + len(learners.keys() - again.keys()),
    )


def _by_item(lines: Iterable[PlacedModule]) -> dict[tuple[str, str], list[PlacedModule]]:
    found: dict[tuple[str, str], list[PlacedModule]] = {}
    for one in lines:
        found.setdefault((one.group, one.item), []).append(one)
    return found


@dataclass
class _Search:
    demand: PlanDemand
    standing: ScheduleFile
    limits: Limits
    clashes: list[Clash] = field(default_factory=list)
    plants: Mapping[str, str] = field(default_factory=dict)
    proved: bool = True
    effort: float = 0.0

    def pairings(self) -> tuple[Pairing, ...]:
        """Who mentors whom; nobody where no segment is in a plant. Where that clashes, plants as if it gave way."""
        if not self.demand.in_plant:
            return ()
        placement = Placement(self.demand, self.standing.pairings).build()
        values = self._values(solve(placement.problem, self.limits))
        self.plants = (
            placement.plants(values) if values else {one.id: one.plants[0] for one in self.demand.groups if one.plants}
        )
        return placement.pairings(values) if values else ()

    def lines(self) -> tuple[PlacedModule, ...]:
        """Where and when each group learns each item."""
        self._backwards()
        found: list[PlacedModule] = []
        for segment in self.demand.weeks_of:
            for groups in self._together(segment):
                timetable = Timetable(self.demand, segment, groups, self.plants, self._standing).build()
                values = self._values(solve(timetable.problem, self.limits))
                found += timetable.lines(values) if values else ()
        return tuple(found)

    def _values(self, answer: Solution | Clash) -> tuple[int, ...]:
        if isinstance(answer, Clash):
            self.clashes.append(answer)
        else:
            self.proved = self.proved and answer.proved
            self.effort += answer.effort
        return answer.values

    @property
    def _standing(self) -> Mapping[tuple[str, str], Sequence[Standing]]:
        found: dict[tuple[str, str], list[Standing]] = {}
        for number, one in enumerate(self.standing.modules):
            address = f"@schedule/{self.standing.programme}/modules/{number}"
            found.setdefault((one.group, one.item), []).append(Standing(address, one))
        return found

    def _backwards(self) -> None:
        """Segments that stand in the wrong order for a group: practice in an earlier one than its theory."""
        order = {segment: number for number, segment in enumerate(self.demand.weeks_of)}
        for group in self.demand.groups:
            segments = {one.id: order[one.segment] for one in group.items}
            for item in group.items:
                late = [name for name in item.done if segments.get(name, -1) > segments[item.id]]
                if late:
                    where = f"@programme/{self.demand.programme}/{group.id}"
                    self.clashes.append(Clash((Need("theory-first", where, group.id, late[0]),), ()))
                    break

    def _together(self, segment: str) -> Iterator[tuple[Group, ...]]:
        """Groups with something to learn in a segment, in sets that share no limited base with each other."""
        groups = sorted(self.demand.groups, key=lambda one: natural(one.id))
        bases = {one.id: self._bases(one, segment) for one in groups}
        waiting = [one for one in groups if any(item.segment == segment for item in one.items)]
        while waiting:
            own = [waiting.pop(0)]
            reach = {*bases[own[0].id]}
            more = True
            while more:
                more = False
                for one in tuple(waiting):
                    if not reach.isdisjoint(bases[one.id]):
                        waiting.remove(one)
                        own.append(one)
                        reach |= bases[one.id]
                        more = True
            yield tuple(sorted(own, key=lambda one: natural(one.id)))

    def _bases(self, group: Group, segment: str) -> set[str]:
        names = {
            name for item in group.items if item.segment == segment for name in (*item.places, *item.rooms) if name
        }
        names |= {line.place for line in self.standing.modules if line.group == group.id and line.fixed}
        places = self.demand.place_by_id
        return {name for name in names if name in places and places[name].places}
