"""Several phrases as one."""

import re
from collections.abc import Sequence

from sopcurric.model.text import Phrase, Text, flat, sentence

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
    if len(shown) > 1 and any(_enumerates(one) for one in shown):
        told = joined("names.join.quoted", [sentence("names.quoted", name=one) for one in shown])
    else:
        told = joined("names.join", shown)
    return sentence("names.more", names=told, number=len(once)) if len(once) > len(shown) else told


def _enumerates(name: Phrase) -> bool:
    return isinstance(name, Text) and any(_MARKS.search(flat(runs)) for _, runs in name.wordings)
