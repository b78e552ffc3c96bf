"""Numbers with units inside words: found, read, and spelt as they should be; what is written is kept for print."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sopcurric.linguistics.units import BEGINNINGS, respelt, symbol, unit_end
from sopcurric.model.text import Inline, Plain, Quantity

_DIGIT = "[0-9０-９]"
_NUMBER = (
    rf"(?>{_DIGIT}{{1,3}}(?:,{_DIGIT}{{3}})+(?![0-9０-９,])|{_DIGIT}{{1,15}})"
    rf"(?>(?:[.．]{_DIGIT}{{1,15}})?)(?![.．,]?{_DIGIT})"
    rf"(?>(?:\s?[×x]\s?10(?:⁻?[⁰¹²³⁴-⁹]{{1,2}}|\^[-−]?[0-9]{{1,2}}))?)"
)
_MINUS = "-−－﹣"
_TO = rf"\s{{0,2}}(?P<to>[{_MINUS}–—~～〜∼±至到]|(?<=\s)to(?=\s))\s{{0,2}}(?P<high>[{_MINUS}]?{_NUMBER})"
_START = rf"(?P<low>{_NUMBER})(?:{_TO})?\s{{0,2}}(?=[{re.escape(BEGINNINGS)}])"
_CANDIDATE = re.compile(_START)
"""A number or a range before what may be a unit. It begins with a figure, so that words without one cost nothing."""
_REST = re.compile(rf"{_TO}\s{{0,2}}")

_HALF = str.maketrans("０１２３４５６７８９．％−－﹣", "0123456789.%---")
_HALF_FIGURES = str.maketrans("０１２３４５６７８９．", "0123456789.")
_SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_POWER = re.compile(r"\s?[×x]\s?10\^?")

_SIGN = re.compile(r"(?P<sign>>=|<=|[≥≧⩾≤≦⩽><＞＜]|[＞＜]=|[＞＜]＝|±|\+/-)\s{0,2}$")
_AT_LEAST, _AT_MOST = "≥≧⩾>＞", "≤≦⩽<＜"
_NUMBERED = re.compile(r"(?:第|[Nn]o\.?|№|图)\s?$")
_NOT = "不得|不应|不能|不宜|不可|不准|不许|不允许|不要|不会|不|严禁|禁止|避免|防止|切勿|勿|未|not |no |never "
_UP = "大于或等于|大于等于|高于|大于|超过|超出|多于|长于|more than|higher than|greater than|above|over|exceeding|exceed"
_DOWN = "小于或等于|小于等于|低于|小于|少于|短于|less than|lower than|below|under"
_FLOOR, _CEILING = "至少|最少|最低|最小|at least|min\\.", "至多|最多|最高|最大|at most|up to|max\\."
_BOUND = re.compile(
    rf"(?:(?P<not>{_NOT})\s?)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s?$|(?:(?P<floor>{_FLOOR})|(?P<ceiling>{_CEILING}))\s?$"
)
_BOUND_ENDS = frozenset("于过出少低小多高大nterwgdp.")
_AFTER = re.compile(r"\s?及?(?:(?P<up>以上|or more|and above)|(?P<down>以下|以内|之内|or less|and below))")
_REACH = 24
"""How many characters before a quantity may hold the words that make it a limit."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A quantity inside words: where it stands, its limits, and where its units stand."""

    start: int
    end: int
    low: str
    high: str
    units: tuple[tuple[int, int], ...]


def read(words: str) -> list[Inline]:
    """The runs of words without other marking: quantities and what lies between; together they are the words."""
    runs: list[Inline] = []
    rest = 0
    for one in _quantities(words):
        if one.start > rest:
            runs.append(Plain(words[rest : one.start]))
        start, end = one.units[-1]
        runs.append(Quantity(text=words[one.start : one.end], low=one.low, high=one.high, unit=words[start:end]))
        rest = one.end
    if rest < len(words):
        runs.append(Plain(words[rest:]))
    return runs


def located(words: str) -> Iterator[tuple[int, int, Quantity]]:
    """The quantities of typed words with where they begin and end."""
    for one in _quantities(words):
        start, end = one.units[-1]
        yield one.start, one.end, Quantity(words[one.start : one.end], one.low, one.high, words[start:end])


_KEPT = re.compile(r"(\$[^$]*\$|\[\[[^\]]*\]\]|`[^`]*`)")


def respelled(words: str) -> str:
    """Typed words with half-width figures and proper units in their quantities; formulas, references and code stay.

    Nothing but the spelling changes: `１２０ ℃` becomes `120 ℃`, `0.3 Mpa` `0.3 MPa`, `5 m3/h` `5 m³/h`.
    """
    pieces = _KEPT.split(words)
    return "".join(piece if number % 2 else _respelled(piece) for number, piece in enumerate(pieces))


