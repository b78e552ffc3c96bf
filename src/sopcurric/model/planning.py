"""`PlanDemand`: what a cohort asks of its plan: weeks, groups and what they learn, places, plants and mentors.

Weeks are numbered from the first of the programme through all semesters (`at`), so that what comes later has the larger
number. Hours are 学时; what a group learns in several weeks is spread evenly over them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import floor
from typing import Literal

from sopcurric.model.profile import Number

Share = Literal["theory", "routine", "demanding"]
MENTOR_GRADES: Mapping[str, int] = {
    "intermediate": 3,
    "senior": 4,
    "technician": 5,
    "senior-technician": 6,
    "special": 7,
    "chief": 8,
}
"""The place of a mentor's grade on the ladder of eight (`linguistics.skill_grades`)."""
NO_GRADE = 0
"""Where nobody said which grade somebody has."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week of a semester: its number `at` through the programme and the days on which people work in it.

    `days` count from the Monday of the first week of all; they are empty where nobody teaches or works. `exams` is a
    week kept for examinations: nothing is learnt in it, but who is in a plant stays there.
    """

    at: int
    semester: int
    number: int
    days: tuple[int, ...]
    exams: bool = False

    @property
    def taught(self) -> bool:
        """Whether something can be learnt in it."""
        return bool(self.days) and not self.exams


@dataclass(frozen=True, slots=True)
class Stage:
    """What a segment of the path leaves for modules in one of its semesters.

    `hours` are those of a week beside typed-in courses; `away` whole weeks of typed-in courses, `post` whole weeks at
    the post, which both have no modules.
    """

    segment: str
    semester: int
    in_plant: bool
    hours: Fraction
    away: int
    post: int


@dataclass(frozen=True, slots=True)
class Item:
    """What a group learns of one module: its theory, its routine or its demanding practice.

    `weeks` are spent at one of `places` (ids; the empty one is the plant of the group), `simulated` weeks before them
    at one of `rooms`. `before` are items of the group that begin and end no later (modules of a course in their order),
    `done` those that have ended. `examined`: it ends with a safety examination. `not_before` is the first semester in
    which it can begin.
    """

    id: str
    group: str
    module: str
    course: str
    share: Share
    segment: str
    hours: int
    weeks: int
    places: tuple[str, ...]
    simulated: int = 0
    rooms: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    examined: bool = False
    field: bool = False
    not_before: int = 1

    @property
    def load(self) -> Fraction:
        """Hours in each of its weeks."""
        return Fraction(self.hours, max(1, self.weeks + self.simulated))


@dataclass(frozen=True, slots=True)
class Group:
    """Learners who are placed together. `plants` are the ids of those that they can go to; `items` are in order."""

    id: str
    learners: int
    job: str
    plants: tuple[str, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is learnt: a base with work places, or a partner (`places` is 0, without a limit).

    `plant` is the partner that runs it where that is a plant; `closed` are weeks by number.
    """

    id: str
    places: int
    plant: str
    closed: frozenset[int]
    jobs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plant:
    """A plant with its staff (0 where nobody said) and the people at each post that was named."""

    id: str
    staff: int
    posts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class PlannedMentor:
    """A mentor. `days` are those on which they are on a day shift; `grade` is their place on the ladder."""

    id: str
    plant: str
    jobs: tuple[str, ...]
    apprentices: int
    grade: int
    days: frozenset[int]
    substitutes: tuple[str, ...]


@dataclass(frozen=True)
class PlanDemand:
    """What the plan of one cohort must do. `target` is the grade that learners aim at, on the ladder.

    `post_share` and `staff_share` are the numbers of the profile on learners per post and per plant, `week_hours` that
    on hours a week.
    """

    programme: str
    weeks: tuple[Week, ...]
    stages: tuple[Stage, ...]
    groups: tuple[Group, ...]
    places: tuple[Place, ...]
    plants: tuple[Plant, ...]
    mentors: tuple[PlannedMentor, ...]
    target: int = NO_GRADE
    post_share: Number | None = None
    staff_share: Number | None = None
    week_hours: Number | None = None

    @cached_property
    def week_at(self) -> Mapping[tuple[int, int], Week]:
        """Weeks by semester and number."""
        return {(one.semester, one.number): one for one in self.weeks}

    @cached_property
    def weeks_of(self) -> Mapping[str, tuple[Week, ...]]:
        """The weeks of each segment."""
        semesters: dict[str, set[int]] = {}
        for stage in self.stages:
            semesters.setdefault(stage.segment, set()).add(stage.semester)
        return {
            segment: tuple(week for week in self.weeks if week.semester in own) for segment, own in semesters.items()
        }

    @cached_property
    def stage_of(self) -> Mapping[tuple[str, int], Stage]:
        """Stages by segment and semester."""
        return {(one.segment, one.semester): one for one in self.stages}

    @cached_property
    def place_by_id(self) -> Mapping[str, Place]:
        """Places by id."""
        return {one.id: one for one in self.places}

    @cached_property
    def plant_by_id(self) -> Mapping[str, Plant]:
        """Plants by id."""
        return {one.id: one for one in self.plants}

    @cached_property
    def mentor_by_id(self) -> Mapping[str, PlannedMentor]:
        """Mentors by id."""
        return {one.id: one for one in self.mentors}

    @cached_property
    def group_by_id(self) -> Mapping[str, Group]:
        """Groups by id."""
        return {one.id: one for one in self.groups}

    @cached_property
    def items(self) -> Mapping[tuple[str, str], Item]:
        """Items by group and id."""
        return {(one.group, one.id): one for group in self.groups for one in group.items}

    @cached_property
    def in_plant(self) -> tuple[Week, ...]:
        """The weeks that learners spend in plants, wherever modules are learnt."""
        semesters = {stage.semester for stage in self.stages if stage.in_plant}
        return tuple(week for week in self.weeks if week.semester in semesters and week.days)

    def most_at_post(self, plant: Plant, job: str) -> int | None:
        """How many learners a post takes: a share of its people; None where nobody said how many these are."""
        return _part(self.post_share, plant.posts.get(job, 0))

    def most_in_plant(self, plant: Plant) -> int | None:
        """How many learners a plant takes: a share of its staff; None where nobody said how many these are."""
        return _part(self.staff_share, plant.staff)

    def standing_in(self, mentor: PlannedMentor, names: Iterable[str]) -> Iterator[PlannedMentor]:
        """The mentor, and of those who are named the ones who can stand in: same plant, at least one job in common."""
        yield mentor
        for name in names:
            other = self.mentor_by_id.get(name)
            if other and other.plant == mentor.plant and not {*other.jobs}.isdisjoint(mentor.jobs):
                yield other

    def can_mentor(self, mentor: PlannedMentor, job: str) -> bool:
        """Whether a mentor teaches a job and has at least the level that is aimed at, as far as that is known."""
        return job in mentor.jobs and not self.is_below(mentor)

    def is_below(self, mentor: PlannedMentor) -> bool:
        """Whether the grade of a mentor is below the level that is aimed at; nobody's is where one is not known."""
        return NO_GRADE not in {mentor.grade, self.target} and mentor.grade < self.target


def _part(share: Number | None, people: int) -> int | None:
    return floor(Fraction(str(share.value)) * people) if share and people else None
