"""`Assessment`: by which criteria every learning task is assessed, and which objectives each of them is about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

from sopcurric.model.address import Address
from sopcurric.model.course import AssessmentKind
from sopcurric.model.text import Phrase, Sentence, sentence

T = TypeVar("T")
WHOLE = 100
"""What the weights of a task, a paper, an evaluation sum to."""

Rater = Literal["self", "peer", "teacher", "mentor"]
"""自评, 互评, 师评, 企业评."""
RATERS: tuple[Rater, ...] = ("self", "peer", "teacher", "mentor")
RATERS_OF: Mapping[AssessmentKind, tuple[Rater, ...]] = {
    "work": ("self", "peer", "teacher", "mentor"),
    "safety": ("self", "teacher", "mentor"),
    "knowledge": ("teacher",),
    "conduct": ("self", "peer", "teacher", "mentor"),
}
"""Who rates what. Classmates stand too near to judge of dangers; knowledge is examined by the teacher."""

CriterionGroup = Literal[
    "critical",
    "inspection",
    "operation",
    "measurement",
    "judgement",
    "response",
    "grave",
    "hazard",
    "guard",
    "interlock",
    "isolation",
    "forbidden",
    "principle",
    "parameter",
    "equipment",
    "cause",
    "rule",
    "record",
    "handover",
    "habit",
]
"""What a criterion looks at. Work: 关键步骤, 检查确认, 操作, 测量取样, 判断, 异常与应急处置; safety: 较大及以上风险,
一般风险, 防护用品, 联锁, 能量隔离与作业票, 禁止事项; knowledge: 原理, 参数与指标, 设备, 危险与异常的原因, 规程与物料;
conduct: 记录, 汇报与交接, 作业习惯."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A row of an assessment: what is given, what is to be seen, how good it has to be, and what it counts.

    `count` is how many things can be done wrong in it (steps, values, questions), so that points are taken off for
    each. Of a `critical` criterion every part is pass or fail, and one that fails fails the task; so does a `veto`
    (一票否决). `objectives` are the points that it assesses, by id.
    """

    id: str
    kind: AssessmentKind
    group: CriterionGroup
    given: tuple[Phrase, ...]
    action: tuple[Phrase, ...]
    indicator: tuple[Phrase, ...]
    weight: int
    count: int
    raters: tuple[Rater, ...]
    objectives: tuple[str, ...]
    derived_from: tuple[Address, ...]
    critical: bool = False
    veto: bool = False


@dataclass(frozen=True, slots=True)
class TaskAssessment:
    """The assessment of a learning task: what is given for the whole of it, and its criteria in order.

    `objectives` are all points of the task, by id.
    """

    task: str
    given: tuple[Phrase, ...]
    criteria: tuple[Criterion, ...]
    objectives: tuple[str, ...]

    @property
    def weight(self) -> int:
        """What the weights of the criteria sum to."""
        return sum(one.weight for one in self.criteria)

    @property
    def unassessed(self) -> tuple[str, ...]:
        """Objectives that no criterion is about."""
        known = {point for one in self.criteria for point in one.objectives}
        return tuple(point for point in self.objectives if point not in known)

    def of_kind(self, kind: AssessmentKind) -> tuple[Criterion, ...]:
        """The criteria of one kind."""
        return tuple(one for one in self.criteria if one.kind == kind)


@dataclass(frozen=True)
class Assessment:
    """The assessments of all learning tasks."""

    tasks: tuple[TaskAssessment, ...] = ()

    @cached_property
    def by_task(self) -> dict[str, TaskAssessment]:
        """Assessments by the id of the learning task."""
        return {one.task: one for one in self.tasks}

    @cached_property
    def assessed_by(self) -> dict[str, tuple[str, ...]]:
        """The ids of the criteria that assess each objective."""
        found: dict[str, list[str]] = {}
        for task in self.tasks:
            for criterion in task.criteria:
                for point in criterion.objectives:
                    found.setdefault(point, []).append(criterion.id)
        return {point: tuple(ids) for point, ids in found.items()}

    def coverage(self, tasks: Iterable[str] | None = None) -> tuple[int, int]:
        """How many objectives are assessed, and how many there are: of some tasks, or of all."""
        own = self.tasks if tasks is None else [self.by_task[one] for one in tasks if one in self.by_task]
        return sum(len(one.objectives) - len(one.unassessed) for one in own), sum(len(one.objectives) for one in own)


@dataclass(frozen=True, slots=True)
class ExamRow:
    """A row of a score sheet: a criterion of the task, and what it counts in the paper."""

    criterion: Criterion
    points: int


ExamMode = Literal["on-site", "simulation"]
"""现场实操 · 仿真或模拟操作."""


@dataclass(frozen=True, slots=True)
class ExamItem:
    """One piece of work of a practical examination (试题): a learning task, what it counts, how long it may take.

    `timed` is whether the time comes from what SOPs say; else it follows from the number of steps.
    """

    task: str
    points: int
    minutes: int
    timed: bool
    mode: ExamMode
    rows: tuple[ExamRow, ...]


@dataclass(frozen=True, slots=True)
class PracticalExam:
    """The practical examination (操作技能考核) of a course."""

    course: str
    items: tuple[ExamItem, ...]

    @property
    def points(self) -> int:
        """What all rows sum to."""
        return sum(row.points for item in self.items for row in item.rows)

    @property
    def minutes(self) -> int:
        """How long all of it may take."""
        return sum(item.minutes for item in self.items)


def deduction(criterion: Criterion, points: int) -> Sentence:
    """How points are taken off a criterion that counts so many: 扣分标准.

    What is wrong in one of its parts takes off as much as the part counts, at least one point; critical steps count
    when all of them are right.
    """
    if criterion.critical:
        code = "deduction.critical.one" if criterion.count <= 1 else "deduction.critical"
        return sentence(code, points=points)
    each = max(1, points // max(1, criterion.count))
    if criterion.count <= 1 or each >= points:
        return sentence(f"deduction.{criterion.group}.one", points=points)
    return sentence(f"deduction.{criterion.group}", each=each)


def shared_out(total: int, shares: Sequence[int], *, least: int = 1) -> list[int]:
    """Whole numbers that sum to a total and go by shares, each at least so much; what is left goes by remainders.

    Method of largest remainders; of equal ones, the first gets more. There must be enough for all.
    """
    spare = total - least * len(shares)
    whole = sum(shares)
    exact = [divmod(spare * share, whole) for share in shares]
    given = [least + quotient for quotient, _ in exact]
    rest = total - sum(given)
    for place in sorted(range(len(shares)), key=lambda n: -exact[n][1])[:rest]:
        given[place] += 1
    return given


def runs_of(items: Sequence[T], most: int) -> list[tuple[T, ...]]:
    """Items in their order, in at most so many runs of about the same length."""
    number = min(most, len(items))
    lengths = [len(items) // number + (place < len(items) % number) for place in range(number)]
    starts = [sum(lengths[:place]) for place in range(number)]
    return [tuple(items[start : start + length]) for start, length in zip(starts, lengths, strict=True)]
