"""PLN134 整周教学超过学期周数

含义：一个学期中整周进行的课程、实习周和考试周合计不能超过学期周数。学期周数取校历（`calendar`），没有校历的取数值方
案的教学周和考试周。

例：第 1 学期 19 周，军训 2 周、金工实习 17 周、考试 1 周，合计 20 周。

改法：减少整周数，移到别的学期，或改正校历。

依据：周数分配表各项之和等于学期周数（算术）。

----

PLN134 More whole weeks than the semester has

Meaning: weeks of courses that take whole weeks, of internships and examinations sum to no more than the weeks
of the semester, by `calendar` or, without it, by the profile.

Example: semester 1 has 19 weeks: 2 + 17 + 1 week of examinations are 20.

Cure: cut weeks, move them to another semester, or correct the calendar.

Source: the parts of the week table sum to the weeks of the semester (arithmetic).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.model.week_table import weeks_of
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for address, programme, plan in written_plans(compilation):
        for one in weeks_of(programme, plan, compilation.inputs.profile):
            total = one.taken + one.exams
            if total > one.weeks:
                yield finding(
                    "PLN134",
                    Severity.ERROR,
                    subject=address,
                    semester=one.number,
                    terms=" + ".join(f"{code} {weeks}" for code, weeks in one.whole),
                    exams=one.exams,
                    sum=total,
                    weeks=one.weeks,
                    excess=total - one.weeks,
                )


RULE = Rule(
    code="PLN134",
    name="weeks-of-semester",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "第 `{semester}` 学期 {terms} + 考试 {exams} = `{sum}` 周，学期只有 `{weeks}` 周",
            "减少或移出至少 {excess} 周",
        ),
        "en": (
            "semester `{semester}`: {terms} + examinations {exams} = `{sum}` weeks, it has `{weeks}`",
            "cut or move at least {excess} weeks",
        ),
    },
    check=_check,
)
