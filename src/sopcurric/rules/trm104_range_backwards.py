"""TRM104 范围的两端颠倒

含义：范围从小写到大。大数在前的，多半是打反了，或漏了小数点、负号。两端都是负数的（如真空度）按绝对值书写，不报；
用“至”“到”连接的可以是下降过程，也不报。

例：“280–260 ℃”。

改法：把两端调换；漏了小数点或负号的，补上。

----

TRM104 A range that runs backwards

Meaning: ranges run from the smaller to the greater number. A greater one in front is mostly a slip, or a point or
minus is missing. Ranges of two negative numbers (vacuum) are often written by size and are not reported, nor are
those with "to", which may describe a fall.

Example: 280–260 ℃.

Cure: exchange the ends, or add the point or minus that is missing.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.text import Quantity
from sopcurric.plugin import Rule

_FALLING = re.compile(r"[至到]|\bto\b")


def _check(compilation: Compilation) -> Iterable[Finding]:
    found = {
        (address, run.text): finding(
            "TRM104",
            Severity.WARNING,
            subject=address,
            found=run.text,
            suggestion=f"{run.high}–{run.low} {run.unit}",
        )
        for address, text in compilation.texts
        for _, runs in text.wordings
        for run in runs
        if isinstance(run, Quantity) and _backwards(run)
    }
    yield from found.values()


def _backwards(quantity: Quantity) -> bool:
    if not (quantity.low and quantity.high) or _FALLING.search(quantity.text):
        return False
    low, high = Decimal(quantity.low), Decimal(quantity.high)
    return high < low and not (low < 0 and high < 0)


RULE = Rule(
    code="TRM104",
    name="range-backwards",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "范围 `{found}` 的两端颠倒",
            "核对后改成 `{suggestion}`",
        ),
        "en": (
            "the range `{found}` runs backwards",
            "check it, and write `{suggestion}`",
        ),
    },
    check=_check,
)
