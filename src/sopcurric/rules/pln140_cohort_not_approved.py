"""PLN140 方案不适用于本年级

含义：`approval.applies_to` 列出方案适用的年级，应包括方案自己的年级（`cohort`）。

例：

    cohort: 2027级
    approval:
      applies_to: [2026级]


改法：改正 `applies_to` 或 `cohort`；新年级应重新审定。

依据：61 号函：实施性方案按年级制订。

----

PLN140 A programme that does not hold for its cohort

Meaning: `approval.applies_to` lists the cohorts that the programme holds for, its own (`cohort`) among them.

Example (YAML):

    cohort: "2027"
    approval:
      applies_to: ["2026"]


Cure: correct `applies_to` or `cohort`; a new cohort needs an approval of its own.

Source: MOE 2019 letter No. 61: programmes are made by cohort.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, programme, _ in written_plans(compilation):
        cohorts = programme.approval.applies_to if programme.approval else ()
        if cohorts and programme.cohort not in cohorts:
            yield finding(
                "PLN140",
                Severity.WARNING,
                subject=f"@whole/{programme.id}",
                part=("approval", "applies_to"),
                cohort=programme.cohort,
                known=", ".join(cohorts),
            )


RULE = Rule(
    code="PLN140",
    name="cohort-not-approved",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "适用年级 `{known}` 中没有 `{cohort}`",
            "在 `applies_to` 中加上 {cohort}，或改正 `cohort`",
        ),
        "en": (
            "`{cohort}` is not among the cohorts `{known}`",
            "add {cohort} to `applies_to`, or correct `cohort`",
        ),
    },
    check=_check,
)
