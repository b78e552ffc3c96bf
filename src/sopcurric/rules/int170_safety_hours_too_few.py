"""INT170 三级安全培训学时不足

含义：`safety_training` 中厂、车间、班组三级学时的合计，不得少于规定的新上岗人员安全培训学时；只写了一部分的，其余
按数值方案的通行分配计算。

例：金属冶炼企业写了厂级 16、车间级 24、班组级 24 学时，合计 64 学时，规定不少于 72 学时。

改法：增加学时；行业写错的，改 `industry`。

依据：《生产经营单位安全培训规定》第十三条；数值方案的 `safety-initial-smelting-hours`、`safety-initial-hours`。

----

INT170 Too few hours of safety training before work

Meaning: hours by plant, workshop and team in `safety_training` sum to at least what is prescribed for new staff;
levels that are not typed count as usually split.

Example: 16 + 24 + 24 hours in smelting, where 72 are prescribed.

Cure: add hours, or correct `industry`.

Source: rules on safety training of production units, article 13; `safety-initial-smelting-hours` and
`safety-initial-hours` of the profile.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of
from sopcurric.model.safety_hours import new_hire
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        if programme.safety_training is None:
            continue
        duty = new_hire(compilation.inputs.profile, programme.safety_training)
        number = compilation.inputs.profile.numbers.get(duty.number)
        if number and duty.hours < duty.least:
            yield finding(
                "INT170",
                severity_of(number),
                subject=f"@safety-training/{programme.id}",
                parts=" + ".join(str(one.hours) for one in duty.parts),
                hours=duty.hours,
                required=duty.least,
                **cited(number, compilation),
            )


RULE = Rule(
    code="INT170",
    name="safety-hours-too-few",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "三级安全培训 {parts} = `{hours}` 学时，少于规定的 `{required}` 学时（{basis}，{modality}）",
            "增加学时，或改正 `industry`",
        ),
        "en": (
            "safety training takes {parts} = `{hours}` h, `{required}` are prescribed ({basis}; {modality})",
            "add hours, or correct `industry`",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
