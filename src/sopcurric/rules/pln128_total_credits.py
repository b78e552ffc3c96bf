"""PLN128 总学分不同于一般

含义：各门课程学分之和应在一般范围内：三年制高职 140—155，中职不少于 170（2013 年前后的标准）。

例：各门课程学分合计 120。

改法：核对课程的学时和学分；方案确需如此的，在论证材料中说明。

依据：院校通行做法。数值写在数值方案的 `total-credits-min` 和 `total-credits-max`。

----

PLN128 An unusual number of credits

Meaning: credits of all courses together lie in the usual range: 140 to 155 in three years of higher vocational
education, at least 170 in secondary education (standards of about 2013).

Example: courses sum to 120 credits.

Cure: check hours and credits of the courses; where it must be so, say why to the board.

Source: common practice of colleges. The numbers stand in the profile as `total-credits-min` and
`total-credits-max`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, written_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    numbers = compilation.inputs.profile.numbers
    least, most = numbers.get("total-credits-min"), numbers.get("total-credits-max")
    for address, _, plan in written_plans(compilation):
        credit = sum(one.credits for one in plan.courses)
        broken = least if least and credit < least.value else most if most and credit > most.value else None
        if broken:
            ends = (f"≥ {least.value:g}" if least else "", f"≤ {most.value:g}" if most else "")
            yield finding(
                "PLN128",
                severity_of(broken),
                subject=address,
                credits=f"{credit:g}",
                range=", ".join(filter(None, ends)),
                **cited(broken, compilation),
            )


RULE = Rule(
    code="PLN128",
    name="total-credits",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "总学分 `{credits}`（各门课程学分之和），一般为 `{range}`（{basis}，{modality}）",
            "核对课程的学时和学分，使合计为 {range}",
        ),
        "en": (
            "all courses sum to `{credits}` credits, usually `{range}` ({basis}; {modality})",
            "check hours and credits of courses, so that they sum to {range}",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
