"""`CourseDesign`: courses ▸ modules ▸ learning tasks (模块化课程设计)."""

from dataclasses import dataclass
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.text import Phrase, Text

ModuleKind = Literal["start", "run", "care", "stop"]
"""准备与开车 · 正常操作与质量 · 点检与维护 · 停车与应急."""


AssessmentKind = Literal["work", "safety", "knowledge", "conduct"]


@dataclass(frozen=True, slots=True)
class AssessmentItem:
    """A row of the assessment of a learning task: its weight in per cent, who rates, whether it is a veto item."""

    kind: AssessmentKind
    title: Phrase
    weight: int
    raters: tuple[str, ...]
    veto: bool
    derived_from: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class LearningTask:
    """A learning task (学习任务) made of one typical task.

    `share` says which segment of the path takes its practice: routine or demanding. Hours are 学时.
    """

    id: str
    label: str
    title: Text
    typical_task: str
    theory_hours: int
    practice_hours: int
    demanding: bool
    deviations: tuple[Address, ...]
    hazards: tuple[Address, ...]
    parameters: tuple[Address, ...]
    principles: tuple[Address, ...]
    equipment: tuple[Address, ...]
    quality: tuple[Address, ...]
    records: tuple[Address, ...]
    points: tuple[str, ...]
    assessment: tuple[AssessmentItem, ...]
    derived_from: tuple[Address, ...]

    @property
    def hours(self) -> int:
        """Theory and practice together."""
        return self.theory_hours + self.practice_hours


@dataclass(frozen=True, slots=True)
class CourseModule:
    """A module (课程模块); `label` is printed (M03) and may change."""

    id: str
    label: str
    title: Phrase
    kind: ModuleKind
    tasks: tuple[LearningTask, ...]
    derived_from: tuple[Address, ...]

    @property
    def hours(self) -> int:
        """Hours of its learning tasks."""
        return sum(task.hours for task in self.tasks)


@dataclass(frozen=True, slots=True)
class JobCourse:
    """A course made of SOPs: of one job, or (`shared`) of what several jobs have in common."""

    id: str
    title: Phrase
    jobs: tuple[Address, ...]
    shared: bool
    modules: tuple[CourseModule, ...]
    derived_from: tuple[Address, ...]

    @property
    def tasks(self) -> tuple[LearningTask, ...]:
        """All learning tasks in order."""
        return tuple(task for module in self.modules for task in module.tasks)

    @property
    def theory_hours(self) -> int:
        """Hours of theory."""
        return sum(task.theory_hours for task in self.tasks)

    @property
    def practice_hours(self) -> int:
        """Hours of practice."""
        return sum(task.practice_hours for task in self.tasks)

    @property
    def hours(self) -> int:
        """Theory and practice together."""
        return self.theory_hours + self.practice_hours


UntaughtReason = Literal["plant-administration", "document-control", "no-procedure"]
"""Why an element of an SOP is not taught: 企业行政事项 (retention, approval), 文件管理信息, 未关联任何操作程序."""


@dataclass(frozen=True, slots=True)
class Untaught:
    """An element that no learning task teaches, with the reason from a closed list."""

    address: Address
    reason: UntaughtReason


@dataclass(frozen=True, slots=True)
class CourseDesign:
    """All courses made of SOPs."""

    courses: tuple[JobCourse, ...]
    untaught: tuple[Untaught, ...]
    format: int = 1
