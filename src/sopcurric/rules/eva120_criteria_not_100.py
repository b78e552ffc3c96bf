"""EVA120 学习任务评价标准的分值合不拢

含义：一个学习任务各条评价标准的分值之和是 100，每一类（任务实施、安全、知识、素养）之和等于这一类的权重。
分值由程序给出，出现这条说明程序有误。

例：任务实施的权重是 50，各条标准之和是 48。

改法：把出现问题的项目文件反馈给维护者；在改正以前不要使用这张评价表。

依据：通行做法：考核各项权重之和为 100。

----

EVA120 Criteria of a learning task that do not sum up

Meaning: the weights of the criteria of a learning task sum to 100, and those of each kind to the weight of the kind.
They are computed, so this is a bug of ours.

Example: work has the weight 50, its criteria sum to 48.

Cure: report it with the files of the project; do not use the sheet until it is mended.

Source: the weights of an assessment sum to 100.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for name, (_, task) in compilation.learning_tasks.items():
        assessed = compilation.assessment.by_task.get(name)
        for item in task.assessment if assessed else ():
            total = sum(one.weight for one in assessed.of_kind(item.kind)) if assessed else 0
            if total != item.weight:
                first = task.derived_from[0]
                yield finding("EVA120", subject=first, task=name, kind=item.kind, sum=total, due=item.weight)


RULE = Rule(
    code="EVA120",
    name="criteria-not-100",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "学习任务 `{task}` 中 `{kind}` 类评价标准的分值之和是 `{sum}`，应为 `{due}`",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the criteria of `{kind}` of the learning task `{task}` sum to `{sum}`, not to `{due}`",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
)
