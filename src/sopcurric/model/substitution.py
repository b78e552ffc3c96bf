"""Credits that achievements replace (学分置换), against the courses and the limits of a programme."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sopcurric.model.compilation import Compilation
from sopcurric.model.files.course import CourseCategory
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.substitution import Substitution, SubstitutionRule
from sopcurric.model.plan import CourseRow
from sopcurric.model.saying import words

NEVER_REPLACED = ("思想", "政治", "马克思", "形势与政策", "军事", "国防", "体育")
"""Words in names of courses that colleges usually do not let anybody replace (思政、军事、体育; recalled)."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of a programme: as typed, in credits, and of how many credits where it is a share."""

    typed: str
    credits: float
    total: float = 0.0


@dataclass(frozen=True)
class SubstitutionView:
    """The rules of a programme with the courses of its schedule."""

    programme: ProgrammeFile
    rules: Substitution
    courses: Mapping[str, CourseRow]

    @property
    def total(self) -> float:
        """Credits of the programme."""
        return sum(one.credits for one in self.courses.values())

    @property
    def at_most(self) -> float:
        """Credits that one student could have replaced: of alternatives the best, of a course not more than it has."""
        found: dict[str, float] = {}
        for one in once(self.rules.rules):
            found[one.course] = found.get(one.course, 0.0) + one.credits
        return sum(min(value, self.credits_of(course) or value) for course, value in found.items())

    def credits_of(self, course: str) -> float:
        """Credits of a course; 0 where there is none."""
        return self.courses[course].credits if course in self.courses else 0.0

    @property
    def limits(self) -> tuple[Limit, ...]:
        """The limits that are typed, in credits."""
        found = []
        if self.rules.most_credits:
            found.append(Limit(f"{self.rules.most_credits:g}", self.rules.most_credits))
        if self.rules.most_share:
            share = self.rules.most_share
            found.append(Limit(f"{share * 100:g} %", share * self.total, self.total))
        return tuple(found)


def substitutions(compilation: Compilation) -> tuple[SubstitutionView, ...]:
    """The written programmes that replace credits."""
    plans = {one.programme: one for one in compilation.plans}
    return tuple(
        SubstitutionView(one, one.substitution, {row.code: row for row in plans[one.id].courses})
        for one in compilation.inputs.programmes
        if one.substitution is not None and one.id in plans
    )


def once(rules: Iterable[SubstitutionRule]) -> tuple[SubstitutionRule, ...]:
    """Rules that can all be used by one student: of each group of alternatives the one with most credits."""
    best: dict[str, SubstitutionRule] = {}
    for one in rules:
        key = f"@{one.group}" if one.group else one.id
        if key not in best or best[key].credits < one.credits:
            best[key] = one
    return tuple(best.values())


def is_sensitive(row: CourseRow) -> bool:
    """Whether a course is one of politics, the army or sport, by its name in Chinese."""
    said = words(row.title, "zh")
    return row.category is CourseCategory.GENERAL and any(word in said for word in NEVER_REPLACED)
