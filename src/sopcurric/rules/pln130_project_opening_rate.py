"""PLN130 实训项目开出率不足

含义：由规程生成的学习任务，其岗位有实训基地（`bases` 的 `jobs`）或企业阶段承担实践的，算作能开出的实训项目。开出率
= 能开出的 ÷ 全部。

例：六个岗位中有一个岗位没有实训基地，方案也没有企业阶段。

改法：在 `bases` 中给缺少的岗位安排基地。

依据：《本科层次职业教育专业设置管理办法（试行）》：开出率 100 %（职业本科）。数值写在数值方案的 `project-opening-ra
te`，没有这个数值的层次不检查。

----

PLN130 Training projects that cannot be offered

Meaning: a learning task made of an SOP can be practised where a base (`jobs` of `bases`) or a plant on the path
has its job. The rate is those over all.

Example: one of six jobs has no base, and no segment is in a plant.

Cure: give the missing jobs a base in `bases`.

Source: rules on majors of vocational bachelors of 2021: 100 %. The number stands in the profile as
`project-opening-rate`; levels without it are not checked.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, percent_of, severity_of, written_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("project-opening-rate")
    if number is None:
        return
    tasks = [(task, course) for course in compilation.design.courses for task in course.tasks]
    for address, programme, _ in written_plans(compilation):
        there = {job for base in programme.bases for job in base.jobs}
        at_work = any(one.site == "plant" and {"routine", "demanding"} & {*one.takes} for one in programme.segments)
        offered = [task for task, course in tasks if at_work or there & {*course.jobs}]
        if tasks and len(offered) < number.exact * len(tasks):
            lacking = (job for _, course in tasks for job in course.jobs if job not in there)
            yield finding(
                "PLN130",
                severity_of(number),
                subject=address,
                offered=len(offered),
                all=len(tasks),
                percent=f"{100 * len(offered) / len(tasks):.1f} %",
                required=percent_of(number),
                jobs=", ".join(dict.fromkeys(lacking)),
                **cited(number, compilation),
            )


RULE = Rule(
    code="PLN130",
    name="project-opening-rate",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "能开出的实训项目 `{offered}` ÷ 全部 `{all}` = `{percent}`，低于 `{required}`（{basis}，{modality}）",
            "在 `bases` 中安排基地：{jobs}",
        ),
        "en": (
            "training projects `{offered}` ÷ `{all}` = `{percent}`, below `{required}` ({basis}; {modality})",
            "give a base in `bases` to: {jobs}",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
