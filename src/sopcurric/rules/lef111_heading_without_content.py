"""LEF111 活页上有标题没有内容

含义：标题下面紧接着就是下一个标题，或者什么都没有。

例：“知识目标”下面没有一条目标。

改法：出现这条多半是程序有误：把项目文件反馈给维护者；由教师改写造成的，把内容补齐或隐去这一部分。

依据：通行做法：教材编写规范。

----

LEF111 A heading without content on a leaf

Meaning: a heading is followed by the next one, or by nothing.

Example: “Knowledge” with no objective below it.

Cure: mostly a bug of ours: report it with the files of the project; where a teacher typed it, complete it or hide
that part.

Source: common practice: rules of writing for textbooks.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("heading"):
        yield finding("LEF111", Severity.WARNING, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="LEF111",
    name="heading-without-content",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "活页 `{leaf}` 的标题“`{words}`”下面没有内容（共 `{count}` 张活页）",
            "这多半是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "there is nothing below the heading `{words}` of leaf `{leaf}` (on `{count}` leaves)",
            "mostly a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
    printed=True,
)
