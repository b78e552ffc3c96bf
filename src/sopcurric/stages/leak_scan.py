"""The second lock (泄密扫描): what is classified in one place must not stand open in another, however it is written.

Values are compared by what they are (`8.2 MPa`, `８．２兆帕`, `82 bar`, `83.6 kgf/cm²`, `八点二兆帕`), names by
their letters.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter

from sopcurric.linguistics.conversion import UnitError, compatible, converted
from sopcurric.linguistics.plain_spelling import plain
from sopcurric.linguistics.units import DOUBTFUL, kind, symbol
from sopcurric.linguistics.written_values import Value, found_values, values_said
from sopcurric.source.ref import SourceRef

_OUT = " ¦ "
"""What stands where something was taken out: it joins nothing."""
_NO_LETTER = re.compile(r"[\W_]+")
_HAN = re.compile("[\u3400-\u9fff]")
_TELLING_FIGURES = 3
"""A bare number of fewer figures stands everywhere: page 20 is no duration of 20 min."""
_SURE_FIGURES = 2
"""A value of fewer figures may be another one that happens to be the same."""
_RARE_FIGURES = 4
"""A number without a unit, with a decimal point and so many figures, is hardly another one."""
_SHORTEST = {"han": 2, "letters": 4}
"""Names of fewer signs are found everywhere."""
_FINER = 2
"""A converted value may be written with so many figures more or less than the one that it was converted from."""
_NEAR = Decimal("0.06")
"""How much, as a part of it, a rounded value of two figures or more may differ at most."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A classified phrase: where it stands, what is protected and how much, what may be taught instead.

    Unless `firm`, the same words elsewhere may well be something else.
    """

    place: SourceRef
    raw: str
    teachable: str
    level: str = ""
    firm: bool = True


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
class _Needle:
    """What is looked for: the values of a secret, and its letters and their pattern where it says more than values."""

    secrets: tuple[Secret, ...]
    values: tuple[Value, ...]
    letters: str
    pattern: "re.Pattern[str] | None"


def apart_from(said: Iterable[Said], taught: frozenset[str]) -> Iterator[Said]:
    """Open words without the ranges that a policy made of values: what stands at their ends is nobody's value."""
    if not taught:
        yield from said
        return
    pattern = _any_of(taught)
    for one in said:
        words = plain(one.words)
        left = pattern.sub(_OUT, words)
        yield one if left == words else replace(one, words=left)


@lru_cache(maxsize=8)
def _any_of(taught: frozenset[str]) -> "re.Pattern[str]":
    every = sorted({plain(one) for one in taught}, key=lambda one: (-len(one), one))
    return re.compile("|".join(rf"(?<!\d){re.escape(one)}(?!\d)" for one in every))


def leaks(secrets: Iterable[Secret], said: Iterable[Said]) -> Iterator[Leak]:
    """Every place where open words say what a secret says, each secret once a place."""
    index = _index(tuple(secrets))
    for words in said:
        for number, (found, certain) in sorted(index.found_in(words.words).items()):
            same = index.needles[number].secrets
            yield Leak(same, words, found, certain and any(one.firm for one in same))


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
        self._by_number: dict[Decimal, list[tuple[int, Value]]] = {}
        self._bases: dict[str, str] = {}
        by_kind: dict[str, list[tuple[Decimal, int, Value]]] = {}
        for number, needle in enumerate(needles):
            if needle.letters:
                self._by_start.setdefault(needle.letters[:2], []).append(number)
            for value in needle.values:
                self._by_number.setdefault(value.number, []).append((number, value))
                measured = self._measured(value, new=True)
                if measured:
                    by_kind.setdefault(measured[0], []).append((measured[1], number, value))
        self._by_kind = {one: sorted(found, key=itemgetter(0)) for one, found in by_kind.items()}

    def _measured(self, value: Value, *, new: bool = False) -> tuple[str, Decimal] | None:
        """What sort of thing a value measures, and the value in the unit that all of the sort are compared in."""
        sort = kind(symbol(value.unit)) if value.unit else ""
        base = self._bases.setdefault(sort, value.unit) if sort and new else self._bases.get(sort)
        number = _in(str(value.number), value.unit, base) if base else None
        return None if number is None else (sort, number)

    def found_in(self, words: str) -> dict[int, tuple[str, bool]]:
        """The secrets that words say, by number: what says it, and whether that is certain."""
        found: dict[int, tuple[str, bool]] = {}
        for there in values_said(words):
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

    def _like(self, there: Value) -> Iterator[tuple[int, Value]]:
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
    protected, taught = ([one for one in values_said(words) if one.unit] for words in (secret.raw, secret.teachable))
    if not protected or len(taught) != 2:  # noqa: PLR2004 - a range has two ends
        return False
    low, high = sorted(one.number for one in taught)
    inside = (_in(str(one.number), one.unit, taught[0].unit) for one in protected)
    return any(one is not None and not low <= one <= high for one in inside)


def _same(here: Value, there: Value) -> bool:
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


def _is_sure(here: Value, there: Value, *, named: bool) -> bool:
    """Whether it is hardly by chance that two values are the same; within a long secret, more figures are asked for."""
    enough = _TELLING_FIGURES if named and here.number == here.number.to_integral_value() else _SURE_FIGURES
    if not here.unit and not there.unit and here.number != here.number.to_integral_value():
        return here.figures >= _RARE_FIGURES
    return bool(here.unit and there.unit) and here.figures >= enough and there.unit not in DOUBTFUL


def _half_of_last(value: Value) -> Decimal:
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
    spelled, every = plain(raw), found_values(raw)
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
def _in(number: str, unit: str, goal: str) -> Decimal | None:
    """A value in another unit, or None where that cannot be."""
    if not compatible(unit, goal):
        return None
    try:
        return converted(Decimal(number), unit, goal)
    except UnitError:
        return None
