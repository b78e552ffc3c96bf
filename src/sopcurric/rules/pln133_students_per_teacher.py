"""PLN133 生师比过高

含义：学习小组人数之和 ÷ 学校专任教师数，不高于规定的数值。没有列小组或教师的不检查。

例：学员 50 人，专任教师 2 人：50 ÷ 2 = 25。

改法：增加专任教师。

依据：《本科层次职业教育专业设置管理办法（试行）》：专业生师比不高于 20:1（职业本科）。数值写在数值方案的 `students-
per-teacher-max`。

----

PLN133 Too many students for a teacher

Meaning: learners of all groups over full-time teachers of the college. Nothing is said where no groups or
teachers are listed.

Example: 50 learners and two teachers: 25.

Cure: add teachers.

Source: rules on majors of vocational bachelors of 2021: at most 20 in the major. The number stands in the
profile as `students-per-teacher-max`.
"""

from collections.abc import Iterable
from math import ceil

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, written_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("students-per-teacher-max")
    if number is None:
        return
    for _, programme, _ in written_plans(compilation):
        learners = sum(one.learners for one in programme.groups)
        teachers = sum(one.kind == "school" for one in programme.teachers)
        if teachers and learners > number.value * teachers:
            yield finding(
                "PLN133",
                severity_of(number),
                subject=f"@whole/{programme.id}",
                part=("teachers",),
                learners=learners,
                teachers=teachers,
                ratio=f"{learners / teachers:.1f}",
                most=f"{number.value:g}",
                needed=ceil(learners / number.exact),
                **cited(number, compilation),
            )


RULE = Rule(
    code="PLN133",
    name="students-per-teacher",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "学员 `{learners}` ÷ 专任教师 `{teachers}` = `{ratio}`，高于 `{most}`（{basis}，{modality}）",
            "专任教师至少增加到 {needed} 人",
        ),
        "en": (
            "learners `{learners}` ÷ teachers `{teachers}` = `{ratio}`, above `{most}` ({basis}; {modality})",
            "there must be at least {needed} teachers",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
