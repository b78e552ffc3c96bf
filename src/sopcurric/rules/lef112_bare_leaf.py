"""LEF112 活页上只有空格

含义：除了标题、签字栏和待填的空格，活页上什么也没说。没有内容可讲的页不应编入教材。

例：“知识链接”页上只有一张空白的笔记表。

改法：出现这条多半是程序有误：把项目文件反馈给维护者；由教师改写造成的，把内容补齐或隐去这一部分。

依据：通行做法：教材编写规范。

----

LEF112 A leaf with nothing but blanks

Meaning: beside titles, signatures and places to write, the leaf says nothing. Such a leaf does not belong into the
book.

Example: a knowledge leaf with nothing but an empty table for notes.

Cure: mostly a bug of ours: report it with the files of the project; where a teacher typed it, complete it or hide
that part.

Source: common practice: rules of writing for textbooks.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("bare"):
        yield finding("LEF112", Severity.WARNING, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="LEF112",
    name="bare-leaf",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "活页 `{leaf}`“`{words}`”上没有内容",
            "这多半是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "leaf `{leaf}` (`{words}`) says nothing",
            "mostly a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
    printed=True,
)
