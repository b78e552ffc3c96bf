"""COM122 关键步骤不在能力图谱中

含义：规程的每个关键步骤都应当有技能点。按决定不属本专业的程序（`exclude`，理由 `out-of-scope`）不进入
图谱，其中的关键步骤也就没有人教；写明由其他课程或企业讲授的、已停用的，不在此列。

例：决定为不属本专业的程序“切换备用泵”中有 `critical: true` 的步骤。

改法：撤回决定（`withdraw`），或把理由改成实际讲授的地方；程序中确无关键步骤的，去掉 `critical`。

依据：能力图谱的通行要求：规程的关键步骤都有技能点。

----

COM122 Critical steps that are not in the competency graph

Meaning: each critical step of an SOP should have a skill point. A procedure that a decision leaves out
(`exclude`) as out of scope is not in the graph, so nobody is taught its critical steps. What is obsolete, or taught in
another course or by the plant, is left alone.

Example: a procedure that is not taught has a step with `critical: true`.

Cure: take the decision back (`withdraw`), give the reason that says who teaches it, or remove `critical` where it
is wrong.

Source: common practice for competency graphs: each critical step has a skill point.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    taught = {node.id for node in compilation.graph.of_kind("process")}
    left = {one.address for one in compilation.design.untaught if one.reason == "out-of-scope"}
    for procedure in compilation.procedures.values():
        numbers = [step.number for step in procedure.steps if step.critical and step.address in left]
        if numbers and procedure.address not in taught:
            yield finding("COM122", Severity.WARNING, subject=procedure.address, steps=", ".join(numbers))


RULE = Rule(
    code="COM122",
    name="critical-step-of-no-task",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "程序定为不属本专业，其中的关键步骤 `{steps}` 没有技能点",
            "撤回不作教学的决定，或在理由中写明在哪里讲授",
        ),
        "en": (
            "the procedure is out of scope, so its critical steps `{steps}` have no skill point",
            "withdraw the decision, or give the reason that says who teaches them",
        ),
    },
    check=_check,
)
