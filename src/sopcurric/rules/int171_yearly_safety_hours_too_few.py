"""INT171 每年安全再培训学时不足

含义：`safety_training` 的 `yearly` 不得少于规定的每年再培训学时。

例：金属冶炼企业写了每年 8 学时，规定不少于 20 学时。

改法：增加到规定的学时；不写 `yearly` 的，按规定学时计算。

依据：《生产经营单位安全培训规定》第十三条；数值方案的 `safety-refresher-smelting-hours`。

----

INT171 Too few hours of safety training a year

Meaning: `yearly` of `safety_training` is at least what is prescribed.

Example: 8 hours a year in smelting, where 20 are prescribed.

Cure: add hours; without `yearly` the prescribed hours count.

Source: rules on safety training of production units, article 13; `safety-refresher-smelting-hours` of the profile.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of
from sopcurric.model.safety_hours import yearly
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        if programme.safety_training is None:
            continue
        duty = yearly(compilation.inputs.profile, programme.safety_training)
        number = compilation.inputs.profile.numbers.get(duty.number)
        if number and duty.hours < duty.least:
            yield finding(
                "INT171",
                severity_of(number),
                subject=f"@safety-training/{programme.id}",
                hours=duty.hours,
                required=duty.least,
                **cited(number, compilation),
            )


RULE = Rule(
    code="INT171",
    name="yearly-safety-hours-too-few",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "每年安全再培训 `{hours}` 学时，少于规定的 `{required}` 学时（{basis}，{modality}）",
            "增加到规定的学时",
        ),
        "en": (
            "`{hours}` h of safety training a year are less than the prescribed `{required}` ({basis}; {modality})",
            "add hours",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
