"""Shares of a teaching schedule: public foundation, electives, practice; each with its formula."""

from collections.abc import Sequence
from dataclasses import dataclass

from sopcurric.model.files.course import CourseCategory
from sopcurric.model.plan import CourseRow


@dataclass(frozen=True, slots=True)
class Share:
    """Hours of a part of the schedule and their share of the total (0 to 1); `number` is its name in profiles."""

    name: str
    number: str
    hours: int
    share: float

    @property
    def percent(self) -> str:
        """The share in per cent with one decimal, rounded half up; the comparison uses the unrounded share."""
        return f"{int(self.share * 1000 + 0.5) / 10:.1f} %"


def shares_of(courses: Sequence[CourseRow]) -> tuple[Share, ...]:
    """Total hours and the three shares that 教职成〔2019〕13号 names, over hours, with whole weeks counted in.

    Practice is the practice hours of all courses, with practical weeks and weeks at the post; electives are restricted
    and free ones.
    """
    total = sum(one.hours for one in courses)
    parts = (
        ("general", "public-foundation-share", sum(c.hours for c in courses if c.category is CourseCategory.GENERAL)),
        ("elective", "elective-share", sum(one.hours for one in courses if one.nature != "required")),
        ("practice", "practice-share", sum(one.practice_hours for one in courses)),
    )
    return (
        Share("total", "total-hours", total, 1.0 if total else 0.0),
        *(Share(name, number, hours, hours / total if total else 0.0) for name, number, hours in parts),
    )
