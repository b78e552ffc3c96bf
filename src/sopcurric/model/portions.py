"""Whole numbers that share something out."""

from collections.abc import Sequence
from fractions import Fraction


def portions(weights: Sequence[int], whole: int = 100) -> tuple[int, ...]:
    """Whole numbers in proportion to weights that sum to `whole`: the largest remainders are rounded up.

    Where all weights are 0, they count alike; of nothing, nothing is made.
    """
    total = sum(weights)
    counted = weights if total else [1] * len(weights)
    exact = [Fraction(whole * one, sum(counted)) for one in counted]
    made = [int(one) for one in exact]
    order = sorted(range(len(made)), key=lambda place: (made[place] - exact[place], place))
    for place in order[: whole - sum(made)] if made else ():
        made[place] += 1
    return tuple(made)
