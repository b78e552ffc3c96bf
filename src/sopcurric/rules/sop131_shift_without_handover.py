"""SOP131 倒班岗位没有写交接班

含义：岗位概述或工作环境写明倒班（如“四班三运转”），规程却没有交接班内容（`handover`），也没有交接班程序
（`phase: handover`）。异常、上锁和未完的工作在交接时最容易丢失。

例：

    job: {code: DIG, title: 溶出工, workplace: 溶出机组平台，四班三运转}

改法：在 `handover` 中列出交接内容，或写一个 `phase: handover` 的程序。

依据：规程章节“交接班”（交接内容、现场对口、记录）。

----

SOP131 Work in shifts without a hand-over

Meaning: purpose or workplace speak of shifts, and the SOP has neither `handover` nor a procedure with `phase:
handover`. Faults, locks and unfinished work are lost most easily at a change of shifts.

Example (YAML):

    job: {code: DIG, title: Digestion operator, workplace: Digestion platform, four shifts}

Cure: list what is handed over in `handover`, or write a procedure with `phase: handover`.

Source: the section of shift hand-over (contents, face to face on site, records).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import HANDING_OVER, SHIFTS
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.said import said
from sopcurric.model.sop import Procedure
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        handed = sop.handover or any(_hands_over(one) for one in sop.procedures)
        if not handed and SHIFTS.search(said(sop.purpose, sop.workplace)):
            yield finding("SOP131", Severity.INFO, subject=sop.address, code=sop.code)


def _hands_over(procedure: Procedure) -> bool:
    return procedure.phase is Phase.HANDOVER or bool(HANDING_OVER.search(said(procedure.title)))


RULE = Rule(
    code="SOP131",
    name="shift-without-handover",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "岗位 `{code}` 倒班，没有写交接班",
            "列出 `handover:`，或写一个 `phase: handover` 的程序",
        ),
        "en": (
            "the job `{code}` works in shifts and has no hand-over",
            "list `handover:`, or write a procedure with `phase: handover`",
        ),
    },
    check=_check,
)
