"""INT181 学徒班人数超过规定

含义：学徒班的人数超过数值方案的 `new-apprentices-per-class`。

例：一班 45 人，本市规定不超过 40 人。

改法：分成两个班，一班一方案。

依据：各省市企业新型学徒制实施细则；只在数值方案写了这个数值时检查（如 `tianjin-new-apprenticeship`）。

----

INT181 A class of apprentices is too large

Meaning: a class has more apprentices than `new-apprentices-per-class` of the profile.

Example: 45 in a class, where the city allows 40.

Cure: make two classes with a plan each.

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
    number = numbers.get("new-apprentices-per-class")
    if number is None:
        return
    for programme in compilation.inputs.programmes:
        for one in programme.new_apprenticeship:
            if one.apprentices > number.value:
                yield finding(
                    "INT181",
                    severity_of(number),
                    subject=f"@programme/{programme.id}/{one.id}",
                    apprentices=one.apprentices,
                    most=f"{number.value:g}",
                    **cited(number, compilation),
                )


RULE = Rule(
    code="INT181",
    name="apprentice-class-too-large",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "学徒班 `{apprentices}` 人，规定不超过 `{most}` 人（{basis}，{modality}）",
            "分班",
        ),
        "en": (
            "`{apprentices}` apprentices in a class, `{most}` are allowed ({basis}; {modality})",
            "make two classes",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
