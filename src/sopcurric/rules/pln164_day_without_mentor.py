"""PLN164 学员在企业的某些天没有导师

含义：学员在企业的每个工作日，固定导师或结对中写明的替补导师至少一人上白班。学生不上夜班，不在休息日实习。倒班从第一
学期第一周的星期一起算；没有写班组的导师为常日班。到校内基地学习的周次、企业停用的周次不算。

例：导师 `M1` 第 5 学期第 8 周外出，没有替补导师。

改法：给结对补上这些天上白班的替补导师，或调整；也可以运行 `sopcurric plan`。

依据：直通车做法：每名学员均有固定导师全程指导；《职业学校学生实习管理规定》不安排夜班（2021 年文本凭记忆）。

----

PLN164 A day in the plant without a mentor

Meaning: on every working day of learners in a plant, the fixed mentor or one of the substitutes named in the
pairing is on a day shift. Students work neither at night nor on days of rest. Rosters begin with the Monday of the
first week of the first semester; mentors without a crew work day shifts. Weeks at bases outside plants, and weeks
in which the plant is closed, do not count.

Example: mentor `M1` is away in week 8 of semester 5 and has no substitute.

Cure: name substitutes who are on day shifts then; or run `sopcurric plan`.

Source: practice of the founding programme: each learner has a fixed mentor all the way; national rules for
internships: no night shifts (recalled for the text of 2021).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.standing_plan import spanned, standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        for one in plan.pairs:
            found = list(plan.uncovered(one))
            if found:
                yield finding(
                    "PLN164",
                    Severity.WARNING,
                    subject=one.address,
                    learner=f"{one.group.id}-{one.paired.learner:02}",
                    mentor=one.mentor.id,
                    days=sum(len(days) for _, days in found),
                    weeks=spanned(week for week, _ in found),
                )


RULE = Rule(
    code="PLN164",
    name="day-without-mentor",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "学员 `{learner}` 有 `{days}` 天既没有导师 `{mentor}`、也没有替补导师（学期: 周次 {weeks}）",
            "补上这些天上白班的替补导师",
        ),
        "en": (
            "learner `{learner}` has `{days}` days without mentor `{mentor}` or a substitute (semester: weeks {weeks})",
            "name substitutes who are on day shifts then",
        ),
    },
    check=_check,
)
