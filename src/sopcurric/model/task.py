"""`TaskCatalogue`: typical tasks (典型工作任务) across jobs."""

from dataclasses import dataclass

from sopcurric.model.address import Address
from sopcurric.model.competency import Rating
from sopcurric.model.decision import Mark
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.text import Phrase, Text


@dataclass(frozen=True, slots=True)
class TypicalTask:
    """A typical task: procedures that are the same work, in one job or in several.

    The five analysis fields are 工作对象, 工具材料设备资料, 工作方法, 劳动组织方式, 工作要求.
    """

    id: str
    title: Text
    members: tuple[Address, ...]
    jobs: tuple[Address, ...]
    phase: Phase
    rating: Rating
    competencies: tuple[str, ...]
    work_objects: tuple[Phrase, ...]
    tools: tuple[Phrase, ...]
    methods: tuple[Phrase, ...]
    organisation: tuple[Phrase, ...]
    requirements: tuple[Phrase, ...]
    derived_from: tuple[Address, ...]
    decided: tuple[Mark, ...] = ()


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
    """All typical tasks, and pairs of procedures that a person may see otherwise, what matters most first."""

    tasks: tuple[TypicalTask, ...]
    near: tuple[NearPair, ...] = ()
    format: int = 1
