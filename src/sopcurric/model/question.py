"""Questions that wait for a person, and the answers to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sopcurric.model.address import Address
from sopcurric.model.files.decision import Role
from sopcurric.model.identifier import derived_id
from sopcurric.model.text import Phrase

Record = Mapping[str, object]
"""A decision as it is written into a file, without who, when and why."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that can be chosen."""

    value: str
    label: Phrase


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that is shown beside a question."""

    label: Phrase
    value: Phrase


@dataclass(frozen=True, slots=True)
class Question:
    """Something that waits for a person.

    `key` tells it from others of its kind; `seen` is the digest of what it shows, so that an answer to an older version
    is recognised. `choices` are the answers; `free` asks for words beside the choice (empty where none are wanted),
    `proposal` is the choice that the tool would make (empty where it has none), `plain` are others that need no
    reason. `about` are the addresses and identifiers that it is about.
    """

    kind: str
    key: str
    roles: tuple[Role, ...]
    ask: Phrase
    shown: tuple[Shown, ...]
    choices: tuple[Choice, ...]
    seen: str
    about: tuple[Address, ...]
    proposal: str = ""
    free: Phrase | None = None
    plain: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Name of the question; it changes when what it shows changes."""
        return derived_id("q-", f"{self.kind}\x1f{self.key}\x1f{self.seen}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person answered: one of the choices, words where the question asks for them, and why."""

    question: str
    choice: str
    words: str = ""
    why: str = ""
