"""The second lock (泄密扫描): what is classified in one place must not stand open in another, however it is written.

Values are compared by what they are (`8.2 MPa`, `８．２兆帕`, `82 bar`, `83.6 kgf/cm²`, `八点二兆帕`), names by
their letters.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter

from sopcurric.linguistics.chinese_figures import significant
from sopcurric.linguistics.conversion import UnitError, compatible, converted
from sopcurric.linguistics.plain_spelling import plain
from sopcurric.linguistics.units import DOUBTFUL, kind, symbol, unit_end
from sopcurric.source.ref import SourceRef

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
_NO_LETTER = re.compile(r"[\W_]+")
_HAN = re.compile("[\u3400-\u9fff]")
_TELLING_FIGURES = 3
"""A bare number of fewer figures stands everywhere: page 20 is no duration of 20 min."""
_SURE_FIGURES = 2
"""A value of fewer figures may be another one that happens to be the same."""
_SHORTEST = {"han": 2, "letters": 4}
"""Names of fewer signs are found everywhere."""
_FINER = 2
"""A converted value may be written with so many figures more or less than the one that it was converted from."""
_NEAR = Decimal("0.06")
"""How much, as a part of it, a rounded value of two figures or more may differ at most."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A classified phrase: where its mark stands, what is protected and how much, what may be taught instead."""

    place: SourceRef
    raw: str
    teachable: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Open words of a file, with where they stand; of marks, what may be taught."""

    place: SourceRef
    words: str


@dataclass(frozen=True, slots=True)
class Leak:
    """Open words that say something classified; `certain` unless it may well be something else that is the same."""

    secrets: tuple[Secret, ...]
    said: Said
    found: str
    certain: bool


@dataclass(frozen=True, slots=True)
class _Value:
    """A number with its unit (nothing where there is none), and how it was written."""

    number: Decimal
    figures: int
    unit: str
    written: str


@dataclass(frozen=True, slots=True)
class _Needle:
    """What is looked for: the values of a secret, and its letters and their pattern where it says more than values."""

    secrets: tuple[Secret, ...]
    values: tuple[_Value, ...]
    letters: str
    pattern: "re.Pattern[str] | None"


def leaks(secrets: Iterable[Secret], said: Iterable[Said]) -> Iterator[Leak]:
    """Every place where open words say what a secret says, each secret once a place."""
    index = _index(tuple(secrets))
    for words in said:
        for number, (found, certain) in sorted(index.found_in(words.words).items()):
            yield Leak(index.needles[number].secrets, words, found, certain)


@lru_cache(maxsize=8)
def _index(secrets: tuple[Secret, ...]) -> "_Index":
    """What is looked for; remembered, because one build asks for each of its editions."""
    by_raw: dict[str, list[Secret]] = {}
    for secret in secrets:
        by_raw.setdefault(secret.raw, []).append(secret)
    return _Index([_needle(tuple(same)) for same in by_raw.values()])


class _Index:
    """What is looked for, so that words are compared with the few secrets that they may say."""

    def __init__(self, needles: list[_Needle]) -> None:
        self.needles = needles
        self._by_start: dict[str, list[int]] = {}
        self._by_number: dict[Decimal, list[tuple[int, _Value]]] = {}
        self._bases: dict[str, str] = {}
        by_kind: dict[str, list[tuple[Decimal, int, _Value]]] = {}
        for number, needle in enumerate(needles):
            if needle.letters:
                self._by_start.setdefault(needle.letters[:2], []).append(number)
            for value in needle.values:
                self._by_number.setdefault(value.number, []).append((number, value))
                measured = self._measured(value, new=True)
                if measured:
                    by_kind.setdefault(measured[0], []).append((measured[1], number, value))
        self._by_kind = {one: sorted(found, key=itemgetter(0)) for one, found in by_kind.items()}

    def _measured(self, value: _Value, *, new: bool = False) -> tuple[str, Decimal] | None:
        """What sort of thing a value measures, and the value in the unit that all of the sort are compared in."""
        sort = kind(symbol(value.unit)) if value.unit else ""
        base = self._bases.setdefault(sort, value.unit) if sort and new else self._bases.get(sort)
        number = _in(str(value.number), value.unit, base) if base else None
        return None if number is None else (sort, number)

    def found_in(self, words: str) -> dict[int, tuple[str, bool]]:
        """The secrets that words say, by number: what says it, and whether that is certain."""
        found: dict[int, tuple[str, bool]] = {}
        for there in _values(words):
            for number, here in self._like(there):
                if _same(here, there):
                    certain = _is_sure(here, there, named=bool(self.needles[number].letters))
                    if certain or number not in found:
                        found[number] = (there.written, certain)
        letters = _letters(words)
        for pair in {letters[at : at + 2] for at in range(len(letters) - 1)} & self._by_start.keys():
            for number in self._by_start[pair]:
                needle = self.needles[number]
                match = needle.pattern.search(plain(words)) if needle.letters in letters and needle.pattern else None
                if match:
                    found[number] = (match[0], True)
        return found

    def _like(self, there: _Value) -> Iterator[tuple[int, _Value]]:
        """Values that one may be the same as: of the same number, or of nearly the same size."""
        yield from self._by_number.get(there.number, ())
        measured = self._measured(there)
        if measured:
            near = self._by_kind.get(measured[0], [])
            low, high = sorted(measured[1] * (1 + part) for part in (-_NEAR, _NEAR))
            first = bisect_left(near, low, key=itemgetter(0))
            yield from ((one, here) for _, one, here in near[first : bisect_right(near, high, key=itemgetter(0))])


def is_common(secret: Secret) -> bool:
    """Whether a secret stands everywhere, so that nobody can look for it: a short number, one or two signs."""
    needle = _needle((secret,))
    return not needle.letters and not needle.values


def is_outside(secret: Secret) -> bool:
    """Whether what may be taught is a range of the same kind that does not hold the protected value."""
    protected, taught = ([one for one in _values(words) if one.unit] for words in (secret.raw, secret.teachable))
    if not protected or len(taught) != 2:  # noqa: PLR2004 - a range has two ends
        return False
    low, high = sorted(one.number for one in taught)
    inside = (_in(str(one.number), one.unit, taught[0].unit) for one in protected)
    return any(one is not None and not low <= one <= high for one in inside)


def _same(here: _Value, there: _Value) -> bool:
    """Whether two written values are one: equal, or one is the other in a unit of another size."""
    if not (here.unit and there.unit):
        return here.number == there.number and here.figures >= _TELLING_FIGURES
    if symbol(here.unit) == symbol(there.unit):
        return here.number == there.number
    number = _in(str(there.number), there.unit, here.unit)
    if number is None or number == here.number:
        return number is not None
    fewer, more = sorted((here.figures, there.figures))
    if fewer < _SURE_FIGURES or more > fewer + _FINER or _is_power_of_ten(here.unit, there.unit):
        return False
    if here.figures == fewer:
        return abs(number - here.number) <= _half_of_last(here)
    back = _in(str(here.number), here.unit, there.unit)
    return back is not None and abs(back - there.number) <= _half_of_last(there)


def _is_sure(here: _Value, there: _Value, *, named: bool) -> bool:
    """Whether it is hardly by chance that two values are the same; within a long secret, more figures are asked for."""
    enough = _TELLING_FIGURES if named and here.number == here.number.to_integral_value() else _SURE_FIGURES
    return bool(here.unit and there.unit) and here.figures >= enough and there.unit not in DOUBTFUL


def _half_of_last(value: _Value) -> Decimal:
    """Half of what the last figure of a written value counts."""
    exponent = value.number.as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1)


@lru_cache(maxsize=512)
def _is_power_of_ten(unit: str, other: str) -> bool:
    """Whether values in two units have the same figures, so that nothing is rounded."""
    one, none = _in("1", unit, other), _in("0", unit, other)
    return one is not None and not none and one.normalize().as_tuple().digits == (1,)


def _needle(secrets: tuple[Secret, ...]) -> _Needle:
    raw = secrets[0].raw
    spelled, every = plain(raw), _found_values(raw)
    rest, end = "", 0
    for _, (start, stop) in (one for one in every if one[0].unit):
        rest, end = rest + spelled[end:start], stop
    rest = _NO_LETTER.sub("", rest + spelled[end:]).casefold()
    named = not rest.isdecimal() and (
        len(_HAN.findall(rest)) >= _SHORTEST["han"] or len(_HAN.sub("", rest)) >= _SHORTEST["letters"]
    )
    values = tuple(
        one for one, _ in every if one.number and (one.unit or (not named and one.figures >= _TELLING_FIGURES))
    )
    return _Needle(secrets, values, _letters(raw) if named else "", _pattern(spelled) if named else None)


def _pattern(spelled: str) -> "re.Pattern[str]":
    """Finds a name with any signs between its letters, but not inside a longer word or number."""
    pieces = re.findall(r"\d+(?:\.\d+)*|[^\W\d_]", spelled)
    before = "(?<![A-Za-z0-9])" if pieces[0].isascii() else ""
    behind = "(?![A-Za-z0-9])" if pieces[-1].isascii() else ""
    return re.compile(before + r"[\W_]*".join(map(re.escape, pieces)) + behind, re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def _letters(words: str) -> str:
    """The letters and figures of words, without case, width, spaces and signs."""
    return _NO_LETTER.sub("", plain(words)).casefold()


@lru_cache(maxsize=1 << 14)
def _values(words: str) -> tuple[_Value, ...]:
    return tuple(one for one, _ in _found_values(words))


def _found_values(words: str) -> list[tuple[_Value, tuple[int, int]]]:
    """The numbers of words, each with its unit and with where both stand in their plain spelling."""
    spelled = plain(words)
    found: list[tuple[_Value, tuple[int, int]]] = []
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
        found.append((_Value(number, significant(figures), unit, spelled[match.start() : end]), (match.start(), end)))
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


@lru_cache(maxsize=1 << 14)
def _in(number: str, unit: str, goal: str) -> Decimal | None:
    """A value in another unit, or None where that cannot be."""
    if not compatible(unit, goal):
        return None
    try:
        return converted(Decimal(number), unit, goal)
    except UnitError:
        return None
