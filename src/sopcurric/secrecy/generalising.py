"""Values made less exact: ranges on a fixed grid, bands, orders of magnitude. Nothing is invented.

The ends of a range are the lines of a grid next but one to the value, and the grid hangs on its size only: the value is
inside, never at an end, and all values between the same half lines of the grid have the same range. (Generalisation by
recoding, as in GB/T 37964-2019; recalled.)
"""

import math
import re
from collections.abc import Sequence
from decimal import Decimal

from sopcurric.model.text import Quantity

_NICE = (Decimal(5), Decimal(2), Decimal(1))
_HEAD = re.compile(r"^(?P<sign>[^\d０-９]*)")
_SHARES, _WHOLE = {"%", "％"}, Decimal(100)
_GAP = re.compile(r"\s*$")


def wider(quantity: Quantity, width: float) -> str | None:
    """A range of about `width` times the value; None where the value is nought or has no number.

    A limit that is open on one side stays so.
    """
    ends = [Decimal(one) for one in (quantity.low, quantity.high) if one]
    size = max((abs(one) for one in ends), default=Decimal(0))
    grid = _grid(size * Decimal(str(width)) / 2)
    if grid is None:
        return None
    if quantity.text.lstrip().startswith("±"):
        return _spelt(quantity, (_above(abs(ends[-1]), grid),), "±")
    sign = _HEAD.match(quantity.text)
    head = sign["sign"].replace("-", "").replace("−", "") if sign else ""
    if not quantity.high:
        return _spelt(quantity, (_below(ends[0], grid),), head)
    if not quantity.low:
        return _spelt(quantity, (_above(ends[0], grid),), head)
    low, high = ends
    most = _above(high, grid)
    if quantity.unit in _SHARES and high <= _WHOLE:  # no share of a whole is more than it
        most = min(most, _WHOLE)
    return _spelt(quantity, (_below(low, grid), most), "")


def magnitude(quantity: Quantity) -> str | None:
    """The powers of ten between which a value lies; None where it is not above nought."""
    ends = [Decimal(one) for one in (quantity.low, quantity.high) if one]
    if not ends or min(ends) <= 0:
        return None
    low = Decimal(1).scaleb(min(ends).adjusted())
    high = Decimal(1).scaleb(max(ends).adjusted() + 1)
    return _spelt(quantity, (low, high), "")


def band(quantity: Quantity, limits: Sequence[float | None]) -> int | None:
    """The number of the first band in which all of a value lies; `limits` are their upper ends, None for no end."""
    ends = [Decimal(one) for one in (quantity.low, quantity.high) if one]
    found = {
        next((number for number, limit in enumerate(limits) if limit is None or end < Decimal(str(limit))), None)
        for end in ends
    }
    return found.pop() if len(found) == 1 else None


def hull(quantities: Sequence[Quantity], width: float) -> str | None:
    """One range over values of the same unit, made wider as a single one is; None where units differ."""
    units = {one.unit for one in quantities}
    ends = [Decimal(end) for one in quantities for end in (one.low, one.high) if end]
    if len(units) != 1 or not ends:
        return None
    first = quantities[0]
    whole = Quantity(text=first.text, low=str(min(ends)), high=str(max(ends)), unit=first.unit)
    return wider(whole, width)


def _grid(wanted: Decimal) -> Decimal | None:
    """The largest of 1, 2, 5 times a power of ten that is not above what is wanted."""
    if not wanted:
        return None
    tens = Decimal(1).scaleb(wanted.adjusted())
    return next(step * tens for step in _NICE if step * tens <= wanted)


def _below(value: Decimal, grid: Decimal) -> Decimal:
    return (_nearest(value, grid) - 1) * grid


def _above(value: Decimal, grid: Decimal) -> Decimal:
    return (_nearest(value, grid) + 1) * grid


def _nearest(value: Decimal, grid: Decimal) -> Decimal:
    return Decimal(math.floor(value / grid + Decimal("0.5")))


def _spelt(quantity: Quantity, ends: Sequence[Decimal], head: str) -> str:
    before = quantity.text.rpartition(quantity.unit)[0]
    gap = _GAP.search(before)
    return f"{head}{'–'.join(map(_figures, ends))}{gap[0] if gap else ''}{quantity.unit}"


def _figures(number: Decimal) -> str:
    plain = format(number.normalize(), "f")
    return "0" if plain in {"-0", ""} else plain
