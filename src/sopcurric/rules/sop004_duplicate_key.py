"""SOP004 键重复

含义：同一个映射里，一个键只能出现一次。多数软件会悄悄丢掉前一个，这里两处都会指出。

例：

    job:
      code: DIG
      code: DIG2

改法：删去一个；如果是两组内容（如两段 `hazards:`），合并成一个列表。

----

SOP004 A key is given twice

Meaning: a key can stand only once in a mapping. Most software silently drops the first one; here both are shown.

Example (YAML):

    job:
      code: DIG
      code: DIG2

Cure: remove one; where there are two groups (such as two `hazards:`), join them into one list.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP004",
    name="duplicate-key",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "键 `{key}` 在同一处写了两次",
            "删去其中一个，或把两处内容合并",
        ),
        "en": (
            "the key `{key}` stands twice in the same place",
            "remove one of them, or join their contents",
        ),
    },
)
