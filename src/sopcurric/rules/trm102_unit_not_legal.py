"""TRM102 不是法定计量单位

含义：教材用法定计量单位，符号的大小写也有规定：词头“兆”大写 M，“千”小写 k，帕是 Pa，瓦是 W，伏是 V。
现场仪表仍用旧单位的，可在括号中注明：`0.59 MPa（6 kgf/cm²）`。`°C` 与 `℃` 都可以。

例：“压力 6 kgf/cm²”“加料 2 斤”“0.3 Mpa”。

改法：换算成提示的数值和单位（换算值保留原数的有效位数，至少两位）；只是字母不对的，改正字母。

依据：GB 3100—GB 3102（国际单位制及其应用，量和单位），国务院关于在我国统一实行法定计量单位的命
令（凭记忆引用）。

----

TRM102 A unit that is not legal

Meaning: textbooks use legal units, and letters matter: M for mega, k for kilo, Pa, W, V. Where instruments on
site still show old units, these may follow in brackets: `0.59 MPa (6 kgf/cm²)`. Both `°C` and `℃` will do.

Example: 6 kgf/cm², 0.3 Mpa.

Cure: write the value and unit that are suggested (with as many digits as the source has, two at least), or correct
the letters.

Source: GB 3100 to GB 3102 and the order on legal units (recalled).
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Context, Decimal

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.conversion import UnitError, compatible, converted
from sopcurric.linguistics.units import LEGAL, MISSPELT, parts, symbol
from sopcurric.model.compilation import Compilation
from sopcurric.model.text import Inline, Quantity, Text
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "about": "换算成 `{suggestion}` 左右",
        "exact": "换算成 `{suggestion}`",
        "unit": "换算成 `{suggestion}`（{rate}）",
        "spelling": "改成 `{suggestion}`",
    },
    "en": {
        "about": "convert it to about `{suggestion}`",
        "exact": "convert it to `{suggestion}`",
        "unit": "convert it to `{suggestion}` ({rate})",
        "spelling": "write `{suggestion}`",
    },
}
_LETTERS = frozenset(wrong for wrong in MISSPELT if wrong.isascii() and wrong.isalpha() and wrong != "um")
_ALONE = re.compile(
    r"kgf/cm[²2]|公斤力?(?:/|每)平方厘米|kgf|公斤力|kcal|[千大]卡(?!车)|mmHg|毫米汞柱|mmH[₂2]O|毫米水柱"
    r"|(?<![A-Za-z])(?:[MmKk]pa|K[Pp]a)(?![A-Za-z])"
)
"""Units that need no number before them to be recognised."""
_FEWEST = 2
Found = tuple[str, str, str, str]
"""What was found, what to write, the variant of the cure, the rate."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    found = {
        (address, one[0]): finding(
            "TRM102", Severity.INFO, subject=address, found=one[0], suggestion=one[1], variant=one[2], rate=one[3]
        )
        for address, text in compilation.texts
        for one in _found(text)
    }
    yield from found.values()


def _found(text: Text) -> Iterator[Found]:
    for _, runs in text.wordings:
        for place, run in enumerate(runs):
            if not isinstance(run, Quantity):
                yield from (_alone(unit) for unit in _ALONE.findall(run.text))
            elif _misspelt(run.unit):
                proper = symbol(run.unit)
                yield run.unit, proper, "spelling", ""
            elif (legal := _legal(symbol(run.unit))) and not _in_brackets(runs[:place], run):
                yield _converted(run, legal)


def _alone(unit: str) -> Found:
    legal = _legal(symbol(unit))
    if not legal:
        return unit, symbol(unit), "spelling", ""
    return unit, legal, "unit", f"1 {unit} ≈ {_rounded(converted(Decimal(1), unit, legal), _FEWEST + 1)} {legal}"


def _misspelt(unit: str) -> bool:
    return any(part in _LETTERS for part in parts(unit))


def _legal(unit: str) -> str:
    """The legal unit for one that is not legal or has a part that is not; nothing for a legal one."""
    if unit in LEGAL:
        return LEGAL[unit]
    made = "".join(LEGAL.get(part, part) for part in parts(unit))
    return "" if made == unit else made


def _in_brackets(before: tuple[Inline, ...], quantity: Quantity) -> bool:
    """Whether a quantity is the old reading that stands in brackets behind one in a legal unit."""
    match before:
        case (*_, Quantity(unit=unit), between):
            return bool(re.fullmatch(r"\s?[(（]", between.text)) and compatible(unit, quantity.unit)
        case _:
            return False


def _converted(quantity: Quantity, legal: str) -> Found:
    """A quantity in a legal unit, with as many digits as it was given in."""
    numbers = [number for number in dict.fromkeys((quantity.low, quantity.high)) if number]
    try:
        values = [converted(Decimal(number), quantity.unit, legal) for number in numbers]
    except UnitError:
        return quantity.unit, legal, "exact", ""
    shown = [_rounded(value, _digits(number)) for value, number in zip(values, numbers, strict=True)]
    sign = re.match(r"[≥≤＞＜><]=?\s?", quantity.text)
    suggestion = f"{sign[0] if sign else ''}{'–'.join(shown)} {legal}"
    exact = all(Decimal(one) == value for one, value in zip(shown, values, strict=True))
    return quantity.text, suggestion, "exact" if exact else "about", ""


def _digits(number: str) -> int:
    return max(_FEWEST, len(number.lstrip("-0.").replace(".", "")))


def _rounded(value: Decimal, digits: int) -> str:
    rounded = format(Context(prec=digits).plus(value), "f")
    return rounded if Decimal(rounded) != value else format(value, "f")


RULE = Rule(
    code="TRM102",
    name="unit-not-legal",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "`{found}` 不是法定计量单位的写法",
            "换算成 `{suggestion}`",
        ),
        "en": (
            "`{found}` is not written in legal units",
            "convert it to `{suggestion}`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
