"""From novice to expert: in which range of learning a typical task lies, by what kind of work it is.

The four ranges are those of Rauner: 定向与概括性, 关联性, 具体与功能性, 学科系统深化 (recalled, not read again). No
text gives cut-offs for them; those of the table are ours, as those of ratings are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sopcurric.model.competency import Rating
from sopcurric.model.files.sop_kinds import URGENT, Phase
from sopcurric.model.text import Phrase, sentence

TaskRange = Literal["orienting", "systemic", "functional", "advanced"]
"""定向与概括性工作任务 · 程序性（关联性）工作任务 · 蕴含问题的特殊工作任务 · 无法预测结果的工作任务."""


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """What the SOPs of a task say, each the most that one of its members has.

    `branches` are alternatives, `judgements` the steps that something is to be decided or judged in.
    """

    steps: int = 0
    branches: int = 0
    judgements: int = 0


@dataclass(frozen=True, slots=True)
class RangeRow:
    """A row of the table: what must be the case, and the range that follows. `because` is the code of its reason."""

    range: TaskRange
    because: str
    phases: tuple[Phase, ...] = ()
    """Phases that it holds for; all where there are none."""
    difficulty: tuple[int, int] = (1, 3)
    """Lowest and highest grade."""
    importance: int = 1
    """Lowest grade."""
    judgements: int = 0
    """Branches and judgements from so many on …"""
    at_most: int = 10**6
    """… to so many."""
    steps: int = 10**6
    """So many steps at most."""


_ROUTINE = (Phase.INSPECTION, Phase.PREPARATION, Phase.NORMAL, Phase.QUALITY)
RANGES: tuple[RangeRow, ...] = (
    RangeRow("advanced", "urgent-open", URGENT, difficulty=(3, 3), judgements=2),
    RangeRow("functional", "urgent", URGENT),
    RangeRow("orienting", "handover", (Phase.HANDOVER,), at_most=3),
    RangeRow("orienting", "rounds", (Phase.INSPECTION,), difficulty=(1, 2), at_most=2),
    RangeRow("advanced", "open", difficulty=(3, 3), importance=3, judgements=6),
    RangeRow("functional", "maintenance", (Phase.MAINTENANCE,), difficulty=(2, 3)),
    RangeRow("functional", "judging", difficulty=(3, 3), judgements=3),
    RangeRow("orienting", "simple", difficulty=(1, 1), at_most=1),
    RangeRow("orienting", "short", _ROUTINE, difficulty=(1, 2), at_most=1, steps=5),
    RangeRow("systemic", "procedure"),
)
"""The ranges; the first row that holds counts, the last one always does."""


def range_of(phase: Phase, rating: Rating, facts: TaskFacts) -> tuple[TaskRange, Phrase]:
    """The range of a task and the reason for it."""
    found = next(row for row in RANGES if _holds(row, phase, rating, facts))
    reason = sentence(
        f"task.range.because.{found.because}",
        phase=sentence(f"phase.{phase.value}"),
        difficulty=sentence(f"grade.{rating.difficulty.value}"),
        importance=sentence(f"grade.{rating.importance.value}"),
        judgements=facts.branches + facts.judgements,
        steps=facts.steps,
    )
    return found.range, reason


def _holds(row: RangeRow, phase: Phase, rating: Rating, facts: TaskFacts) -> bool:
    lowest, highest = row.difficulty
    return (
        (not row.phases or phase in row.phases)
        and lowest <= rating.difficulty.value <= highest
        and rating.importance.value >= row.importance
        and row.judgements <= facts.branches + facts.judgements <= row.at_most
        and facts.steps <= row.steps
    )


def most(facts: Iterable[TaskFacts]) -> TaskFacts:
    """The most that any of several members has."""
    every = (*facts,)
    return TaskFacts(
        steps=max((one.steps for one in every), default=0),
        branches=max((one.branches for one in every), default=0),
        judgements=max((one.judgements for one in every), default=0),
    )
