"""TRM127 步骤里带着自己的序号

含义：步骤的序号由程序编排。原文里的“1、”“（2）”印出来就成了两个序号，增删步骤后还会对不上。

例：“1、关闭放空阀”。

改法：删去步骤前面的序号。

依据：通行做法：语句通顺，没有错字、漏字和衍字。

----

TRM127 A step with a number of its own

Meaning: numbers of steps are set by the program. One in the text is a second number, and wrong as soon as a step is
added.

Example: “1、关闭放空阀”.

Cure: delete the number before the step.

Source: common practice: no misprints, no words too many.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("numbered"):
        yield finding("TRM127", Severity.INFO, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="TRM127",
    name="number-in-step",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "活页 `{leaf}` 的步骤自带序号：`{words}`",
            "删去步骤前面的序号",
        ),
        "en": (
            "a step of leaf `{leaf}` has a number of its own: `{words}`",
            "delete the number before the step",
        ),
    },
    check=_check,
    printed=True,
)
