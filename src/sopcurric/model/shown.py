"""What `show` prints: one flat record per thing, in the language of the reader. These shapes are public.

`decided` names the parts of a thing that people decided (`title`, `hours` …), `decisions` the decisions.
"""

from dataclasses import dataclass
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.decision import VerdictKind

Origin = Literal["computed", "decided"]
"""Whether a thing is as it was computed, or people decided about a part of it."""


@dataclass(frozen=True, slots=True)
class ShownSetting:
    """A setting with its value (as JSON text) and where it came from."""

    id: str
    title: str
    value: str
    origin: Literal["project", "default", "environment"]
    derived_from: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownSop:
    """An SOP with what it holds."""

    id: Address
    title: str
    organisation: str
    document: str
    version: str
    procedures: int
    steps: int
    parameters: int
    hazards: int
    deviations: int
    derived_from: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A skill, knowledge or conduct point."""

    id: str
    title: str
    kind: Literal["skill", "knowledge", "conduct"]
    job: Address
    action: str
    object: str
    criterion: str
    critical: bool
    origin: Origin
    derived_from: tuple[Address, ...]
    decided: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownTask:
    """A typical task with its members, ratings (1 to 3) and the training it needs."""

    id: str
    title: str
    members: tuple[Address, ...]
    jobs: tuple[Address, ...]
    phase: str
    difficulty: int
    importance: int
    frequency: int
    training: Literal["job-aid", "on-demand", "train", "intensive"]
    origin: Origin
    derived_from: tuple[Address, ...]
    decided: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownModule:
    """A module with its learning tasks and hours; `name` says which part of which course it is."""

    id: str
    name: str
    title: str
    label: str
    course: str
    tasks: tuple[str, ...]
    theory_hours: int
    practice_hours: int
    origin: Origin
    derived_from: tuple[Address, ...]
    decided: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownCourse:
    """A course made of SOPs."""

    id: str
    title: str
    jobs: tuple[Address, ...]
    modules: tuple[str, ...]
    tasks: int
    theory_hours: int
    practice_hours: int
    origin: Origin
    derived_from: tuple[Address, ...]
    decided: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownPlanRow:
    """A row of an integrated plan: before hiring in a segment, or after it in a stage."""

    id: str
    title: str
    programme: str
    service: Literal["pre-service", "in-service"]
    place: str
    kind: str
    hours: int
    weeks: int
    tasks: tuple[str, ...]
    origin: Origin
    derived_from: tuple[Address, ...]
    decided: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownLeaf:
    """A leaf with its label, revision and date."""

    id: str
    title: str
    kind: str
    label: str
    binder: str
    revision: int
    issued: str
    origin: Origin
    derived_from: tuple[Address, ...]
    decided: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownCompetency:
    """What a procedure of a job asks for, with ratings (1 to 3) and the training it needs."""

    id: str
    title: str
    job: Address
    difficulty: int
    importance: int
    frequency: int
    training: Literal["job-aid", "on-demand", "train", "intensive"]
    origin: Origin
    derived_from: tuple[Address, ...]
    decided: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block of a leaf; its key is what decisions about it name."""

    id: str
    title: str
    leaf: str
    key: str
    kind: str
    origin: Origin
    derived_from: tuple[Address, ...]
    decided: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownLevelRow:
    """A row of an occupational standard with the learning tasks that lead to it."""

    id: str
    title: str
    programme: str
    level: str
    tasks: tuple[str, ...]
    score: float
    origin: Origin
    derived_from: tuple[Address, ...]
    decided: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownUntaught:
    """An element of an SOP that is not taught, with the reason."""

    id: Address
    title: str
    reason: str
    origin: Origin
    derived_from: tuple[Address, ...]
    decided: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """A decision of the joint team with what became of it."""

    id: str
    title: str
    on: tuple[str, ...]
    role: Literal["plant", "college", "industry"]
    by: str
    date: str
    why: str
    verdict: VerdictKind
    derived_from: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class ShownLearningTask:
    """A learning task in its module, with hours."""

    id: str
    title: str
    label: str
    course: str
    module: str
    typical_task: str
    theory_hours: int
    practice_hours: int
    origin: Origin
    derived_from: tuple[Address, ...]
    decided: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
