"""COM120 关键步骤没有对应的知识点

含义：能力图谱中每个技能点应当有知识点支撑。关键步骤没有点名设备、参数、危险源等要素，同一程序的要素名称也不在步骤
的文字中出现时，图谱上这一步没有知识点，学员只知道怎么做，不知道为什么。每个岗位只报一次，列出前几个；全岗位没有任何知识点的不报。

例：关键步骤“缓慢升压”没有写 `parameters: [T1]` 或 `hazards: [H1]`。

改法：在步骤中用 `equipment`、`parameters`、`hazards` 等键点名它涉及的要素。确实不需要知识的，可以不改。

依据：能力图谱的通行要求：每个技能点至少对应一个知识点，或说明理由。

----

COM120 Critical steps that rest on no knowledge point

Meaning: in the competency graph each skill point should rest on knowledge. Where a critical step names no equipment,
parameter, hazard or other element, and has the words of none, it has no knowledge point: people learn how, not why.
One finding for
each job, with the first of them; jobs without any knowledge point are left alone.

Example: the critical step “Raise the pressure slowly” without `parameters: [T1]` or `hazards: [H1]`.

Cure: name what the step is about with `equipment`, `parameters`, `hazards` …; where no knowledge is needed, leave it.

Source: common practice for competency graphs: each skill point has a knowledge point, or a reason why not.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

_SHOWN = 5
"""So many are named."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    graph = compilation.graph
    knowing = {job for node in graph.of_kind("knowledge") for job in node.jobs}
    bare = {
        address
        for node in graph.of_kind("skill")
        if node.critical and not graph.led_to(node.id, "requires")
        for address in node.derived_from
    }
    for sop in compilation.inputs.sops:
        steps = [step.address for _, step in sop.steps() if step.critical and step.address in bare]
        if steps and sop.address in knowing:
            first = ", ".join(steps[:_SHOWN])
            yield finding("COM120", Severity.INFO, subject=sop.address, count=len(steps), first=first)


RULE = Rule(
    code="COM120",
    name="critical-step-without-knowledge",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "`{count}` 个关键步骤没有对应的知识点：`{first}`",
            "用 `equipment`、`parameters`、`hazards` 等键写明这几步涉及的设备、参数、危险源",
        ),
        "en": (
            "`{count}` critical steps rest on no knowledge point: `{first}`",
            "name what they are about with `equipment`, `parameters`, `hazards` …",
        ),
    },
    check=_check,
)
