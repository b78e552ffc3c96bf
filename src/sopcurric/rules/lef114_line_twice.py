"""LEF114 清单中同一句话出现两次

含义：同一张清单、同一组目标里有两条完全相同的话，多半是复制时忘了改。

例：前提条件中“开车票已签字”写了两次。

改法：删去重复的一条；确实要做两次的，写明两次各在什么时候。

依据：通行做法：教材编写规范。

----

LEF114 The same line twice in a list

Meaning: two items of one list or of one group of objectives are the same; mostly one was copied and never changed.

Example: the condition “start-up permit signed” stands there twice.

Cure: delete one of them; where it is to be done twice, say when.

Source: common practice: rules of writing for textbooks.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("twice"):
        yield finding("LEF114", Severity.INFO, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="LEF114",
    name="line-twice",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "活页 `{leaf}` 的清单中“`{words}`”出现两次（共 `{count}` 张活页）",
            "删去重复的一条，或写明两条的区别",
        ),
        "en": (
            "`{words}` stands twice in a list of leaf `{leaf}` (on `{count}` leaves)",
            "delete one of them, or say how they differ",
        ),
    },
    check=_check,
    printed=True,
)
