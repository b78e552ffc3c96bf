"""CRS121 回炉没有触发条件

含义：回炉再造提升不是人人都上的一课：考核不合格、违反一票否决项，或复训到期不合格时才进行。每个学习任务都要写明
由什么触发；要求复训的任务，到期不合格也是触发条件。这些由程序给出，出现这条说明程序有误。

例：强化培训的任务每 12 个月复训，回炉的触发条件里却只有“考核不合格”。

改法：把出现问题的项目文件反馈给维护者。

依据：五维递进培训：能力不合格或过期时回炉。

----

CRS121 Learners are sent back for no reason

Meaning: nobody is sent back without cause: a test was failed, a veto was raised, or a refresher was failed when it was
due. Every learning task says what sends learners back; where training is repeated, a failed refresher is among it. All
this is computed, so this is a bug of ours.

Example: a task is repeated every 12 months, and only a failed test sends learners back.

Cure: report it with the files of the project.

Source: five-step training (五维递进): a competency that was failed or has expired sends learners back.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for lesson in compilation.lessons.lessons:
        _, task = compilation.learning_tasks[lesson.task]
        back = lesson.step("refresher")
        repeated = compilation.typical_tasks[task.typical_task].rating.refresh_months > 0
        if not back or len(back.triggers) < 1 + repeated:
            yield finding("CRS121", subject=task.derived_from[0], task=task.id)


RULE = Rule(
    code="CRS121",
    name="refresher-without-trigger",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "学习任务 `{task}` 没有写明什么情况下回炉",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the learning task `{task}` does not say what sends learners back",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
)
