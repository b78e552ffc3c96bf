"""How mentors teach: their duties, what they get for it, by what an apprentice has finished, and weeks kept by hand."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Frozen, Identifier, Target, Whole, Words
from sopcurric.model.files.describing import both, meanings, snippet, snippets

Operating = Literal["watch", "assist", "alone"]
"""看, 辅, 独."""


class MentoringWeeks(Frozen):
    """Weeks in which an apprentice learns a task, and how far; they take the place of the computed ones of that task.
    带教周次：某项任务在哪几周带教、操作到哪一级；写了就不用自动排出的。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new weeks", "新带教周次"),
                both("Weeks of a task.", "一项任务的带教周次。"),
                {
                    "segment": "${1:S3}",
                    "task": "${2:JOB/P1}",
                    "first": "^${3:1}",
                    "last": "^${4:2}",
                    "level": "${5:assist}",
                },
            )
        )
    )

    segment: Identifier
    """Segment of the path, by id.
    培养阶段：填阶段的 `id`。"""
    task: Target
    """Address of a procedure of the task.
    任务：填规程中作业程序的地址，如 `DIG/P1`。"""
    first: Whole = Field(ge=1, le=120)
    """First week of the segment.
    起始周：阶段内第几周。"""
    last: Whole = Field(ge=1, le=120)
    """Last week of the segment.
    结束周：阶段内第几周。"""
    level: Annotated[
        Operating,
        meanings(
            {
                "watch": "Watches.\n看：观摩演示。",
                "assist": "Helps.\n辅：在导师指导下辅助操作。",
                "alone": "Works relatively independently, the mentor beside.\n独：相对独立操作，导师在场。",
            }
        ),
    ]
    """How far the apprentice operates.
    操作级别：看、辅或独。"""


class MentoringWeights(Frozen):
    """What counts how much when an apprentice finishes, in per cent.
    出师考核权重：合计 100。"""

    theory: Whole = Field(ge=0, le=100)
    """Theory.
    理论知识。"""
    practice: Whole = Field(ge=0, le=100)
    """Practice.
    技能操作。"""
    conduct: Whole = Field(ge=0, le=100)
    """Conduct.
    职业素养。"""
    safety: Whole = Field(ge=0, le=100)
    """Safety.
    安全。"""

    @property
    def total(self) -> int:
        """What they sum to."""
        return self.theory + self.practice + self.conduct + self.safety


class Mentoring(Frozen):
    """How mentors teach and what they get for it.
    师带徒：导师职责、激励、出师条件和带教周次。"""

    duties: tuple[Words, ...] = Field(default=(), max_length=30)
    """Duties of mentors; without them, the usual ones are printed.
    导师职责：不写则按通用职责打印。"""
    duties_of_apprentices: tuple[Words, ...] = Field(default=(), max_length=30)
    """Duties of apprentices; without them, the usual ones are printed.
    徒弟职责：不写则按通用职责打印。"""
    incentives: tuple[Words, ...] = Field(default=(), max_length=30)
    """What mentors get for it.
    导师激励：如评优、晋级、计入工作量。"""
    allowance: Words | None = None
    """Allowance, and when it is paid.
    带徒津贴：标准和发放条件。"""
    weights: MentoringWeights | None = None
    """What counts how much at the end.
    出师考核权重。"""
    conditions: tuple[Words, ...] = Field(default=(), max_length=30)
    """On which conditions an apprentice has finished; without them, the usual ones are printed.
    出师条件：不写则按通用条件打印。"""
    weeks: tuple[MentoringWeeks, ...] = Field(default=(), max_length=5000)
    """Weeks kept by hand.
    带教周次：人工指定的周次。"""
    left_out: tuple[Target, ...] = Field(default=(), max_length=500)
    """Tasks that no mentor teaches, by address of a procedure.
    不带教的任务：填作业程序的地址。"""