def _respelled(words: str) -> str:
    made, rest = [], 0
    for one in _quantities(words):
        made.append(words[rest : one.start])
        rest = one.start
        for start, end in one.units:
            made += [words[rest:start].translate(_HALF_FIGURES), respelt(words[start:end])]
            rest = end
    return "".join((*made, words[rest:]))


def _quantities(words: str) -> Iterator[_Found]:
    place = 0
    while candidate := _CANDIDATE.search(words, place):
        found = _taken(words, candidate, place)
        yield from found
        place = found[-1].end if found else candidate.end("low")


def _taken(words: str, candidate: "re.Match[str]", floor: int) -> tuple[_Found, ...]:
    """What a candidate is: a quantity, two that stand side by side, or none."""
    unit = (candidate.end(), unit_end(words, candidate.end()))
    if unit[0] == unit[1]:
        return ()
    before = _before(words, candidate.start(), floor)
    if before is None:
        return ()
    start, low = before, _value(words[before : candidate.end("low")])
    if candidate["to"]:
        return (_Found(start, unit[1], *_ends(low, candidate), (unit,)),)
    single = _Found(start, unit[1], *_limits(words, start, unit[1], low), (unit,))
    return _extended(words, single, low) or (single,)


def _extended(words: str, first: _Found, low: str) -> tuple[_Found, ...]:
    """A range whose lower end has a unit, too; ends whose units differ are two quantities."""
    rest = _REST.match(words, first.end)
    unit = (rest.end(), unit_end(words, rest.end())) if rest else (0, 0)
    if not rest or unit[0] == unit[1]:
        return ()
    if symbol(words[slice(*first.units[0])]) == symbol(words[slice(*unit)]):
        return (_Found(first.start, unit[1], *_ends(low, rest), (*first.units, unit)),)
    if rest["to"] in "至到" or rest["to"] == "±":
        return ()
    high = _value(rest["high"])
    second = _Found(rest.start("high"), unit[1], high, high, (unit,))
    return _Found(first.start, first.end, low, low, first.units), second


def _ends(low: str, match: "re.Match[str]") -> tuple[str, str]:
    high = _value(match["high"])
    if match["to"] == "±":
        middle, most = Decimal(low.removeprefix("±")), Decimal(high)
        return format(middle - most, "f"), format(middle + most, "f")
    return low.removeprefix("±"), high


def _before(words: str, start: int, floor: int) -> int | None:
    """Where a quantity begins whose first figure stands at a place; None where the figure belongs to a name.

    Signs belong to it: a minus, `≥` and the like, `±`.
    """
    before, further = words[start - 1 : start], words[start - 2 : start - 1] if start > 1 else ""
    if before and before in "-−－﹣–—~～/:,":
        if _is_name(further) or (further and (further in ")）]" or (further in "℃%％‰Ω²³" and before in _MINUS))):
            return None
        start -= before in _MINUS
    elif _is_name(before) or (before and before in "．×*^$.０１２３４５６７８９"):
        return None
    if start <= floor:
        return start
    tail = words[max(floor, start - 4) : start]
    if _NUMBERED.search(tail):
        return None
    sign = _SIGN.search(tail)
    return start - len(sign[0]) if sign else start


def _is_name(character: str) -> bool:
    """Whether a character is part of a name or number of something."""
    return character == "_" or (character.isascii() and character.isalnum())


def _limits(words: str, start: int, end: int, low: str) -> tuple[str, str]:
    """Both ends of a quantity with one number: equal, or one of them open where sign or words say so."""
    if low.startswith("±"):
        return f"-{low[1:]}", low[1:]
    sign = words[start]
    if sign in _AT_LEAST:
        return low, ""
    if sign in _AT_MOST:
        return "", low
    after = _AFTER.match(words, end)
    if after:
        return (low, "") if after["up"] else ("", low)
    return {"up": (low, ""), "down": ("", low)}.get(_direction(words, start), (low, low))


def _direction(words: str, start: int) -> str:
    """Where words before a quantity leave it open: `up`, `down`, or nowhere."""
    tail = words[max(0, start - _REACH) : start].rstrip()
    if tail[-1:] not in _BOUND_ENDS:
        return ""
    bound = _BOUND.search(tail)
    if not bound:
        return ""
    upward = bool(bound["up"] or bound["floor"])
    return "up" if upward != bool(bound["not"]) else "down"


def _value(number: str) -> str:
    """A number as typed, as a decimal number; `±` in front of it is kept."""
    tolerance = "±" if number.startswith(("±", "+/-")) else ""
    plain = number.lstrip("≥≧⩾≤≦⩽><＞＜=＝±+/ \u00a0").translate(_HALF).replace(",", "")
    plain = "".join(plain.split())
    mantissa, *power = _POWER.split(plain, maxsplit=1)
    if power:
        mantissa = format(Decimal(mantissa).scaleb(int(power[0].translate(_SUPERSCRIPTS))), "f")
    return tolerance + mantissa
