"""`CourseDesign`: courses ▸ modules ▸ learning tasks (模块化课程设计)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sopcurric.model.address import Address, job_of
from sopcurric.model.credits import credits_of
from sopcurric.model.decision import Mark
from sopcurric.model.files.course import CourseBlock, CourseCategory, CourseNature
from sopcurric.model.sop import Procedure
from sopcurric.model.split import portion
from sopcurric.model.text import Phrase, Text, sentence

ModuleKind = Literal["start", "run", "care", "stop"]
"""准备与开车 · 正常操作与质量 · 点检与维护 · 停车与应急."""
MODULE_KINDS: tuple[ModuleKind, ...] = ("start", "run", "care", "stop")
"""Parts of the work in the order in which they are taught."""


_NUMERALS = 20
Conversion = Literal["direct", "merged", "split"]
"""How typical tasks become a module: one makes it (直接对应), several do (合并), or it has parts of one (分解)."""
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

    Where people decided that the typical task makes several, it is number `place` of `of`, `steps` are those that it
    teaches (none: all), and `held` is what the lock knows it by (none: its procedures). `demanding` says which
    segment of the path takes its practice, `part` which part of the work it is. Hours are 学时; `hours_reason` tells
    how they were estimated.
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
    decided: tuple[Mark, ...] = ()
    flow: tuple[Address, ...] = ()
    terms: tuple[Address, ...] = ()
    valves: tuple[Address, ...] = ()
    interlocks: tuple[Address, ...] = ()
    ppe: tuple[Address, ...] = ()
    lockouts: tuple[Address, ...] = ()
    permits: tuple[Address, ...] = ()
    environment: tuple[Address, ...] = ()
    cards: tuple[Address, ...] = ()
    handover: tuple[Address, ...] = ()
    part: ModuleKind = "run"
    hours_reason: Phrase | None = None
    steps: tuple[Address, ...] = ()
    place: int = 1
    of: int = 1
    held: tuple[Address, ...] = ()

    @property
    def hours(self) -> int:
        """Theory and practice together."""
        return self.theory_hours + self.practice_hours

    @property
    def record(self) -> tuple[Address, ...]:
        """The members that the lock records for it."""
        return self.held or self.derived_from

    def portions(self, procedures: Mapping[Address, Procedure]) -> list[Procedure]:
        """Its procedures, each with the steps that it teaches, and called like the task where these are not all."""
        own = [procedures[one] for one in self.derived_from]
        return [portion(one, self.steps, self.title) for one in own] if self.steps else own

    @property
    def safeguards(self) -> tuple[Address, ...]:
        """What the assessment of safety looks at: hazards, and what is there to keep people from harm."""
        return (*self.hazards, *self.interlocks, *self.ppe, *self.lockouts, *self.permits)


@dataclass(frozen=True, slots=True)
class CourseModule:
    """A module (课程模块); `label` is printed (M03) and may change.

    `name` says which part of which course it is (`course-DIG.start`; the second of what is cut, `course-DIG.start-2`).
    `kinds` are the parts of the work that it holds: several where each alone would be too small for a module.
    """

    id: str
    name: str
    label: str
    title: Phrase
    kinds: tuple[ModuleKind, ...]
    tasks: tuple[LearningTask, ...]
    derived_from: tuple[Address, ...]
    decided: tuple[Mark, ...] = ()

    @property
    def hours(self) -> int:
        """Hours of its learning tasks."""
        return sum(task.hours for task in self.tasks)

    @property
    def conversion(self) -> Conversion:
        """How typical tasks became the module."""
        if any(task.of > 1 for task in self.tasks):
            return "split"
        return "direct" if len(self.tasks) == 1 else "merged"


@dataclass(frozen=True, slots=True)
class JobCourse:
    """A course made of SOPs: of one job, or (`shared`) of what several jobs have in common.

    `documents` are process specifications and equipment operating procedures that it teaches from. A course of its own
    for one of these, which no job works by, has that document among its `jobs`. `category`, `nature` and `block` say
    where the college files it.
    """

    id: str
    title: Phrase
    jobs: tuple[Address, ...]
    shared: bool
    modules: tuple[CourseModule, ...]
    derived_from: tuple[Address, ...]
    decided: tuple[Mark, ...] = ()
    documents: tuple[Address, ...] = ()
    category: CourseCategory = CourseCategory.CORE
    nature: CourseNature = "required"
    block: CourseBlock = CourseBlock.CORE

    @property
    def credits(self) -> float:
        """Credits (学分) for its hours."""
        return credits_of(self.hours)

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


UntaughtReason = Literal[
    "plant-administration",
    "document-control",
    "no-procedure",
    "not-applicable",
    "stub",
    "taught-elsewhere",
    "plant-training",
    "obsolete",
    "out-of-scope",
]
"""Why an element of an SOP is not taught: 企业行政事项 (retention, approval), 文件管理信息, 未关联任何操作程序,
本岗位不适用, 规程待编写; or, by a decision, 其他课程讲授, 由企业内部培训, 已停用, 不属本专业."""


@dataclass(frozen=True, slots=True)
class Untaught:
    """An element that no learning task teaches, with the reason from a closed list and the decision behind it."""

    address: Address
    reason: UntaughtReason
    decision: str = ""


@dataclass(frozen=True, slots=True)
class CourseDesign:
    """All courses made of SOPs."""

    courses: tuple[JobCourse, ...]
    untaught: tuple[Untaught, ...]
    format: int = 1

    def platform_of(self, course: JobCourse) -> tuple[CourseModule, ...]:
        """The modules of other courses that hold work of its jobs: they are taught once, for all jobs together."""
        jobs = frozenset(course.jobs)
        return tuple(
            module
            for other in self.courses
            if other.shared and other.id != course.id
            for module in other.modules
            if not jobs.isdisjoint(job_of(one) for one in module.derived_from)
        )


@dataclass(frozen=True, slots=True)
class PlannedCourse:
    """A course that a decision makes: of whole courses that would be made otherwise, and of single typical tasks."""

    id: str
    title: Text
    courses: tuple[str, ...]
    tasks: tuple[str, ...]
    decision: str


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a decision puts the learning task of a typical task: course, part of it, and what had been computed."""

    task: str
    course: str
    kind: ModuleKind
    decision: str


