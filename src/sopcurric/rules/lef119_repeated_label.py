"""LEF119 冒号前后说的是同一句话

含义：一行字只是把标签再说一遍，等于没有内容。

例：危险源“碱矿浆喷溅”的管控措施写成“碱矿浆喷溅”，印出来就是“碱矿浆喷溅：碱矿浆喷溅”。

改法：写上真正的内容：措施、标准、报警值。

依据：通行做法：教材编写规范。

----

LEF119 The same words before and behind a colon

Meaning: a line only says its label again.

Example: the control of the hazard “splashing slurry” is “splashing slurry”.

Cure: write what is really meant: the control, the standard, the limit.

Source: common practice: rules of writing for textbooks.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("repeats"):
        yield finding("LEF119", Severity.INFO, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="LEF119",
    name="repeated-label",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "活页 `{leaf}` 上有一行只重复了标签：`{words}`（共 `{count}` 张活页）",
            "写上真正的内容",
        ),
        "en": (
            "a line of leaf `{leaf}` only repeats its label: `{words}` (on `{count}` leaves)",
            "write what is really meant",
        ),
    },
    check=_check,
    printed=True,
)
