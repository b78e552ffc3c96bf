"""LEF131 应急程序没有应急处置卡

含义：应急程序超过五步，而规程中没有引用它的应急处置卡。出事的时候来不及看长程序，现场张贴的卡片应当只写谁处置、
最先做哪几件事、找谁。没有卡片时，打印的是整个程序。

例：

    procedures:
      - {id: P9, title: 处置刺漏, phase: emergency, steps: [撤离, 报告, 停汽, 降量, 卸压, 收集碱液]}

改法：在 `emergency_cards` 中写一张卡（`who`、`signs`、不超过五条 `actions`、`contacts`），用 `procedures: [P9]`
引用这个程序；或把程序精简到五步以内。

依据：通行做法：规程章节“应急处置”（处置卡：谁、先做的三件事、电话）。

----

LEF131 An emergency procedure without an emergency card

Meaning: an emergency procedure has more than five steps, and no emergency card names it. Nobody reads a long procedure
while something happens: the card on the wall says who acts, what is done first, and whom to call. Where there is none,
the whole procedure is printed.

Example (YAML):

    procedures:
      - {id: P9, title: Leak, phase: emergency, steps: [Leave, Report, Shut steam, Slow, Vent, Collect]}

Cure: write an entry of `emergency_cards` (`who`, `signs`, up to five `actions`, `contacts`) that names the procedure in
`procedures`, or shorten the procedure to five steps.

Source: common practice: the section of emergencies (cards: who, first three actions, phone).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import URGENT
from sopcurric.plugin import Rule

_MOST = 5


def _check(compilation: Compilation) -> Iterable[Finding]:
    cards = (card for sop in compilation.inputs.sops for card in sop.emergency_cards)
    named = {procedure for card in cards for procedure in card.procedures}
    for procedure in compilation.procedures.values():
        steps = len(procedure.deeds)
        if procedure.phase in URGENT and steps > _MOST and procedure.address not in named:
            name = name_in(procedure.address)
            yield finding("LEF131", Severity.INFO, subject=procedure.address, id=name, steps=steps)


RULE = Rule(
    code="LEF131",
    name="emergency-procedure-without-card",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "应急程序 `{id}` 有 `{steps}` 步，没有引用它的应急处置卡",
            "在 `emergency_cards:` 中写明谁处置、最先做的几件事和联系人，用 `procedures: [{id}]` 引用它",
        ),
        "en": (
            "the emergency procedure `{id}` has `{steps}` steps, and no emergency card names it",
            "say in `emergency_cards:` who acts, what is done first and whom to call, with `procedures: [{id}]`",
        ),
    },
    check=_check,
)
