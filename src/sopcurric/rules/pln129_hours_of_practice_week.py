"""PLN129 实践周折算学时不同于一般

含义：整周进行的实践环节（实习、实训、毕业设计等）每周一般折算 24—30 学时；军事技能等公共基础课程另有规定，不检查。

例：

    segments:
      - {id: S2, title: 岗位实习, length: 1, unit: semester, site: plant, weeks: 18, hours_per_week: 40}


改法：改正 `hours_per_week`，或整周课程的 `practice_hours`。

依据：院校通行做法。数值写在数值方案的 `internship-hours-per-week-min` 和 `internship-hours-per-week-max`。

----

PLN129 Hours of a week of practice

Meaning: a whole week of practice usually counts 24 to 30 hours. Military training has hours of its own and does not
count.

Example (YAML):

    segments:
      - {id: S2, title: Internship, length: 1, unit: semester, site: plant, weeks: 18, hours_per_week: 40}


Cure: correct `hours_per_week`, or `practice_hours` of the course of whole weeks.

Source: common practice of colleges. The numbers stand in the profile as `internship-hours-per-week-min` and
`internship-hours-per-week-max`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, written_plans
from sopcurric.model.files.course import CourseCategory
from sopcurric.model.plan import CourseRow
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    numbers = compilation.inputs.profile.numbers
    least, most = numbers.get("internship-hours-per-week-min"), numbers.get("internship-hours-per-week-max")
    if least is None or most is None:
        return
    for _, _, plan in written_plans(compilation):
        for course in plan.courses:
            if _is_practice(course) and not least.value * course.weeks <= course.hours <= most.value * course.weeks:
                yield finding(
                    "PLN129",
                    severity_of(least),
                    subject=course.derived_from[0],
                    name=course.code,
                    hours=course.hours,
                    weeks=course.weeks,
                    weekly=f"{course.hours / course.weeks:.1f}",
                    least=f"{least.value:g}",
                    most=f"{most.value:g}",
                    **cited(least, compilation),
                )


def _is_practice(course: CourseRow) -> bool:
    """Whole weeks apart from courses; military training has hours of its own."""
    return bool(course.weeks) and course.category is CourseCategory.PRACTICE


RULE = Rule(
    code="PLN129",
    name="hours-of-practice-week",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{name}` `{hours}` 学时 ÷ `{weeks}` 周 = `{weekly}`，一般为 `{least}`–`{most}`（{basis}，{modality}）",
            "改成每周 {least}–{most} 学时",
        ),
        "en": (
            "`{name}`: `{hours}` h ÷ `{weeks}` weeks = `{weekly}`, usually `{least}`–`{most}` ({basis}; {modality})",
            "make it {least}–{most} h a week",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
