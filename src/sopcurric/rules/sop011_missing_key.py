"""SOP011 缺少必需的键

含义：这一处必须有这个键，没有它就无法编译。

例：有 `code` 没有 `title` 的岗位。

改法：在指出的位置补上；注意与同级的键对齐。

----

SOP011 A key is missing

Meaning: this place must have the key; without it nothing can be compiled.

Example: a job that has a `code` and no `title`.

Cure: add it at the place shown, aligned with the other keys.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP011",
    name="missing-key",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "缺少必需的键 `{key}`",
            "在这里补上 `{key}:`",
        ),
        "en": (
            "the key `{key}` is missing",
            "add `{key}:` here",
        ),
    },
)
