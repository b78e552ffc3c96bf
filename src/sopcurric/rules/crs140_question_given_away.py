"""CRS140 同一份试卷里的题目互相提示答案

含义：一份试卷里，一道题的题干或选项说出了另一道题要问的内容，或者两道题问的是同一件事。试卷由程序组成，
出现这条说明程序有误。

例：第 3 题问溶出温度的控制范围，第 12 题的题干写着“溶出温度控制在 260–280 ℃”。

改法：把出现问题的项目文件反馈给维护者；在改正以前换一个 `seed` 重新组卷，或去掉其中一题。

依据：通行做法：同一份试卷内的试题相互独立，不互相提示。

----

CRS140 A question of a paper gives another one away

Meaning: in one paper, a question tells what another one asks for, or both ask for the same. Papers are assembled, so
this is a bug of ours.

Example: question 3 asks for the range of the digestion temperature, and question 12 says “keep the digestion
temperature at 260–280 ℃”.

Cure: report it with the files of the project; until it is mended, use another `seed`, or leave one of them out.

Source: the questions of a paper are independent of each other.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.examining.giving_away import pairs_apart
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    language = compilation.inputs.settings.language
    for paper in compilation.papers:
        own = [compilation.bank_questions[one] for one in paper.questions]
        for one, other in pairs_apart(own, language):
            subject = compilation.bank_questions[one].derived_from[0]
            yield finding(
                "CRS140", subject=subject, course=paper.course, variant_of=paper.variant, one=one, other=other
            )


RULE = Rule(
    code="CRS140",
    name="question-given-away",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{course}` 的 {variant_of} 卷中，题目 `{one}` 和 `{other}` 互相提示答案",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "in paper {variant_of} of `{course}`, `{one}` and `{other}` give each other away",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
    printed=True,
)
