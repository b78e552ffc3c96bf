"""Medians, spread and Krippendorff's alpha, against published values."""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from sopcurric.grading.agreement import Distance, Totals, alpha, median, ordinal, spread

OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
"""Krippendorff 2011, section C and D: four observers, twelve units."""
CODERS = (
    ". . . . . 3 4 1 2 1 1 3 3 . 3",
    "1 . 2 1 3 3 4 3 . . . . . . .",
    ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
)
"""The example of the article on the measure in the English Wikipedia: three coders, fifteen units."""


def units(raters: tuple[str, ...]) -> Iterator[list[int]]:
    for values in zip(*(one.split() for one in raters), strict=True):
        yield [int(value) for value in values if value != "."]


def nominal(one: int, other: int, _totals: Totals) -> Fraction:
    return Fraction(one != other)


def interval(one: int, other: int, _totals: Totals) -> Fraction:
    return Fraction((one - other) ** 2)


@pytest.mark.parametrize(
    ("raters", "distance", "published"),
    [
        (OBSERVERS, ordinal, 0.815),
        (OBSERVERS, nominal, 0.743),
        (OBSERVERS, interval, 0.849),
        (CODERS, nominal, 0.691),
        (CODERS, interval, 0.811),
    ],
)
def test_alpha_is_what_was_published(raters: tuple[str, ...], distance: Distance, published: float) -> None:
    assert alpha(units(raters), distance) == published


def test_alpha_does_not_depend_on_the_order_of_units_and_raters() -> None:
    turned = [values[::-1] for values in units(OBSERVERS)][::-1]
    assert alpha(turned) == alpha(units(OBSERVERS))


def test_alpha_of_those_who_agree_and_of_those_who_say_the_opposite() -> None:
    assert alpha([(1, 1), (2, 2), (3, 3)]) == 1
    against = alpha([(1, 3), (3, 1), (1, 3)])
    assert against is not None
    assert against < 0


@pytest.mark.parametrize("nothing", [[], [(1,), (2,)], [(2, 2), (2, 2, 2)]])
def test_alpha_is_left_open_where_nothing_can_be_compared(nothing: list[tuple[int, ...]]) -> None:
    assert alpha(nothing) is None


@pytest.mark.parametrize(
    ("values", "middle", "apart"),
    [((1,), 1, 0), ((3, 1, 1), 1, 2), ((1, 2), 2, 1), ((1, 3), 3, 2), ((1, 2, 2, 3), 2, 2)],
)
def test_of_two_medians_the_higher_one_counts(values: tuple[int, ...], middle: int, apart: int) -> None:
    assert median(values) == middle
    assert spread(values) == apart
