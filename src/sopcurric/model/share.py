"""Shares of a teaching schedule: public foundation, electives, practice, blocks; each with its formula."""

from collections.abc import Sequence
from dataclasses import dataclass

from sopcurric.model.files.course import CourseBlock, CourseCategory
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
        return _percent(self.share)


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


@dataclass(frozen=True, slots=True)
class BlockShare:
    """One of the four blocks of a programme (四位一体): its courses, hours and credits, its share of all hours."""

    name: str
    courses: int
    hours: int
    credits: float
    share: float

    @property
    def percent(self) -> str:
        """The share in per cent with one decimal, rounded half up."""
        return _percent(self.share)


def blocks_of(courses: Sequence[CourseRow]) -> tuple[BlockShare, ...]:
    """The four blocks in their order, also those without courses."""
    total = sum(one.hours for one in courses)
    found = []
    for block in CourseBlock:
        own = [one for one in courses if one.block is block]
        hours = sum(one.hours for one in own)
        found.append(
            BlockShare(block.value, len(own), hours, sum(one.credits for one in own), hours / total if total else 0.0)
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class CategoryShare:
    """Courses of a category (or of a part that cuts across them), with hours and credits and their shares of all."""

    name: str
    courses: int
    theory: int
    practice: int
    credits: float
    share: float
    credit_share: float

    @property
    def hours(self) -> int:
        """Theory and practice together."""
        return self.theory + self.practice

    @property
    def percent(self) -> str:
        """The share of all hours in per cent with one decimal, rounded half up."""
        return _percent(self.share)

    @property
    def credit_percent(self) -> str:
        """The share of all credits likewise."""
        return _percent(self.credit_share)


def categories_of(courses: Sequence[CourseRow]) -> tuple[CategoryShare, ...]:
    """Every category that has courses, all together (`total`), then electives and hours of practice among them.

    Practice cuts across courses: it has hours and no credits of its own.
    """
    parts = [
        (one.value, [course for course in courses if course.category is one])
        for one in CourseCategory
        if any(course.category is one for course in courses)
    ]
    parts += [("total", list(courses)), ("elective", [one for one in courses if one.nature != "required"])]
    hours, credit = sum(one.hours for one in courses), sum(one.credits for one in courses)
    found = [_category(name, own, hours, credit) for name, own in parts]
    practice = sum(one.practice_hours for one in courses)
    number = sum(1 for one in courses if one.practice_hours)
    return (*found, CategoryShare("in-practice", number, 0, practice, 0, practice / hours if hours else 0.0, 0.0))


def _category(name: str, own: Sequence[CourseRow], hours: int, credit: float) -> CategoryShare:
    part = sum(one.hours for one in own)
    earned = sum(one.credits for one in own)
    return CategoryShare(
        name,
        len(own),
        sum(one.theory_hours for one in own),
        sum(one.practice_hours for one in own),
        earned,
        part / hours if hours else 0.0,
        earned / credit if credit else 0.0,
    )


def _percent(share: float) -> str:
    return f"{int(share * 1000 + 0.5) / 10:.1f} %"
