"""Which plant each group goes to and who mentors how many of its learners, as a problem, and read from its solution."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sopcurric.model.files.schedule import Pairing
from sopcurric.model.planning import Group, PlanDemand, PlannedMentor
from sopcurric.model.standing_plan import spanned
from sopcurric.solving.ordering import natural
from sopcurric.solving.problem import Need, Problem

_LEARNER, _LEVEL, _COVER, _APPRENTICE, _FIXED = 40, 8, 4, 2, 12
"""What it costs that a requirement gives way: dearest that somebody has no mentor at all."""


@dataclass
class Placement:
    """The problem with its variables: `goes` by group and plant, `mentored` by group and mentor."""

    demand: PlanDemand
    standing: Sequence[Pairing]
    problem: Problem = field(default_factory=Problem)
    goes: dict[tuple[str, str], int] = field(default_factory=dict)
    mentored: dict[tuple[str, str], int] = field(default_factory=dict)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Groups by name."""
        return tuple(sorted(self.demand.groups, key=lambda one: natural(one.id)))

    @cached_property
    def mentors(self) -> tuple[PlannedMentor, ...]:
        """Mentors by name."""
        return tuple(sorted(self.demand.mentors, key=lambda one: natural(one.id)))

    @cached_property
    def stands(self) -> Mapping[tuple[str, str], int]:
        """How many learners of a group stand with a mentor."""
        return Counter((one.group, one.mentor) for one in self.standing)

    @cached_property
    def fixed(self) -> Mapping[tuple[str, str], int]:
        """How many of them are fixed."""
        return Counter((one.group, one.mentor) for one in self.standing if one.fixed)

    def build(self) -> "Placement":
        """Make variables, requirements and aims."""
        for group in self.groups:
            self._group(group)
        self._mentors()
        self._plants()
        self._aims()
        return self

    def _where(self, name: str) -> str:
        return f"@programme/{self.demand.programme}/{name}"

    def _group(self, group: Group) -> None:
        problem = self.problem
        for plant in sorted(group.plants, key=natural):
            self.goes[group.id, plant] = problem.choice()
        if group.plants:
            problem.exactly([(1, self.goes[group.id, plant]) for plant in sorted(group.plants, key=natural)], 1)
        own = []
        for mentor in self.mentors:
            fixed = self.fixed.get((group.id, mentor.id), 0)
            if (group.job in mentor.jobs and mentor.plant in group.plants) or fixed:
                number = problem.number(0, group.learners)
                self.mentored[group.id, mentor.id] = number
                own.append((1, number))
                self._fits(group, mentor, number, fixed)
        needed = Need("paired", self._where(group.id), group.id, group.job, group.learners, _LEARNER)
        problem.at_least(own, group.learners, needed)
        problem.at_most(own, group.learners)

    def _fits(self, group: Group, mentor: PlannedMentor, number: int, fixed: int) -> None:
        """A mentor has learners of a group only in the plant that it goes to; what people fixed is left to them."""
        if fixed:
            need = Need("fixed", self._where(mentor.id), mentor.id, group.id, fixed, _FIXED)
            self.problem.at_least([(1, number)], fixed, need)
            return
        self.problem.at_most([(1, number), (-group.learners, self.goes[group.id, mentor.plant])], 0)
        if self.demand.is_below(mentor):
            need = Need("level", self._where(mentor.id), mentor.id, mentor.id, self.demand.target, _LEVEL)
            self.problem.at_most([(1, number)], 0, need)
        missing = self.uncovered(mentor)
        if missing:
            self.problem.at_most([(1, number)], 0, Need("cover", self._where(mentor.id), mentor.id, missing, 0, _COVER))

    def uncovered(self, mentor: PlannedMentor) -> str:
        """The weeks with days in the plant on which neither a mentor nor who stands in is there, in words."""
        if mentor.id not in self._missing:
            there = frozenset().union(*(one.days for one in self.demand.standing_in(mentor, mentor.substitutes)))
            place = self.demand.place_by_id.get(mentor.plant)
            closed = place.closed if place else frozenset()
            weeks = (week for week in self.demand.in_plant if week.at not in closed)
            self._missing[mentor.id] = spanned(week for week in weeks if not there.issuperset(week.days))
        return self._missing[mentor.id]

    @cached_property
    def _missing(self) -> dict[str, str]:
        return {}

    def _mentors(self) -> None:
        for mentor in self.mentors:
            own = [(1, number) for (_, name), number in self.mentored.items() if name == mentor.id]
            if own:
                most = mentor.apprentices
                need = Need("apprentices", self._where(mentor.id), mentor.id, mentor.plant, most, _APPRENTICE)
                self.problem.at_most(own, most, need)

    def _plants(self) -> None:
        for plant in sorted(self.demand.plants, key=lambda one: natural(one.id)):
            here = [one for one in self.groups if (one.id, plant.id) in self.goes]
            for job in dict.fromkeys(one.job for one in here):
                most = self.demand.most_at_post(plant, job)
                if most is not None:
                    own = [(one.learners, self.goes[one.id, plant.id]) for one in here if one.job == job]
                    self.problem.at_most(own, most, Need("post-share", self._where(plant.id), plant.id, job, most, 1))
            most = self.demand.most_in_plant(plant)
            if most is not None:
                own = [(one.learners, self.goes[one.id, plant.id]) for one in here]
                self.problem.at_most(own, most, Need("staff-share", self._where(plant.id), plant.id, "", most, 1))

    def _aims(self) -> None:
        """Keep who stands with whom; then share learners out evenly among mentors."""
        kept = []
        for key, number in self.mentored.items():
            if self.stands.get(key):
                same = self.problem.number(0, self.stands[key])
                self.problem.at_most([(1, same), (-1, number)], 0)
                kept.append((-1, same))
        uneven = []
        for mentor in self.mentors:
            own = [(1, number) for (_, name), number in self.mentored.items() if name == mentor.id]
            if own:
                all_of_them = sum(self.problem.bounds[one][1] for _, one in own)
                steps = [self.problem.choice() for _ in range(min(all_of_them, mentor.apprentices))]
                steps.append(self.problem.number(0, all_of_them))
                self.problem.at_most([*own, *((-1, one) for one in steps)], 0)
                uneven += [(place, one) for place, one in enumerate(steps, start=1)]
        self.problem.aims = [aim for aim in (tuple(kept), tuple(uneven)) if aim]

    # Reading a solution

    def plants(self, values: Sequence[int]) -> Mapping[str, str]:
        """The plant of each group."""
        return {group: plant for (group, plant), number in self.goes.items() if values[number]}

    def pairings(self, values: Sequence[int]) -> tuple[Pairing, ...]:
        """The pairing of each learner: who stands keeps mentor and substitutes where that is possible."""
        return tuple(one for group in self.groups for one in self._pairings(group, values))

    def _pairings(self, group: Group, values: Sequence[int]) -> Iterator[Pairing]:
        left = {mentor: values[number] for (name, mentor), number in self.mentored.items() if name == group.id}
        found: dict[int, Pairing] = {}
        own = [one for one in self.standing if one.group == group.id and one.learner <= group.learners]
        for one in sorted(own, key=lambda one: (not one.fixed, one.learner)):
            if one.learner not in found and left.get(one.mentor):
                left[one.mentor] -= 1
                found[one.learner] = one if one.fixed else self._kept(one)
        waiting = iter(number for number in range(1, group.learners + 1) if number not in found)
        for name, number in left.items():
            for _, learner in zip(range(number), waiting, strict=False):
                found[learner] = self._new(group.id, learner, name)
        yield from (found[learner] for learner in sorted(found))

    def _new(self, group: str, learner: int, name: str) -> Pairing:
        mentor = self.demand.mentor_by_id[name]
        substitutes = tuple(one.id for one in self.demand.standing_in(mentor, mentor.substitutes))[1:]
        return Pairing(group=group, learner=learner, plant=mentor.plant, mentor=name, substitutes=substitutes)

    def _kept(self, one: Pairing) -> Pairing:
        """A pairing that stands, with its own substitutes where these are there and stand in on all days."""
        mentor = self.demand.mentor_by_id[one.mentor]
        fresh = self._new(one.group, one.learner, one.mentor)
        known = tuple(other.id for other in self.demand.standing_in(mentor, one.substitutes))[1:]
        same = known == one.substitutes and one.plant == mentor.plant
        return one if same and self._days(mentor, known) >= self._days(mentor, fresh.substitutes) else fresh

    def _days(self, mentor: PlannedMentor, names: Iterable[str]) -> frozenset[int]:
        return frozenset().union(*(one.days for one in self.demand.standing_in(mentor, names)))
