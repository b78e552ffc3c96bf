"""INT177 三级安全培训学时没有写明

含义：方案安排了职后培训或转岗路径，而 `safety_training` 没有把厂、车间、班组三级学时都写明。没有写的按通行分配印
在培训方案中，这个分配没有全国规定，凭记忆、未核对。

例：方案有复训阶段，没有 `safety_training`。

改法：由企业安全管理部门确定三级学时，写进 `safety_training` 的 `plant`、`workshop`、`team`。

依据：数值方案的 `safety-plant-smelting-hours` 等（凭记忆，因此只作提示）。

----

INT177 Hours of safety training by level are not written

Meaning: a programme plans training in service or ways to other jobs, and `safety_training` does not give hours of all
three levels. What is missing is printed by a usual split, for which there is no national text (recalled, not
verified).

Example: stages of refreshers and no `safety_training`.

Cure: have the safety department settle the hours and write `plant`, `workshop` and `team`.

Source: `safety-plant-smelting-hours` and others of the profile (recalled, therefore a reminder).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.safety_hours import NO_TRAINING, new_hire
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        if not (programme.in_service or programme.in_service_paths):
            continue
        duty = new_hire(compilation.inputs.profile, programme.safety_training or NO_TRAINING)
        open_levels = [one for one in duty.parts if not one.typed]
        if open_levels:
            yield finding(
                "INT177",
                Severity.INFO,
                subject=f"@programme/{programme.id}",
                levels=", ".join(f"{one.level} {one.hours}" for one in open_levels),
            )


RULE = Rule(
    code="INT177",
    name="safety-split-not-written",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "三级安全培训学时没有写明，按通行分配（凭记忆，未核对）：`{levels}`",
            "在 `safety_training` 中写明 `plant`、`workshop`、`team`",
        ),
        "en": (
            "hours of safety training are not written; the usual split (recalled, not verified) is `{levels}`",
            "write `plant`, `workshop` and `team` into `safety_training`",
        ),
    },
    check=_check,
)
