"""`CourseStandard`: what a course standard (课程标准) says of a course made of SOPs, beside the course itself."""

from dataclasses import dataclass
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.course import AssessmentKind
from sopcurric.model.text import Phrase

ObjectiveKind = Literal["character", "knowledge", "ability"]
"""素质目标, 知识目标, 能力目标."""
OBJECTIVE_KINDS: tuple[ObjectiveKind, ...] = ("character", "knowledge", "ability")
ConversionKind = Literal["direct", "merged", "split"]
"""直接对应: one procedure, one learning task; 合并: procedures of several jobs in one; 分解: one task in several."""


@dataclass(frozen=True, slots=True)
class CourseObjective:
    """An objective of a course: verb, condition and standard in one sentence.

    `id` is a code that stays: what kind of objective it is (S 能力, K 知识, A 素质) and what it is about. `tasks` are
    the learning tasks that lead to it, `assessed` the kinds of assessment that look at it.
    """

    id: str
    kind: ObjectiveKind
    statement: Phrase
    tasks: tuple[str, ...]
    assessed: tuple[AssessmentKind, ...]
    derived_from: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Conversion:
    """How a typical task became part of a course."""

    typical_task: str
    kind: ConversionKind
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModuleCases:
    """What stands in the slots of a module, as addresses of cases: 课程思政, 典型案例, 操作技法, 五新."""

    module: str
    ideology: tuple[Address, ...] = ()
    incidents: tuple[Address, ...] = ()
    techniques: tuple[Address, ...] = ()
    new_items: tuple[Address, ...] = ()

    @property
    def slots(self) -> tuple[tuple[str, tuple[Address, ...]], ...]:
        """The four slots by name."""
        return (
            ("ideology", self.ideology),
            ("incidents", self.incidents),
            ("techniques", self.techniques),
            ("new", self.new_items),
        )


@dataclass(frozen=True, slots=True)
class CourseStandard:
    """Objectives, conversions and cases of one course, named as the course is."""

    course: str
    objectives: tuple[CourseObjective, ...]
    conversions: tuple[Conversion, ...]
    cases: tuple[ModuleCases, ...]
    format: int = 1

    @property
    def slots(self) -> tuple[str, ...]:
        """Which of the four slots of modules have any cases, in their order."""
        found = dict.fromkeys(name for one in self.cases for name, addresses in one.slots if addresses)
        return tuple(name for name in ("ideology", "incidents", "techniques", "new") if name in found)

    def of_kind(self, kind: ObjectiveKind) -> tuple[CourseObjective, ...]:
        """The objectives of one kind."""
        return tuple(one for one in self.objectives if one.kind == kind)
