"""Levels of action verbs, the common ground of the Chinese and the English verb lists."""

from enum import StrEnum


class Domain(StrEnum):
    """The taxonomy a level belongs to: Bloom (revised) for the mind, Simpson for the hand."""

    COGNITIVE = "cognitive"
    PSYCHOMOTOR = "psychomotor"
    SOCIAL = "social"


class VerbLevel(StrEnum):
    """What kind of doing a verb names, from plain recall up to making something new."""

    RECALL = "recall"
    EXPLAIN = "explain"
    PERCEIVE = "perceive"
    PREPARE = "prepare"
    PROTECT = "protect"
    OPERATE = "operate"
    HANDLE = "handle"
    CLEAN = "clean"
    ASSEMBLE = "assemble"
    MEASURE = "measure"
    VERIFY = "verify"
    ADJUST = "adjust"
    RECORD = "record"
    COMMUNICATE = "communicate"
    DIAGNOSE = "diagnose"
    RESPOND = "respond"
    COORDINATE = "coordinate"
    CREATE = "create"

    @property
    def domain(self) -> Domain:
        """Where the level stands: mind, hand, or dealings with people."""
        return _PLACE[self][0]

    @property
    def stage(self) -> str:
        """The step of that taxonomy: Bloom 1992/2001 or Simpson 1972, in English (`mechanism`, `analyse`, …)."""
        return _PLACE[self][1]


_PLACE: dict[VerbLevel, tuple[Domain, str]] = {
    VerbLevel.RECALL: (Domain.COGNITIVE, "remember"),
    VerbLevel.EXPLAIN: (Domain.COGNITIVE, "understand"),
    VerbLevel.PERCEIVE: (Domain.PSYCHOMOTOR, "perception"),
    VerbLevel.PREPARE: (Domain.PSYCHOMOTOR, "set"),
    VerbLevel.PROTECT: (Domain.PSYCHOMOTOR, "set"),
    VerbLevel.OPERATE: (Domain.PSYCHOMOTOR, "mechanism"),
    VerbLevel.HANDLE: (Domain.PSYCHOMOTOR, "mechanism"),
    VerbLevel.CLEAN: (Domain.PSYCHOMOTOR, "mechanism"),
    VerbLevel.ASSEMBLE: (Domain.PSYCHOMOTOR, "mechanism"),
    VerbLevel.MEASURE: (Domain.PSYCHOMOTOR, "mechanism"),
    VerbLevel.VERIFY: (Domain.COGNITIVE, "evaluate"),
    VerbLevel.ADJUST: (Domain.PSYCHOMOTOR, "adaptation"),
    VerbLevel.RECORD: (Domain.COGNITIVE, "apply"),
    VerbLevel.COMMUNICATE: (Domain.SOCIAL, "respond"),
    VerbLevel.DIAGNOSE: (Domain.COGNITIVE, "analyse"),
    VerbLevel.RESPOND: (Domain.PSYCHOMOTOR, "adaptation"),
    VerbLevel.COORDINATE: (Domain.PSYCHOMOTOR, "complex overt response"),
    VerbLevel.CREATE: (Domain.COGNITIVE, "create"),
}


def word_set(text: str) -> frozenset[str]:
    """The words of a text that is separated by white space."""
    return frozenset(text.split())


def flatten(levels: dict[VerbLevel, frozenset[str]]) -> dict[str, VerbLevel]:
    """Verb to level; a verb that stands under two levels keeps the first."""
    found: dict[str, VerbLevel] = {}
    for level, verbs in levels.items():
        for verb in sorted(verbs):
            found.setdefault(verb, level)
    return found
