"""PLN194 学分置换没有写上限

含义：`substitution` 写了规则，没有写 `most_credits` 或 `most_share`。

例：列了三条规则，没有上限。

改法：按学校办法写上 `most_credits` 或 `most_share`。

依据：学分认定、积累与转换办法的通行内容；没有全国统一上限。

----

PLN194 Credits are replaced without a limit

Meaning: `substitution` has rules and neither `most_credits` nor `most_share`.

Example: three rules and no limit.

Cure: write the limit of the college.

Source: what rules of colleges usually contain; there is no national limit.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.substitution import substitutions
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for view in substitutions(compilation):
        if view.rules.rules and not view.limits:
            yield finding("PLN194", Severity.WARNING, subject=f"@programme/{view.programme.id}")


RULE = Rule(
    code="PLN194",
    name="substitution-without-limit",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "学分置换没有写上限",
            "写上 `most_credits` 或 `most_share`",
        ),
        "en": (
            "credits are replaced without a limit",
            "write `most_credits` or `most_share`",
        ),
    },
    check=_check,
)
