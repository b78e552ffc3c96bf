"""PLN119 修业年限不同于一般

含义：中职、高职一般 3 年，职业本科一般 4 年；五年一贯制、弹性学制等另有安排的在方案中说明。

例：高职方案 `years: 2.5`。

改法：改正 `years`；确有依据的写在 `basis` 中。

依据：61 号函第三部分“修业年限”。数值写在数值方案的 `years`。

----

PLN119 An unusual length of study

Meaning: three years are usual in secondary and higher vocational education, four for vocational bachelors;
programmes of five years and flexible ones say so.

Example: a higher vocational programme with `years: 2.5`.

Cure: correct `years`, or say in `basis` what it rests on.

Source: MOE 2019 letter No. 61, part 3. The number stands in the profile as `years`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, written_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("years")
    if number is None:
        return
    for _, programme, _ in written_plans(compilation):
        if programme.years != number.value and not programme.basis:
            yield finding(
                "PLN119",
                severity_of(number),
                subject=f"@whole/{programme.id}",
                part=("years",),
                years=f"{programme.years:g}",
                usual=f"{number.value:g}",
                **cited(number, compilation),
            )


RULE = Rule(
    code="PLN119",
    name="length-of-study",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "修业年限 `{years}` 年，一般为 `{usual}` 年（{basis}，{modality}）",
            "改正 `years`，或在 `basis` 中写明依据",
        ),
        "en": (
            "the length of study is `{years}` years, usually `{usual}` ({basis}; {modality})",
            "correct `years`, or say in `basis` what it rests on",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
