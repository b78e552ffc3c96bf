"""INT187 培养期限超过规定

含义：企业新型学徒制培养期限一般 1–2 年，特殊情况可延长到 3 年；学徒班的 `years` 更长。

例：培养期限写 4 年。

改法：缩短期限，或分阶段开班。

依据：人社部等五部门 2021 年指导意见（按公开报道核对；“一般”，因此只作警告）。

----

INT187 Apprenticeship is too long

Meaning: 1 to 2 years are usual, 3 at most; `years` of a class is more.

Example: 4 years.

Cure: shorten it, or make several classes one after the other.

Source: guideline of five ministries, 2021 (checked against public reports; what is usual, a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    numbers = compilation.inputs.profile.numbers
    number = numbers.get("new-apprentice-years")
    if number is None:
        return
    for programme in compilation.inputs.programmes:
        for one in programme.new_apprenticeship:
            if one.years > number.value:
                yield finding(
                    "INT187",
                    severity_of(number),
                    subject=f"@programme/{programme.id}/{one.id}",
                    years=f"{one.years:g}",
                    most=f"{number.value:g}",
                    **cited(number, compilation),
                )


RULE = Rule(
    code="INT187",
    name="apprenticeship-too-long",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "培养期限 `{years}` 年，最长 `{most}` 年（{basis}，{modality}）",
            "缩短期限",
        ),
        "en": (
            "`{years}` years, `{most}` at most ({basis}; {modality})",
            "shorten it",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
