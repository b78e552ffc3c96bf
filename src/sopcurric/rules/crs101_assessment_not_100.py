"""CRS101 学习任务的评价权重之和不是 100

含义：评价表各项权重之和必须是 100，否则无法折算总分。权重由程序给出，出现这条说明程序有误，不是规程有误。

例：过程 50、安全 20、知识 20，少了素养 10，合计 90。

改法：把出现问题的项目文件反馈给维护者；在改正以前不要使用这张评价表。

依据：通行做法：考核各项权重之和为 100。

----

CRS101 Assessment weights that do not sum to 100

Meaning: the weights on an evaluation leaf sum to 100, or there is no total. Weights are computed, so this is a
bug of ours and no fault of the SOP.

Example: work 50, safety 20 and knowledge 20 without conduct 10 make 90.

Cure: report it with the files of the project; do not use the leaf until it is mended.

Source: the weights of an assessment sum to 100.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

_WHOLE = 100


def _check(compilation: Compilation) -> Iterable[Finding]:
    for task_id, (_, task) in compilation.learning_tasks.items():
        total = sum(item.weight for item in task.assessment)
        if total != _WHOLE:
            yield finding("CRS101", subject=task.derived_from[0], task=task_id, sum=total)


RULE = Rule(
    code="CRS101",
    name="assessment-not-100",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "学习任务 `{task}` 的评价权重之和是 `{sum}`，应为 100",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the assessment weights of the learning task `{task}` sum to `{sum}`, not to 100",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
)
