"""`standards/*.yaml`: occupational skill standards (职业技能标准)."""

from typing import Literal

from pydantic import Field

from sopcurric.model.files.base import Frozen, Identifier, Words


class Level(Frozen):
    """A skill level (五级/初级工 … 一级/高级技师)."""

    id: Identifier
    """Name of the level, such as `L4`."""
    title: Words
    """What it is called (四级/中级工)."""
    training_hours: int | None = Field(default=None, ge=1, le=2000)
    """Reference hours of training (培训参考学时)."""
    condition: Words | None = None
    """Who may apply (申报条件)."""


class WorkContent(Frozen):
    """A row of the standard: 工作内容 with 技能要求 and 相关知识要求."""

    id: Identifier
    """Name of the row within the standard."""
    title: Words
    """The work content (工作内容)."""
    level: Identifier
    """Level that it is required at, by id."""
    skills: tuple[Words, ...] = Field(min_length=1)
    """Skill requirements (技能要求)."""
    knowledge: tuple[Words, ...] = ()
    """Related knowledge (相关知识要求)."""


class OccupationalFunction(Frozen):
    """职业功能: a group of work contents."""

    id: Identifier
    """Name of the function within the standard."""
    title: Words
    """The function."""
    weights: dict[str, int] = Field(default_factory=dict)
    """Skill weight (技能要求权重) in per cent by level; the weights of a level sum to 100 over all functions."""
    contents: tuple[WorkContent, ...] = Field(min_length=1)
    """Its rows."""


class StandardFile(Frozen):
    """One occupational skill standard."""

    format: Literal[1] = 1
    """Version of this file format."""
    code: Identifier
    """Code of the occupation, such as 6-17-06-01."""
    title: Words
    """Name of the occupation and year of the standard."""
    source: Words | None = None
    """Where the text comes from."""
    levels: tuple[Level, ...] = Field(min_length=1)
    """Levels, lowest first."""
    functions: tuple[OccupationalFunction, ...] = Field(min_length=1)
    """Functions with their contents."""
