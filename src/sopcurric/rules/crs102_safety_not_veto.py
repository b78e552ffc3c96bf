"""CRS102 风险较大的任务没有安全否决项

含义：学习任务涉及较大（larger）或重大（major）风险时，安全项必须一票否决。评价表由程序给出，
出现这条说明程序有误。

例：任务涉及重大风险“碱矿浆喷溅”，评价表中没有一票否决的项目。

改法：把出现问题的项目文件反馈给维护者；在改正以前不要使用这张评价表。

依据：有较大及以上风险的任务，安全一票否决。

----

CRS102 Safety is no veto although a hazard is grave

Meaning: where a learning task has a hazard of the grades larger or major, its safety item is a veto. The
evaluation leaf is computed, so this is a bug of ours.

Example: a task with the major hazard “splashing caustic slurry” has no veto item.

Cure: report it with the files of the project; do not use the leaf until it is mended.

Source: safety is a veto where a risk is larger or major.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    grave = {hazard.address for sop in compilation.inputs.sops for hazard in sop.hazards if hazard.risk in GRAVE}
    for task_id, (_, task) in compilation.learning_tasks.items():
        own = [address for address in task.hazards if address in grave]
        if own and not any(item.veto for item in task.assessment):
            yield finding("CRS102", subject=own[0], task=task_id, hazard=own[0])


RULE = Rule(
    code="CRS102",
    name="safety-not-veto",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "学习任务 `{task}` 涉及 `{hazard}`，评价表没有一票否决项",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the learning task `{task}` has the hazard `{hazard}`, and its assessment has no veto",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
)
