"""How far raters agree: medians, spread, and Krippendorff's alpha."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import permutations

Totals = Mapping[int, Fraction]
"""How often each value was given, among what can be compared."""
Distance = Callable[[int, int, Totals], Fraction]
"""The squared difference of two values."""


def median(values: Sequence[int]) -> int:
    """The value in the middle; of two in the middle the higher one, which is never a mean that nobody gave."""
    return sorted(values)[len(values) // 2]


def spread(values: Sequence[int]) -> int:
    """How many grades lie between the highest and the lowest value."""
    return max(values) - min(values)


def ordinal(one: int, other: int, totals: Totals) -> Fraction:
    """The squared difference of ranks: all values from the one to the other, those at the ends by half."""
    low, high = sorted((one, other))
    between = sum((number for value, number in totals.items() if low <= value <= high), Fraction(0))
    return (between - (totals[low] + totals[high]) / 2) ** 2


def alpha(units: Iterable[Sequence[int]], distance: Distance = ordinal) -> float | None:
    """Krippendorff's alpha to three places: 1 where all agree, about 0 where they could as well throw dice.

    `units` holds, for each thing that was rated, the values that were given; missing ones are left out, and things
    with one value say nothing. None where nothing can be compared, or all values are the same.

    Source: K. Krippendorff, “Computing Krippendorff's Alpha-Reliability” (University of Pennsylvania, 2011), section D
    (any number of observers, any metric, missing data); “Content Analysis”, 2nd ed. (2004), chapter 11.
    """
    rated = [values for values in map(list, units) if len(values) > 1]
    weights: dict[tuple[int, int], Fraction] = {}
    for values in rated:
        own = Counter(permutations(values, 2))
        for pair, number in own.items():
            weights[pair] = weights.get(pair, Fraction(0)) + Fraction(number, len(values) - 1)
    totals = dict.fromkeys(sorted({value for values in rated for value in values}), Fraction(0))
    for (value, _), weight in weights.items():
        totals[value] += weight
    every = sum(totals.values(), Fraction(0))
    expected = sum(totals[one] * totals[other] * distance(one, other, totals) for one, other in permutations(totals, 2))
    if not expected:
        return None
    observed = sum(weight * distance(*pair, totals) for pair, weight in weights.items())
    return round(float(1 - (every - 1) * observed / expected), 3)
