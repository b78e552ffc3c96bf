"""The second lock (泄密扫描): what is classified in one place must not stand open in another, however it is written.

Values are compared by what they are (`8.2 MPa`, `８．２兆帕`, `82 bar`, `83.6 kgf/cm²`, `八点二兆帕`), names by
their letters.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter

from sopcurric.linguistics.chinese_figures import in_figures, significant
from sopcurric.linguistics.conversion import UnitError, compatible, converted
from sopcurric.linguistics.units import kind, symbol
from sopcurric.model.quantities import read
from sopcurric.model.text import Inline, Quantity
from sopcurric.source.ref import SourceRef

_FULL_WIDTH = {sign: sign - 0xFEE0 for sign in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_SPACED_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_PER_AREA = re.compile(r"\s?[·*.]\s?(cm|mm|m)\s?(?:⁻²|\^?-2)")
_BARE = re.compile(
    r"(?<![\dA-Za-z.])(?<!第)(?<![图表节页款条])(?<!No\.)\d+(?:,\d{3})*(?:\.\d+)?(?![\d.]|\s?[页节条款章图表])"
)
_NO_LETTER = re.compile(r"[\W_]+")
_HAN = re.compile("[\u3400-\u9fff]")
_TELLING_FIGURES = 3
"""A bare number of fewer figures stands everywhere: page 20 is no duration of 20 min."""
_SHORTEST = {"han": 2, "letters": 4}
"""Names of fewer signs are found everywhere."""
_NEAR = Decimal("0.06")
"""How much, as a part of it, a rounded value of two figures or more may differ at most."""
_FINER = 2
"""A converted value may be written with so many figures more than the one that it was converted from."""


@dataclass(frozen=True, slots=True, order=True)
class Secret:
    """A classified phrase: where its mark stands, what is protected, and what may be taught instead."""

    place: SourceRef
    raw: str
    teachable: str


@dataclass(frozen=True, slots=True)
class Said:
    """Open words of a file, with where they stand; of marks, what may be taught."""

    place: SourceRef
    words: str


@dataclass(frozen=True, slots=True)
class Leak:
    """Open words that say something classified; `certain` unless only a number without a unit is the same."""

    secret: Secret
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
    """What is looked for: the values of a secret, and its letters where it says more than values."""

    secret: Secret
    values: tuple[_Value, ...]
    letters: str


def leaks(secrets: Iterable[Secret], said: Iterable[Said]) -> Iterator[Leak]:
    """Every place where open words say what a secret says, each secret once a place."""
    index = _Index([_needle(one) for one in secrets])
    for words in said:
        for secret, (found, certain) in index.found_in(words.words).items():
            yield Leak(secret, words, found, certain)


class _Index:
    """What is looked for, so that words are compared with the few secrets that they may say."""

    def __init__(self, needles: Iterable[_Needle]) -> None:
        self._by_start: dict[str, list[_Needle]] = {}
        self._by_number: dict[Decimal, list[tuple[_Needle, _Value]]] = {}
        self._bases: dict[str, str] = {}
        by_kind: dict[str, list[tuple[Decimal, _Needle, _Value]]] = {}
        for needle in needles:
            if needle.letters:
                self._by_start.setdefault(needle.letters[:2], []).append(needle)
            for value in needle.values:
                self._by_number.setdefault(value.number, []).append((needle, value))
                measured = self._measured(value, new=True)
                if measured:
                    by_kind.setdefault(measured[0], []).append((measured[1], needle, value))
        self._by_kind = {one: sorted(found, key=itemgetter(0)) for one, found in by_kind.items()}

    def _measured(self, value: _Value, *, new: bool = False) -> tuple[str, Decimal] | None:
        """What sort of thing a value measures, and the value in the unit that all of the sort are compared in."""
        sort = kind(symbol(value.unit)) if value.unit else ""
        base = self._bases.setdefault(sort, value.unit) if sort and new else self._bases.get(sort)
        number = _in(str(value.number), value.unit, base) if base else None
        return None if number is None else (sort, number)

    def found_in(self, words: str) -> dict[Secret, tuple[str, bool]]:
        """The secrets that words say: what says it, and whether that is certain."""
        found: dict[Secret, tuple[str, bool]] = {}
        for there in _values(words):
            for needle, here in self._like(there):
                certain = bool(here.unit and there.unit)
                if _same(here, there) and (certain or needle.secret not in found):
                    found[needle.secret] = (there.written, certain)
        letters = _letters(words)
        for pair in {letters[at : at + 2] for at in range(len(letters) - 1)} & self._by_start.keys():
            for needle in self._by_start[pair]:
                if needle.letters in letters:
                    found[needle.secret] = (needle.secret.raw, True)
        return dict(sorted(found.items(), key=lambda one: one[0]))

    def _like(self, there: _Value) -> Iterator[tuple[_Needle, _Value]]:
        """Values that one may be the same as: of the same number, or of nearly the same size."""
        yield from self._by_number.get(there.number, ())
        measured = self._measured(there)
        if measured:
            near = self._by_kind.get(measured[0], [])
            low, high = (measured[1] * (1 + part) for part in (-_NEAR, _NEAR))
            first = bisect_left(near, low, key=itemgetter(0))
            yield from ((needle, here) for _, needle, here in near[first : bisect_right(near, high, key=itemgetter(0))])


def is_common(secret: Secret) -> bool:
    """Whether a secret stands everywhere, so that nobody can look for it: a short number, one or two signs."""
    needle = _needle(secret)
    return not needle.letters and not needle.values


def is_outside(secret: Secret) -> bool:
    """Whether what may be taught is a range of the same kind that does not hold the protected value."""
    protected, taught = (_quantities(words) for words in (secret.raw, secret.teachable))
    if len(protected) != 1 or len(taught) != 1 or len(_ends(taught[0])) == 1:
        return False
    inside = [_in(end, protected[0].unit, taught[0].unit) for end in _ends(protected[0])]
    low, high = Decimal(taught[0].low), Decimal(taught[0].high)
    return any(one is not None and not low <= one <= high for one in inside)


def _same(here: _Value, there: _Value) -> bool:
    """Whether two written values are one: equal, or one is the other in a unit of another size."""
    if not (here.unit and there.unit):
        return here.number == there.number and here.figures >= _TELLING_FIGURES
    if symbol(here.unit) == symbol(there.unit):
        return here.number == there.number
    number = _in(str(there.number), there.unit, here.unit)
    if number is None:
        return False
    fine = 1 < here.figures <= there.figures <= here.figures + _FINER
    return number == here.number or (fine and abs(number - here.number) <= _half_of_last(here))


def _half_of_last(value: _Value) -> Decimal:
    """Half of what the last figure of a written value counts."""
    exponent = value.number.as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1)


def _needle(secret: Secret) -> _Needle:
    values = tuple(one for one in _values(secret.raw) if one.unit or one.figures >= _TELLING_FIGURES)
    rest = _letters("".join(run.text for run in _runs(secret.raw) if not isinstance(run, Quantity)))
    named = not rest.isdecimal() and (
        len(_HAN.findall(rest)) >= _SHORTEST["han"] or len(_HAN.sub("", rest)) >= _SHORTEST["letters"]
    )
    return _Needle(secret, values, _letters(secret.raw) if named else "")


@lru_cache(maxsize=1 << 14)
def _letters(words: str) -> str:
    """The letters and figures of words, without case, width, spaces and signs."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", words).casefold())


