"""`TaskEvidence`: why procedures are one typical task, and what nearly belonged to it."""

from dataclasses import dataclass
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.text import Phrase

Difference = Literal["opposite", "deed", "thing", "little"]
"""What keeps two procedures apart: opposite deeds, other deeds, another object, or too little in common."""


@dataclass(frozen=True, slots=True)
class Common:
    """A word, or what a thing is called, that members have in common, and how many of them have it."""

    words: Phrase | str
    members: int


@dataclass(frozen=True, slots=True)
class Belonging:
    """A member and how much it is like the others of its task (0 to 1); `doubtful` where a person is asked about it."""

    procedure: Address
    likeness: float
    doubtful: bool


@dataclass(frozen=True, slots=True)
class NearlyJoined:
    """A procedure of another task that nearly belonged to this one, and what keeps it apart."""

    procedure: Address
    task: str
    likeness: float
    difference: Difference


@dataclass(frozen=True, slots=True)
class TaskEvidence:
    """What speaks for a typical task as it is.

    `enough` is the likeness from which procedures are joined. `verbs` and `objects` are of titles, `equipment` is what
    procedures and steps name, `steps` are words of steps: each with the number of members that have it.
    """

    enough: float
    members: tuple[Belonging, ...]
    verbs: tuple[Common, ...]
    objects: tuple[Common, ...]
    equipment: tuple[Common, ...]
    steps: tuple[Common, ...]
    near: tuple[NearlyJoined, ...]
