"""SOP012 类型不对

含义：该写列表的地方写了文字，该写文字的地方写了数字，等等。
没有引号的 `3.0` 是数字，会丢掉末尾的零，所以版本号要加引号。

例：

    document:
      version: 3.0

改法：写成 `version: "3.0"`；列表每项以 `- ` 开头；可以不写的键暂时没有内容时先删去。

----

SOP012 Something of the wrong type

Meaning: there is a text where a list should be, a number where a text should be, and so on. Without quotes `3.0` is a
number and loses its zero, so versions need quotes.

Example (YAML):

    document:
      version: 3.0

Cure: write `version: "3.0"`; begin the items of a list with `- `; remove optional keys
that have no content yet.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "did-you-mean": "改成 `{suggestion}`",
        "nothing": "补上内容，或删去这个键",
        "nothing-required": "补上内容：这个键不能没有",
        "text-for-number": '加上引号，如 `"{found}"`',
        "text-for-boolean": "给这个词加上引号",
        "text-for-list": "写成一段文字；以 `[` 开头的文字要加引号",
        "text-for-mapping": "写成一段文字；文字里有 `: ` 或以 `{` 开头时要加引号",
        "list-for-text": "另起一行，每项以 `- ` 开头",
        "one-item": "加上方括号，写成 `[{found}]`",
        "wide-brackets": "把全角括号改成半角方括号 `[ ]`",
        "list-for-mapping": "在每一项前面加 `- `",
        "list-for-number": "另起一行，每项以 `- ` 开头",
        "mapping-for-text": "另起一行，缩进后写 `键: 值`",
        "mapping-for-list": "去掉 `- `，直接写 `键: 值`",
        "integer-for-number": "写成整数",
        "integer-for-text": "写成整数，不带单位和引号",
        "number-for-text": "写成数字，不带单位和引号",
        "expected.text": "文字",
        "expected.list": "列表",
        "expected.mapping": "一组 `键: 值`",
        "expected.integer": "整数",
        "expected.number": "数字",
        "expected.boolean": "`true` 或 `false`",
        "expected.other": "别的内容",
        "expected.nothing": "空",
        "kind.text": "文字",
        "kind.list": "列表",
        "kind.mapping": "一组 `键: 值`",
        "kind.integer": "整数",
        "kind.number": "数字",
        "kind.boolean": "真假值",
        "kind.other": "别的内容",
        "kind.nothing": "空",
    },
    "en": {
        "did-you-mean": "write `{suggestion}`",
        "nothing": "fill it in, or remove the key",
        "nothing-required": "fill it in: the key is required",
        "text-for-number": 'put quotes round it, as in `"{found}"`',
        "text-for-boolean": "put quotes round the word",
        "text-for-list": "write one text; put quotes round a text that begins with `[`",
        "text-for-mapping": "write one text; put quotes round a text that has `: ` in it or begins with `{`",
        "list-for-text": "begin a new line, and each item with `- `",
        "one-item": "put brackets round it: `[{found}]`",
        "wide-brackets": "replace the full-width brackets by `[ ]`",
        "list-for-mapping": "put `- ` before each item",
        "list-for-number": "begin a new line, and each item with `- `",
        "mapping-for-text": "begin a new line, and write `key: value` indented",
        "mapping-for-list": "remove the `- ` and write `key: value`",
        "integer-for-number": "write a whole number",
        "integer-for-text": "write a whole number without unit and quotes",
        "number-for-text": "write a number without unit and quotes",
        "expected.text": "text",
        "expected.list": "a list",
        "expected.mapping": "`key: value` lines",
        "expected.integer": "a whole number",
        "expected.number": "a number",
        "expected.boolean": "`true` or `false`",
        "expected.other": "something else",
        "expected.nothing": "nothing",
        "kind.text": "text",
        "kind.list": "a list",
        "kind.mapping": "`key: value` lines",
        "kind.integer": "a whole number",
        "kind.number": "a number",
        "kind.boolean": "truth value",
        "kind.other": "something else",
        "kind.nothing": "nothing",
    },
}

RULE = Rule(
    code="SOP012",
    name="wrong-type",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "这里要写{expected}，实际是{kind} `{found}`",
            "改成{expected}",
        ),
        "en": (
            "{expected} was expected, `{found}` is {kind}",
            "write {expected}",
        ),
    },
    variants=VARIANTS,
)
