"""Decisions as the stages see them: named, and with what became of each."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from sopcurric.model.address import Address
from sopcurric.model.files.decision import Decision, DecisionHeader
from sopcurric.model.identifier import derived_id
from sopcurric.model.text import Sentence, Text

Made_co = TypeVar("Made_co", bound=DecisionHeader, covariant=True)

VerdictKind = Literal["applied", "stale", "unseen", "gone", "contradictory", "unauthorised", "superseded", "refused"]
"""What became of a decision.

`applied`: it holds. `stale`: it holds, but what it saw has changed. `unseen`: it holds, but does not say what it saw.
The others do not hold: `gone`: its subject is not there; `contradictory`: another one says the opposite;
`unauthorised`: it is not for that role to decide; `superseded`: a later one takes its place; `refused`: what it asks
for cannot be done (`reason` says why).
"""
HOLDING: frozenset[VerdictKind] = frozenset({"applied", "stale", "unseen"})


@dataclass(frozen=True, slots=True)
class Named(Generic[Made_co]):
    """A decision with the name that others call it by."""

    name: str
    decision: Made_co

    @property
    def address(self) -> Address:
        """Where findings about it are placed."""
        return decision_address(self.name)


@dataclass(frozen=True, slots=True)
class Mark:
    """That a value was decided: which part of it, by which decision, and what had been computed."""

    part: str
    decision: str
    computed: "Text | Sentence | str" = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a decision.

    `subjects` are identifiers and addresses of what it is about; `other` is the name of the decision that stands
    against it; `seen` is the digest that it should have seen; `reason` is a word from a closed list per kind.
    `then` and `now` are both versions where a block was rewritten: what it saw and what is computed now.
    """

    decision: str
    kind: VerdictKind
    subjects: tuple[str, ...] = ()
    other: str = ""
    seen: str = ""
    reason: str = ""
    then: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


def decision_address(name: str) -> Address:
    """The address of a decision."""
    return f"@decision/{name}"


def name_of(decision: Decision) -> str:
    """The name of a decision: its id, or one that follows from what it decides, in which role and when.

    Who, why and what it saw may be corrected without making it another decision.
    """
    if decision.id:
        return decision.id
    plain = decision.model_dump(mode="json", exclude_defaults=True, exclude={"by", "why", "seen", "saw"})
    return derived_id("dc-", json.dumps(plain, ensure_ascii=False, sort_keys=True))


def sight(*parts: str) -> str:
    """The digest of what a decision sees: twelve hexadecimal digits."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def seen_verdict(named: Named[DecisionHeader], seen: str, subjects: Iterable[str]) -> Verdict:
    """The verdict on a decision that is applied: whether what it saw is still what is there."""
    known = named.decision.seen
    kind: VerdictKind = "unseen" if known is None else "applied" if known == seen else "stale"
    return Verdict(named.name, kind, tuple(subjects), seen=seen)


def parts_of(marks: Iterable[Mark]) -> tuple[str, ...]:
    """Which parts of a thing were decided, each once."""
    return tuple(dict.fromkeys(mark.part for mark in marks))


def names_of(marks: Iterable[Mark]) -> tuple[str, ...]:
    """By which decisions, each once."""
    return tuple(dict.fromkeys(mark.decision for mark in marks))
