"""`TaskCatalogue`: typical tasks (典型工作任务) across jobs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.competency import Rating
from sopcurric.model.decision import Mark
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.task_range import TaskFacts, TaskRange
from sopcurric.model.text import Phrase, Text


@dataclass(frozen=True, slots=True)
class TypicalTask:
    """A typical task: procedures that are the same work, in one job or in several.

    `work_process` tells its main phases (计划, 实施, 检查) as far as its steps have them. The five analysis fields are
    工作对象, 工具材料设备资料, 工作方法, 劳动组织方式, 工作要求. `range` says where it lies between novice and expert,
    by its rating and `facts`; a `platform` task is work of several jobs (平台).
    """

    id: str
    title: Text
    members: tuple[Address, ...]
    jobs: tuple[Address, ...]
    phase: Phase
    rating: Rating
    competencies: tuple[str, ...]
    facts: TaskFacts
    range: TaskRange
    range_reason: Phrase
    platform: bool
    work_process: tuple[Phrase, ...]
    work_objects: tuple[Phrase, ...]
    tools: tuple[Phrase, ...]
    methods: tuple[Phrase, ...]
    organisation: tuple[Phrase, ...]
    requirements: tuple[Phrase, ...]
    derived_from: tuple[Address, ...]
    decided: tuple[Mark, ...] = ()

    @property
    def fields(self) -> tuple[tuple[str, tuple[Phrase, ...]], ...]:
        """The five analysis fields by name."""
        return (
            ("objects", self.work_objects),
            ("tools", self.tools),
            ("methods", self.methods),
            ("organisation", self.organisation),
            ("requirements", self.requirements),
        )


@dataclass(frozen=True, slots=True)
class TaskRelation:
    """Two tasks, by identifier, of which one comes after the other (串行) or that go on at the same time (并行)."""

    kind: Literal["sequence", "parallel"]
    first: str
    second: str
    reason: Phrase


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two procedures of which a person may see otherwise whether they are the same work.

    `likeness` is how alike they and those on their side are, 0 to 1; `together` says whether they are in one task now;
    `value` is how many pairs of procedures an answer may move, less the surer the tool is.
    """

    left: Address
    right: Address
    likeness: float
    together: bool = False
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class Constraint:
    """Procedures that a decision keeps together or apart."""

    decision: str
    members: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class GroupingRules:
    """What people decided about grouping: what belongs together, what is kept apart, what is not taught."""

    together: tuple[Constraint, ...] = ()
    apart: tuple[Constraint, ...] = ()
    excluded: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskCatalogue:
    """All typical tasks with their relations, and pairs of procedures that a person may see otherwise.

    Of those pairs, what matters most comes first.
    """

    tasks: tuple[TypicalTask, ...]
    near: tuple[NearPair, ...] = ()
    relations: tuple[TaskRelation, ...] = ()
    format: int = 1

    def related(self, task: str) -> Iterator[TaskRelation]:
        """The relations that a task has."""
        return (one for one in self.relations if task in (one.first, one.second))
