"""INT180 每名企业导师带徒人数超过规定

含义：学徒班的学徒人数除以企业导师人数（向上取整），超过数值方案的 `new-apprentices-per-mentor`。

例：学徒 20 人，企业导师 2 人，平均每人 10 人，本市规定不超过 8 人。

改法：增加企业导师，或分班。

依据：各省市企业新型学徒制实施细则；只在数值方案写了这个数值时检查（如 `tianjin-new-apprenticeship`）。

----

INT180 Too many apprentices for each mentor

Meaning: apprentices of a class over its mentors (rounded up) are more than `new-apprentices-per-mentor` of the
profile.

Example: 20 apprentices and 2 mentors make 10 each, where the city allows 8.

Cure: add mentors, or make two classes.

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
    number = numbers.get("new-apprentices-per-mentor")
    if number is None:
        return
    for programme in compilation.inputs.programmes:
        for one in programme.new_apprenticeship:
            each = -(-one.apprentices // len(one.mentors))
            if each > number.value:
                yield finding(
                    "INT180",
                    severity_of(number),
                    subject=f"@programme/{programme.id}/{one.id}",
                    apprentices=one.apprentices,
                    mentors=len(one.mentors),
                    each=each,
                    most=f"{number.value:g}",
                    **cited(number, compilation),
                )


RULE = Rule(
    code="INT180",
    name="too-many-apprentices-per-mentor",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "每名企业导师带徒 {apprentices} ÷ {mentors} = `{each}` 人，规定不超过 `{most}` 人（{basis}，{modality}）",
            "增加企业导师，或分班",
        ),
        "en": (
            "{apprentices} ÷ {mentors} = `{each}` apprentices per mentor, `{most}` at most ({basis}; {modality})",
            "add mentors, or make two classes",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
