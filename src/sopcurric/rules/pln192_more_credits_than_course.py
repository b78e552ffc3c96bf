"""PLN192 置换学分多于课程学分

含义：一条规则置换的学分不能多于所置换课程的学分。

例：课程 4 学分，规则置换 5 学分。

改法：减少 `credits`，或分到几门课程。

依据：学分换算：置换以课程学分为限。

----

PLN192 More credits replaced than the course has

Meaning: a rule cannot replace more credits than the course has.

Example: 5 credits of a course of 4.

Cure: lower `credits`, or spread them over several courses.

Source: arithmetic.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.substitution import substitutions
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for view in substitutions(compilation):
        for one in view.rules.rules:
            if one.course in view.courses and one.credits > view.credits_of(one.course):
                yield finding(
                    "PLN192",
                    subject=f"@programme/{view.programme.id}/{one.id}",
                    credits=f"{one.credits:g}",
                    course=one.course,
                    has=f"{view.credits_of(one.course):g}",
                )


RULE = Rule(
    code="PLN192",
    name="more-credits-than-course",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "置换 `{credits}` 学分，课程 `{course}` 只有 `{has}` 学分",
            "减少 `credits`",
        ),
        "en": (
            "`{credits}` credits of the course `{course}` are replaced, which has `{has}`",
            "lower `credits`",
        ),
    },
    check=_check,
)
