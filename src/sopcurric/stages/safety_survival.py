"""The proof that safety survives (安全内容完整): whatever a file says of safety is said in what is taught of it.

This looks at both files by itself and trusts nothing that declassification says of what it did.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopcurric.linguistics.written_values import values_said
from sopcurric.model.markup import BrokenMarkError, opened, parse, raw_words
from sopcurric.model.text import Classified
from sopcurric.secrecy.rules import SAFETY, Rules
from sopcurric.secrecy.treatment import Names, tells_danger, with_names
from sopcurric.source.ref import Pointer

_NO_WORDS = frozenset(
    {"id", "plants", "except_plants", "level", "levels", "phase", "risk", "residual", "energy", "kind"}
)
_LINKS = frozenset({"equipment", "valves", "interlocks", "parameters", "hazards", "ppe", "lockouts", "permits"})
_BARE = re.compile(r"[\d.,，±–—~～\s]+")
"""A number that has its unit outside of the mark."""
_EMERGENCY = "emergency"
_CUES = re.compile(
    "严禁|禁止|不得|不准|不许|不要|切勿|严格|必须|佩戴|穿戴|穿|戴|断电|停电|停机|停车|隔离|上锁|挂牌|验电|撤离|报警|报告|汇报|拨打|通风|检测|监护"
    "|泄压|置换|清洗|确认|检查|冲洗|降温|吹扫|排净|排空|接地|关闭|切断"
    r"|\b(?:never|not|must|wear|stop|shut|isolate|lock|tag|test|evacuate|call|report|ventilate)\b",
    re.IGNORECASE,
)
"""Words of what must or must not be done; a mark may hide whose and how much, never that."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Where something of safety stands that is not taught, or less of it (`weakened`)."""

    pointer: Pointer
    weakened: bool = False


def lost_safety(written: object, taught: object, rules: Rules, names: Names) -> tuple[Lost, ...]:
    """What a file says of safety that is not said, or not as firmly, in what is taught of it."""
    left = Counter(_opened(words) for _, words in _safety(taught, rules))
    found: list[Lost] = []
    for pointer, words in _safety(written, rules):
        same = _opened(with_names(words, names))
        if any(_hides(run, words) for run in _marks(words)):
            found.append(Lost(pointer, weakened=True))
        elif not left[same]:
            found.append(Lost(pointer))
        left[same] -= 1
    return tuple(found)


def _safety(data: object, rules: Rules) -> Iterator[tuple[Pointer, str]]:
    """The texts of safety in a file, with where they stand."""
    if not isinstance(data, Mapping):
        return
    for section, part in data.items():
        if section == "changes" and isinstance(part, list):
            for number, change in enumerate(part):
                yield from _changed(change, (section, number), rules)
        else:
            yield from _in_section(part, str(section), (str(section),), rules)


def _changed(change: object, pointer: Pointer, rules: Rules) -> Iterator[tuple[Pointer, str]]:
    """Those of what a plant does otherwise."""
    if isinstance(change, Mapping):
        section = str(change.get("at")).partition("/")[0]
        for verb in ("set", "before", "after", "add"):
            yield from _in_section(change.get(verb), section, (*pointer, verb), rules)


def _in_section(part: object, section: str, pointer: Pointer, rules: Rules) -> Iterator[tuple[Pointer, str]]:
    if rules.sort(section) == SAFETY:
        yield from _words(part, pointer)
    else:
        yield from _of_steps(part, pointer, rules)


def _of_steps(part: object, pointer: Pointer, rules: Rules) -> Iterator[tuple[Pointer, str]]:
    """Warnings and the like, wherever they stand; all words of procedures for emergencies."""
    if isinstance(part, list):
        for number, one in enumerate(part):
            yield from _of_steps(one, (*pointer, number), rules)
    elif isinstance(part, Mapping):
        if str(part.get("phase", "")).startswith(_EMERGENCY):
            yield from _words(part.get("steps"), (*pointer, "steps"))
            return
        for key, one in part.items():
            if rules.fields.get(f"steps.{key}") == SAFETY:
                yield from _words(one, (*pointer, str(key)))
            else:
                yield from _of_steps(one, (*pointer, str(key)), rules)


def _words(part: object, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(part, list):
        for number, one in enumerate(part):
            yield from _words(one, (*pointer, number))
    elif isinstance(part, Mapping):
        for key, one in part.items():
            linked = key in _LINKS and _are_links(one) and key != pointer[0]
            if key not in _NO_WORDS and not linked:
                yield from _words(one, (*pointer, str(key)))
    elif isinstance(part, str):
        yield pointer, part


def _are_links(value: object) -> bool:
    every = value if isinstance(value, list) else [value]
    return all(isinstance(one, str) and one.isascii() and " " not in one for one in every)


def _marks(words: str) -> tuple[Classified, ...]:
    try:
        return tuple(run for run in parse(words) if isinstance(run, Classified))
    except BrokenMarkError:
        return ()


def _hides(mark: Classified, words: str) -> bool:
    """Whether a mark takes away what must, or must not, be done, or another limit that people's safety hangs on."""
    kept = {one.casefold() for one in _CUES.findall(mark.teachable)}
    lost = any(one.casefold() not in kept for one in _CUES.findall(mark.raw))
    figures = {one.number for one in values_said(mark.teachable)}
    changed = any(one.number not in figures for one in values_said(mark.raw) if one.unit or _BARE.fullmatch(mark.raw))
    return not mark.teachable.strip() or lost or (changed and tells_danger(raw_words(words)))


def _opened(words: str) -> str:
    try:
        return opened(words)
    except BrokenMarkError:
        return words
