"""CRS108 学期授课计划的周学时超过写明的数值

含义：teaching.weekly_hours 写明了每门课程每周的学时，按它一个学期排不完，学期授课计划已自动提高周学时。

例（YAML），一门课程 120 学时，每周 2 学时要上 60 周，一学期只有 18 周：

    teaching: {weekly_hours: 2}

改法：把 weekly_hours 提高到所提示的数值；或减少课程学时，或在方案中把课程分到几个学期。

依据：课程在开课学期内完成；教学周数写在规则集的 `semester-weeks`。

----

CRS108 More hours a week than the project says

Meaning: teaching.weekly_hours says how many hours a week a course has. By that it would not end with the semester, so
that the term plan has more.

Example (YAML), where a course of 120 hours would take 60 weeks, and a semester has 18:

    teaching: {weekly_hours: 2}

Cure: raise weekly_hours to the number told, or cut the hours of the course, or spread it over several semesters.

Source: a course ends with its semester, whose weeks stand in the profile as `semester-weeks`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule
from sopcurric.source.ref import SourceRef
from sopcurric.teaching.weeks import meetings_of, weeks_of


def _check(compilation: Compilation) -> Iterable[Finding]:
    settings = compilation.inputs.settings
    if "teaching.weekly_hours" not in settings.given:
        return
    wanted = settings.teaching.weekly_hours
    place = SourceRef("sopcurric.yaml", ("teaching", "weekly_hours"))
    for course in compilation.design.courses:
        weekly = weeks_of(meetings_of(course, compilation), compilation).weekly
        if weekly > wanted:
            yield finding(
                "CRS108",
                Severity.WARNING,
                place=place,
                course=course.id,
                hours=course.hours,
                wanted=wanted,
                weekly=weekly,
            )


RULE = Rule(
    code="CRS108",
    name="weekly-hours-raised",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{course}` 共 `{hours}` 学时，每周 `{wanted}` 学时一学期排不完，授课计划已排为每周 `{weekly}` 学时",
            "提高 weekly_hours，减少课程学时，或把课程分到几个学期",
        ),
        "en": (
            "`{course}` of `{hours}` hours at `{wanted}` a week outlasts the semester: its plan has `{weekly}` a week",
            "raise weekly_hours, cut the hours of the course, or spread it over several semesters",
        ),
    },
    check=_check,
)
