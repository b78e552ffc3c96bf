"""From one unit to another, by the library of units; it is slow to load, so it is loaded when first asked."""

from decimal import Context, Decimal, DecimalException
from functools import lru_cache
from tokenize import TokenError
from typing import TYPE_CHECKING

from sopcurric.linguistics.units import is_unit, kind, parts, symbol

if TYPE_CHECKING:
    from pint import UnitRegistry
    from pint.facets.plain import PlainUnit

_NAMES = {
    "℃": "degC", "℉": "degF", "%": "percent", "‰": "permille", "°": "degree", "Ω": "ohm", "kΩ": "kiloohm",
    "MΩ": "megaohm", "mΩ": "milliohm", "μΩ": "microohm", "GΩ": "gigaohm", "mmH₂O": "millimeter_H2O",
    "mH₂O": "meter_H2O", "亩": "mu_of_land", "斤": "jin", "马力": "metric_horsepower", "学时": "lesson",
    "Nm³": "normal_cubic_meter", "r": "rotation", "dB": "sound_decibel", "dB(A)": "sound_decibel", "cal": "calorie",
    "kcal": "kilocalorie", "var": "volt_ampere", "kvar": "kilovolt_ampere", "Mvar": "megavolt_ampere",
    "VA": "volt_ampere",
    "kVA": "kilovolt_ampere", "MVA": "megavolt_ampere", "cSt": "centistokes",
    "次": "occurrence", "个": "item", "件": "item", "块": "item", "台": "machine",
    "班": "shift",
    "台班": "machine_shift", "台时": "machine_hour", "炉": "heat", "炉次": "heat", "包": "ladle", "袋": "bag",
    "人": "person",
    "批": "batch", "槽": "cell", "组": "group",
    "周": "week", "月": "month", "年": "year",
}  # fmt: skip
"""What the library calls a unit where it does not know the symbol."""
_OWN = (
    *(f"{name} = [{name}]" for name in (
        "occurrence", "item", "machine", "shift", "machine_shift", "heat", "ladle", "bag", "person", "batch", "cell",
        "group", "lesson", "rotation", "sound_decibel", "NTU", "normal_volume",
    )),
    "machine_hour = machine * hour",
    "normal_cubic_meter = normal_volume",
    "millimeter_H2O = 9.80665 pascal",
    "meter_H2O = 9806.65 pascal",
    "mu_of_land = 2000 / 3 * meter ** 2",
    "jin = 0.5 kilogram",
)  # fmt: skip
"""Units of plants that the library does not know. A normal cubic metre is an amount of gas, not a space."""
_POWERS = str.maketrans({"¹": "**1", "²": "**2", "³": "**3", "·": "*"})
_EXACT = Context(prec=40)
_DIGITS = Context(prec=15)
"""Digits that a converted value keeps: those behind come from factors such as 5/9."""


class UnitError(ValueError):
    """A unit that nobody knows, or two that cannot be converted into each other."""


def compatible(unit_a: str, unit_b: str) -> bool:
    """Whether values in one unit can be converted into the other; a unit that nobody knows suits only itself."""
    if symbol(unit_a) == symbol(unit_b):
        return True
    kinds = {kind(unit_a), kind(unit_b)}
    if "" not in kinds:
        return len(kinds) == 1
    try:
        return bool(_unit(symbol(unit_a)).dimensionality == _unit(symbol(unit_b)).dimensionality)
    except UnitError:
        return False


def converted(value: Decimal, unit_from: str, unit_to: str, *, difference: bool = False) -> Decimal:
    """A value in another unit, to 15 digits; exact where the factor between the units is.

    Temperatures are converted with their zero points, and as steps on the scale where `difference` is asked for.

    Raises:
        UnitError: the units cannot be converted into each other, or the value is out of all bounds.
    """
    if symbol(unit_from) == symbol(unit_to):
        return value
    if not compatible(unit_from, unit_to):
        message = f"{unit_from} is not converted into {unit_to}"
        raise UnitError(message)
    start, goal = _unit(symbol(unit_from), difference=difference), _unit(symbol(unit_to), difference=difference)
    try:
        magnitude = Decimal(_registry().Quantity(value, start).to(goal).magnitude)
        return _plain(_DIGITS.plus(magnitude))
    except (ArithmeticError, DecimalException) as error:
        message = f"{value} {unit_from}"
        raise UnitError(message) from error


def _plain(value: Decimal) -> Decimal:
    """A value without zeros at its end and without an exponent."""
    return Decimal(format(value.normalize(_EXACT), "f"))


@lru_cache(maxsize=512)
def _unit(written: str, *, difference: bool = False) -> "PlainUnit":
    """The unit of a symbol in the library.

    Raises:
        UnitError: the library does not know it.
    """
    expression = "".join(f"({_NAMES[part]})" if part in _NAMES else part for part in parts(written))
    expression = expression.replace("⁻", "**-").translate(_POWERS).replace("**-**", "**-")
    if not is_unit(written):
        raise UnitError(written)
    try:
        unit = _registry().parse_units(expression)
    except (AttributeError, ValueError, TypeError, SyntaxError, TokenError, ArithmeticError) as error:
        raise UnitError(written) from error
    if difference and written in {"℃", "℉"}:
        unit = _registry().parse_units(f"delta_{_NAMES[written]}")
    return unit


@lru_cache(maxsize=1)
def _registry() -> "UnitRegistry[Decimal]":
    import pint  # noqa: PLC0415 - a third of a second

    registry: UnitRegistry[Decimal] = pint.UnitRegistry(non_int_type=Decimal)
    for definition in _OWN:
        registry.define(definition)
    return registry
