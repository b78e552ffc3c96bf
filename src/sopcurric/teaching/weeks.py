"""Meetings of a class put into the weeks of a semester: where, by the hours of a week, each begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse

WEEKS = 18
"""Teaching weeks of a semester where the profile does not say."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """The hours of a week on average, and the meetings, by their place, of each week; no meeting begins in some."""

    weekly: int
    weeks: tuple[tuple[int, ...], ...]


def meetings_of(course: JobCourse, compilation: Compilation) -> list[int]:
    """The hours of each meeting of a course, in their order."""
    lessons = compilation.lessons.by_task
    return [unit.hours for task in course.tasks if task.id in lessons for unit in lessons[task.id].units]


def weeks_of(hours: Sequence[int], compilation: Compilation) -> Weeks:
    """The weeks of meetings: with more hours a week than the project says where they would outlast the semester."""
    policy = compilation.inputs.settings.teaching
    number = compilation.inputs.profile.numbers.get("semester-weeks")
    most = int(number.value) if number else WEEKS
    weekly = policy.weekly_hours
    weeks = _packed(hours, weekly)
    while len(weeks) > most and weekly < sum(hours):
        weekly += policy.unit_hours
        weeks = _packed(hours, weekly)
    return Weeks(weekly, weeks)


def _packed(hours: Sequence[int], weekly: int) -> tuple[tuple[int, ...], ...]:
    """Meetings by the week in which they begin; what goes beyond the hours of a week is taken from those after it."""
    weeks: list[list[int]] = []
    spare = 0
    for place, one in enumerate(hours):
        while spare <= 0:
            weeks.append([])
            spare += weekly
        weeks[-1].append(place)
        spare -= one
    return tuple(map(tuple, weeks))
