"""Several phrases as one."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sopcurric.model.text import Phrase, Plain, Text, flat, sentence

_TOGETHER = re.compile(r"(?<=.)[与和及、，；](?!有关)|\s(?:and|with)\s|[,;&]")
"""What joins two who do something together."""
_COUNT = re.compile(r"[一二两三四五六七八九十\d]+\s?人|(?:two|three|\d+)\s(?:people|persons)\b")
_NOTE = re.compile(r"\s?（[^）]*）|\s?\([^)]*\)")
_MARKS = re.compile("[、，；]|[,;] ")
"""Marks between the parts of an enumeration."""


def joined(code: str, phrases: Sequence[Phrase]) -> Phrase:
    """Phrases joined by a sentence with `left` and `right`; by halves, so that long ones are not nested deeply."""
    if len(phrases) == 1:
        return phrases[0]
    middle = len(phrases) // 2
    return sentence(code, left=joined(code, phrases[:middle]), right=joined(code, phrases[middle:]))


def listed(names: Sequence[Phrase], most: int = 0) -> Phrase:
    """Names one after another (甲、乙、丙), each once; of more than `most`, the first ones and how many there are.

    With `most` 0 all of them are named. Where one of several is an enumeration itself, all are in quotation marks.
    """
    once = tuple(dict.fromkeys(names))
    shown = once[:most] if most else once
    if not shown:
        return sentence("none")
    if len(shown) > 1 and any(enumerates(one) for one in shown):
        told = joined("names.join.quoted", [sentence("names.quoted", name=one) for one in shown])
    else:
        told = joined("names.join", shown)
    return sentence("names.more", names=told, number=len(once)) if len(once) > len(shown) else told


def enumerates(name: Phrase) -> bool:
    """Whether a name is an enumeration itself, so that it does not show in one where it ends."""
    return isinstance(name, Text) and any(_MARKS.search(flat(runs)) for _, runs in name.wordings)


def single(roles: Iterable[Text]) -> tuple[Text, ...]:
    """Roles one by one, each once: `主操与电工` are two, `主操` and `主操（中控）` the same.

    How many they are (`两人同行`) is no role. What cannot be divided alike in all languages is kept whole.
    """
    found: dict[tuple[tuple[str, str], ...], Text] = {}
    for role in roles:
        for one in _divided(role):
            found.setdefault(tuple((language, _NOTE.sub("", flat(runs))) for language, runs in one.wordings), one)
    return tuple(found.values())


def _divided(role: Text) -> Iterator[Text]:
    parts = {
        language: [part.strip() for part in _TOGETHER.split(flat(runs)) if part.strip() and not _COUNT.match(part)]
        for language, runs in role.wordings
    }
    if len({len(named) for named in parts.values()}) == 1 and all(parts.values()):
        for own in zip(*parts.values(), strict=True):
            yield Text.of({language: (Plain(name),) for language, name in zip(parts, own, strict=True)})
    else:
        yield role
