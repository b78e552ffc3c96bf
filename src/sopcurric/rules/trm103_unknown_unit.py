"""TRM103 数字后面的单位不认识

含义：数字后面像是单位、却没有这个单位的，多半是打错了：多打、漏打了字母，或分母写成了英文缩写。单位认不出来，
数值就无法比较，印出来也是错的。只报与某个单位很接近的写法。

例：“260 ℃C”“0.3 Mp”“20 kg/hr”。

改法：改成提示的单位。

----

TRM103 An unknown unit after a number

Meaning: what stands after a number looks like a unit and is none: a letter too many or too few, or an English
abbreviation as denominator. Such a value cannot be compared, and is printed wrong. Only what is close to a unit is
reported.

Example: 260 ℃C, 0.3 Mp, 20 kg/hr.

Cure: write the unit that is suggested.
"""

import difflib
import re
from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.units import COMMON, unit_end
from sopcurric.model.compilation import Compilation
from sopcurric.model.text import Plain, Text
from sopcurric.plugin import Rule

_AFTER_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.,/×:$*#-])[0-9]{1,9}(?:\.[0-9]{1,9})?\s?"
    r"(?P<unit>[A-Za-zμµΩ℃°][A-Za-zμµΩ℃°²³]{0,5}(?:/[A-Za-zμµ²³]{1,6})?)(?![\w/·-])",
    re.ASCII,
)
_SIGNS = re.compile("[μµΩ℃°²³]")
_CLOSE = 0.65
_LETTERS = {"mpa": "MPa", "kpa": "kPa", "kwh": "kWh", "kva": "kVA"}
"""Units that a word of mere letters may be meant to be: with others, too many words would be close."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    found = {
        (address, unit): finding("TRM103", Severity.WARNING, subject=address, found=unit, suggestion=suggestion)
        for address, text in compilation.texts
        for unit, suggestion in _found(text)
    }
    yield from found.values()


def _found(text: Text) -> Iterator[tuple[str, str]]:
    for _, runs in text.wordings:
        for run in runs:
            if not isinstance(run, Plain):
                continue
            for match in _AFTER_NUMBER.finditer(run.text):
                unit = match["unit"]
                suggestion = "" if unit_end(unit, 0) == len(unit) else _meant(unit)
                if suggestion:
                    yield unit, suggestion


def _meant(unit: str) -> str:
    """The unit that was probably meant; nothing where it may as well be another word."""
    first, slash, under = unit.partition("/")
    if slash:
        known = unit_end(first, 0) == len(first) or unit_end(under, 0) == len(under)
        return _closest(unit, [one for one in COMMON if "/" in one]) if known and len(unit) > len("g/L") else ""
    if _SIGNS.search(unit):
        return _closest(unit, COMMON)
    if unit.islower() or unit.isupper():
        return ""
    plain = unit.lower()
    return _LETTERS.get(_closest(plain, [one for one in _LETTERS if one[0] == plain[0] and len(plain) > 1]), "")


def _closest(unit: str, names: Iterable[str]) -> str:
    return next(iter(difflib.get_close_matches(unit.replace("µ", "μ"), names, n=1, cutoff=_CLOSE)), "")


RULE = Rule(
    code="TRM103",
    name="unknown-unit",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "没有 `{found}` 这个单位",
            "看是否应为 `{suggestion}`",
        ),
        "en": (
            "there is no unit `{found}`",
            "see whether `{suggestion}` was meant",
        ),
    },
    check=_check,
)
