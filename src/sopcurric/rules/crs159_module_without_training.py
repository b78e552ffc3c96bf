"""CRS159 模块没有需要训练的任务

含义：活页式教材适用于实践性强的内容。某个模块的学习任务都属于“岗位自学”，说明这部分用作业卡就够了，不必编成课程
模块。只检查写了人才培养方案的仓库。

例：模块“点检与维护”只有“每班擦拭仪表”一项任务，评定为岗位自学。

改法：把任务并入别的模块（决定 `place`），或核对难度、重要度、频度的评定。

依据：活页式教材的文献共识：用于实践性强、可模块化的课程（提醒）。

----

CRS159 A module without any task that needs training

Meaning: loose-leaf textbooks are for work that is trained. Where all learning tasks of a module are learned by
oneself at the post, job cards will do. Only repositories with a programme are looked at.

Example: a module whose one task is to wipe instruments each shift.

Cure: place the tasks in another module by a decision, or look at their ratings again.

Source: literature on loose-leaf textbooks: for what is practical and modular.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    if not compilation.inputs.programmes:
        return
    for course in compilation.design.courses:
        for module in course.modules:
            outcomes = {compilation.typical_tasks[one.typical_task].rating.outcome for one in module.tasks}
            if outcomes == {"job-aid"}:
                yield finding(
                    "CRS159",
                    Severity.WARNING,
                    subject=module.derived_from[0],
                    course=course.id,
                    module=module.label,
                    tasks=len(module.tasks),
                )


RULE = Rule(
    code="CRS159",
    name="module-without-training",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "课程 `{course}` 的模块 {module} 只有岗位自学的任务（{tasks} 项）",
            "并入别的模块，或核对评定",
        ),
        "en": (
            "the module {module} of the course `{course}` has nothing but tasks learned at the post ({tasks})",
            "place its tasks elsewhere, or look at their ratings again",
        ),
    },
    check=_check,
)
