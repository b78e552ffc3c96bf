"""Weeks of the semesters of a programme: what they are spent on, and how hours stand in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.plan import CourseRow, IntegratedPlan
from sopcurric.model.profile import Profile

_WEEK = 7
_TRIES = 3
_USUAL_WEEKS, _USUAL_EXAMS = 18, 1


@dataclass(frozen=True, slots=True)
class SemesterWeeks:
    """Weeks of a semester: `whole` by code of the course that takes them, of examinations, without any, in all.

    `holidays` are the weeks until the next semester, where the calendar says so.
    """

    number: int
    weeks: int
    exams: int
    whole: tuple[tuple[str, int], ...]
    holidays: int | None

    @property
    def taken(self) -> int:
        """Weeks in which something else is done than courses."""
        return sum(weeks for _, weeks in self.whole)

    @property
    def teaching(self) -> int:
        """Weeks that are left for courses."""
        return max(0, self.weeks - self.exams - self.taken)


def weeks_of(programme: ProgrammeFile, plan: IntegratedPlan, profile: Profile) -> tuple[SemesterWeeks, ...]:
    """Every semester of the schedule; without a calendar, as long as the profile says.

    A semester of the profile has its teaching weeks and the weeks of examinations on top (18 + 1).
    """
    last = max((len(one.hours_by_semester) for one in plan.courses), default=0)
    written = {one.number: one for one in programme.calendar.semesters} if programme.calendar else {}
    teaching = _number(profile, "semester-weeks", _USUAL_WEEKS)
    exams = _number(profile, "exam-weeks", _USUAL_EXAMS)
    spread = {course.code: whole_weeks(course) for course in plan.courses if course.weeks}
    found = []
    for number in range(1, last + 1):
        own, after = written.get(number), written.get(number + 1)
        whole = tuple((code, weeks[number]) for code, weeks in spread.items() if weeks.get(number))
        gap = _weeks_between(own.start, after.start) - own.weeks if own and after else None
        found.append(
            SemesterWeeks(
                number,
                own.weeks if own else teaching + exams,
                own.exam_weeks if own else exams,
                whole,
                max(0, gap) if gap is not None else None,
            )
        )
    return tuple(found)


def whole_weeks(course: CourseRow) -> Mapping[int, int]:
    """The whole weeks of a course by semester, as even as whole numbers go."""
    number = len(course.semesters)
    return {
        semester: course.weeks // number + (place < course.weeks % number)
        for place, semester in enumerate(course.semesters)
    }


def in_weeks(hours: int, weeks: int) -> str:
    """Hours of a semester as registries write them: `4/14W` are 4 hours in each of 14 weeks.

    `4/14W+2` has two hours more in another week. Where whole numbers fit with a little more a week, they are taken.
    """
    if not hours:
        return ""
    if weeks <= 0:
        return str(hours)
    least = ceil(Fraction(hours, weeks))
    weekly = next((one for one in range(least, least + _TRIES) if hours % one == 0), least)
    rest = hours % weekly
    return f"{weekly}/{hours // weekly}W" + (f"+{rest}" if rest else "")


def _number(profile: Profile, name: str, usual: int) -> int:
    number = profile.numbers.get(name)
    return int(number.value) if number else usual


def _weeks_between(first: str, second: str) -> int:
    return (date.fromisoformat(second) - date.fromisoformat(first)).days // _WEEK


def teaching_weeks_by_year(semesters: Sequence[SemesterWeeks]) -> tuple[tuple[int, int], ...]:
    """School years (from 1) with the weeks of their semesters, examinations included."""
    years = sorted({(one.number + 1) // 2 for one in semesters})
    return tuple((year, sum(one.weeks for one in semesters if (one.number + 1) // 2 == year)) for year in years)
