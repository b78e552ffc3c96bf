"""`programmes/*.plan.yaml`: where and when each group learns each module, and who mentors whom.

`sopcurric plan` writes it beside the programme; people may change it and keep what they mean with `fixed`. What is
printed and checked follows this file: nothing is searched there.
"""

from typing import Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Frozen, Identifier, Line, Whole
from sopcurric.model.files.calendar import LONGEST_SEMESTER, MOST_SEMESTERS
from sopcurric.model.files.describing import both, snippet, snippets


class PlacedModule(Frozen):
    """A group learns a module, or does one of its parts, in some weeks at one place.
    模块安排：一个小组在哪几周、什么地点学习一个模块的一部分。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("keep this place", "固定一项安排"),
                both("A place that `sopcurric plan` keeps.", "`sopcurric plan` 不改动的安排。"),
                {
                    "group": "${1:G1}",
                    "item": "${2:M01.theory}",
                    "semester": "^${3:4}",
                    "first": "^${4:1}",
                    "weeks": "^${5:2}",
                    "place": "${6:B1}",
                    "fixed": True,
                },
            )
        )
    )

    group: Identifier
    """Group, by id.
    学习小组：填小组的 `id`。"""
    item: Line
    """What is learnt: the id of a module and `.theory`, `.routine` or `.demanding`.
    学习内容：模块编号加 `.theory`（理论）、`.routine`（常规实践）或 `.demanding`（高要求实践）。"""
    semester: Whole = Field(ge=1, le=MOST_SEMESTERS)
    """Semester, counted from the first of the programme.
    学期：从第一学期起数。"""
    first: Whole = Field(ge=1, le=LONGEST_SEMESTER)
    """First week of the semester.
    起始周：学期内第几周。"""
    weeks: Whole = Field(ge=1, le=LONGEST_SEMESTER)
    """How many weeks, one after the other.
    周数：连续几周。"""
    place: Identifier
    """Training base or partner where it is learnt, by id.
    地点：填实训基地或合作方的 `id`。"""
    fixed: bool = False
    """Whether `sopcurric plan` keeps it as it is.
    固定：`sopcurric plan` 不改动。"""


class Pairing(Frozen):
    """A learner, the plant and the mentor: one for all days in the plant, with those who stand in.
    师徒结对：一名学员的实习企业、固定导师和替补导师。"""

    group: Identifier
    """Group, by id.
    学习小组：填小组的 `id`。"""
    learner: Whole = Field(ge=1, le=60)
    """Number of the learner in the group.
    学员序号：组内第几名。"""
    plant: Identifier
    """Plant, by id of the partner.
    实习企业：填合作方的 `id`。"""
    mentor: Identifier
    """Mentor, by id.
    固定导师：填导师的 `id`。"""
    substitutes: tuple[Identifier, ...] = Field(default=(), max_length=10)
    """Who stands in on days on which the mentor is not there, the first one first.
    替补导师：导师不在岗时由谁带教，按先后顺序。"""
    fixed: bool = False
    """Whether `sopcurric plan` keeps it as it is.
    固定：`sopcurric plan` 不改动。"""


class ScheduleFile(Frozen):
    """The plan of a cohort: modules on weeks and places, learners with mentors.
    实施计划：模块的周次与地点，学员与导师的结对。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式版本：目前只有 1，可以不写。"""
    programme: Identifier
    """Programme, by id.
    方案：填人才培养方案的 `id`。"""
    modules: tuple[PlacedModule, ...] = Field(default=(), max_length=20000)
    """What each group learns when and where.
    模块安排：各小组何时、何地学习什么。"""
    pairings: tuple[Pairing, ...] = Field(default=(), max_length=20000)
    """Who mentors whom.
    师徒结对。"""


def is_schedule(path: str) -> bool:
    """Whether a file is the plan of a cohort, by its path in the repository."""
    return path.startswith("programmes/") and path.casefold().endswith((".plan.yaml", ".plan.yml"))
