"""PLN195 置换规则已过期

含义：`valid_until` 早于项目的 `as_of`，这条规则不能再用。

例：编制日期 2026-09-01，规则有效期到 2025-07-31。

改法：延长有效期，或删去规则。

依据：学习成果认定的有效期。

----

PLN195 A rule has expired

Meaning: `valid_until` lies before `as_of` of the project.

Example: `as_of` is 2026-09-01, the rule was valid until 2025-07-31.

Cure: extend it, or leave the rule out.

Source: achievements are accepted for a time.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.substitution import substitutions
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    today = compilation.inputs.settings.as_of
    for view in substitutions(compilation):
        for one in view.rules.rules:
            if one.valid_until and one.valid_until < today:
                yield finding(
                    "PLN195",
                    Severity.WARNING,
                    subject=f"@programme/{view.programme.id}/{one.id}",
                    until=one.valid_until,
                    today=today,
                )


RULE = Rule(
    code="PLN195",
    name="substitution-expired",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "置换规则有效期到 `{until}`，编制日期为 `{today}`",
            "延长有效期，或删去规则",
        ),
        "en": (
            "the rule was valid until `{until}`, `as_of` is `{today}`",
            "extend it, or leave the rule out",
        ),
    },
    check=_check,
)
