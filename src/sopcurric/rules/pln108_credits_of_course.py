"""PLN108 课程学分与学时不符

含义：16—18 学时计 1 学分，所以学分应在 学时÷18 与 学时÷16 之间，两头都取到 0.5。
整周进行的课程（写了 `weeks`）一周一学分，不在此列。

例：64 学时写成 3 学分；应为 3.5—4 学分。

改法：改正 `credits`，或删去 `credits` 由程序计算。

依据：教职成〔2019〕13号。数值写在规则集的 `hours-per-credit-min` 和
`hours-per-credit-max`。

----

PLN108 Credits that do not fit the hours

Meaning: 16 to 18 hours make a credit, so credits lie between hours÷18 and hours÷16, both rounded to 0.5.
Courses of whole weeks (with `weeks`) have a credit a week and are not checked.

Example: 3 credits for 64 hours, which should be 3.5 to 4.

Cure: correct `credits`, or remove them and have them computed.

Source: MOE 2019 No. 13. The numbers stand in the profile as
`hours-per-credit-min` and `hours-per-credit-max`.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import floor

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, written_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    numbers = compilation.inputs.profile.numbers
    least, most = numbers.get("hours-per-credit-min"), numbers.get("hours-per-credit-max")
    if least is None or most is None:
        return
    for _, _, plan in written_plans(compilation):
        for course in plan.courses:
            low, high = _credits(course.hours, most.value), _credits(course.hours, least.value)
            if not course.weeks and course.hours and not low <= course.credits <= high:
                yield finding(
                    "PLN108",
                    severity_of(least),
                    subject=course.derived_from[0],
                    course=course.code,
                    hours=course.hours,
                    credits=f"{course.credits:g}",
                    low=f"{float(low):g}",
                    high=f"{float(high):g}",
                    **cited(least, compilation),
                )


def _credits(hours: int, per_credit: float) -> Fraction:
    """Hours in credits, rounded to halves, but never none."""
    halves = floor(Fraction(hours) / Fraction(str(per_credit)) * 2 + Fraction(1, 2))
    return Fraction(max(halves, 1), 2)


RULE = Rule(
    code="PLN108",
    name="credits-of-course",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "课程 `{course}` 有 `{hours}` 学时，计 `{credits}` 学分，应为 `{low}`–`{high}`（{basis}，{modality}）",
            "把 `credits` 改成 {low}–{high} 之间的数，或删去 `credits`",
        ),
        "en": (
            (
                "the course `{course}` has `{credits}` credits for `{hours}` hours, which should be `{low}`–`{high}` "
                "({basis}; {modality})"
            ),
            "write `credits` between {low} and {high}, or remove `credits`",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
