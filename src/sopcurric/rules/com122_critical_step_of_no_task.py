"""COM122 关键步骤不在能力图谱中

含义：规程的每个关键步骤都应当有技能点。按决定不作教学的程序（`exclude`）整个不进入图谱，其中的关键步骤也就没有人教。

例：决定不教的程序“切换备用泵”中有 `critical: true` 的步骤。

改法：撤回决定（`withdraw`），或由企业确认这几步在别处教；程序中确无关键步骤的，去掉 `critical`。

依据：能力图谱的通行要求：规程的关键步骤都有技能点。

----

COM122 Critical steps that are not in the competency graph

Meaning: each critical step of an SOP should have a skill point. A procedure that a decision leaves out (`exclude`)
is not in the graph, so nobody is taught its critical steps.

Example: a procedure that is not taught has a step with `critical: true`.

Cure: take the decision back (`withdraw`), let the plant confirm that the steps are taught elsewhere, or remove
`critical` where it is wrong.

Source: common practice for competency graphs: each critical step has a skill point.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    taught = {node.id for node in compilation.graph.of_kind("process")}
    for procedure in compilation.procedures.values():
        numbers = [step.number for step in procedure.steps if step.critical]
        if numbers and procedure.address not in taught:
            yield finding("COM122", Severity.WARNING, subject=procedure.address, steps=", ".join(numbers))


RULE = Rule(
    code="COM122",
    name="critical-step-of-no-task",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "程序不作教学，其中的关键步骤 `{steps}` 没有技能点",
            "撤回不作教学的决定，或确认这几步在别处教",
        ),
        "en": (
            "the procedure is not taught, so its critical steps `{steps}` have no skill point",
            "withdraw the decision, or make sure that they are taught elsewhere",
        ),
    },
    check=_check,
)
