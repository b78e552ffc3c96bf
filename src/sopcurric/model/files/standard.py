"""`standards/*.yaml`: occupational skill standards (职业技能标准)."""

from typing import Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.application import ApplicationCondition
from sopcurric.model.files.base import Frozen, Identifier, Whole, Words
from sopcurric.model.files.describing import both, snippet, snippets


class Level(Frozen):
    """A skill level.
    技能等级：如五级/初级工、一级/高级技师。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new level", "新等级"),
                both("A skill level.", "一个技能等级。"),
                {"id": "${1:L4}", "title": both("${2:name of the level}", "${2:四级/中级工}")},
            )
        )
    )

    id: Identifier
    """Name of the level, such as `L4`.
    等级编号：如 `L4`。"""
    title: Words
    """What it is called.
    等级名称：如四级/中级工。"""
    training_hours: Whole | None = Field(default=None, ge=1, le=2000)
    """Reference hours of training.
    培训参考学时。"""
    condition: Words | None = None
    """Who may apply.
    申报条件。"""
    conditions: tuple[ApplicationCondition, ...] = Field(default=(), max_length=20)
    """The same one by one, so that it can be said which level graduates may apply for.
    申报条件（逐条）：用于判断毕业生可以申报哪一等级，满足其中之一即可。"""


class WorkContent(Frozen):
    """A row of the standard: a work content with the skills and knowledge that it asks for.
    工作内容：标准中的一行，含技能要求和相关知识要求。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new work content", "新工作内容"),
                both("A work content with one skill.", "一项工作内容和一条技能要求。"),
                {
                    "id": "${1:C1}",
                    "title": both("${2:work content}", "${2:工作内容}"),
                    "level": "${3:L4}",
                    "skills": [both("${4:is able to …}", "${4:能……}")],
                },
            )
        )
    )

    id: Identifier
    """Name of the row within the standard.
    编号：在本标准内不重复。"""
    title: Words
    """The work content.
    工作内容。"""
    level: Identifier
    """Level that it is required at, by id.
    所属等级：填等级的 `id`。"""
    skills: tuple[Words, ...] = Field(min_length=1)
    """Skill requirements.
    技能要求。"""
    knowledge: tuple[Words, ...] = ()
    """Related knowledge.
    相关知识要求。"""


class OccupationalFunction(Frozen):
    """A group of work contents.
    职业功能：一组工作内容。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new function", "新职业功能"),
                both("An occupational function with one work content.", "一项职业功能和其中一项工作内容。"),
                {
                    "id": "${1:F1}",
                    "title": both("${2:function}", "${2:职业功能}"),
                    "contents": [
                        {
                            "id": "${3:C1}",
                            "title": both("${4:work content}", "${4:工作内容}"),
                            "level": "${5:L4}",
                            "skills": [both("${6:is able to …}", "${6:能……}")],
                        }
                    ],
                },
            )
        )
    )

    id: Identifier
    """Name of the function within the standard.
    编号：在本标准内不重复。"""
    title: Words
    """The function.
    职业功能名称。"""
    weights: dict[str, Whole] = Field(default_factory=dict)
    """Skill weight in per cent by level; the weights of a level sum to 100 over all functions.
    技能要求权重：按等级填写百分数；同一等级在各职业功能中的权重合计为 100。"""
    contents: tuple[WorkContent, ...] = Field(min_length=1)
    """Its rows.
    工作内容列表。"""


class StandardFile(Frozen):
    """One occupational skill standard.
    职业技能标准：一个文件一份标准。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式版本：目前只有 1，可以不写。"""
    code: Identifier
    """Code of the occupation, such as 6-17-06-01.
    职业编码：如 6-17-06-01。"""
    title: Words
    """Name of the occupation and year of the standard.
    标准名称：职业名称和标准年份。"""
    source: Words | None = None
    """Where the text comes from.
    来源：标准文本的出处。"""
    levels: tuple[Level, ...] = Field(min_length=1)
    """Levels, lowest first.
    技能等级：由低到高。"""
    functions: tuple[OccupationalFunction, ...] = Field(min_length=1)
    """Functions with their contents.
    职业功能：含各项工作内容。"""
