"""PLN127 整周课程的学分与周数不符

含义：军训、社会实践、入学教育、毕业教育等整周进行的课程，一般以 1 周为 1 学分。

例：整周 2 周的军事技能训练写了 `credits: 1`。

改法：改正 `credits`，或删去 `credits` 由周数折算。

依据：2013 年前后的中职教学标准写明；高职凭记忆，未核对原文。数值写在数值方案的 `credits-per-week`。

----

PLN127 Credits of a course of whole weeks

Meaning: military training, social practice and the like make one credit a week.

Example: two weeks of military training with `credits: 1`.

Cure: correct `credits`, or remove it, so that it follows from the weeks.

Source: written in secondary standards of about 2013; for higher vocational education recalled, not verified.
The number stands in the profile as `credits-per-week`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, written_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("credits-per-week")
    if number is None:
        return
    for _, _, plan in written_plans(compilation):
        for course in plan.courses:
            if course.weeks and course.credits != course.weeks * number.value:
                yield finding(
                    "PLN127",
                    severity_of(number),
                    subject=course.derived_from[0],
                    course=course.code,
                    weeks=course.weeks,
                    per_week=f"{number.value:g}",
                    usual=f"{course.weeks * number.value:g}",
                    credits=f"{course.credits:g}",
                    **cited(number, compilation),
                )


RULE = Rule(
    code="PLN127",
    name="credits-of-weeks",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "课程 `{course}` `{weeks}` 周 × `{per_week}` = `{usual}` 学分，写的是 `{credits}`（{basis}，{modality}）",
            "改成 `credits: {usual}`，或删去 `credits`",
        ),
        "en": (
            (
                "the course `{course}`: `{weeks}` weeks × `{per_week}` = `{usual}` credits, not "
                "`{credits}` ({basis}; {modality})"
            ),
            "write `credits: {usual}`, or remove `credits`",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
