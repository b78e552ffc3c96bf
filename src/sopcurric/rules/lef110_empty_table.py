"""LEF110 活页上的空表或空清单

含义：活页上的表格或清单没有一行内容，也没有留给填写的行，学生和教师不知道它要做什么。

例：“来源规程”表只有规程名称，其余各格都空着。

改法：出现这条多半是程序有误：把项目文件反馈给维护者；由教师改写造成的，把内容补齐或隐去这一部分。

依据：通行做法：教材编写规范。

----

LEF110 An empty table or list on a leaf

Meaning: a table or list on a leaf has no row of content and none to write in; nobody knows what it is for.

Example: the table of source procedures with nothing but a name.

Cure: mostly a bug of ours: report it with the files of the project; where a teacher typed it, complete it or hide
that part.

Source: common practice: rules of writing for textbooks.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("empty"):
        yield finding("LEF110", Severity.WARNING, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="LEF110",
    name="empty-table",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "活页 `{leaf}` 上的“`{words}`”是空的（共 `{count}` 张活页）",
            "这多半是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "`{words}` on leaf `{leaf}` is empty (on `{count}` leaves)",
            "mostly a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
    printed=True,
)
