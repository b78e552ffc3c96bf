"""SOP117 剩余风险与措施不相称

含义：`residual` 是采取措施后的风险，不应高于采取措施前的 `risk`。措施之后仍为较大（larger）或重大（major）的，
要有进一步的安排：现场应急处置卡（`emergency_cards` 引用这个危险源）或发生后的应急处置（`first_aid`）。

例：

    hazards:
      - {id: H1, title: 碱液喷溅, risk: general, residual: larger, controls: [戴面罩]}

改法：核对两个等级；仍然较大的，补充措施、`first_aid` 或应急处置卡。

依据：双重预防机制的风险分级管控。

----

SOP117 A residual risk that does not go with the controls

Meaning: `residual` is the risk after controls and cannot be higher than `risk`. Where it is still larger or major,
there must be more: an emergency card that names the hazard, or `first_aid`.

Example (YAML):

    hazards:
      - {id: H1, title: Splashing liquor, risk: general, residual: larger, controls: [Face shield]}

Cure: check both grades; where the risk stays grave, add measures, `first_aid` or an emergency card.

Source: risk grades of the dual prevention system.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import GRAVE, Risk
from sopcurric.model.sop import Hazard
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "higher": "核对 `risk:` 和 `residual:`，写反的对调",
        "grave": "增加措施，或补上 `first_aid:` 和应急处置卡",
        "fault.higher": "高于采取措施前",
        "fault.grave": "仍然很高，没有进一步的安排",
    },
    "en": {
        "higher": "check `risk:` and `residual:`, and exchange them where they were mixed up",
        "grave": "add measures, or `first_aid:` and an emergency card",
        "fault.higher": "is higher than before the controls",
        "fault.grave": "is still grave, and nothing further is arranged",
    },
}

_ORDER = tuple(Risk)


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        carded = {address for card in sop.emergency_cards for address in card.hazards}
        for hazard in sop.hazards:
            if hazard.residual is None:
                continue
            if _ORDER.index(hazard.residual) > _ORDER.index(hazard.risk):
                yield _finding(hazard, "higher", Severity.WARNING)
            elif hazard.residual in GRAVE and not hazard.first_aid and hazard.address not in carded:
                yield _finding(hazard, "grave", Severity.INFO)


def _finding(hazard: Hazard, fault: str, severity: Severity) -> Finding:
    return finding(
        "SOP117",
        severity,
        subject=hazard.address,
        id=name_in(hazard.address),
        residual=hazard.residual.value if hazard.residual else "",
        fault=fault,
        variant=fault,
    )


RULE = Rule(
    code="SOP117",
    name="residual-risk",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "危险源 `{id}` 的剩余风险 `{residual}` {fault}",
            "核对风险等级和措施",
        ),
        "en": (
            "the residual risk `{residual}` of the hazard `{id}` {fault}",
            "check the grades and the controls",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
