"""SOP040 一处差异没有写明做什么，或写了几样

含义：企业差异的每一条只做一件事：`set`（改取值）、`remove`（没有这一条）、`before`、`after`（在前、后加）、`add`
（加在末尾）。一样也没有，或写了两样，都不知道要做什么。

例：

    changes:
      - {at: P2/S3, why: 本厂用变频泵}

改法：只保留一样；要做几件事的，分成几条，按次序写。

依据：集团基准规程加企业差异的写法。

----

SOP040 A change that does nothing, or several things

Meaning: each change of a plant does one thing: `set` (other values), `remove` (does not exist here), `before` and
`after` (put in before or after), `add` (put in at the end). With none of them, or with two, nobody knows what to do.

Example (YAML):

    changes:
      - {at: P2/S3, why: this plant has a pump with a drive}

Cure: keep one; to do several things, write several changes in order.

Source: the form of a group's base SOP with changes of plants.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {"several": "只保留一样（{found}），其余分成另外几条"},
    "en": {"several": "keep one of {found}, and make further changes of the others"},
}

RULE = Rule(
    code="SOP040",
    name="change-without-one-verb",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "对 `{at}` 的差异应只写 `set`、`remove`、`before`、`after`、`add` 中的一样，现有：{found}",
            "写上要做的一件事，如 `set: {criterion: …}`",
        ),
        "en": (
            "the change of `{at}` should have one of `set`, `remove`, `before`, `after`, `add`; it has: {found}",
            "say the one thing to do, as in `set: {criterion: …}`",
        ),
    },
    variants=VARIANTS,
)
