"""Smaller parts of `programmes/*.yaml`: credits to graduate, and jobs with courses, contests and certificates."""

from typing import Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Frozen, Identifier, Line, Real, Words
from sopcurric.model.files.describing import both, snippet, snippets

Outline = Literal["2019", "2025"]
Strength = Literal["H", "M", "L"]


class GraduationCredits(Frozen):
    """Credits that graduates need.
    毕业学分要求。"""

    total: Real = Field(gt=0, le=400)
    """Credits in all.
    总学分。"""
    elective: Real = Field(default=0, ge=0, le=200)
    """Credits of electives among them.
    其中选修学分。"""


class JobCourseLink(Frozen):
    """What a job has to do with courses, a contest and a certificate.
    岗课赛证：岗位与课程、竞赛、证书的对应。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new line", "新的一行"),
                both("A job with courses and a certificate.", "一个岗位对应的课程和证书。"),
                {
                    "id": "${1:L1}",
                    "jobs": ["${2:JOB}"],
                    "courses": ["${3:JOB}"],
                    "certificate": both("${4:certificate}", "${4:证书名称（等级）}"),
                },
            )
        )
    )

    id: Identifier
    """Name of the line.
    编号。"""
    jobs: tuple[Line, ...] = Field(min_length=1, max_length=50)
    """Addresses of jobs.
    岗位：填岗位地址。"""
    courses: tuple[Line, ...] = Field(min_length=1, max_length=50)
    """Codes of courses, as the schedule prints them.
    课程：填教学进程安排表中的课程编码。"""
    contest: Words | None = None
    """Contest of skills.
    竞赛：技能竞赛赛项。"""
    certificate: Words | None = None
    """Certificate with its level, for which learners may apply.
    证书：可以申报的证书及等级。"""
