"""LEF115 一句话列得太长

含义：一个单元格或一条清单里列了十几项，或超过 300 字，学生看不完，也没法逐项打钩。

例：“检查油位；检查油压；……”一步里列了 13 项检查。

改法：分成几个步骤，或改成分步骤（`steps`）逐项写。

依据：通行做法：教材编写规范。

----

LEF115 A line that lists too much

Meaning: a cell or item lists a dozen things or more, or has more than 300 characters; nobody can tick that off.

Example: a step with 13 checks in one line.

Cure: part it into several steps, or write the items as `steps` below it.

Source: common practice: rules of writing for textbooks.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("long"):
        yield finding("LEF115", Severity.INFO, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="LEF115",
    name="long-line",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "活页 `{leaf}` 上有一句列得太长：`{words}`（共 `{count}` 张活页）",
            "分成几步，或写成分步骤",
        ),
        "en": (
            "a line of leaf `{leaf}` lists too much: `{words}` (on `{count}` leaves)",
            "part it into several steps, or into steps below it",
        ),
    },
    check=_check,
    printed=True,
)
