"""LEF116 只有标签没有内容

含义：一条内容以冒号结束，冒号后面什么都没有。

例：前提条件写成“开始前确认：”。

改法：把冒号后面的内容写上，或删去这一条。

依据：通行做法：教材编写规范。

----

LEF116 A label without content

Meaning: an item ends with a colon, and nothing follows.

Example: the condition “Confirm before you begin:”.

Cure: write what follows the colon, or delete the item.

Source: common practice: rules of writing for textbooks.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("label"):
        yield finding("LEF116", Severity.INFO, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="LEF116",
    name="label-without-content",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "活页 `{leaf}` 上“`{words}`”后面没有内容（共 `{count}` 张活页）",
            "写上冒号后面的内容，或删去这一条",
        ),
        "en": (
            "nothing follows `{words}` on leaf `{leaf}` (on `{count}` leaves)",
            "write what follows the colon, or delete the item",
        ),
    },
    check=_check,
    printed=True,
)
