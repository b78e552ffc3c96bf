"""DEC102 公开的数字与已标密的值相同

含义：这里的数字没有计量单位，却与别处标密的值相同，可能就是那个值。两位以下的数字到处都有，不作检查；页码、章节号
也不算。

例：

    target: <<272 ℃|260–280 ℃>>
    notes: [仪表显示 272 左右]

改法：是同一个值的，标上或改写；只是巧合的，用 `# sopcurric: ignore DEC102 -- 理由` 说明。

依据：脱密后逐处核对，不留原值（泄密扫描）。

----

DEC102 An open number like a classified value

Meaning: a number without a unit is the same as a value that is classified elsewhere, and may be that value. Numbers of
one or two figures stand everywhere and are not looked at, nor are numbers of pages and sections.

Example (YAML):

    target: <<272 ℃|260–280 ℃>>
    notes: [the gauge shows about 272]

Cure: if it is that value, mark or reword it; if not, say so with `# sopcurric: ignore DEC102 -- reason`.

Source: after declassification no raw value is left anywhere (leak scan).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC102",
    name="number-like-classified",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "数字 `{found}` 与别处标密的值相同",
            "是同一个值的，标上或改写；只是巧合的，在行尾写 `# sopcurric: ignore DEC102 -- 理由`",
        ),
        "en": (
            "the number `{found}` is that of a value that is classified elsewhere",
            "if it is that value, mark or reword it; if not, write `# sopcurric: ignore DEC102 -- reason`",
        ),
    },
)
