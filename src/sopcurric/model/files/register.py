"""`policies/register.yaml`: which copy of which edition went to whom, and whether it came back; for the plant only."""

from typing import Literal

from pydantic import Field

from sopcurric.model.files.base import Day, Frozen, Identifier, Whole, Words


class IssuedCopy(Frozen):
    """One copy that was handed out.
    一份发出的教材或方案。"""

    edition: Identifier
    """The edition, as the project file names it.
    版本编号，与项目文件一致。"""
    number: Whole = Field(ge=1, le=1_000_000)
    """Number of the copy, once within its edition.
    份号：同一版本内不重复。"""
    holder: Words
    """Who has it: a unit or a person.
    持有单位或持有人。"""
    issued: Day
    """When it was handed out.
    发放日期。"""
    due: Day | None = None
    """By when it is to be returned.
    应交回日期。"""
    returned: Day | None = None
    """When it came back.
    交回日期。"""
    recalled: Day | None = None
    """When it was called back.
    召回日期。"""
    note: Words | None = None
    """Anything else, such as that it was destroyed.
    备注，如已销毁。"""


class RegisterFile(Frozen):
    """Register of distribution and recall.
    发放与回收登记。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式的版本。"""
    copies: tuple[IssuedCopy, ...] = Field(default=(), max_length=100_000)
    """The copies.
    各份。"""
