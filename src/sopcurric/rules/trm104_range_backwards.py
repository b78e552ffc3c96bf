"""TRM104 范围的两端颠倒或相同

含义：范围从小写到大，两端不同。大数在前的，多半是打反了，或漏了小数点、负号。两端都是负数的（如真空度）按绝对值书写，不报；
用“至”“到”连接的可以是下降过程，也不报。

例：“280–260 ℃”；“260–260 ℃”。

改法：把两端调换；漏了小数点或负号的，补上；两端相同的，改正其中一端，或只写一个数。

----

TRM104 A range that runs backwards or nowhere

Meaning: ranges run from the smaller to the greater number. A greater one in front is mostly a slip, or a point or
minus is missing. Ranges of two negative numbers (vacuum) are often written by size and are not reported, nor are
those with "to", which may describe a fall.

Example: 280–260 ℃; 260–260 ℃.

Cure: exchange the ends, or add the point or minus that is missing; of two equal ends, correct one, or write one number.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.text import Quantity
from sopcurric.plugin import Rule

_FALLING = re.compile(r"[至到]|\bto\b")
_TWICE = re.compile(r"\d\D*?[-−－﹣–—~～〜∼至到o]\s*[-−－﹣]?\d")
"""A number, a sign between the ends of a range, another number."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    found = {
        (address, run.text): finding(
            "TRM104",
            Severity.WARNING,
            subject=address,
            found=run.text,
            suggestion=f"{run.low} {run.unit}" if fault == "equal" else f"{run.high}–{run.low} {run.unit}",
            how=fault,
            variant=fault,
        )
        for address, text in compilation.texts
        for _, runs in text.wordings
        for run in runs
        if isinstance(run, Quantity) and (fault := _fault(run))
    }
    yield from found.values()


def _fault(quantity: Quantity) -> str:
    """`backwards`, or `equal` where a number stands twice; empty where a quantity is as it should be."""
    if not (quantity.low and quantity.high):
        return ""
    low, high = Decimal(quantity.low), Decimal(quantity.high)
    if low == high:
        return "equal" if _TWICE.search(quantity.text) else ""
    falls = _FALLING.search(quantity.text) or (low < 0 and high < 0)
    return "backwards" if high < low and not falls else ""


RULE = Rule(
    code="TRM104",
    name="range-backwards",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "范围 `{found}` 的两端{how}",
            "核对后改成 `{suggestion}`",
        ),
        "en": (
            "the range `{found}` {how}",
            "check it, and write `{suggestion}`",
        ),
    },
    variants={
        "zh": {
            "how.backwards": "颠倒",
            "how.equal": "相同",
            "backwards": "核对后改成 `{suggestion}`",
            "equal": "改正其中一端；确实只有一个值的，写成 `{suggestion}`",
        },
        "en": {
            "how.backwards": "runs backwards",
            "how.equal": "has equal ends",
            "backwards": "check it, and write `{suggestion}`",
            "equal": "correct one end, or write `{suggestion}` where there is but one value",
        },
    },
    check=_check,
)
