"""`Recognition`: which levels of skill graduates may apply for, under which conditions, and what is missing.

Nobody obtains a certificate by a programme (SK-05): what is said is under which condition somebody may apply.
"""

from dataclasses import dataclass
from typing import Literal

from sopcurric.model.text import Text

Standing = Literal["may-apply", "with-certificate", "later", "open"]
"""符合条件可申报 · 取得下一级证书后可申报 · 工作满年限后可申报 · 条件未写明."""
STANDINGS: tuple[Standing, ...] = ("may-apply", "with-certificate", "later", "open")
"""From what is nearest to what is farthest."""


@dataclass(frozen=True, slots=True)
class ConditionStanding:
    """How graduates of a programme stand to one condition; `after` is the level whose certificate comes before."""

    condition: str
    text: Text
    standing: Standing
    years: float = 0.0
    after: str = ""


@dataclass(frozen=True, slots=True)
class LevelStanding:
    """A level: how graduates stand to it, what backs it, what is missing, which learning tasks lead to it.

    `share` (0 to 1) is that of its skill requirements by skill weights; `missing` are requirements by id that no point
    backs. `hours` are those of the tasks, `reference` those that the standard names. `claimed` is whether the programme
    names the level as its target, or it lies below that.
    """

    level: str
    title: Text
    grade: int
    standing: Standing
    conditions: tuple[ConditionStanding, ...]
    share: float
    skills: tuple[int, int]
    knowledge: tuple[int, int]
    confirmed: int
    missing: tuple[str, ...]
    tasks: tuple[str, ...]
    hours: int
    reference: int
    claimed: bool


@dataclass(frozen=True, slots=True)
class Recognition:
    """A programme against the standard that it follows; `highest` is the highest level that graduates may apply for."""

    programme: str
    standard: str
    title: Text
    levels: tuple[LevelStanding, ...]
    highest: str = ""
