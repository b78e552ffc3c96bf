"""The calendar of a cohort: when its semesters are, which weeks nobody teaches, when something is closed."""

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Day, Frozen, Whole, Words
from sopcurric.model.files.describing import both, snippet, snippets

LONGEST_SEMESTER = 30
"""Weeks; half a year of the calendar has 26."""
MOST_SEMESTERS = 12
"""Six years are the longest way (3+3)."""


class Closure(Frozen):
    """Weeks of a semester in which a plant, a base or a mentor is not there.
    停用周次：企业、基地检修停用，或导师外出的周次。"""

    semester: Whole = Field(ge=1, le=MOST_SEMESTERS)
    """Semester, counted from the first of the programme.
    学期：从第一学期起数。"""
    first: Whole = Field(ge=1, le=LONGEST_SEMESTER)
    """First week of the semester.
    起始周：学期内第几周。"""
    last: Whole = Field(ge=1, le=LONGEST_SEMESTER)
    """Last week of the semester.
    结束周：学期内第几周。"""
    why: Words | None = None
    """Why.
    原因：如大修、外出。"""


class Semester(Frozen):
    """A semester of the calendar.
    学期：开学日期和周数。"""

    number: Whole = Field(ge=1, le=MOST_SEMESTERS)
    """Its number, counted from the first of the programme.
    学期序号：从第一学期起数。"""
    start: Day
    """The Monday of its first week.
    开学日期：第一周的星期一，写成 `YYYY-MM-DD`。"""
    weeks: Whole = Field(ge=1, le=LONGEST_SEMESTER)
    """How many weeks it has, with weeks of examinations.
    周数：含考试周。"""
    exam_weeks: Whole = Field(default=0, ge=0, le=4)
    """Weeks at its end that are kept for examinations.
    考试周数：学期末留作考试的周数。"""
    holidays: tuple[Day, ...] = Field(default=(), max_length=60)
    """Working days on which nobody teaches or works.
    放假日期：学期内不上课、不上岗的日期。"""


class Calendar(Frozen):
    """When the semesters of the cohort are.
    校历：本年级各学期的起止。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("calendar", "校历"),
                both("Two semesters.", "两个学期。"),
                {
                    "semesters": [
                        {"number": 1, "start": "${1:2026-09-07}", "weeks": 18, "exam_weeks": 1},
                        {"number": 2, "start": "${2:2027-03-01}", "weeks": 18, "exam_weeks": 1},
                    ]
                },
            )
        )
    )

    semesters: tuple[Semester, ...] = Field(min_length=1, max_length=MOST_SEMESTERS)
    """Semesters in their order.
    学期：按先后列出。"""
