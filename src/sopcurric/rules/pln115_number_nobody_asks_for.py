"""PLN115 没有检查用到的数值

含义：数值按名称使用。名称写错时，替换不起作用，检查仍按原来的数值进行。

例：把 `total-hours` 写成 `total-hour`。

改法：改成列出的名称之一。

依据：数值方案按名称替换数值。

----

PLN115 A number that nothing asks for

Meaning: numbers are used by their names. Where a name is misspelt, nothing is replaced and the number of before
counts.

Example: `total-hour` in place of `total-hours`.

Cure: write one of the names that are listed.

Source: profiles replace numbers by name.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="PLN115",
    name="number-nobody-asks-for",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "没有检查用到数值 `{name}`",
            "改成已有的名称：{known}",
        ),
        "en": (
            "nothing asks for a number `{name}`",
            "use a name that exists: {known}",
        ),
    },
)
