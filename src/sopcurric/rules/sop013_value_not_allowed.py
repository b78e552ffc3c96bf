"""SOP013 不允许的值

含义：这一处只能从几个固定的值里选一个。中文词会提示对应的值。

例：`phase: 开车` 应写 `phase: start-up`。

改法：按提示改正。

----

SOP013 A value that is not allowed

Meaning: here is a choice between a few fixed values.

Example: `phase: startup` should be `phase: start-up`.

Cure: write the value that is suggested.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "did-you-mean": "改成 `{suggestion}`；允许的值：{allowed}",
        "unquoted": "去掉引号，写成 `{suggestion}`",
        "allowed": "改成下列之一：{allowed}",
    },
    "en": {
        "did-you-mean": "write `{suggestion}`; allowed are: {allowed}",
        "unquoted": "remove the quotes and write `{suggestion}`",
        "allowed": "use one of: {allowed}",
    },
}

RULE = Rule(
    code="SOP013",
    name="value-not-allowed",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "值 `{found}` 不在允许的范围内",
            "改成下列之一：{allowed}",
        ),
        "en": (
            "the value `{found}` is not allowed here",
            "use one of: {allowed}",
        ),
    },
    variants=VARIANTS,
)
