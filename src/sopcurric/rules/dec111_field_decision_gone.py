"""DEC111 脱密决定的对象已不存在

含义：逐项决定所指的文件、条目或项目已经不在，决定没有作用。编号改了、条目删了、列表项减少了，都会这样。

例：`{document: sops/a.yaml, at: P1/S9, key: text, …}`，而 P1 中没有 S9。

改法：把 `document`、`at`、`key` 改成现在的写法，或删去这条决定。

依据：决定不能悄悄失效。

----

DEC111 A decision about a field that is not there

Meaning: the file, the element or the key that a decision is about is no longer there, so that it does nothing: an id
changed, an element was deleted, a list became shorter.

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
            "这条脱密决定所指的内容已不存在，决定没有作用",
            "改正 `document`、`at`、`key`，或删去这条决定",
        ),
        "en": (
            "what this decision is about is not there, so that it does nothing",
            "correct `document`, `at` and `key`, or delete it",
        ),
    },
)
