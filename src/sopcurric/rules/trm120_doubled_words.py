"""TRM120 多写了重复的字词或标点

含义：同一个词、助词或标点连写了两次，多半是打字或拼接时多出来的。

例：“应应检查油位”“上锁挂牌上锁挂牌”“排气。。”。

改法：删去多余的一个。

依据：通行做法：语句通顺，没有错字、漏字和衍字。

----

TRM120 Words or marks written twice

Meaning: a word, a particle or a mark stands there twice in a row.

Example: “检查检查”, or two full stops.

Cure: delete one of them.

Source: common practice: no misprints, no words too many.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("doubled"):
        yield finding("TRM120", Severity.INFO, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="TRM120",
    name="doubled-words",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "活页 `{leaf}` 上有重复的字词：`{words}`（共 `{count}` 张活页）",
            "删去多余的一个",
        ),
        "en": (
            "something stands twice in a row on leaf `{leaf}`: `{words}` (on `{count}` leaves)",
            "delete one of them",
        ),
    },
    check=_check,
    printed=True,
)
