"""Values in words, however they are written: `8.2 MPa`, `８．２兆帕`, `1,250`, `八点二兆帕`, `(MPa)：8.2`."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from sopcurric.linguistics.chinese_figures import significant
from sopcurric.linguistics.plain_spelling import plain
from sopcurric.linguistics.units import unit_end

_TENS = r"(?:\s?[×x*]\s?10(?:\^?[-−]?\d{1,2}|[⁻⁰¹²³⁴-⁹]{1,3})|[eE][-+]?\d{1,2}(?!\d))"
_NUMBER = re.compile(
    rf"(?P<sign>(?<![\w.)）–—-])[-−])?(?P<figures>(?<![\d.])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}})(?:\.\d{{1,15}})?)"
    rf"(?![\d]|\.\d)(?P<tens>{_TENS})?"
)
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
_UNIT_LETTERS = re.compile(r"(?:[A-Za-zµμΩ]+|°[CF]|[℃℉%‰°])(?:/[a-z]+[³²]?)?")
_TOGETHER = re.compile(r"\s?(?:[、，,/~～∼–—±→-]|或|和|及|至|到|to|or|and)\s?")
"""What stands between numbers that have one unit behind the last of them."""
_HEADED = re.compile(r"[(（](?P<unit>[^()（）]{1,8})[)）]\s?[:：=为]?\s?$")
_COUNTS = re.compile(
    r"(?:第|图|表|页|款|条|№|No\.|/T|GB|HG|YS|YB|AQ|JB|拨打|电话)\s?$|(?:[A-Z]{1,3}/T|GB|HG|YS|YB|AQ|JB)\s?[\d.]*-$"
)
_COUNTED = re.compile(r"\s?(?:[页节条款章图表号年]|-\d{4}|-\d{2}-\d{2})")
"""What makes a bare number that of a page, a document, a year, a telephone."""
_LOOKED_BACK = 30
"""So many signs before a number may say what it is."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number with its unit (nothing where there is none), how many figures tell, and how it was written."""

    number: Decimal
    figures: int
    unit: str
    written: str


def units_said(words: str) -> tuple[str, ...]:
    """The units of the values that words say, however these are written."""
    return tuple(one.unit for one in values_said(words) if one.unit)


@lru_cache(maxsize=1 << 14)
def values_said(words: str) -> tuple[Value, ...]:
    """The numbers of words, each with its unit."""
    return tuple(one for one, _ in found_values(words))


def found_values(words: str) -> list[tuple[Value, tuple[int, int]]]:
    """The numbers of words, each with its unit and with where both stand in their plain spelling."""
    spelled = plain(words)
    found: list[tuple[Value, tuple[int, int]]] = []
    behind: tuple[int, str] | None = None
    for match in reversed([*_NUMBER.finditer(spelled)]):
        unit, end = _unit_behind(spelled, match.end())
        if not unit and behind and _TOGETHER.fullmatch(spelled, match.end(), behind[0]):
            unit = behind[1]
        unit = unit or _unit_before(spelled, match.start())
        behind = (match.start(), unit) if unit else None
        if not unit and (_COUNTS.search(_before(spelled, match.start())) or _COUNTED.match(spelled, match.end())):
            continue
        figures = match["figures"].replace(",", "")
        number = _number(match["sign"] or "", figures, match["tens"] or "")
        found.append((Value(number, significant(figures), unit, spelled[match.start() : end]), (match.start(), end)))
    return found[::-1]


def _number(sign: str, figures: str, tens: str) -> Decimal:
    power = re.sub(r"^\s?(?:[×x*]\s?10\^?|[eE]\+?)", "", tens).translate(_RAISED)
    return Decimal(f"{'-' if sign else ''}{figures}") * Decimal(10) ** int(power or 0)


def _unit_behind(spelled: str, end: int) -> tuple[str, int]:
    """The unit behind a number and where it ends, whatever follows it; nothing and the end of the number without."""
    start = end + (spelled[end : end + 1] == " ")
    stop = unit_end(spelled, start)
    if stop == start and (letters := _UNIT_LETTERS.match(spelled, start)):
        for length in (letters.end(), start + len(letters[0].partition("/")[0])):
            stop = max(stop, unit_end(spelled[:length], start))
    return (spelled[start:stop], stop) if stop > start else ("", end)


def _before(spelled: str, end: int) -> str:
    """As much of what stands before a place as says what follows."""
    return spelled[max(0, end - _LOOKED_BACK) : end]


def _unit_before(spelled: str, start: int) -> str:
    """The unit that stands in brackets before a number, as in the head of a table."""
    headed = _HEADED.search(_before(spelled, start))
    unit = headed["unit"] if headed else ""
    return unit if unit and unit_end(unit, 0) == len(unit) else ""
