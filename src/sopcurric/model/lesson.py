"""`LessonDesign`: how each learning task is taught: five steps of progression, eight links, meetings of the class."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.text import Phrase

ProgressKind = Literal["classroom", "simulation", "field", "post", "refresher"]
"""课堂理论教学 · 室内模拟实训 · 现场技能实操 · 生产实践跟岗 · 回炉再造提升."""
PROGRESS: tuple[ProgressKind, ...] = ("classroom", "simulation", "field", "post", "refresher")
"""The five steps in the order in which a task passes through them."""
COLLEGE: tuple[ProgressKind, ...] = ("classroom", "simulation")
"""What takes place at the college."""
PLANT: tuple[ProgressKind, ...] = ("field", "post")
"""What takes place where the plant runs."""
Autonomy = Literal["watch", "assist", "supervised"]
"""看 · 辅 · 独; for students the last one means: by themselves as far as the mentor stands by, never alone."""
AUTONOMY: tuple[Autonomy, ...] = ("watch", "assist", "supervised")
LinkKind = Literal["preparation", "opening", "lecture", "discussion", "simulation", "solving", "check", "post"]
"""前置学习 · 开场导入 · 知识精讲 · 互动研讨 · 模拟演练 · 问题解决 · 课堂检验 · 在岗实践."""
LINKS: tuple[LinkKind, ...] = (
    "preparation",
    "opening",
    "lecture",
    "discussion",
    "simulation",
    "solving",
    "check",
    "post",
)
"""The eight links in their order."""
SELF_STUDY: LinkKind = "preparation"
"""What learners do by themselves before class: its minutes are none of the teaching hours (学时)."""
IN_CLASS: tuple[LinkKind, ...] = LINKS[1:-1]
"""训中: what takes place in class; before it is 训前, after it 训后."""
INTERACTIVE: tuple[LinkKind, ...] = ("discussion", "simulation", "solving")
"""Links in which learners do more than listen."""
UnitKind = Literal["theory", "integrated", "practice", "field", "post", "drill"]
"""理论课 · 理实一体 · 实训课 · 现场教学 · 跟岗实践 · 现场演练."""


def part_of_lesson(link: LinkKind) -> Literal["before", "during", "after"]:
    """训前, 训中 or 训后."""
    if link == "preparation":
        return "before"
    return "after" if link == "post" else "during"


@dataclass(frozen=True, slots=True)
class Progress:
    """One of the five steps of a learning task; where `absent` says why, it is left out.

    `points` and `steps` are what it covers, `exit_test` what must be passed before the next one. `gate` is the module
    whose safety examination must have been passed before. A `drill` is walked through without touching equipment.
    `triggers` say when learners are sent back (回炉).
    """

    kind: ProgressKind
    autonomy: Autonomy
    theory_hours: int
    practice_hours: int
    work: Phrase
    exit_test: Phrase
    points: tuple[str, ...] = ()
    steps: tuple[Address, ...] = ()
    gate: str = ""
    drill: bool = False
    triggers: tuple[Phrase, ...] = ()
    absent: Phrase | None = None

    @property
    def hours(self) -> int:
        """Theory and practice together."""
        return self.theory_hours + self.practice_hours


@dataclass(frozen=True, slots=True)
class Link:
    """One of the eight links; where `absent` says why, the task has nothing that it could stand on.

    The minutes of all but self-study before class sum to the teaching hours of the task.
    `mentor` is who leads the practice at the post.
    """

    kind: LinkKind
    minutes: int
    activity: tuple[Phrase, ...] = ()
    teacher: tuple[Phrase, ...] = ()
    learner: tuple[Phrase, ...] = ()
    material: tuple[Phrase, ...] = ()
    evidence: tuple[Phrase, ...] = ()
    mentor: Phrase | None = None
    absent: Phrase | None = None
    derived_from: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitPart:
    """What a link does in one meeting: minutes, and what they are about.

    Self-study is told with the first meeting, before which it is done; its minutes are none of the meeting's.
    """

    kind: LinkKind
    minutes: int
    topics: tuple[Phrase, ...] = ()
    derived_from: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class TeachingUnit:
    """One meeting of the class (课次) with the parts of links that fall into it; numbered within its task from 1."""

    number: int
    kind: UnitKind
    theory_hours: int
    practice_hours: int
    parts: tuple[UnitPart, ...]
    homework: tuple[Phrase, ...] = ()

    @property
    def hours(self) -> int:
        """Theory and practice together."""
        return self.theory_hours + self.practice_hours


@dataclass(frozen=True, slots=True)
class Difficulty:
    """What is hard to learn, and why."""

    content: Phrase
    reason: Phrase
    derived_from: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class SafetyExamination:
    """The safety examination of a module: at the end of what is done of a task at the college, and on which hazards.

    `apart`: no meeting of the module is at the college before the plant, so that it is held before the task begins.
    """

    module: str
    task: str
    hazards: tuple[Address, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Lesson:
    """How one learning task is taught. `procedure` is the one that it goes by where several jobs do the work.

    `deeds` is how many steps that has; `minutes` are all of its teaching hours. `room` is where it is simulated, with
    so many `places` to work (0 where nobody said), `site` where it is done in the plant; `turns` are who takes part.
    """

    task: str
    module: str
    procedure: Address
    deeds: int
    minutes: int
    progress: tuple[Progress, ...]
    links: tuple[Link, ...]
    units: tuple[TeachingUnit, ...]
    focus: tuple[Phrase, ...]
    difficulties: tuple[Difficulty, ...]
    mentor: Phrase
    room: Phrase
    site: Phrase
    places: int = 0
    turns: tuple[Phrase, ...] = ()

    def step(self, kind: ProgressKind) -> Progress | None:
        """One of the five steps, where the task has it."""
        return next((one for one in self.progress if one.kind == kind and not one.absent), None)

    @property
    def interactive_share(self) -> float:
        """The share of interactive links in the time of class; 0 where there is no class."""
        in_class = sum(one.minutes for one in self.links if one.kind in IN_CLASS)
        return sum(one.minutes for one in self.links if one.kind in INTERACTIVE) / in_class if in_class else 0.0


@dataclass(frozen=True)
class LessonDesign:
    """All lessons in the order of courses, and the safety examination of each module."""

    lessons: tuple[Lesson, ...] = ()
    examinations: tuple[SafetyExamination, ...] = ()
    format: int = 1

    @cached_property
    def by_task(self) -> Mapping[str, Lesson]:
        """Lessons by learning task."""
        return {one.task: one for one in self.lessons}
