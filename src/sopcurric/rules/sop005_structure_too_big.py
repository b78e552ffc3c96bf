"""SOP005 嵌套过深或内容过多

含义：嵌套层数、数值个数、别名展开后的个数都有上限，防止一个文件耗尽内存。
正常的 SOP 离上限很远。

例：`a: &a [*a]`（别名指向自己），或连续几十个 `[`。

改法：检查括号和缩进；删去别名，直接写出内容。

----

SOP005 The structure is too deep or too big

Meaning: how deep values are nested, how many there are, and how many aliases make of them is limited, so that no file
uses up all memory. Real SOPs stay far below.

Example: `a: &a [*a]` (an alias of itself), or dozens of `[` in a row.

Cure: check brackets and indentation; write the contents out instead of using aliases.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "depth": "减少嵌套：最多 `{limit}` 层",
        "nodes": "把文件拆开：最多 `{limit}` 个值",
        "aliases": "不用别名，直接写出内容：展开后最多 `{limit}` 个值",
        "recursive": "删去这个别名：它指向包含自己的内容",
    },
    "en": {
        "depth": "nest less: `{limit}` levels at most",
        "nodes": "split the file: `{limit}` values at most",
        "aliases": "write the contents out instead of using aliases: `{limit}` values at most",
        "recursive": "remove this alias: it refers to what contains it",
    },
}

RULE = Rule(
    code="SOP005",
    name="structure-too-big",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "结构超出上限 `{limit}`",
            "减少嵌套，或把文件拆开",
        ),
        "en": (
            "the structure exceeds the limit of `{limit}`",
            "nest less, or split the file",
        ),
    },
    variants=VARIANTS,
)
