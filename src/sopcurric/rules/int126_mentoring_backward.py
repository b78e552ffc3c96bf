"""INT126 带教的操作级别倒退或超过上限

含义：每项任务的操作级别按看、辅、独只升不降；学生最多到本阶段的上限（学徒为辅，其他岗位实习为相对独
立、导师在场，认识实习为看）。

例：

    mentoring:
      weeks:
        - {segment: S2, task: DIG/P1, first: 1, last: 2, level: alone}
        - {segment: S2, task: DIG/P1, first: 3, last: 4, level: watch}

改法：调整 `weeks` 的先后或级别。

依据：看—辅—独逐级放手；岗位实习为辅助或相对独立参与实际工作（教职成〔2021〕4号第二条）。

----

INT126 Mentoring that goes backward or too far

Meaning: with each task, learners go from watching to assisting to doing, and never back; they go no further
than their segment allows (apprentices assist, others at the post work relatively independently with the mentor
beside, who gets to know the work watches).

Example (YAML):

    mentoring:
      weeks:
        - {segment: S2, task: DIG/P1, first: 1, last: 2, level: alone}
        - {segment: S2, task: DIG/P1, first: 3, last: 4, level: watch}

Cure: change order or level in `weeks`.

Source: learners are let go step by step; an internship at the post is assisting or relatively independent work
(rules of 2021, article 2).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.mentoring import OPERATING
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "back": "前面已到 `{bound}`，后面不能退回 `{level}`：调整 `weeks` 的先后",
        "far": "本阶段最多到 `{bound}`：降低级别，或改阶段的 `role`",
    },
    "en": {
        "back": "`{bound}` was reached before, `{level}` is a step back: change the order of `weeks`",
        "far": "the segment allows `{bound}` at most: lower the level, or change the `role` of the segment",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in compilation.mentoring:
        titles = {task.id: ", ".join(task.members) for task in plan.tasks}
        for segment, row, bound in plan.backward:
            yield finding(
                "INT126",
                Severity.WARNING,
                subject=f"@mentoring/{plan.programme}",
                segment=segment.id,
                task=titles[row.task],
                level=row.level,
                bound=bound,
                variant="back" if OPERATING.index(row.level) < OPERATING.index(bound) else "far",
            )


RULE = Rule(
    code="INT126",
    name="mentoring-backward",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "任务 `{task}` 在阶段 `{segment}` 的操作级别为 `{level}`，与 `{bound}` 不合",
            "调整级别或先后",
        ),
        "en": (
            "with `{task}`, the level in `{segment}` is `{level}`, which does not go with `{bound}`",
            "change level or order",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
