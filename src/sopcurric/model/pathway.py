"""`Pathway`: what somebody who holds a job has to learn for another one, or for a level (转岗、晋升).

Also what follows hiring: safety hours, refreshers, and the ladder of levels of each job.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.text import Phrase, Text

PathwayKind = Literal["transfer", "promotion"]
"""转岗 · 晋升."""
TaskState = Literal["take", "partly", "recognised", "upgrade"]
"""应修 · 部分认可（减学时）· 认可（免修）· 提升."""
SafetyLevel = Literal["plant", "workshop", "team"]
"""厂级 · 车间级 · 班组级."""
SAFETY_LEVELS: tuple[SafetyLevel, ...] = ("plant", "workshop", "team")
SafetyKind = Literal["new-hire", "transfer", "return", "yearly"]
"""新上岗 · 调整岗位 · 离岗后重新上岗 · 每年再培训."""
CheckKind = Literal["task", "confirmation", "practical", "safety", "theory", "review"]
"""学习任务考核 · 到岗确认 · 岗位操作技能考核 · 安全考核 · 理论考核 · 综合评审."""


@dataclass(frozen=True, slots=True)
class PathwayTask:
    """A learning task on the way, with the hours that are left of it.

    `held` are shared points that the job one comes from has, too, `missing` those that it has not; `knowledge` and
    `practical` count the missing ones and all of them, of knowledge and of skill and conduct. `evidence` names the
    learning tasks of that job in which they were learned; a `platform` task is the same in both jobs. `confirm` are
    critical points of a recognised task that are seen at the new post. `after` are tasks of the list that come before.
    """

    task: str
    course: str
    module: str
    title: Text
    state: TaskState
    full_theory: int
    full_practice: int
    theory_hours: int
    practice_hours: int
    held: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    knowledge: tuple[int, int] = (0, 0)
    practical: tuple[int, int] = (0, 0)
    confirm: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    platform: bool = False
    derived_from: tuple[Address, ...] = ()

    @property
    def hours(self) -> int:
        """Hours to be taken."""
        return self.theory_hours + self.practice_hours

    @property
    def full_hours(self) -> int:
        """Hours of the whole task."""
        return self.full_theory + self.full_practice


@dataclass(frozen=True, slots=True)
class Check:
    """Something that is assessed on the way.

    `criteria` are those of the task that count, by id, `vetoes` how many of them decide alone. A paper counts so many
    `points` and takes so many `minutes`; 0 where that is said elsewhere.
    """

    kind: CheckKind
    subject: str
    title: Phrase
    criteria: tuple[str, ...] = ()
    vetoes: int = 0
    points: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class SafetyPart:
    """Hours of safety training that one level gives; `typed` where the programme says so itself."""

    level: SafetyLevel
    hours: int
    typed: bool


@dataclass(frozen=True, slots=True)
class SafetyDuty:
    """Safety training that the law asks for. `number` names the number of the profile by which it is due.

    `least` are the prescribed hours, 0 where only the training itself is prescribed and not how long it takes.
    """

    kind: SafetyKind
    hours: int
    least: int
    number: str
    parts: tuple[SafetyPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Refreshing:
    """Training that is repeated: every so many months, or each time before the work is done (`before_use`).

    `calendar` are the months of a year (1 to 12) in which it is planned.
    """

    task: str
    title: Text
    months: int
    before_use: bool
    hours: int
    calendar: tuple[int, ...]
    derived_from: tuple[Address, ...]


@dataclass(frozen=True)
class Pathway:
    """The way from a job to another, or up to a level of a standard.

    `start` is empty where it is for anybody. `open_requirements` are requirements of the level that no learning task
    leads to, by id; `own_functions` those functions of the standard that the job is about.
    """

    kind: PathwayKind
    start: Address
    goal: str
    standard: str
    tasks: tuple[PathwayTask, ...]
    checks: tuple[Check, ...]
    refreshers: tuple[Refreshing, ...]
    safety: tuple[SafetyDuty, ...]
    open_requirements: tuple[str, ...] = ()
    own_functions: tuple[str, ...] = ()

    def of_state(self, *states: TaskState) -> tuple[PathwayTask, ...]:
        """The tasks in some states."""
        return tuple(one for one in self.tasks if one.state in states)

    @property
    def hours(self) -> int:
        """Hours of learning tasks to be taken, without safety training."""
        return sum(one.hours for one in self.tasks)

    @cached_property
    def at_once(self) -> int:
        """Hours of safety training before work is taken up."""
        return sum(one.hours for one in self.safety if one.kind in {"new-hire", "transfer"})


@dataclass(frozen=True, slots=True)
class Rung:
    """A level on the ladder of a job: what it asks of the functions that the job is about, and what leads there.

    `backed` of the `requirements` (both by id) have a point of the job; `tasks` are learning tasks of the job that they
    belong to, and `hours` the hours of practice of these. `reference` are the hours that the standard names.
    """

    standard: str
    level: str
    title: Text
    grade: int
    requirements: tuple[str, ...]
    backed: tuple[str, ...]
    tasks: tuple[str, ...]
    hours: int
    reference: int

    @property
    def open(self) -> tuple[str, ...]:
        """Requirements that no point of the job backs."""
        known = frozenset(self.backed)
        return tuple(one for one in self.requirements if one not in known)


@dataclass(frozen=True, slots=True)
class FunctionShare:
    """How many skill requirements of a function of the standard a job has points for."""

    function: str
    backed: int
    total: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """A job over the levels of the standard, lowest first, with how much of each function it is about."""

    job: Address
    title: Text
    functions: tuple[FunctionShare, ...]
    own: tuple[str, ...]
    rungs: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class Onboarding:
    """What somebody new to a job learns before the first shift alone: safety by levels, then learning tasks."""

    job: Address
    safety: SafetyDuty
    tasks: tuple[str, ...]
    hours: int


@dataclass(frozen=True, slots=True)
class JobRefreshers:
    """What is repeated at a job."""

    job: Address
    rows: tuple[Refreshing, ...]


@dataclass(frozen=True, slots=True)
class NamedPathway:
    """A way that the programme lists, by its id there; None where it names something that does not exist."""

    id: str
    pathway: Pathway | None


@dataclass(frozen=True)
class Career:
    """What follows hiring, for one programme (职后发展): ladders, onboarding, refreshers, ways that are printed."""

    programme: str
    ladders: tuple[Ladder, ...] = ()
    onboarding: tuple[Onboarding, ...] = ()
    refreshers: tuple[JobRefreshers, ...] = ()
    yearly: SafetyDuty | None = None
    paths: tuple[NamedPathway, ...] = ()

    @property
    def listed(self) -> tuple[tuple[str, Pathway], ...]:
        """The ways that could be worked out, with their ids."""
        return tuple((one.id, one.pathway) for one in self.paths if one.pathway)
