"""Ways of an employee from one job to another, or up to a level, and the safety training that the law asks for."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Frozen, Identifier, Line, Whole
from sopcurric.model.files.describing import both, meanings, snippet, snippets

Industry = Literal["smelting", "other"]
"""金属冶炼 · 其他行业; more hours of safety training are prescribed for smelting."""


class InServicePath(Frozen):
    """A way that the programme prints a training plan for: to another job, or up to a level.
    转岗、晋升路径：按此印制培训方案；`goal` 与 `level` 填一个。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new path", "新路径"),
                both("From one job to another.", "从一个岗位转到另一个岗位。"),
                {"id": "${1:P1}", "start": "${2:DIG}", "goal": "${3:SET}"},
            )
        )
    )

    id: Identifier
    """Name of the path.
    路径编号。"""
    start: Line
    """Address of the job that people hold.
    原岗位：填岗位地址。"""
    goal: Line | None = None
    """Address of the job that they go to.
    转入岗位：填岗位地址。"""
    level: Identifier | None = None
    """Level of the standard that they go up to, by id.
    晋升等级：填职业技能标准中等级的 `id`。"""


class SafetyTraining(Frozen):
    """Hours of safety training in the plant, by the level that gives it.
    安全培训学时：厂、车间、班组三级；不写的按数值方案。"""

    industry: Annotated[
        Industry,
        meanings({"smelting": "Smelting of metals.\n金属冶炼。", "other": "Other industries.\n其他行业。"}),
    ] = "smelting"
    """Industry by which the prescribed hours go.
    行业：金属冶炼企业新上岗人员的法定学时较多。"""
    plant: Whole | None = Field(default=None, ge=0, le=500)
    """Hours by the plant.
    厂级学时。"""
    workshop: Whole | None = Field(default=None, ge=0, le=500)
    """Hours by the workshop.
    车间级学时。"""
    team: Whole | None = Field(default=None, ge=0, le=500)
    """Hours by the team.
    班组级学时。"""
    yearly: Whole | None = Field(default=None, ge=0, le=500)
    """Hours of every year after that.
    每年再培训学时。"""
