"""Groups of learners, as they are placed together; learners themselves are numbers in every repository."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Frozen, Identifier, Line, Whole, Words
from sopcurric.model.files.describing import both, meanings, snippet, snippets

ClassType = Literal["ordinary", "order", "engineer", "apprentice"]


class LearnerGroup(Frozen):
    """Learners who take the same modules at the same time and prepare for the same post.
    学习小组：同时学习相同模块、面向同一岗位的学员。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new group", "新学习小组"),
                both("A group for one post.", "面向一个岗位的小组。"),
                {
                    "id": "${1:G1}",
                    "title": both("${2:group}", "${2:小组名称}"),
                    "learners": "^${3:6}",
                    "job": "${4:JOB}",
                },
            )
        )
    )

    id: Identifier
    """Name of the group; its learners are `ID-01`, `ID-02` …
    小组编号：学员编号为“小组编号-01”起。"""
    title: Words
    """What it is called.
    小组名称。"""
    learners: Whole = Field(ge=1, le=60)
    """How many learners.
    人数。"""
    job: Line
    """Address of the job that they prepare for.
    目标岗位：填岗位地址。"""
    plant: Identifier | None = None
    """Plant that they work in, by id of the partner; without it `sopcurric plan` chooses one that has the post.
    实习企业：填合作方的 `id`；不写则由 `sopcurric plan` 在有该岗位的企业中选择。"""
    also: tuple[Line, ...] = Field(default=(), max_length=50)
    """Further jobs whose courses they take.
    另学岗位：同时学习哪些岗位的课程，填岗位地址。"""
    class_type: Annotated[
        ClassType,
        meanings(
            {
                "ordinary": "Ordinary class.\n普通班。",
                "order": "Class ordered by a company.\n订单班。",
                "engineer": "Class of field engineers.\n现场工程师班。",
                "apprentice": "Class of apprentices.\n学徒制班。",
            }
        ),
    ] = "ordinary"
    """Type of class.
    班型：普通班、订单班、现场工程师班或学徒制班。"""
