"""SOP129 应急处置卡不便于使用

含义：处置卡贴在现场，出事时一眼看完：处置措施不超过五条，写明联系电话（`contacts`，或在处置中写明呼叫、报警）。
更多的内容写成应急程序，由处置卡引用。

例：

    emergency_cards:
      - {id: C1, title: 碱液灼伤, actions: [冲洗 15 min 以上]}

改法：超过五条的留下最先做的几条，其余写成 `phase: emergency` 的程序，用 `procedures` 引用；补上 `contacts`。

依据：规程章节“应急处置”（处置卡：谁、先做的三件事、电话）。

----

SOP129 An emergency card that is not handy

Meaning: the card hangs on site and is read at one glance: no more than five first actions, and whom to call
(`contacts`, or a call among the actions). More than that is an emergency procedure, which the card names.

Example (YAML):

    emergency_cards:
      - {id: C1, title: Caustic burns, actions: [Rinse for at least 15 min]}

Cure: keep what is done first and make the rest a procedure with `phase: emergency`, named by `procedures`; add
`contacts`.

Source: the section of emergencies (cards: who, first three actions, phone).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import TELEPHONE
from sopcurric.model.address import Address, name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.said import said
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "long": "只留最先做的几条，其余写成应急程序并用 `procedures:` 引用",
        "contacts": "补上 `contacts:`，写岗位和内线",
        "fault.long": "处置措施超过五条",
        "fault.contacts": "没有写联系电话",
    },
    "en": {
        "long": "keep what is done first, make the rest an emergency procedure and name it in `procedures:`",
        "contacts": "add `contacts:` with roles and extensions",
        "fault.long": "has more than five actions",
        "fault.contacts": "does not say whom to call",
    },
}

_MOST = 5


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for card in sop.emergency_cards:
            if len(card.actions) > _MOST:
                yield _finding(card.address, "long")
            if not card.contacts and not TELEPHONE.search(said(*card.actions)):
                yield _finding(card.address, "contacts")


def _finding(address: Address, fault: str) -> Finding:
    return finding("SOP129", Severity.INFO, subject=address, id=name_in(address), fault=fault, variant=fault)


RULE = Rule(
    code="SOP129",
    name="unhandy-emergency-card",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "应急处置卡 `{id}` {fault}",
            "先做的事不超过五件，写明联系谁",
        ),
        "en": (
            "the emergency card `{id}` {fault}",
            "give no more than five actions, and whom to call",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
