"""Several phrases as one."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sopcurric.model.text import Phrase, Text, flat, sentence

_TOGETHER = re.compile(r"[与和及、，]|\b(?:and|with)\b|[,&]|\s")
"""What joins two who do something together."""
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
    """Roles, each once; without those that only say that others act together (`中控操作员与仪表工`)."""
    once = tuple(dict.fromkeys(roles))
    return tuple(one for one in once if not any(_together(words, language, once) for words, language in _told(one)))


def _told(role: Text) -> Iterator[tuple[str, str]]:
    return ((flat(runs), language) for language, runs in role.wordings)


def _together(words: str, language: str, roles: Sequence[Text]) -> bool:
    """Whether words are made of two or more of the roles and what joins them."""
    left, found = words, 0
    others = {flat(dict(one.wordings).get(language, ())) for one in roles} - {words, ""}
    for other in sorted(others, key=lambda one: (-len(one), one)):
        found += other in left
        left = left.replace(other, "")
    return found > 1 and not _TOGETHER.sub("", left)
