"""SOP127 较大风险的程序没有引用劳动防护用品

含义：规程有 `ppe` 一节（按作业列出防护用品），程序涉及的较大（larger）或重大（major）危险源自己没有列出防护用品，
程序和步骤也没有引用其中任何一项：学员不知道做这件事要穿戴什么。没有 `ppe` 一节的规程由 SOP105 检查。

例：

    ppe:
      - {id: G1, title: 全面防护面罩}
    procedures:
      - {title: 取样, hazards: [H-caustic], steps: [打开取样阀]}

改法：在程序或步骤中引用，如 `ppe: [G1]`。

依据：通行做法：危险源有防护用品；按作业配备防护用品。

----

SOP127 A procedure with grave hazards that names no protective equipment

Meaning: the SOP lists protective equipment by task (`ppe`); a procedure has hazards of the grades larger or major that
list none themselves, and neither the procedure nor its steps name any. SOP105 looks at SOPs without the section.

Example (YAML):

    ppe:
      - {id: G1, title: Face shield}
    procedures:
      - {title: Sample, hazards: [H-caustic], steps: [Open the sampling valve]}

Cure: name it in the procedure or step, as in `ppe: [G1]`.

Source: common practice: a hazard has protective equipment.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.model.naming import named
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        bare = (hazard for hazard in sop.hazards if hazard.risk in GRAVE and not hazard.ppe)
        grave = {hazard.address for hazard in bare} if sop.ppe else set()
        for procedure in sop.procedures:
            worn = any(named(procedure, "ppe"))
            met = {*named(procedure, "hazards")} & grave
            if met and not worn:
                hazards = ", ".join(sorted(map(name_in, met)))
                yield finding("SOP127", Severity.INFO, subject=procedure.address, hazards=hazards)


RULE = Rule(
    code="SOP127",
    name="procedure-without-ppe",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "程序涉及 `{hazards}`，没有引用劳动防护用品",
            "在程序或步骤中引用 `ppe:` 一节的用品",
        ),
        "en": (
            "the procedure meets `{hazards}` and names no protective equipment",
            "name it in the procedure or step by `ppe:`",
        ),
    },
    check=_check,
)
