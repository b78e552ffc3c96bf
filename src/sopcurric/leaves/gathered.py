"""Points of one kind that say the same of different things, gathered into one sentence each."""

import re
from collections.abc import Iterable, Mapping

from sopcurric.leaves.task_view import enumeration, joined
from sopcurric.model.address import Address
from sopcurric.model.competency import Point
from sopcurric.model.text import Phrase, Sentence, Text, flat, sentence

Argument = Text | Sentence | str | int
_GATHERED: Mapping[str, tuple[str, str]] = {
    "point.principle": ("title", "principle"),
    "point.equipment": ("title", "equipment"),
    "point.equipment.function": ("title", "equipment"),
    "point.parameter": ("title", "parameter"),
    "point.parameter.range": ("range", "parameter"),
    "point.parameter.skill": ("range", "parameter"),
    "point.quality": ("criterion", "quality"),
    "point.quality.sampled": ("criterion", "quality"),
    "point.quality.checked": ("criterion", "quality"),
    "point.hazard": ("title", "hazard"),
    "point.hazard.conduct": ("title", "hazard"),
    "point.deviation": ("title", "deviation"),
    "point.deviation.skill": ("title", "deviation"),
    "point.deviation.conduct": ("title", "deviation"),
    "point.record": ("title", "record"),
    "point.flow": ("title", "flow"),
    "point.term": ("title", "term"),
    "point.valve": ("title", "valve"),
    "point.interlock": ("title", "interlock"),
    "point.interlock.conduct": ("title", "interlock"),
    "point.ppe": ("title", "ppe"),
    "point.lockout.skill": ("title", "lockout"),
    "point.lockout.conduct": ("title", "lockout"),
    "point.permit": ("title", "permit"),
    "point.environment": ("title", "environment"),
    "point.card": ("title", "card"),
    "point.handover": ("title", "handover"),
}
"""Sentences that are gathered: what is shown with each title (nothing more, a range, a limit), and what they are of."""
_QUOTED = frozenset(
    ("principle", "hazard", "deviation", "flow", "term", "interlock", "environment", "card", "handover", "lockout")
)
"""Things whose titles are phrases that may hold marks of their own."""
_MOST_LISTED = 4
"""As many things as are named one by one, with their values where they have any."""
_NAMED = 3
"""Of more than that, so many are named, and all are counted: the whole list stands on another leaf."""


def gathered(points: Iterable[Point]) -> list[tuple[Phrase, tuple[Address, ...]]]:
    """Sentences with what they come from; a sentence that stands alone stays as it is, order is that of first use.

    What several plants or several steps say alike is said once. A long list is not read out: only the first of it, and
    how many there are.
    """
    return [
        (phrase, tuple(address for point in group for address in point.derived_from))
        for phrase, group in groups(points)
    ]


def groups(points: Iterable[Point]) -> list[tuple[Phrase, list[Point]]]:
    """The same sentences with the points that each is made of."""
    found: dict[tuple[str, Phrase | None], list[Point]] = {}
    for point in points:
        code = point.statement.code if isinstance(point.statement, Sentence) else ""
        key = (code, None) if code in _GATHERED else ("", point.statement)
        found.setdefault(key, []).append(point)
    return [(_one(code, group), group) for (code, _), group in found.items()]


def _one(code: str, group: list[Point]) -> Phrase:
    statements = tuple(dict.fromkeys(point.statement for point in group))
    if len(statements) == 1:
        return statements[0]
    more, thing = _GATHERED[code]
    kind = code.removeprefix("point.")
    told = [dict(one.arguments) for one in statements if isinstance(one, Sentence)]
    names = tuple(dict.fromkeys(_phrase(one["title"]) for one in told))
    if more != "title" and len(told) <= _MOST_LISTED:
        listed = enumeration(_with(more, one["title"], one[more]) for one in told)
        return sentence(f"gathered.{kind}.listed", items=listed)
    return sentence(f"gathered.{kind}", items=counted(thing, names))


def _with(more: str, title: Argument, value: Argument) -> Phrase:
    """A title with its value in brackets, unless the value has brackets itself."""
    words = " ".join(flat(runs) for _, runs in value.wordings) if isinstance(value, Text) else str(value)
    code = f"gathered.with.{more}.marked" if re.search("[(（]", words) else f"gathered.with.{more}"
    return sentence(code, title=title, more=value)


def counted(thing: str, names: tuple[Phrase, ...]) -> Phrase:
    """Names of things of one kind in a sentence: all of them where they are few, else the first, and how many."""
    shown = names if len(names) <= _MOST_LISTED else names[:_NAMED]
    code = "quoted" if thing in _QUOTED else "record" if thing == "record" else ""
    marked = tuple(sentence(f"named.{code}", title=one) for one in shown) if code else shown
    items = joined("join.quoted" if code else "join.names", marked)
    if len(shown) == len(names):
        return sentence(f"every.{thing}", items=items)
    return sentence(f"some.{thing}", items=items, number=len(names))


def _phrase(title: Argument) -> Phrase:
    return title if isinstance(title, Phrase) else sentence("plain", value=title)
