"""SOP121 检修类作业没有写能量隔离

含义：拆卸、解体、清堵、更换部件时设备可能突然启动或喷出物料。维护检修程序中有这类步骤，程序和步骤都没有引用隔离点
（`lockouts`），文字中也没有上锁、挂牌、隔离、断电，是警告；其他阶段的程序是提示。
只检查列有设备或隔离点的规程，应急程序除外。

例：

    procedures:
      - title: 更换隔膜
        phase: maintenance
        steps: [拆卸阀箱, 更换隔膜]

改法：在程序中引用隔离点 `lockouts`，或加上停机、上锁挂牌、释放残余能量、验证的步骤。

依据：GB/T 33579—2017、GB/T 19670（防止意外启动）。

----

SOP121 Maintenance work without isolation of energy

Meaning: while parts are dismantled, cleaned inside or replaced, a machine may start or eject material. Where a
maintenance procedure has such steps, names no `lockouts` and does not speak of locking, tagging or isolating, it is a
warning; in other phases information. Only SOPs with equipment or lockouts are looked at; emergencies are left out.

Example (YAML):

    procedures:
      - title: Replace the diaphragm
        phase: maintenance
        steps: [Dismantle the valve box, Replace the pump seal]

Cure: name `lockouts` in the procedure, or add the steps: stop, lock and tag, release stored energy, verify.

Source: GB/T 33579-2017, GB/T 19670 (unexpected start-up).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import DISMANTLING, ISOLATING, LOCKING, is_done
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import URGENT, Phase
from sopcurric.model.naming import named
from sopcurric.model.said import said
from sopcurric.model.sop import Procedure
from sopcurric.plugin import Rule

_LEFT_OUT = (*URGENT, Phase.HANDOVER)


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for procedure in sop.procedures if sop.equipment or sop.lockouts else ():
            words = compilation.said[procedure.address]
            if procedure.phase in _LEFT_OUT or procedure.route or _is_isolated(procedure, words):
                continue
            inside = [step.number for step in procedure.steps if is_done(said(step.text), DISMANTLING)]
            if inside:
                severity = Severity.WARNING if procedure.phase is Phase.MAINTENANCE else Severity.INFO
                yield finding("SOP121", severity, subject=procedure.address, steps=", ".join(inside))


def _is_isolated(procedure: Procedure, words: str) -> bool:
    return any(named(procedure, "lockouts")) or bool(LOCKING.search(words) or ISOLATING.search(words))


RULE = Rule(
    code="SOP121",
    name="maintenance-without-lockout",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "第 `{steps}` 步要拆开设备或在内部作业，程序没有写能量隔离",
            "引用隔离点 `lockouts:`，或加上停机、上锁挂牌、泄压、验证的步骤",
        ),
        "en": (
            "parts are opened in steps `{steps}`, and the procedure does not isolate energy",
            "name `lockouts:`, or add steps that stop, lock and tag, relieve and verify",
        ),
    },
    check=_check,
)
