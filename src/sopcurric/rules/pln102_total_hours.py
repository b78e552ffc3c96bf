"""PLN102 总学时不足

含义：总学时包括课程、整周实践和岗位实习折算的学时，不得少于规则集中的数值（三年制高职 2500 学时）。

例：课程和实习合计 2450 学时。

改法：增加课程，或增加整周实践的周数和每周折算学时，至少补足所缺的学时。

依据：教职成〔2019〕13号，三年制高职总学时不低于 2500。数值写在规则集的 `total-hours`。

----

PLN102 Too few hours in all

Meaning: the total counts courses, whole weeks of practice and the internship; it must not be below the number
of the profile (2500 for three years of higher vocational education).

Example: courses and internship sum to 2450 hours.

Cure: add courses, or weeks of practice and hours for each, at least as many hours as are missing.

Source: MOE 2019 No. 13. The number stands in the profile as `total-hours`.
"""

from collections.abc import Iterable
from math import ceil

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, written_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("total-hours")
    if number is None:
        return
    for address, _, plan in written_plans(compilation):
        hours = sum(course.hours for course in plan.courses)
        if hours < number.value:
            yield finding(
                "PLN102",
                severity_of(number),
                subject=address,
                hours=hours,
                required=f"{number.value:g}",
                missing=ceil(number.value - hours),
                **cited(number, compilation),
            )


RULE = Rule(
    code="PLN102",
    name="total-hours",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "总学时 `{hours}`，低于 `{required}`（{basis}，{modality}）",
            "增加课程或整周实践，至少再加 {missing} 学时",
        ),
        "en": (
            "the total is `{hours}` hours, below `{required}` ({basis}; {modality})",
            "add courses or weeks of practice, at least {missing} h",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
