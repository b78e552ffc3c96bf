"""`CompetencyProfile`: what somebody must be able to do, know and observe to do a job (岗位能力分析)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.decision import Mark
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.text import EMPTY, Phrase, Text

PointKind = Literal["skill", "knowledge", "conduct"]
PointTopic = Literal[
    "operation",
    "inspection",
    "measurement",
    "judgement",
    "response",
    "principle",
    "parameter",
    "cause",
    "equipment",
    "material",
    "regulation",
    "safety",
    "quality",
    "teamwork",
    "craftsmanship",
]
"""What a point is about. Skills: 操作, 点检, 测量取样, 判断, 处置; knowledge: 原理, 参数, 原因后果, 设备, 物料,
规程标准; conduct: 安全, 质量, 协作, 严谨细致."""
Outcome = Literal["job-aid", "on-demand", "train", "intensive"]
"""What training a piece of work needs: 岗位自学/作业卡, 用前培训, 培训, 强化培训+复训."""
_OUTCOMES: tuple[Outcome, ...] = ("job-aid", "on-demand", "train", "intensive")
Factor = Literal["difficulty", "importance", "frequency"]
"""难度, 重要度, 频度."""
FACTORS: tuple[Factor, ...] = ("difficulty", "importance", "frequency")
GradeSource = Literal["computed", "sop", "survey", "decision"]
"""Where a grade comes from: facts of the SOP, its author, the median of experts, what was decided; the last wins."""


@dataclass(frozen=True, slots=True)
class Grade:
    """One grade of a rating: 1 low, 2 average, 3 high; where it comes from, and why it is what it is."""

    value: int
    source: GradeSource
    reason: Phrase

    @property
    def given(self) -> bool:
        """Whether a person gave it."""
        return self.source != "computed"


@dataclass(frozen=True, slots=True)
class Rating:
    """难度, 重要度, 频度 and the training that follows from them by the table of the profile.

    `refresh_months` is how often the training is repeated (复训), 0 where it is not; `before_use` that it is given
    before the work is done (用前培训).
    """

    difficulty: Grade
    importance: Grade
    frequency: Grade
    outcome: Outcome
    refresh_months: int = 0
    before_use: bool = False

    @property
    def grades(self) -> tuple[tuple[Factor, Grade], ...]:
        """The three grades by name."""
        return ("difficulty", self.difficulty), ("importance", self.importance), ("frequency", self.frequency)

    @property
    def values(self) -> tuple[int, int, int]:
        """The values of the three grades."""
        return self.difficulty.value, self.importance.value, self.frequency.value


def strictest(ratings: Iterable[Rating]) -> Rating:
    """The rating that needs most training; a task is taught so that it suffices for every job."""
    return max(
        ratings,
        key=lambda rating: (_OUTCOMES.index(rating.outcome), rating.importance.value, rating.difficulty.value),
    )


@dataclass(frozen=True, slots=True)
class Point:
    """A skill, knowledge or conduct point.

    `statement` is the sentence that is printed; the point of a step also has its parts: what is done (`work`) and
    to what standard (`standard`, empty where the step names none apart), and the words they were read from: verb,
    object, when or with what (`condition`), by which measure. `level` is what kind of doing its verb names, for
    knowledge whether it is recalled or explained. `derived_from` holds the addresses of the SOP elements that it was
    made of.
    """

    id: str
    kind: PointKind
    statement: Phrase
    derived_from: tuple[Address, ...]
    work: Text = EMPTY
    standard: Text = EMPTY
    action: str = ""
    object: str = ""
    criterion: str = ""
    level: str = ""
    critical: bool = False
    topic: PointTopic = "operation"
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Competency:
    """A competency: what a procedure of the job asks for, with the points that make it up.

    It is told as 行为—条件—标准—结果: what somebody can do (`statement`), when and under which `conditions`, to what
    `standards`, and with what `result`, as far as the SOP says so.
    """

    id: str
    statement: Phrase
    conditions: tuple[Phrase, ...]
    standards: tuple[Phrase, ...]
    result: Phrase | None
    procedure: Address
    phase: Phase
    duty: Address
    points: tuple[str, ...]
    rating: Rating
    derived_from: tuple[Address, ...]
    decided: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class CompetencyProfile:
    """The competencies of one job."""

    job: Address
    title: Text
    competencies: tuple[Competency, ...]
    points: tuple[Point, ...]
    format: int = 1
