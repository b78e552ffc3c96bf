"""`courses/*.yaml`: courses that come from no SOP (公共基础, 专业基础, 专业拓展)."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from sopcurric.model.files.base import Frozen, Identifier, Line, Words


class CourseCategory(StrEnum):
    """The categories of 教学进程安排表."""

    GENERAL = "general"
    FOUNDATION = "foundation"
    CORE = "core"
    EXTENSION = "extension"
    PRACTICE = "practice"


class Course(Frozen):
    """A course that is typed in."""

    code: Identifier
    """Code of the course."""
    title: Words
    """Name of the course."""
    category: CourseCategory
    """公共基础 general · 专业基础 foundation · 专业核心 core · 专业拓展 extension · 实践环节 practice."""
    nature: Literal["required", "restricted", "elective"] = "required"
    """必修 · 限选 · 任选."""
    theory_hours: int = Field(ge=0, le=2000)
    """Hours of theory (理论学时)."""
    practice_hours: int = Field(ge=0, le=2000)
    """Hours of practice (实践学时)."""
    weeks: int = Field(default=0, ge=0, le=52)
    """Whole weeks, where it is taught in weeks (军训, 实习); its hours stand in `practice_hours` all the same."""
    credits: float | None = Field(default=None, gt=0, le=60)
    """Credits; without them, 16 to 18 hours make one (one week makes one)."""
    segment: Identifier
    """Segment of the programme's path in which it is taught, by id."""
    semesters: tuple[int, ...] = Field(min_length=1)
    """Semesters in which it is taught, from 1."""
    assessment: Literal["exam", "check"] = "check"
    """考试 exam · 考查 check."""
    content: Words | None = None
    """Main content."""


class CourseFile(Frozen):
    """Courses that come from no SOP."""

    format: Literal[1] = 1
    """Version of this file format."""
    source: Line | None = None
    """Where the list comes from."""
    courses: tuple[Course, ...] = Field(min_length=1)
    """The courses."""
