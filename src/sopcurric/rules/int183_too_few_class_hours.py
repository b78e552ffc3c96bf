"""INT183 学徒班集中授课课时不足

含义：学徒班每年的集中授课课时少于数值方案的 `new-apprentice-class-hours`。

例：集中授课 100 课时，本市规定不少于 160 课时。

改法：增加集中授课。

依据：各省市企业新型学徒制实施细则；只在数值方案写了这个数值时检查（如 `tianjin-new-apprenticeship`）。

----

INT183 Too few hours in class

Meaning: hours in class are less than `new-apprentice-class-hours` of the profile.

Example: 100 hours in class, where the city asks for 160.

Cure: add hours in class.

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
    number = numbers.get("new-apprentice-class-hours")
    if number is None:
        return
    for programme in compilation.inputs.programmes:
        for one in programme.new_apprenticeship:
            if one.hours.together < number.value:
                yield finding(
                    "INT183",
                    severity_of(number),
                    subject=f"@programme/{programme.id}/{one.id}",
                    hours=one.hours.together,
                    least=f"{number.value:g}",
                    **cited(number, compilation),
                )


RULE = Rule(
    code="INT183",
    name="too-few-class-hours",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "集中授课 `{hours}` 课时，规定不少于 `{least}` 课时（{basis}，{modality}）",
            "增加集中授课",
        ),
        "en": (
            "`{hours}` hours in class, `{least}` are asked for ({basis}; {modality})",
            "add hours in class",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
