"""INT125 带教计划漏了要培训的任务

含义：训练结果为“培训”或“强化培训+复训”的任务，带教计划必须有。自动排出的计划都有；用 `left_out`
去掉的，或没有阶段可排的，会漏掉。

例：

    mentoring:
      left_out: [DIG/P1]

改法：从 `left_out` 中删去，或用 `weeks` 写明带教周次。

依据：带教计划要覆盖岗位中需要培训的全部任务（集团案例：完整经历生产周期、固定导师全程指导；无全国规
定，因此为警告）。

----

INT125 A task to be trained that no mentor teaches

Meaning: tasks whose outcome is training or intensive training stand in the mentoring plan. The computed one has
them all; what `left_out` names, or what no segment has room for, is missing.

Example (YAML):

    mentoring:
      left_out: [DIG/P1]

Cure: take it out of `left_out`, or write its weeks.

Source: a mentoring plan covers all tasks of the job that need training (the case of a group; no national text,
hence a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in compilation.mentoring:
        for task in plan.missing:
            yield finding(
                "INT125",
                Severity.WARNING,
                subject=f"@mentoring/{plan.programme}",
                job=plan.job,
                task=", ".join(one for one in task.members if one.startswith(f"{plan.job}/")),
            )


RULE = Rule(
    code="INT125",
    name="task-without-mentoring",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "岗位 `{job}` 的任务 `{task}` 要培训，带教计划中没有",
            "从 `left_out` 中删去，或用 `weeks` 写明带教周次",
        ),
        "en": (
            "the task `{task}` of `{job}` is to be trained and is not in the mentoring plan",
            "take it out of `left_out`, or write its weeks",
        ),
    },
    check=_check,
)
