"""COM121 知识点没有任何步骤用到

含义：能力图谱中的知识点应当至少支撑一个技能点。规程中写了的原理、设备、参数、危险源等，如果没有步骤点名，名称也不在
同一程序的步骤中出现，就与技能脱节。岗位有四分之一以上的知识点如此才报，每个岗位一次，列出前几个。

例：`equipment` 中有“除尘器”，却没有步骤写 `equipment: [E9]`。

改法：在用到它的步骤中点名；确属背景知识的，可以不改，它在任务整体教学中讲。

依据：能力图谱的通行要求：每个知识点至少被一个技能点用到。

----

COM121 Knowledge points that no step uses

Meaning: a knowledge point of the competency graph should serve at least one skill point. Principles, equipment,
parameters or hazards that no step names, and whose words are in no step of their procedure, stand apart from what is
done. Said of jobs where that is more than a quarter of them, with the first ones.

Example: `equipment` lists a dust collector, but no step has `equipment: [E9]`.

Cure: name it in the steps that use it; leave what is background, which is taught with the task as a whole.

Source: common practice for competency graphs: each knowledge point is used by a skill point.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

_TOLERATED = 0.25
"""Share of the knowledge of a job that may be background (a choice of ours)."""
_SHOWN = 5
"""So many are named."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    graph = compilation.graph
    for sop in (one for one in compilation.inputs.sops if one.kind == "job-sop"):
        known = [one for one in graph.of_kind("knowledge") if sop.address in one.jobs]
        unused = [one for one in known if one.id not in graph.needed]
        if len(unused) > _TOLERATED * len(known):
            names = [address for one in unused for address in one.derived_from if address.startswith(f"{sop.address}/")]
            yield finding(
                "COM121",
                Severity.INFO,
                subject=sop.address,
                count=len(unused),
                all=len(known),
                first=", ".join(names[:_SHOWN]),
            )


RULE = Rule(
    code="COM121",
    name="knowledge-of-no-skill",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "`{all}` 个知识点中有 `{count}` 个没有步骤用到：`{first}` 等",
            "在用到它们的步骤中点名；属于背景知识的可以不改",
        ),
        "en": (
            "no step uses `{count}` of `{all}` knowledge points: `{first}` …",
            "name them in the steps that use them; leave what is background",
        ),
    },
    check=_check,
)
