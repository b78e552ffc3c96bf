"""Posts of a plant that learners can be placed at, and how its crews take turns."""

from typing import Annotated, Literal

from pydantic import Field

from sopcurric.model.files.base import Frozen, Identifier, Line, Whole
from sopcurric.model.files.describing import meanings

Turn = Literal["day", "evening", "night", "off"]


class Post(Frozen):
    """A post of a plant and how many people work at it.
    岗位定员：企业某岗位的在岗人数。"""

    job: Line
    """Address of the job.
    岗位：填岗位地址。"""
    staff: Whole = Field(ge=1, le=10000)
    """How many people work at it, in all crews.
    在岗人数：各班合计。"""


class Roster(Frozen):
    """How crews take turns, day by day, from a Monday on.
    倒班安排：各班按天轮换，从某个星期一起算。"""

    turns: tuple[
        Annotated[
            Turn,
            meanings(
                {
                    "day": "Day shift.\n白班。",
                    "evening": "Evening shift.\n中班。",
                    "night": "Night shift.\n夜班。",
                    "off": "Off.\n休息。",
                }
            ),
        ],
        ...,
    ] = Field(min_length=1, max_length=56)
    """One turn for each day; then it begins anew.
    轮换表：每天一格，循环使用。"""
    crews: dict[Identifier, Whole] = Field(min_length=1, max_length=10)
    """At which day of the turns each crew begins (0 for the first).
    班组起点：各班从轮换表第几格起（0 表示第一格）。"""
