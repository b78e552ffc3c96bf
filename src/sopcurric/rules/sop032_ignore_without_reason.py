"""SOP032 忽略没有写理由

含义：忽略一个问题要写明理由，供日后核对。没有理由的忽略不起作用，问题照常报告。

例：

    steps: [检查油位]  # sopcurric: ignore SOP025

改法：注释里在 `--`（或破折号）后面写理由；项目文件里写 `why`。

----

SOP032 An ignore without a reason

Meaning: whoever leaves a finding aside says why, for those who look at it later. Without a reason, the finding is
reported as before.

Example (YAML):

    steps: [check the oil level]  # sopcurric: ignore SOP025

Cure: write the reason after `--` in a comment, or as `why` in the project file.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP032",
    name="ignore-without-reason",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "忽略 {codes} 没有写理由，因此不起作用",
            "加上 `why`，写明理由",
        ),
        "en": (
            "{codes} is ignored without a reason, so this does not count",
            "add `why` with the reason",
        ),
    },
    variants={
        "zh": {
            "remark": "在编号后面加上 `-- 理由`",
        },
        "en": {
            "remark": "add `-- reason` after the codes",
        },
    },
)
