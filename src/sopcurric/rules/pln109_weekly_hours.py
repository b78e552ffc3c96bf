"""PLN109 周学时超过上限

含义：一个学期的学时除以教学周数，不应超过规则集的上限。整周进行的课程和岗位实习不计学时，
它们占用的周数从教学周中减去；跨几个学期的，平均分到各学期。教学周数取校历
（`calendar`，减去考试周），没有校历的取规则集的数值。

例：第 2 学期 18 个教学周，其中整周实训 3 周，其余课程 480 学时：480 ÷ 15 = 32，超过 30。

改法：把一部分课程移到学时少的学期，或减少这个学期的学时。

依据：院校通行做法。数值写在规则集的 `semester-weeks` 和 `weekly-hours-max`。

----

PLN109 Too many hours a week

Meaning: the hours of a semester over its teaching weeks should not exceed the number of the profile. Courses of
whole weeks and the internship do not count; their weeks are taken off, spread evenly where they take several
semesters. Weeks are those of `calendar` without examinations, or those of the profile.

Example: 18 teaching weeks with 3 whole weeks of practice and 480 hours of other courses: 480 ÷ 15 = 32, above
30.

Cure: move courses to a semester with fewer hours, or cut hours.

Source: common practice of colleges. The numbers stand in the profile as
`semester-weeks` and `weekly-hours-max`.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, written_plans
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.plan import IntegratedPlan
from sopcurric.model.semesters import semesters_of
from sopcurric.model.week_table import weeks_of
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    numbers = compilation.inputs.profile.numbers
    limit = numbers.get("weekly-hours-max")
    if limit is None:
        return
    for address, programme, plan in written_plans(compilation):
        lengths = [one.weeks - one.exams for one in weeks_of(programme, plan, compilation.inputs.profile)]
        for semester, hours, away in _loads(programme, plan):
            left = max(Fraction(0), lengths[semester - 1] - away)
            most = Fraction(str(limit.value)) * left
            if hours > most:
                yield finding(
                    "PLN109",
                    severity_of(limit),
                    subject=address,
                    semester=semester,
                    hours=hours,
                    weeks=f"{float(left):.3g}",
                    weekly=f"{float(hours / left):.1f}" if left else "—",
                    limit=f"{limit.value:g}",
                    excess=ceil(hours - most),
                    **cited(limit, compilation),
                )


def _loads(programme: ProgrammeFile, plan: IntegratedPlan) -> Iterator[tuple[int, int, Fraction]]:
    """Each semester with the hours of its courses and the whole weeks that are spent on something else."""
    taught = [course.hours_by_semester for course in plan.courses if not course.weeks]
    away = _weeks_away(programme, plan)
    for semester in range(1, max(map(len, taught), default=0) + 1):
        yield semester, sum(hours[semester - 1] for hours in taught), away.get(semester, Fraction(0))


def _weeks_away(programme: ProgrammeFile, plan: IntegratedPlan) -> dict[int, Fraction]:
    """Whole weeks by semester."""
    named = {course.code: course.semesters for course in plan.courses if course.semesters}
    covered = semesters_of(programme)
    away: dict[int, Fraction] = {}
    for row in plan.rows:
        semesters = named.get(row.course) or covered.get(row.segment, ())
        for semester in semesters if row.weeks else ():
            away[semester] = away.get(semester, Fraction(0)) + Fraction(row.weeks, len(semesters))
    return away


RULE = Rule(
    code="PLN109",
    name="weekly-hours",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            (
                "第 `{semester}` 学期 `{hours}` 学时 ÷ `{weeks}` 周 = `{weekly}`，每周超过 `{limit}` 学时"
                "（{basis}，{modality}）"
            ),
            "把这个学期至少 {excess} 学时的课程移到别的学期，或减去这些学时",
        ),
        "en": (
            (
                "semester `{semester}`: `{hours}` hours ÷ `{weeks}` weeks = `{weekly}`, more than `{limit}` a week "
                "({basis}; {modality})"
            ),
            "move courses of at least {excess} h to another semester, or cut them",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
