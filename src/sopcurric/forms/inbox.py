"""The questions that wait for somebody, worded and ready to be laid out as a form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One question.

    `kind` is the kind in words, `shown` are pairs of label and value, `choices` pairs of value and label, `proposal` is
    the value of the proposed choice. `free` is the label of the words wanted beside the choice, empty where none are.
    """

    id: str
    kind: str
    ask: str
    shown: tuple[tuple[str, str], ...]
    choices: tuple[tuple[str, str], ...]
    proposal: str = ""
    free: str = ""
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inbox:
    """What waits for a role (`plant`, `college`, `industry`; empty: for all of them).

    `state` are the twelve hexadecimal digits of the repository that the questions come from.
    """

    title: str
    language: str
    role: str
    state: str
    as_of: str
    entries: tuple[Entry, ...]
