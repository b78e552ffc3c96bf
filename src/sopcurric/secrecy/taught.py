"""What people, or the policy, want to teach in place of raw words: whether it still says them, and what it could be."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sopcurric.linguistics.conversion import UnitError, compatible, converted
from sopcurric.linguistics.units import symbol
from sopcurric.model.files.policy import FieldClass
from sopcurric.model.markup import BrokenMarkError, opened, raw_words, unmarked_spans
from sopcurric.model.text import Quantity
from sopcurric.secrecy.rules import Rules
from sopcurric.secrecy.treatment import Names, quantities, with_names, with_values

Fault = Literal["", "open", "outside", "wide"]
"""What is wrong with a taught value: it is the raw one, it does not hold it, it is too wide to be worth teaching."""


_FIGURE = re.compile(r"[0-9０-９]")


@dataclass(frozen=True, slots=True)
class Proposed:
    """What could be taught in place of raw words; `whole` where no figure is left in it that may be classified."""

    words: str
    whole: bool


def proposed(words: str, sort: str, rules: Rules, names: Names, language: str) -> Proposed | None:
    """Raw words with values made less exact as far as the policy says how, and with other names; None without any."""
    how, work = rules.of_values(sort), rules.named(sort)
    work = work if work is not None and work.values else FieldClass(title=how.title, operation="keep")
    named = with_names(words, names)
    made = with_values(named, work, how, "trade-secret", language)
    if made is None or not (made.protected or named != words):
        return None
    try:
        taught = opened(made.words)
    except BrokenMarkError:
        return None
    return Proposed(taught, whole=not _figures_left(made.words, work)) if taught.strip() else None


def fault_of(raw: str, taught: str, sort: str, rules: Rules) -> Fault:
    """What is wrong with the values of words that are taught in place of raw ones; nothing where nothing is."""
    how, work = rules.of_values(sort), rules.named(sort)
    said = quantities(taught)
    for value in quantities(raw_words(raw)):
        if work is not None and _is_kept(value.unit, work):
            continue
        alike = [ends for one in said if (ends := _ends_in(one, value.unit)) is not None]
        own = _ends_in(value, value.unit)
        if own is not None and alike:
            fault = _fault(own, alike, how)
            if fault:
                return fault
    return ""


def holds_value(words: str, sort: str, rules: Rules) -> bool:
    """Whether words say a number with a unit that the class of their field does not let stand anyway."""
    work = rules.named(sort)
    return any(work is None or not _is_kept(one.unit, work) for one in quantities(words))


def answers_values(raw: str, taught: str, sort: str, rules: Rules) -> bool:
    """Whether all values that are taught are ranges that hold raw ones, so that nothing in them has another source."""
    work = rules.named(sort)
    own = [one for one in quantities(raw_words(raw)) if work is None or not _is_kept(one.unit, work)]
    told = [one for one in quantities(taught) if work is None or not _is_kept(one.unit, work)]
    return bool(told) and all(any(_holds_value(one, value) for value in own) for one in told)


Ends = tuple[Decimal | None, Decimal | None]
"""Lower and upper end of a value; None where it is open."""


def _holds_value(taught: Quantity, raw: Quantity) -> bool:
    ends, own = _ends_in(taught, raw.unit), _ends_in(raw, raw.unit)
    return ends is not None and own is not None and _holds(ends, own)


def _fault(own: Ends, taught: list[Ends], how: FieldClass) -> Fault:
    if own in taught:
        return "open"
    holding = [one for one in taught if _holds(one, own)]
    if not holding:
        return "outside"
    return "" if any(not _is_wide(one, own, how) for one in holding) else "wide"


def _holds(taught: Ends, own: Ends) -> bool:
    low = taught[0] is None or (own[0] is not None and taught[0] <= own[0])
    return low and (taught[1] is None or (own[1] is not None and own[1] <= taught[1]))


def _is_wide(taught: Ends, own: Ends, how: FieldClass) -> bool:
    """Whether a range is wider than the class allows: what it adds to the raw one, as a share of the value."""
    if taught[0] is None or taught[1] is None or how.into == "magnitude":
        return False
    ends = [one for one in own if one is not None]
    width = max(ends) - min(ends)
    return taught[1] - taught[0] - width > Decimal(str(how.widest)) * max(abs(one) for one in ends)


def _ends_in(quantity: Quantity, unit: str) -> Ends | None:
    """The ends of a quantity in a unit; None where that cannot be."""
    if quantity.unit != unit and not compatible(quantity.unit, unit):
        return None
    try:
        low, high = (_number(end, quantity.unit, unit) for end in (quantity.low, quantity.high))
    except UnitError:
        return None
    return low, high


def _number(end: str, unit: str, goal: str) -> Decimal | None:
    if not end:
        return None
    return Decimal(end) if unit == goal else converted(Decimal(end), unit, goal)


def _is_kept(unit: str, work: FieldClass) -> bool:
    return symbol(unit) in {symbol(one) for one in work.kept_units}


def _figures_left(words: str, work: FieldClass) -> bool:
    """Whether figures stand open that belong to no value that the class lets stand."""
    for start, end in unmarked_spans(words):
        rest = words[start:end]
        for one in quantities(rest):
            rest = rest.replace(one.text, "") if _is_kept(one.unit, work) else rest
        if _FIGURE.search(rest):
            return True
    return False
