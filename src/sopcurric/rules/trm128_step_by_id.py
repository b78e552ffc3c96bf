"""TRM128 用内部编号指步骤

含义：活页上的步骤按次序编号（1、2、3……）。原文里的“从 S3 起重新吹扫”印出来，学生找不到 S3。

例：“未点着时从 S1 起重新吹扫”。

改法：写明是哪一步，如“从吹扫炉膛起重做”，或写链接 `[[DIG/P1/S1|吹扫炉膛]]`。

依据：通行做法：语句通顺，没有错字、漏字和衍字。

----

TRM128 A step called by its id

Meaning: on leaves steps are numbered 1, 2, 3. “Begin again from S3” sends the reader to a step that is not there
under that name.

Example: “从 S1 起重新吹扫”.

Cure: name the deed, or write a link: `[[DIG/P1/S1|purge the furnace]]`.

Source: common practice: no misprints, no words too many.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("step-id"):
        yield finding("TRM128", Severity.INFO, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="TRM128",
    name="step-by-id",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "活页 `{leaf}` 上用内部编号指步骤：`{words}`（共 `{count}` 张活页）",
            "写明是哪一步，或写链接 `[[…]]`",
        ),
        "en": (
            "leaf `{leaf}` calls a step by its id: `{words}` (on `{count}` leaves)",
            "name the deed, or write a link `[[…]]`",
        ),
    },
    check=_check,
    printed=True,
)
