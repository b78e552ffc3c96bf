"""LEF118 一段话没有结束

含义：成段的文字没有句号，读的人不知道后面是不是漏了内容。

例：原理中写“温度升高，溶出速度提高，赤泥沉降变慢”，没有句号。

改法：写完整，并加上句号。

依据：通行做法：标点符号用法。

----

LEF118 A paragraph without an end

Meaning: a paragraph has no full stop, so a reader wonders what is missing.

Example: a principle that stops in the middle of a sentence.

Cure: complete it, and end it with a full stop.

Source: common practice: punctuation.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("unended"):
        yield finding("LEF118", Severity.INFO, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="LEF118",
    name="unended-sentence",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "活页 `{leaf}` 上有一段话没有句号：…`{words}`（共 `{count}` 张活页）",
            "写完整，加上句号",
        ),
        "en": (
            "a paragraph of leaf `{leaf}` has no full stop: …`{words}` (on `{count}` leaves)",
            "complete it, and end it with a full stop",
        ),
    },
    check=_check,
    printed=True,
)
