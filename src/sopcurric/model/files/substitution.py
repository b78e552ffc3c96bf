"""Credits for what was achieved elsewhere (学分置换): which achievement replaces how many credits of which course."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Day, Frozen, Identifier, Real, Words
from sopcurric.model.files.describing import both, meanings, snippet, snippets

AchievementKind = Literal["certificate", "competition", "work", "training", "patent"]
"""证书 · 竞赛 · 工作经历 · 培训 · 成果."""


class SubstitutionRule(Frozen):
    """An achievement and the credits that it replaces.
    置换规则：一项学习成果可以置换哪门课程的多少学分。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new rule", "新置换规则"),
                both("A certificate that replaces credits of a course.", "一张证书置换一门课程的学分。"),
                {
                    "id": "${1:X1}",
                    "kind": "${2:certificate}",
                    "achievement": both("${3:certificate}", "${3:证书名称和等级}"),
                    "course": "${4:FB01}",
                    "credits": "^${5:2}",
                    "evidence": [both("${6:what is shown}", "${6:提交的材料}")],
                },
            )
        )
    )

    id: Identifier
    """Name of the rule.
    规则编号。"""
    kind: Annotated[
        AchievementKind,
        meanings(
            {
                "certificate": "A certificate.\n证书。",
                "competition": "A prize in a competition.\n竞赛获奖。",
                "work": "Experience of work.\n工作经历。",
                "training": "A training in a plant.\n企业培训。",
                "patent": "A patent, an improvement, a publication.\n专利、技术革新、论文等成果。",
            }
        ),
    ]
    """What kind of achievement it is.
    成果类型：证书、竞赛获奖、工作经历、培训或其他成果。"""
    achievement: Words
    """The achievement with its level.
    学习成果：名称和等级。"""
    level: Identifier | None = None
    """Level of the programme's standard that a certificate is of, by id.
    证书等级：填职业技能标准中等级的 `id`。"""
    course: Identifier
    """Code of the course whose credits are replaced, as the schedule prints it.
    置换课程：填教学进程安排表中的课程编码。"""
    credits: Real = Field(gt=0, le=60)
    """How many credits.
    置换学分。"""
    evidence: tuple[Words, ...] = Field(min_length=1, max_length=20)
    """What has to be shown.
    认定材料。"""
    valid_until: Day | None = None
    """Last day on which the achievement is accepted.
    有效期：认定截止日期，写成 `YYYY-MM-DD`。"""
    group: Identifier | None = None
    """Rules of one group are alternatives: one achievement is used once.
    互斥组：同一项成果只使用一次，同组规则只取一条。"""


class Substitution(Frozen):
    """How credits are replaced, with limits.
    学分置换办法：置换上限和置换规则。"""

    most_credits: Real | None = Field(default=None, gt=0, le=200)
    """Most credits that one student may have replaced.
    每名学生置换学分上限。"""
    most_share: Real | None = Field(default=None, gt=0, le=1)
    """Most of the credits of the programme, as a share.
    置换学分占总学分的上限：如 0.3。"""
    basis: Words | None = None
    """By which rules of the college.
    依据：学校的学分认定与置换办法。"""
    rules: tuple[SubstitutionRule, ...] = Field(default=(), max_length=200)
    """The rules.
    置换规则。"""
