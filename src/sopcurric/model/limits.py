"""Comparing quantities that people wrote: which one of a text counts, and where one lies to another.

Only what can be read without doubt is compared: a difference, a share of something, a unit with two meanings count as
nothing.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from sopcurric.linguistics.conversion import UnitError, compatible, converted
from sopcurric.linguistics.units import DOUBTFUL
from sopcurric.model.text import Language, Quantity, Runs, Text

Ends = tuple[Decimal | None, Decimal | None]
"""The lower and the upper end of a quantity; None where it is open."""

_COMPARED = "高于|低于|大于|小于|超过|above|below|higher than|lower than"
_RELATIVE = re.compile(
    r"(?:升高|降低|上升|下降|升|降|增加|减少|变化|变动|波动|差|偏差|偏离|偏高|偏低|每|的|"
    r"\b(?:by|every|per|of|rise|drop|difference))[了约为]?"
    rf"(?:应|须)?不?(?:{_COMPARED}|少于|多于)?\s*$"
    r"|(?:额定|每次|\brated\b|\beach time\b)[^，。；,;]*$"
    rf"|(?:{_COMPARED})\s?(?=[^\s，。；,;、或和])(?:(?!{_COMPARED})[^，。；,;、或和])+$"
)
"""What stands before a quantity that is a difference from something or a share of it."""


def absolute_quantities(runs: Runs) -> Iterator[Quantity]:
    """Quantities of runs that are values of their own, not differences or shares."""
    before = ""
    for run in runs:
        if isinstance(run, Quantity) and not (_tolerance(run) or run.unit in DOUBTFUL or _RELATIVE.search(before)):
            yield run
        before = (before + run.text)[-40:]


def first_quantity(text: Text, language: Language = "zh") -> Quantity | None:
    """The first quantity of a text that can be read without doubt."""
    return next(absolute_quantities(text.runs(language)), None)


def only_quantity(text: Text, language: Language = "zh") -> Quantity | None:
    """The first quantity of a text, unless another one of the same kind makes doubtful which is meant."""
    found = tuple(absolute_quantities(text.runs(language)))
    if not found or any(compatible(found[0].unit, other.unit) for other in found[1:]):
        return None
    return found[0]


def ends(quantity: Quantity, unit: str) -> Ends | None:
    """Both ends of a quantity in a unit; None where it cannot be converted."""
    try:
        low, high = (
            converted(Decimal(number), quantity.unit, unit) if number else None
            for number in (quantity.low, quantity.high)
        )
    except UnitError:
        return None
    return low, high


def inside(limit: Quantity, normal: Quantity) -> bool:
    """Whether a limit lies inside a range that has two ends, and not on one of them."""
    value, (low, high) = number(limit, normal.unit), _own(normal)
    return value is not None and low is not None and high is not None and low < value < high


def nearer(interlock: Quantity, alarm: Quantity, normal: Quantity | None = None) -> bool:
    """Whether an interlock trips before its alarm is raised: both lie on one side, the interlock nearer to the middle.

    Also good for limits of two levels: the outer one first, then the inner one. Without a normal range only limits
    that say that they are upper ones are compared.
    """
    last, first = number(interlock, alarm.unit), number(alarm, alarm.unit)
    if last is None or first is None:
        return False
    sides = {_side(interlock, normal), _side(alarm, normal)}
    return (sides == {"high"} and last < first) or (sides == {"low"} and last > first)


def outside(value: Quantity, normal: Quantity) -> bool:
    """Whether a value, or an end of a range, lies beyond an end of a normal range; open values never do."""
    found = ends(value, normal.unit)
    if found is None:
        return False
    (low, high), (least, most) = found, _own(normal)
    if low is None or high is None or low > high:
        return False
    return (least is not None and low < least) or (most is not None and high > most)


def _tolerance(quantity: Quantity) -> bool:
    return quantity.text.startswith(("±", "+/-"))


def _own(quantity: Quantity) -> Ends:
    return (
        Decimal(quantity.low) if quantity.low else None,
        Decimal(quantity.high) if quantity.high else None,
    )


def number(limit: Quantity, unit: str) -> Decimal | None:
    """The one number of a limit in a unit; None where it is a range or cannot be converted."""
    found = ends(limit, unit)
    if found is None or (limit.low and limit.high and limit.low != limit.high):
        return None
    return found[0] if found[0] is not None else found[1]


def _side(limit: Quantity, normal: Quantity | None) -> str:
    """On which side of the normal range a limit lies: `high`, `low`, or nothing where that is in doubt."""
    said = "" if limit.low == limit.high else "low" if not limit.low else "high"
    if normal is None:
        return said if said == "high" else ""
    value, (low, high) = number(limit, normal.unit), _own(normal)
    if value is None:
        return ""
    above, below = high is not None and value >= high, low is not None and value <= low
    lies = "" if above == below else "high" if above else "low"
    return "" if said and said != lies else lies
