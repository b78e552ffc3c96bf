"""TRM129 中文活页上整句是外文

含义：整句外文多半是从设备说明书照抄的，学生看不懂，考核也没法按它评分。设备代号、缩写不在此列。

例：“check the valve before start”写成一步。

改法：译成中文；需要保留原文的写进 `notes`。

依据：通行做法：语句通顺，没有错字、漏字和衍字。

----

TRM129 A whole sentence in another language on a Chinese leaf

Meaning: mostly copied from a manual; learners cannot read it and nobody can be graded by it. Codes and
abbreviations do not count.

Example: “check the valve before start” as a step.

Cure: translate it; what must stay as it is belongs into `notes`.

Source: common practice: no misprints, no words too many.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("foreign"):
        yield finding("TRM129", Severity.INFO, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="TRM129",
    name="foreign-words",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "活页 `{leaf}` 上整句是外文：`{words}`（共 `{count}` 张活页）",
            "译成中文",
        ),
        "en": (
            "a whole sentence of leaf `{leaf}` is in another language: `{words}` (on `{count}` leaves)",
            "translate it",
        ),
    },
    check=_check,
    printed=True,
)
