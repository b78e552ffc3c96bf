"""EVA122 较大及以上风险没有一票否决，或关键步骤没有判合格

含义：学习任务涉及较大、重大风险时，有一条评价标准是一票否决；任务的每个关键步骤都在判合格、不合格的标准中。
由程序给出，出现这条说明程序有误。

例：关键步骤“缓慢升压”只在普通操作的标准中。

改法：把出现问题的项目文件反馈给维护者；在改正以前不要使用这张评价表。

依据：有较大及以上风险的任务安全一票否决；关键步骤不合格则任务不合格。

----

EVA122 A grave hazard without veto, or a critical step that is not decisive

Meaning: where a learning task has a grave hazard, a criterion is a veto; each of its critical steps is in a criterion
that is passed or failed. This is computed, so it is a bug of ours.

Example: the critical step “Raise the pressure slowly” stands among ordinary steps.

Cure: report it with the files of the project; do not use the sheet until it is mended.

Source: safety is a veto where a risk is grave; a failed critical step fails the task.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.model.sop import Hazard
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    elements, steps = compilation.elements, compilation.steps
    grave = {name for name, one in elements.items() if isinstance(one, Hazard) and one.risk in GRAVE}
    for name, (_, task) in compilation.learning_tasks.items():
        assessed = compilation.assessment.by_task.get(name)
        criteria = assessed.criteria if assessed else ()
        hazards = [one for one in task.hazards if one in grave]
        if hazards and not any(one.veto for one in criteria):
            yield finding("EVA122", subject=hazards[0], task=name, what=hazards[0])
        decisive = {point for one in criteria if one.critical for point in one.objectives}
        for point in (compilation.points[one] for one in task.points):
            of_step = point.kind == "skill" and point.critical and point.derived_from[0] in steps
            if of_step and point.id not in decisive:
                yield finding("EVA122", subject=point.derived_from[0], task=name, what=point.id)
                break


RULE = Rule(
    code="EVA122",
    name="danger-not-decisive",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "学习任务 `{task}` 中 `{what}` 没有一票否决或合格判定",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "`{what}` of the learning task `{task}` is neither a veto nor passed or failed",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
)
