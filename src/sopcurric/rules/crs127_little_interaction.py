"""CRS127 课中互动环节太少

含义：互动研讨、模拟演练、问题解决三个环节占课中时间的比例低于项目文件规定的下限
（teaching.interactive_share，默认 0.3）。岗位自学的任务和没有内容可供互动的任务不计。

例：下限 0.5，任务“调节溶出温度”课中 180 分钟，互动环节 60 分钟，占 0.33。

改法：提高实践占比（hours.practice_share），让模拟演练有时间；在规程中补写操作理由、异常和应急处置卡，让研讨和问题解决有
内容；或者调低 teaching.interactive_share。

依据：三段八环：互动环节占比由学校规定，没有国家统一数值。

----

CRS127 Little interaction in class

Meaning: discussion, simulation and problem solving take a smaller share of the time in class than the project asks for
(teaching.interactive_share, 0.3 by default). Tasks that are learned on the job and those that have nothing to interact
about do not count.

Example: the share is to be 0.5; “adjust the digestion temperature” has 180 minutes in class, 60 of them interactive.

Cure: raise the share of practice (hours.practice_share), so that simulation has time; write reasons of steps,
deviations and emergency cards into the SOP, so that there is something to discuss and to solve; or lower
teaching.interactive_share.

Source: lessons of three parts and eight links (三段八环); the share is set by the college, there is no national number.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.lesson import INTERACTIVE
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    least = compilation.inputs.settings.teaching.interactive_share
    for lesson in compilation.lessons.lessons:
        _, task = compilation.learning_tasks[lesson.task]
        on_the_job = compilation.typical_tasks[task.typical_task].rating.outcome == "job-aid"
        nothing = not any(one.minutes for one in lesson.links if one.kind in INTERACTIVE)
        if not on_the_job and not nothing and lesson.interactive_share < least:
            share, wanted = f"{lesson.interactive_share:.2f}", f"{least:.2f}"
            yield finding(
                "CRS127", Severity.WARNING, subject=task.derived_from[0], task=task.id, share=share, least=wanted
            )


RULE = Rule(
    code="CRS127",
    name="little-interaction",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "学习任务 `{task}` 的互动环节占课中时间 `{share}`，低于 `{least}`",
            "提高实践占比，在规程中补写理由和异常，或调低 teaching.interactive_share",
        ),
        "en": (
            "interactive links take `{share}` of the time in class of the learning task `{task}`, less than `{least}`",
            "raise the share of practice, write reasons and deviations into the SOP, or lower the limit",
        ),
    },
    check=_check,
)
