"""CRS141 试卷的分值之和不是 100

含义：一份试卷各题的分值之和必须是 100。分值由程序折算，出现这条说明程序有误。

例：单项选择题 8 题各 4 分、多项选择题 3 题各 4 分，其余合计 52 分，共 96 分。

改法：把出现问题的项目文件反馈给维护者；在改正以前不要使用这份试卷。

依据：百分制：理论知识考试满分 100 分。

----

CRS141 A paper whose marks do not make 100

Meaning: the marks of the questions of a paper make 100. They are computed, so this is a bug of ours.

Example: 8 questions of 4 marks, 3 of 4, and others of 52 in all make 96.

Cure: report it with the files of the project; do not use the paper until it is mended.

Source: theory is marked out of 100.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.theory_paper import FULL_MARKS
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for paper in compilation.papers:
        if paper.marks != FULL_MARKS:
            subject = compilation.bank_questions[next(iter(paper.questions))].derived_from[0]
            yield finding("CRS141", subject=subject, course=paper.course, variant_of=paper.variant, sum=paper.marks)


RULE = Rule(
    code="CRS141",
    name="paper-not-100",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{course}` 的 {variant_of} 卷分值之和是 `{sum}`，应为 100",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the marks of paper {variant_of} of `{course}` make `{sum}`, not 100",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
    printed=True,
)