def job_course(code: str) -> str:
    """The identifier of the course of a job, by its code."""
    return f"course-{code}"


def module_name(course: str, kind: ModuleKind, place: int = 1) -> str:
    """The name of a part of a course; of what is cut, the parts after the first have numbers."""
    return f"{course}.{kind}" if place == 1 else f"{course}.{kind}-{place}"


def module_title(kinds: tuple[ModuleKind, ...], place: int, of: int) -> Phrase:
    """What a module is called that holds parts of the work, or one of several modules of them."""
    title: Phrase = sentence(f"module.{kinds[0]}")
    for kind in kinds[1:]:
        title = sentence("module.joined", left=title, right=sentence(f"module.{kind}"))
    return title if of == 1 else sentence("module.part", title=title, number=numeral(place))


def numeral(number: int) -> Phrase:
    """A number as it stands in a title (一, 二, 三)."""
    return sentence(f"numeral.{number}") if number <= _NUMERALS else sentence("plain", value=str(number))


def labelled(modules: Iterable[CourseModule]) -> tuple[CourseModule, ...]:
    """Modules and their tasks with the labels of their places, such as M01 and M01-T01."""
    return tuple(
        replace(
            module,
            label=f"M{number:02}",
            tasks=tuple(
                replace(task, label=f"M{number:02}-T{place:02}") for place, task in enumerate(module.tasks, start=1)
            ),
        )
        for number, module in enumerate(modules, start=1)
    )


def with_tasks(design: CourseDesign, changed: Mapping[str, LearningTask]) -> CourseDesign:
    """A design with other learning tasks in the place of those with the same identifiers."""
    return replace(
        design,
        courses=tuple(
            replace(
                course,
                modules=tuple(
                    replace(module, tasks=tuple(changed.get(task.id, task) for task in module.tasks))
                    for module in course.modules
                ),
            )
            for course in design.courses
        ),
    )
