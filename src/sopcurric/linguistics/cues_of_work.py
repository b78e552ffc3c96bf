"""Words that tell how often work is done, and whether its steps leave something to be decided: data for ratings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

DAYS: Mapping[str, float] = {
    "分钟": 1 / 1440,
    "min": 1 / 1440,
    "minute": 1 / 1440,
    "小时": 1 / 24,
    "h": 1 / 24,
    "hour": 1 / 24,
    "班": 1 / 3,
    "班次": 1 / 3,
    "shift": 1 / 3,
    "日": 1,
    "天": 1,
    "昼夜": 1,
    "d": 1,
    "day": 1,
    "周": 7,
    "星期": 7,
    "week": 7,
    "旬": 10,
    "月": 30,
    "month": 30,
    "季": 91,
    "季度": 91,
    "quarter": 91,
    "年": 365,
    "year": 365,
}
"""Units of time in days."""
ADVERBS: Mapping[str, float] = {
    "hourly": 1 / 24,
    "daily": 1,
    "weekly": 7,
    "monthly": 30,
    "quarterly": 91,
    "yearly": 365,
    "annually": 365,
}
"""English words for a unit of time that comes again, in days."""
COUNTS: Mapping[str, float] = {
    **{word: number for number, word in enumerate("一二三四五六七八九十", start=1)},
    "两": 2,
    "半": 0.5,
    "once": 1,
    "twice": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "six": 6,
    "eight": 8,
    "half a": 0.5,
    "other": 2,
}
"""Numbers as they are written out."""
ALWAYS = re.compile(r"连续|随时|实时|全程|不间断|\b(?:continuous(?:ly)?|at all times)\b", re.IGNORECASE)
"""Work that never ends."""
SELDOM = re.compile(
    r"大修|年修|年检|停产|紧急|事故|应急|全厂停电|首次|长期停|改造|投产"
    r"|\b(?:overhauls?|turnarounds?|emergenc(?:y|ies)|accidents?|first use|blackouts?|commissioning)\b",
    re.IGNORECASE,
)
"""Occasions that come once a year or less."""
DECIDED = re.compile(
    r"[当若如]果?.{1,20}?[时则，,]|时[，,]|否则|视.{0,8}?(?:情况|结果)|根据.{1,20}?(?:调整|确定|选择|判断)|必要时"
    r"|\b(?:if|when|otherwise|depending on|unless)\b",
    re.IGNORECASE,
)
"""A step that is done in one way or another, as things stand."""
JUDGING = frozenset({"measure", "diagnose", "adjust", "respond"})
"""Levels of verbs (`levels.py`) by which somebody measures, diagnoses or corrects."""

_NUMBER = r"(?P<count>\d+(?:\.\d+)?|[一二三四五六七八九十两半])"
_UNIT = "(?P<unit>班次|小时|分钟|星期|季度|昼夜|min|[班日天周旬月季年]|h(?![a-z])|d(?![a-z]))"
_PATTERNS = (
    re.compile(rf"(?P<times>\d+|[一二三四五六七八九十两])\s*次\s*[/／]\s*(?:{_NUMBER}\s*)?个?{_UNIT}"),
    re.compile(
        rf"每隔?\s*(?:{_NUMBER}\s*)?个?{_UNIT}(?:[^，,；;。]{{0,4}}?(?P<times>\d+|[两二三四五六七八九十])\s*次)?"
    ),
    re.compile(
        r"\b(?:(?P<times>once|twice|\d+ times|two times|three times)\s+)?(?:every|each|per|an?)\s+"
        r"(?:(?P<count>\d+(?:\.\d+)?|two|three|four|six|eight|half a|other)\s+)?"
        r"(?P<unit>minute|min|hour|h|shift|day|week|month|quarter|year)s?\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<adverb>hourly|daily|weekly|monthly|quarterly|yearly|annually)\b", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class HowOften:
    """How often something is done: once in so many days, and the words that say so."""

    days: float
    words: str


def how_often(text: str) -> HowOften | None:
    """What a text says about how often its work is done; the first words that tell it, None where none do."""
    always = ALWAYS.search(text)
    found = [match for pattern in _PATTERNS if (match := pattern.search(text))]
    first = min(found, key=lambda match: match.start(), default=None)
    if first and not (always and always.start() < first.start()):
        return HowOften(_days(first), first[0].strip())
    return HowOften(0, always[0]) if always else None


def seldom(text: str) -> HowOften | None:
    """The occasion that a text names, where it comes once a year or less."""
    found = SELDOM.search(text)
    return HowOften(DAYS["年"], found[0]) if found else None


def _days(found: re.Match[str]) -> float:
    parts = found.groupdict()
    if parts.get("adverb"):
        return ADVERBS[parts["adverb"].lower()]
    times = (parts.get("times") or "1").lower().removesuffix(" times")
    return _number(parts.get("count") or "1") * DAYS[parts["unit"].lower()] / max(_number(times), 1)


def _number(text: str) -> float:
    return COUNTS.get(text.lower()) or float(text)
