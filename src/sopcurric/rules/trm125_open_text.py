"""TRM125 活页上有待补的内容

含义：“TBD”“待定”“略”“见附件”不是步骤也不是标准，印到活页上学生无从做起。

例：步骤写成“TBD”。

改法：写上内容；整个程序还没有编好的，在程序下写 `stub`，活页上会提醒教学前补齐。

依据：通行做法：语句通顺，没有错字、漏字和衍字。

----

TRM125 Something on a leaf is still to be written

Meaning: “TBD”, “see annex” or “omitted” is neither a step nor a standard; nobody can work by that.

Example: a step that is “TBD”.

Cure: write it; where the whole procedure is not ready, write `stub`, and the leaf says so.

Source: common practice: no misprints, no words too many.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("open"):
        yield finding("TRM125", Severity.WARNING, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="TRM125",
    name="open-text",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "活页 `{leaf}` 上有待补的内容：`{words}`（共 `{count}` 张活页）",
            "写上内容；整个程序没有编好的，在程序下写 `stub`",
        ),
        "en": (
            "something on leaf `{leaf}` is still to be written: `{words}` (on `{count}` leaves)",
            "write it; where the whole procedure is not ready, write `stub`",
        ),
    },
    check=_check,
    printed=True,
)
