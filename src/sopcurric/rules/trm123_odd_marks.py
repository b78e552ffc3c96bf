"""TRM123 标点搭配不当

含义：两个标点连在一起、括号和引号不成对、一行以顿号或逗号结束，读的人不知道是不是漏了字。

例：“打开进口阀，。”“检查油位（视镜”。

改法：删去多余的标点，把括号和引号补成对。

依据：GB/T 15834《标点符号用法》（推荐性，按通行做法提示）。

----

TRM123 Marks that do not go together

Meaning: two marks in a row, brackets or quotation marks without their partners, a line that ends with a comma: a
reader wonders what is missing.

Example: “检查油位（视镜”.

Cure: delete the mark that is too many; close brackets and quotation marks.

Source: GB/T 15834 (recommended), told as common practice.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("odd"):
        yield finding("TRM123", Severity.INFO, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="TRM123",
    name="odd-marks",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "活页 `{leaf}` 上标点不当：`{words}`（共 `{count}` 张活页）",
            "删去多余的标点，补齐成对的括号和引号",
        ),
        "en": (
            "the marks do not go together on leaf `{leaf}`: `{words}` (on `{count}` leaves)",
            "delete the mark that is too many; close brackets and quotation marks",
        ),
    },
    check=_check,
    printed=True,
)
