"""DEC108 还没有决定怎样脱密

含义：这一项标了密级，脱密规则没有给出处理办法，也没有人作出决定，因此不教（默认不外传）。缺少它就不成立的条目整条不教。

例：

    steps:
      - {id: S2, text: 加入 3 号添加剂, level: core-secret}

改法：运行 `sopcurric todo --role plant` 逐项决定；或在文字中写明 `<<原文|可教学的说法>>`；本来就公开的，写
`level: public`。

依据：默认不外传：没有类别、没有决定的内容不离开企业。

----

DEC108 Nobody has decided what is taught

Meaning: this is classified, the policy has no treatment for it, and nobody has decided, so that it is not taught
(default deny). What cannot stand without it goes with it.

Example (YAML):

    steps:
      - {id: S2, text: Add agent no. 3, level: core-secret}

Cure: run `sopcurric todo --role plant` and decide; or write `<<raw|teachable>>` in the text; where it is public anyway,
write `level: public`.

Source: default deny: what has no class and no decision does not leave the plant.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC108",
    name="undecided-field",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "标了密级，还没有决定怎样脱密，这一项不教",
            "运行 `sopcurric todo --role plant` 决定，或写 `<<原文|可教学的说法>>`，或写 `level: public`",
        ),
        "en": (
            "classified, and nobody has decided what is taught; it is left out",
            "decide with `sopcurric todo --role plant`, or write `<<raw|teachable>>`, or write `level: public`",
        ),
    },
    variants={
        "zh": {"element": "整条不教：运行 `sopcurric todo --role plant` 决定，或在文字中写 `<<原文|可教学的说法>>`"},
        "en": {
            "element": "all of it is left out: decide with `sopcurric todo --role plant`, or write `<<raw|teachable>>`"
        },
    },
)
