"""EVA121 学习目标没有评价标准，或评价标准没有对应的目标

含义：每个学习目标（技能点、知识点、素养点）至少有一条评价标准，每条评价标准至少评价一个目标。对应关系由程序给出，
出现这条说明程序有误。

例：知识点“能说出溶出温度的正常范围”没有一条评价标准提到。

改法：把出现问题的项目文件反馈给维护者；在改正以前不要使用这张评价表。

依据：课程标准的通行要求：每个目标至少对应一个考核点，没有多余的考核点。

----

EVA121 An objective without criterion, or a criterion without objective

Meaning: each objective (point of skill, knowledge or conduct) of a learning task is assessed by a criterion, and each
criterion is about an objective. This is computed, so it is a bug of ours.

Example: no criterion is about the point “can state the normal range of the temperature”.

Cure: report it with the files of the project; do not use the sheet until it is mended.

Source: common practice of course standards: no objective without assessment, no assessment without objective.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for name, (_, task) in compilation.learning_tasks.items():
        assessed = compilation.assessment.by_task.get(name)
        known = {point for one in assessed.criteria for point in one.objectives} if assessed else set()
        bare = [point for point in task.points if point not in known]
        empty = [one.id for one in assessed.criteria if not one.objectives] if assessed else []
        if bare or empty:
            first = (bare or empty)[0]
            yield finding("EVA121", subject=task.derived_from[0], task=name, count=len(bare) + len(empty), first=first)


RULE = Rule(
    code="EVA121",
    name="objective-not-assessed",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "学习任务 `{task}` 有 `{count}` 个目标或评价标准没有对应，第一个是 `{first}`",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "`{count}` objectives or criteria of the learning task `{task}` lack a counterpart, first: `{first}`",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
)
