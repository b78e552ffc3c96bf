"""DEC102 公开的值可能就是已标密的值

含义：这里的值与别处标密的值相同，但不能断定是同一个：没有计量单位的三位以上数字，一位数的值，标密的长句子里的零散
数值，可以是角度的“度”。页码、标准号、年份和电话不算。

例：

    target: <<272 ℃|260–280 ℃>>
    notes: [仪表显示 272 左右]

改法：是同一个值的，标上或改写；只是巧合的，用 `# sopcurric: ignore DEC102 -- 理由` 说明。

依据：脱密后逐处核对，不留原值（泄密扫描）。

----

DEC102 An open value that may be a classified one

Meaning: a value is the same as one that is classified elsewhere, and may be it or not: a number of three figures or
more without a unit, a value of one figure, one within a long classified sentence, a 度 that may be an angle. Numbers of
pages, standards, years and telephones are not looked at.

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
    name="value-like-classified",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{found}` 可能就是别处标密的值",
            "是同一个值的，标上或改写；只是巧合的，在行尾写 `# sopcurric: ignore DEC102 -- 理由`",
        ),
        "en": (
            "`{found}` may be a value that is classified elsewhere",
            "if it is that value, mark or reword it; if not, write `# sopcurric: ignore DEC102 -- reason`",
        ),
    },
)
