"""PLN191 置换规则合计超过上限

含义：一名学生按全部规则（互斥组取最高一条，每门课程不超过其学分）最多可置换的学分，超过 `most_credits` 或
`most_share`。超过的部分不予置换，学生会误解。

例：规则合计 8 学分，上限 6 学分。

改法：减少规则、把可替代的规则放进同一 `group`，或调整上限。

依据：学校学分认定办法；没有全国统一上限，因此只作警告。

----

PLN191 Rules replace more credits than the limit

Meaning: by all rules together (of alternatives the best, of a course not more than it has) one student could have
more credits replaced than `most_credits` or `most_share`. Nothing beyond that is replaced, which misleads.

Example: rules for 8 credits, a limit of 6.

Cure: leave rules out, put alternatives into one `group`, or change the limit.

Source: rules of the college; there is no national limit, therefore a warning.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.substitution import substitutions
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for view in substitutions(compilation):
        for limit in view.limits:
            if view.at_most > limit.credits:
                yield finding(
                    "PLN191",
                    Severity.WARNING,
                    subject=f"@programme/{view.programme.id}",
                    credits=f"{view.at_most:g}",
                    limit=f"{limit.credits:g}",
                    typed=limit.typed,
                )


RULE = Rule(
    code="PLN191",
    name="more-replaced-than-limit",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "置换规则合计 `{credits}` 学分，超过上限 `{limit}` 学分（{typed}）",
            "减少规则，或把可替代的规则放进同一 `group`",
        ),
        "en": (
            "rules replace `{credits}` credits, more than the limit of `{limit}` ({typed})",
            "leave rules out, or put alternatives into one `group`",
        ),
    },
    check=_check,
)