@lru_cache(maxsize=1 << 14)
def _values(words: str) -> tuple[_Value, ...]:
    found: list[_Value] = []
    for run in _runs(words):
        if isinstance(run, Quantity):
            found += [_value(end, run.unit, run.text) for end in _ends(run)]
        else:
            for written in _BARE.findall(run.text):
                readings = dict.fromkeys((written.replace(",", ""), *written.split(",")))
                found += [_value(one, "", written) for one in readings]
    return tuple(found)


def _value(figures: str, unit: str, written: str) -> _Value:
    return _Value(abs(Decimal(figures)), significant(figures), unit, written)


def _ends(quantity: Quantity) -> tuple[str, ...]:
    return tuple(dict.fromkeys(end for end in (quantity.low, quantity.high) if end))


def _quantities(words: str) -> list[Quantity]:
    return [run for run in _runs(words) if isinstance(run, Quantity)]


def _runs(words: str) -> list[Inline]:
    """Quantities and what lies between them, whatever width, separators and numerals they are written with."""
    plain = _SPACED_THOUSANDS.sub("", words.translate(_FULL_WIDTH))
    return read(_PER_AREA.sub(r"/\1²", in_figures(plain)))


@lru_cache(maxsize=1 << 14)
def _in(number: str, unit: str, goal: str) -> Decimal | None:
    """A value in another unit, or None where that cannot be."""
    if not compatible(unit, goal):
        return None
    try:
        return converted(Decimal(number), unit, goal)
    except UnitError:
        return None
