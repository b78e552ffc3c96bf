"""What `show` prints: one flat record per thing, in the language of the reader. These shapes are public."""

from dataclasses import dataclass
from typing import Literal

from sopcurric.model.address import Address

Origin = Literal["computed", "decided"]


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


@dataclass(frozen=True, slots=True)
class ShownModule:
    """A module with its learning tasks and hours."""

    id: str
    title: str
    label: str
    course: str
    tasks: tuple[str, ...]
    theory_hours: int
    practice_hours: int
    origin: Origin
    derived_from: tuple[Address, ...]


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
