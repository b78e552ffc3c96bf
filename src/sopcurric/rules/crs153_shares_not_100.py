"""CRS153 课程成绩各组成部分之和不是 100

含义：`standard.assessment` 中各项的 `percent` 合计应为 100，否则无法计算总成绩。

例：平时 40、期末 50，合计 90。

改法：改正各项的 `percent`。

依据：课程标准的通行做法：过程性考核与终结性考核合计 100 %。

----

CRS153 Parts of the mark that do not sum to 100

Meaning: the `percent` of the parts in `standard.assessment` sum to 100, or there is no mark.

Example: 40 during the course and 50 at its end make 90.

Cure: correct the `percent` of the parts.

Source: common practice: assessment during the course and at its end make 100 per cent.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

_WHOLE = 100


def _check(compilation: Compilation) -> Iterable[Finding]:
    for course in compilation.inputs.courses:
        shares = course.standard.assessment if course.standard else ()
        total = sum(one.percent for one in shares)
        if shares and total != _WHOLE:
            subject = f"@course/{course.code}"
            yield finding("CRS153", Severity.WARNING, subject=subject, course=course.code, sum=total)


RULE = Rule(
    code="CRS153",
    name="shares-not-100",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "课程 `{course}` 成绩各组成部分之和是 {sum}，应为 100",
            "改正各项的 `percent`",
        ),
        "en": (
            "the parts of the mark of the course `{course}` sum to {sum}, not to 100",
            "correct the `percent` of the parts",
        ),
    },
    check=_check,
)
