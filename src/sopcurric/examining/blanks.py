"""Texts with a number taken out of them, and numbers that could stand there but do not.

A number is only made up where no SOP could have it: it lies within no range that is taught anywhere in its unit, so
that it says nothing of a value that is not taught.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sopcurric.linguistics.units import symbol
from sopcurric.model.limits import absolute_quantities
from sopcurric.model.retell import retell, spoken
from sopcurric.model.text import Break, Formula, Inline, Plain, Quantity, Runs, Text

_BLANKS = {"zh": ("（　　）", "＿＿＿＿"), "en": ("(    )", "____")}
"""What stands for a number that is chosen, and for one that is written, by language."""
_NUMBER = r"\d{1,6}(?:\.\d{1,4})?"
_SINGLE = re.compile(rf"(?P<sign>[≥≤><＞＜]=?\s*)?(?P<low>{_NUMBER})(?P<unit>\s*\D.*)?")
_RANGE = re.compile(rf"(?P<low>{_NUMBER})(?P<to>\s*[–—~～至-]\s*)(?P<high>{_NUMBER})(?P<unit>\s*\D.*)?")
_BARE = re.compile(rf"{_NUMBER}(?:\s*[–—~～-]\s*{_NUMBER})?|[≥≤]\s*{_NUMBER}")
_LADDER = tuple(map(Decimal, ("1", "1.5", "2", "3", "4", "5", "6", "8")))
_WIDE = 3
"""How many steps away from the right number others are looked for, to each side."""
_STEPS_TO_NOTHING = 12
"""Numbers are told apart by at least one part in so many."""
_WHOLE_SHARE = 100
_ONE_FIGURE = 1
_SHARE_OF = 4
"""A share or difference is asked for where so many signs before it can say what it is of."""
_ABOUT = re.compile(r"(?:约|大约|大概|近|\b(?:about|approximately|around|some|roughly))\s*$", re.IGNORECASE)
_OR_SO = re.compile(r"\s*(?:左右|上下|or so\b)", re.IGNORECASE)
"""What makes a number so vague that another one may be right as well."""


@dataclass(frozen=True, slots=True)
class Range:
    """A written quantity as numbers: `low` and `high` (equal for one number), how it is spelt, its unit."""

    low: Decimal
    high: Decimal
    sign: str
    between: str
    unit: str

    @property
    def single(self) -> bool:
        """Whether it is one number."""
        return not self.between

    @property
    def symbol(self) -> str:
        """The symbol of the unit."""
        return symbol(self.unit.strip()) if self.unit.strip() else ""

    def with_numbers(self, low: Decimal, high: Decimal) -> "Range":
        """Other numbers in the same spelling."""
        return Range(low, high, self.sign, self.between, self.unit)

    def overlaps(self, other: "Range") -> bool:
        """Whether a number lies in both."""
        return self.low <= other.high and other.low <= self.high

    @property
    def written(self) -> str:
        """As it stands in print, without a sign."""
        low = format(self.low, "f")
        return f"{low}{self.unit}" if self.single else f"{low}{self.between}{format(self.high, 'f')}{self.unit}"

    def text(self, languages: Iterable[str]) -> Text:
        """As a text, the same in every language."""
        run = Quantity(self.written, format(self.low, "f"), format(self.high, "f"), self.unit.strip())
        return Text.of(dict.fromkeys(languages, (run,)))


def read(quantity: Quantity) -> Range | None:
    """A quantity as numbers, where its spelling is so plain that others can be spelt the same way."""
    found = _RANGE.fullmatch(quantity.text)
    if found:
        low, high = Decimal(found["low"]), Decimal(found["high"])
        return Range(low, high, "", found["to"], found["unit"] or "") if low < high else None
    found = _SINGLE.fullmatch(quantity.text)
    if not found:
        return None
    return Range(Decimal(found["low"]), Decimal(found["low"]), found["sign"] or "", "", found["unit"] or "")


def bare(text: Text) -> Text:
    """A text that is nothing but a number or range without a unit, as a quantity; other texts as they are."""
    wordings = {}
    for language, runs in text.wordings:
        said = "".join(run.text for run in runs)
        if not all(isinstance(run, Plain) for run in runs) or not _BARE.fullmatch(said.strip()):
            return text
        wordings[language] = (Quantity(said.strip(), "", "", ""),)
    return Text.of(wordings)


@dataclass(frozen=True, slots=True)
class Blank:
    """A text with one of its quantities taken out: `with_blank` to choose from, `with_line` to write on."""

    range: Range
    right: Text
    with_blank: Text
    with_line: Text
    whole: Text
    places: tuple[tuple[str, int], ...]

    def filled(self, other: Range) -> Text:
        """The text with another quantity in the blank."""
        said = f"{self.range.sign}{other.written}"
        run = Quantity(said, format(other.low, "f"), format(other.high, "f"), other.unit.strip())
        places = dict(self.places)
        return Text.of(
            {
                language: (*runs[: places[language]], run, *runs[places[language] + 1 :])
                for language, runs in self.whole.wordings
            }
        )


def blanks(text: Text) -> Iterator[Blank]:
    """The text with each of its quantities taken out that can be asked for; nothing for texts of several lines."""
    trimmed = bare(retell(text, spoken(text)))
    if not trimmed or any(isinstance(run, Break) for _, runs in trimmed.wordings for run in runs):
        return
    counts = {len([*_askable(runs)]) for _, runs in trimmed.wordings}
    if len(counts) != 1:
        return
    for number in range(counts.pop()):
        places = {language: [*_askable(runs)][number] for language, runs in trimmed.wordings}
        ranges = {read(trimmed.runs(language)[place]) for language, place in places.items()}  # type: ignore[arg-type]
        found = ranges.pop()
        if ranges or found is None or _stands_in_formula(trimmed, found):
            continue
        yield Blank(
            found,
            found.text(places),
            Text.of({one: _chosen(trimmed.runs(one), place, found, _signs(one)[0]) for one, place in places.items()}),
            Text.of({one: _written(trimmed.runs(one), place, found, _signs(one)[1]) for one, place in places.items()}),
            trimmed,
            tuple(places.items()),
        )


def _stands_in_formula(text: Text, found: Range) -> bool:
    """Whether a formula of the text names the number as well."""
    figures = re.compile(rf"(?<![\d.]){re.escape(format(found.low, 'f'))}(?![\d.])")
    formulas = (run for _, runs in text.wordings for run in runs if isinstance(run, Formula))
    return any(figures.search(one.text) for one in formulas)


def _askable(runs: Runs) -> Iterator[int]:
    """Where the quantities of runs stand that are values of their own, or bare numbers."""
    known = {id(one) for one in absolute_quantities(runs)}
    for place, run in enumerate(runs):
        if not isinstance(run, Quantity):
            continue
        before, after = ("".join(one.text for one in part) for part in (runs[:place], runs[place + 1 :]))
        of_its_own = not run.unit or id(run) in known or len(before) >= _SHARE_OF
        if of_its_own and not (_ABOUT.search(before) or _OR_SO.match(after) or _is_aside(before)):
            yield place


def _is_aside(before: str) -> bool:
    """Whether words end inside brackets: what stands there says for what something holds."""
    return sum(before.count(one) for one in "（(") > sum(before.count(one) for one in "）)")


def _signs(language: str) -> tuple[str, str]:
    return _BLANKS.get(language, _BLANKS["en"])


def _written(runs: Runs, place: int, found: Range, sign: str) -> Runs:
    """A line for each number, with the unit."""
    line = sign if found.single else f"{sign}{found.between}{sign}"
    return (*runs[:place], Plain(f"{found.sign.strip()}{line}{found.unit}"), *runs[place + 1 :])


def _chosen(runs: Runs, place: int, found: Range, sign: str) -> Runs:
    """Brackets for all of it; full-width ones need no spaces beside them."""
    before, after = runs[:place], runs[place + 1 :]
    if not sign.isascii():
        before = (*before[:-1], Plain(before[-1].text.rstrip(" "))) if before and _is_plain(before[-1]) else before
        after = (Plain(after[0].text.lstrip(" ")), *after[1:]) if after and _is_plain(after[0]) else after
    return (*before, Plain(f"{found.sign.strip()}{sign}"), *after)


def _is_plain(run: Inline) -> bool:
    return isinstance(run, Plain)


# --- Other numbers ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Taught:
    """The ranges and numbers that all SOPs teach, by the symbol of the unit."""

    ranges: "dict[str, tuple[Range, ...]]"

    def is_free(self, made: Range) -> bool:
        """Whether a made-up quantity lies apart from all ranges of its unit."""
        return not any(not one.single and made.overlaps(one) for one in self.ranges.get(made.symbol, ()))


def taught_in(texts: Iterable[Text]) -> Taught:
    """What texts say in numbers."""
    found: dict[str, dict[Range, None]] = {}
    for text in texts:
        for _, runs in text.wordings:
            for run in runs:
                one = read(run) if isinstance(run, Quantity) else None
                if one:
                    found.setdefault(one.symbol, {})[one] = None
    return Taught({unit: tuple(ranges) for unit, ranges in found.items()})


def others(right: Range, siblings: Iterable[Range], taught: Taught, wanted: int, lean: int) -> tuple[Range, ...]:
    """Quantities of like form that are not right and overlap neither the right one nor each other.

    Those of siblings come first, then shifted ones; `lean` (from 0 to 3) says how many of them should lie below, so
    that the right one is not always in the middle.
    """
    chosen: list[Range] = []
    for one in siblings:
        if len(chosen) < min(2, wanted) and one.single == right.single and one.symbol == right.symbol:
            near = right.high * 2 >= one.high and one.high * 2 >= right.high
            made = right.with_numbers(one.low, one.high)
            if near and _may(made, right) and not any(made.overlaps(other) for other in (right, *chosen)):
                chosen.append(made)
    below, above = _shifted(right, -1), _shifted(right, 1)
    order = [*below[:lean], *above, *below[lean:]]
    for made in order:
        if len(chosen) == wanted:
            break
        apart = not any(made.overlaps(other) for other in (right, *chosen))
        if apart and _may(made, right) and taught.is_free(made):
            chosen.append(made)
    return tuple(chosen)


def _may(made: Range, right: Range) -> bool:
    share = "%" in right.unit and right.high <= _WHOLE_SHARE
    return made.low > 0 and (not share or made.high <= _WHOLE_SHARE)


def _shifted(right: Range, way: int) -> list[Range]:
    if right.single:
        return [right.with_numbers(one, one) for one in _neighbours(right.low, way)]
    width = right.high - right.low
    grain = _grain(right.low, right.high)
    gap = max(grain, -(-(width / 2) // grain) * grain)
    step = width + gap
    made = [(right.low + way * step * n, right.high + way * step * n) for n in range(1, _WIDE + 1)]
    if way < 0 and made[0][0] <= 0:
        made = [(right.low / 4, right.low / 2)]
    finest = min(int(right.low.as_tuple().exponent), int(right.high.as_tuple().exponent))
    made = [(low, high) for low, high in made if int(_plain(low).as_tuple().exponent) >= min(finest, 0)]
    return [right.with_numbers(_as(low, finest), _as(high, finest)) for low, high in made]


def _neighbours(number: Decimal, way: int) -> list[Decimal]:
    """Numbers of as round a sort on one side, the nearest first."""
    if number <= 0:
        return []
    exponent = int(number.as_tuple().exponent)
    digits = number.normalize().as_tuple().digits
    if len(digits) == _ONE_FIGURE or number.normalize() == Decimal("1.5").scaleb(number.adjusted()):
        rungs = [one.scaleb(power) for power in range(number.adjusted() - 1, number.adjusted() + 2) for one in _LADDER]
        near = [one for one in rungs if (one < number if way < 0 else one > number)]
        made = near[-_WIDE:][::-1] if way < 0 else near[:_WIDE]
    else:
        step = _grain(number, number)
        while step < number / _STEPS_TO_NOTHING:
            step *= 2
        made = [number + way * step * n for n in range(1, _WIDE + 1)]
    whole = number == number.to_integral_value() and exponent >= 0
    return [_as(one, exponent) for one in made if one > 0 and (not whole or one == one.to_integral_value())]


def _as(number: Decimal, exponent: int) -> Decimal:
    """A number with at least as many decimals as another one was written with."""
    plain = _plain(number)
    return plain if int(plain.as_tuple().exponent) <= exponent else plain.quantize(Decimal(1).scaleb(exponent))


def _grain(low: Decimal, high: Decimal) -> Decimal:
    """The roundest of 1, 2, 5, 10 … that both numbers are multiples of."""
    lowest = min(int(low.as_tuple().exponent), int(high.as_tuple().exponent), 0)
    best = Decimal(1).scaleb(lowest)
    for power in range(lowest, 4):
        for one in map(Decimal, ("1", "2", "5")):
            if low % one.scaleb(power) == 0 and high % one.scaleb(power) == 0:
                best = one.scaleb(power)
    return min(best, max(high - low, Decimal(1).scaleb(lowest))) if high > low else min(best, high / 3 or best)


def _plain(number: Decimal) -> Decimal:
    return Decimal(format(number.normalize(), "f"))
