"""DEC111 脱密决定没有作用

含义：逐项决定所指的文件、条目或项目已经不在，决定没有作用。编号改了、条目删了、列表项减少了，都会这样。决定原来要保护内容的，
这些内容可能换了位置、没有保护地流出去，所有版本都停止输出；决定公开的只提示。

例：`{document: sops/a.yaml, at: P1/S9, key: text, …}`，而 P1 中没有 S9。

改法：把 `document`、`at`、`key` 改成现在的写法，或删去这条决定。

依据：决定不能悄悄失效。

----

DEC111 A decision about a field that does nothing

Meaning: the file, the element or the key that a decision is about is no longer there, so that it does nothing: an id
changed, an element was deleted, a list became shorter. Where it was to protect something, that may stand open elsewhere
now, and no edition is printed; where it let something be taught, this is a warning.

Example: `{document: sops/a.yaml, at: P1/S9, key: text, …}` where P1 has no S9.

Cure: correct `document`, `at` and `key`, or delete the decision.

Source: no decision is a silent no-op.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC111",
    name="field-decision-gone",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "这条脱密决定没有作用",
            "所指的内容已不存在：改正 `document`、`at`、`key`，或删去这条决定",
        ),
        "en": (
            "this decision does nothing",
            "what it is about is not there: correct `document`, `at` and `key`, or delete it",
        ),
    },
    variants={
        "zh": {
            "unprotected": "原来要保护的内容可能已换了位置：改正 `document`、`at`、`key`；确已删去的，删去这条决定",
        },
        "en": {
            "unprotected": (
                "what it protects may stand elsewhere now: correct `document`, `at` and `key`; "
                "where it is gone, delete the decision"
            ),
        },
    },
)
