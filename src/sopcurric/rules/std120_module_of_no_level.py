"""STD120 模块没有通向职业技能标准的任何等级

含义：每个模块都要标明所属的等级，职前、职后和认定才能引用同一个模块。方案指定了标准，而模块的学习任务与标准的工作
内容都没有对应关系，就列在这里。

例：模块“准备与开车”的学习任务与标准各等级都不对应。

改法：用 `map` 决定确认对应的工作内容；确属企业特有内容的，可以不改。

依据：职前—职后—认定贯通的要求（提醒）；对应关系由程序估计，须由人确认。

----

STD120 A module that leads to no level of the standard

Meaning: each module says to which levels it leads, so that all can refer to it. Listed are modules none of whose
learning tasks corresponds to a work content of the standard of a programme.

Example: no learning task of the module “Start-up” corresponds to anything.

Cure: confirm what corresponds by a `map` decision; what only the plant needs may stay.

Source: one library for all (a reminder); what corresponds is estimated, people confirm it.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.model.library_use import module_uses
from sopcurric.plugin import Rule

_SHOWN = 5
"""So many are named."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    for address, _, plan in written_plans(compilation):
        if not plan.levels:
            continue
        bare = [one for one in module_uses(compilation, plan) if not one.levels]
        if bare:
            yield finding(
                "STD120",
                Severity.INFO,
                subject=address,
                number=len(bare),
                first=", ".join(f"{one.course.id} {one.module.label}" for one in bare[:_SHOWN]),
            )


RULE = Rule(
    code="STD120",
    name="module-of-no-level",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "`{number}` 个模块没有通向任何等级：`{first}`",
            "用 `map` 决定确认对应的工作内容",
        ),
        "en": (
            "`{number}` modules lead to no level: `{first}`",
            "confirm what corresponds by `map` decisions",
        ),
    },
    check=_check,
)
