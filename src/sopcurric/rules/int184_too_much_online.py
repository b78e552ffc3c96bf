"""INT184 线上课时占比超过规定

含义：线上课时占集中授课课时的比例，超过数值方案的 `new-apprentice-online-share`；按未四舍五入的分数比较。

例：集中授课 180 课时，线上 120 课时，占 66.7 %，本市规定不超过 50 %。

改法：减少线上课时。

依据：各省市企业新型学徒制实施细则；只在数值方案写了这个数值时检查（如 `tianjin-new-apprenticeship`）。

----

INT184 Too much is online

Meaning: hours online over hours in class are more than `new-apprentice-online-share` of the profile; fractions are
compared unrounded.

Example: 120 of 180 hours in class are online (66.7 %), where the city allows 50 %.

Cure: have less online.

Source: local rules on new apprenticeship; looked at only where a profile has the number (such as
`tianjin-new-apprenticeship`).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    numbers = compilation.inputs.profile.numbers
    number = numbers.get("new-apprentice-online-share")
    if number is None:
        return
    for programme in compilation.inputs.programmes:
        for one in programme.new_apprenticeship:
            together = one.hours.together
            share = f"{one.hours.online * 100 / together:.1f} %" if together else "—"
            if one.hours.online > number.exact * one.hours.together:
                yield finding(
                    "INT184",
                    severity_of(number),
                    subject=f"@programme/{programme.id}/{one.id}",
                    online=one.hours.online,
                    together=one.hours.together,
                    share=share,
                    most=f"{number.value * 100:g} %",
                    **cited(number, compilation),
                )


RULE = Rule(
    code="INT184",
    name="too-much-online",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "线上 {online} ÷ 集中授课 {together} = `{share}`，超过 `{most}`（{basis}，{modality}）",
            "减少线上课时",
        ),
        "en": (
            "{online} h online ÷ {together} h in class = `{share}`, more than `{most}` ({basis}; {modality})",
            "have less online",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
