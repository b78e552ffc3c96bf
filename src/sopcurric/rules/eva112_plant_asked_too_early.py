"""EVA112 企业满意度收集得太早

含义：企业对培训的满意度要看学员回到岗位后的表现，应在培训结束至少 30 天后收集。

例：`{party: company, layer: satisfaction, …}` 没有写 `days_after`，或写 7。

改法：把 `days_after` 改成 30 以上，如 30、60、90。

依据：培训评估的通行做法：行为改变在培训后 1～3 个月测量。

----

EVA112 The plant is asked too early

Meaning: how content the plant is depends on the work after the training, so it is asked at least 30 days later.

Example: `{party: company, layer: satisfaction, …}` without `days_after`, or with 7.

Cure: give `days_after` of 30 or more, such as 30, 60 or 90.

Source: common practice of training evaluation: behaviour is measured 1 to 3 months later.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

_DAYS = 30


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        for place, one in enumerate(programme.evaluation.layers if programme.evaluation else ()):
            of_plant = one.party == "company" and one.layer == "satisfaction" and one.instrument
            if of_plant and one.days_after < _DAYS:
                yield finding(
                    "EVA112",
                    Severity.WARNING,
                    subject=f"@evaluation/{programme.id}",
                    part=("layers", place),
                    days=one.days_after,
                    least=_DAYS,
                )


RULE = Rule(
    code="EVA112",
    name="plant-asked-too-early",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "企业满意度在培训结束 {days} 天后收集，应在 {least} 天以后",
            "把 `days_after` 改成 {least} 以上",
        ),
        "en": (
            "the plant is asked {days} days after the training, should be {least} or more",
            "give `days_after` of {least} or more",
        ),
    },
    check=_check,
)
