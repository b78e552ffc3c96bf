"""Numbers in Chinese characters as figures, so that values are found however they are written."""

import re
from decimal import Decimal

_DIGITS = {
    sign: number
    for number, signs in enumerate(("零〇", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for sign in signs
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8}
_NUMERAL = re.compile(rf"(?<![\d.])[{''.join((*_DIGITS, *_TENS, *_GROUPS))}]+(?:点[{''.join(_DIGITS)}]+)?")
_MULTIPLIED = re.compile(r"(?<![\d.])(\d{1,15}(?:\.\d{1,15})?)\s?([万亿])")
_ALONE = frozenset("百千万亿佰仟")
"""Signs that are no number by themselves: `千克`, `万一`."""
_LONGEST = 24
"""No numeral that means a number is longer."""


def in_figures(words: str) -> str:
    """Words with every numeral as figures: `八点二兆帕` is `8.2兆帕`, `二百六十度` is `260度`, `12 万吨` is `120000吨`.

    The thousand of `12 千克` belongs to the unit.
    """
    multiplied = _MULTIPLIED.sub(lambda found: f"{Decimal(found[1]) * _GROUPS[found[2]]:f}", words)
    return _NUMERAL.sub(lambda found: found[0] if found[0] in _ALONE else _figures(found[0]), multiplied)


def _figures(numeral: str) -> str:
    """The figures of a numeral; the numeral itself where it is none."""
    if len(numeral) > _LONGEST:
        return numeral
    whole, _, part = numeral.partition("点")
    number = _whole(whole)
    return f"{number}.{''.join(str(_DIGITS[sign]) for sign in part)}" if part else str(number)


def _whole(numeral: str) -> int:
    """The value of a numeral without a fraction: by place (`二六〇`) or with tens and hundreds (`二百六`)."""
    if all(sign in _DIGITS for sign in numeral):
        return int("".join(str(_DIGITS[sign]) for sign in numeral))
    total = group = 0
    digit, unit, zero = 0, 1, False
    for sign in numeral:
        if sign in _DIGITS:
            digit, zero = _DIGITS[sign], zero or not _DIGITS[sign]
        elif sign in _TENS:
            group += (digit or 1) * _TENS[sign]
            digit, unit, zero = 0, _TENS[sign], False
        else:
            total += ((group + digit) or 1) * _GROUPS[sign]
            group, digit, unit, zero = 0, 0, _GROUPS[sign], False
    # In speech the last unit is left out: 二百六 is 260, but 二百零六 is 206.
    return total + group + digit * (1 if zero or unit < 100 else unit // 10)  # noqa: PLR2004 - a hundred


def significant(figures: str) -> int:
    """How many figures of a written number say something: two in `8.2`, three in `260`, one in `0.5`."""
    digits = Decimal(figures).as_tuple().digits
    return len(digits) if any(digits) else 1
