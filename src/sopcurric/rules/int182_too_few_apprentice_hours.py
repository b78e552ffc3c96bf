"""INT182 学徒班每年课时不足

含义：学徒班每年的总课时少于数值方案的 `new-apprentice-hours`。

例：每年 480 课时，本市规定不少于 600 课时。

改法：增加课时。

依据：各省市企业新型学徒制实施细则；只在数值方案写了这个数值时检查（如 `tianjin-new-apprenticeship`）。

----

INT182 Too few hours a year in a class of apprentices

Meaning: the hours of a year are less than `new-apprentice-hours` of the profile.

Example: 480 hours a year, where the city asks for 600.

Cure: add hours.

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
    number = numbers.get("new-apprentice-hours")
    if number is None:
        return
    for programme in compilation.inputs.programmes:
        for one in programme.new_apprenticeship:
            if one.hours.total < number.value:
                yield finding(
                    "INT182",
                    severity_of(number),
                    subject=f"@programme/{programme.id}/{one.id}",
                    hours=one.hours.total,
                    least=f"{number.value:g}",
                    **cited(number, compilation),
                )


RULE = Rule(
    code="INT182",
    name="too-few-apprentice-hours",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "每年 `{hours}` 课时，规定不少于 `{least}` 课时（{basis}，{modality}）",
            "增加课时",
        ),
        "en": (
            "`{hours}` hours a year, `{least}` are asked for ({basis}; {modality})",
            "add hours",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
