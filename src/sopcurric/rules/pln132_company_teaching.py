"""PLN132 企业承担的专业课学时不足

含义：在企业阶段（`site: plant`）教学的专业课学时 ÷ 专业课总学时（专业基础、核心、拓展课程）。

例：专业课 800 学时，其中企业授课 100 学时：12.5 %。

改法：把一部分专业课内容安排到企业阶段，由企业兼职教师、导师授课。

依据：《本科层次职业教育专业设置管理办法（试行）》：一般不少于 20 %（职业本科）。数值写在数值方案的 `company-teachin
g-share`。

----

PLN132 Too little taught by companies

Meaning: hours of professional courses that are taught in segments in plants over all hours of professional
courses (foundation, core, extension).

Example: 100 of 800 hours are 12.5 %.

Cure: move a part of professional courses to segments in plants, where people of the company teach.

Source: rules on majors of vocational bachelors of 2021: usually at least 20 %. The number stands in the profile
as `company-teaching-share`.
"""

from collections.abc import Iterable
from math import ceil

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, percent_of, severity_of, written_plans
from sopcurric.model.files.course import CourseCategory
from sopcurric.plugin import Rule

_PROFESSIONAL = (CourseCategory.FOUNDATION, CourseCategory.CORE, CourseCategory.EXTENSION)


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("company-teaching-share")
    if number is None:
        return
    for address, programme, plan in written_plans(compilation):
        plants = {one.id for one in programme.segments if one.site == "plant"}
        rows = [one for one in plan.rows if one.category in _PROFESSIONAL]
        hours, taught = sum(one.hours for one in rows), sum(one.hours for one in rows if one.segment in plants)
        if taught < number.exact * hours:
            yield finding(
                "PLN132",
                severity_of(number),
                subject=address,
                taught=taught,
                all=hours,
                percent=f"{100 * taught / hours:.1f} %",
                required=percent_of(number),
                missing=ceil(number.exact * hours - taught),
                **cited(number, compilation),
            )


RULE = Rule(
    code="PLN132",
    name="company-teaching",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "企业授课 `{taught}` ÷ 专业课 `{all}` = `{percent}`，低于 `{required}`（{basis}，{modality}）",
            "把至少 {missing} 学时的专业课安排到 `site: plant` 的阶段",
        ),
        "en": (
            (
                "taught in plants `{taught}` ÷ professional courses `{all}` = `{percent}`, below "
                "`{required}` ({basis}; {modality})"
            ),
            "move at least {missing} h of professional courses to segments of `site: plant`",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
