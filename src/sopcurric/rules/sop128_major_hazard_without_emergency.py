"""SOP128 有重大风险而没有应急处置

含义：规程列有重大（major）风险的危险源，却没有应急处置卡（`emergency_cards`），也没有应急程序
（`phase: emergency` 或 `emergency-shutdown`）。出了事第一分钟做什么，要事先写好并练过。
每个重大风险都写了发生后的应急处置（`first_aid`）的，只是提示。工艺规程不检查。

例：

    hazards:
      - {id: H1, title: 碱液喷溅, risk: major, controls: [防护罩], ppe: [面罩]}

改法：写一张应急处置卡（谁、先做哪几件事、给谁打电话），或一个应急程序。

依据：规程章节“应急处置”（处置卡：谁、先做的三件事、电话）；双重预防机制。

----

SOP128 A major hazard and no emergency handling

Meaning: the SOP has a hazard of the grade major and neither an emergency card nor an emergency procedure. What is
done in the first minute must be written and practised beforehand. Where all major hazards have `first_aid` it is
information only. Process specifications are left out.

Example (YAML):

    hazards:
      - {id: H1, title: Splashing liquor, risk: major, controls: [Guard], ppe: [face shield]}

Cure: write an emergency card (who, what first, whom to call) or an emergency procedure.

Source: the section of emergencies (cards: who, first three actions, phone); the dual prevention system.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import URGENT, Risk
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        prepared = sop.emergency_cards or any(one.phase in URGENT for one in sop.procedures)
        major = [hazard for hazard in sop.hazards if hazard.risk is Risk.MAJOR]
        if major and not prepared and sop.kind != "process-specification":
            severity = Severity.INFO if all(hazard.first_aid for hazard in major) else Severity.WARNING
            ids = ", ".join(name_in(hazard.address) for hazard in major)
            yield finding("SOP128", severity, subject=major[0].address, ids=ids)


RULE = Rule(
    code="SOP128",
    name="major-hazard-without-emergency",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "有重大风险 `{ids}`，没有应急处置卡，也没有应急程序",
            "写 `emergency_cards:`，或写一个 `phase: emergency` 的程序",
        ),
        "en": (
            "there are major hazards (`{ids}`) and neither an emergency card nor an emergency procedure",
            "write `emergency_cards:`, or a procedure with `phase: emergency`",
        ),
    },
    check=_check,
)
