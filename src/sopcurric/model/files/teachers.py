"""Teachers of a programme with what each of them can do (教师四维能力)."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Frozen, Identifier, Line, Whole, Words
from sopcurric.model.files.describing import both, meanings, snippet, snippets

_Grade = Annotated[Whole, Field(ge=1, le=5)]


class Teacher(Frozen):
    """A teacher with grades from 1 (beginner) to 5 (leading) in four dimensions.
    教师：从专业理论、实践能力、教学能力、教研能力四个维度评 1～5 级，5 级最高。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new teacher", "新教师"),
                both("A teacher with grades in four dimensions.", "一位教师及其四维能力。"),
                {
                    "id": "${1:T1}",
                    "title": both("${2:who it is}", "${2:姓名或岗位}"),
                    "theory": "^${3:3}",
                    "practice": "^${4:3}",
                    "teaching": "^${5:3}",
                    "research": "^${6:3}",
                },
            )
        )
    )

    id: Identifier
    """Name of the entry.
    教师编号。"""
    title: Words
    """Who it is; fictional or a role in published repositories.
    教师：公开的仓库中请用虚构姓名或岗位名称。"""
    kind: Annotated[
        Literal["school", "company"],
        meanings(
            {"school": "Teacher of the college.\n学校专任教师。", "company": "Teacher from the plant.\n企业兼职教师。"}
        ),
    ] = "school"
    """From where the teacher comes.
    来源：学校专任教师或企业兼职教师。"""
    theory: _Grade
    """Theory of the trade.
    专业理论：1～5 级。"""
    practice: _Grade
    """Practice of the trade.
    实践能力：1～5 级。"""
    teaching: _Grade
    """Teaching.
    教学能力：1～5 级。"""
    research: _Grade
    """Research on teaching.
    教研能力：1～5 级。"""
    dual: bool = False
    """Whether recognised as a teacher of both theory and practice.
    是否认定为“双师型”教师。"""
    evidence: tuple[Words, ...] = ()
    """What the grades rest on: certificates, months in plants, awards.
    评级依据：证书、企业实践经历、教学成果等。"""
    jobs: tuple[Line, ...] = ()
    """Addresses of the jobs whose courses the teacher can teach; none means all.
    可任教岗位课程：填岗位地址，不填表示各岗位课程均可任教。"""
