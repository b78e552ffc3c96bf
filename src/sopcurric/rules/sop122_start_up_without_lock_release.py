"""SOP122 开车没有写解锁摘牌

含义：规程写了上锁挂牌，开车前就要确认锁和牌已由上锁人本人解除，否则可能带锁启动，或在还有人作业时送电送汽。
整个规程都没有写解锁摘牌，是警告；只在检修程序中写了，准备和开车程序中没有核对，是提示。

例：

    procedures:
      - title: 检修前上锁挂牌
        phase: maintenance
        steps: [断开电源并上锁挂牌]
      - title: 启动隔膜泵
        phase: start-up
        steps: [打开进口阀]

改法：在准备或开车程序中加上“确认锁具由上锁人本人解除、标牌已摘”。

依据：通行做法：开停车顺序与上锁挂牌的解除相连；GB/T 33579—2017。

----

SOP122 A start-up that does not mention the release of locks

Meaning: where an SOP locks and tags, those who start the machine make sure that locks and tags were taken off by
their owners. Where the release is mentioned nowhere it is a warning; where only maintenance mentions it, and
preparation and start-up do not check it, information.

Example (YAML):

    procedures:
      - title: Lock and tag before repair
        phase: maintenance
        steps: [Cut the power, lock and tag out]
      - title: Start the pump
        phase: start-up
        steps: [Open the inlet valve]

Cure: add to preparation or start-up: make sure that all locks and tags were removed by their owners.

Source: common practice: start and stop sequences reference the release of lockouts; GB/T 33579-2017.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import LOCKED, RELEASING
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.said import said
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "nowhere": "写明完工后由上锁人本人解锁摘牌，并在开车前确认",
        "elsewhere": "在准备或开车程序中加上确认锁具已由本人解除的步骤",
    },
    "en": {
        "nowhere": "say that owners remove their locks and tags when work is done, and check it before start-up",
        "elsewhere": "add a step to preparation or start-up that checks that all locks are off",
    },
}

_STARTING = (Phase.PREPARATION, Phase.START_UP)


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        words = {one.address: compilation.said[one.address] for one in sop.procedures}
        starting = [one for one in sop.procedures if one.phase in _STARTING]
        locks = bool(sop.lockouts) or any(LOCKED.search(one) for one in words.values())
        begun = next((one.address for one in starting if one.phase is Phase.START_UP), "")
        if not (begun and locks) or any(RELEASING.search(words[one.address]) for one in starting):
            continue
        released = said(*(one.release for one in sop.lockouts)) + "\n".join(words.values())
        told = bool(RELEASING.search(released)) or any(one.release for one in sop.lockouts)
        yield finding(
            "SOP122",
            Severity.INFO if told else Severity.WARNING,
            subject=begun,
            variant="elsewhere" if told else "nowhere",
        )


RULE = Rule(
    code="SOP122",
    name="start-up-without-lock-release",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "规程有上锁挂牌，开车时没有核对解锁摘牌",
            "在开车前加上确认解锁摘牌的步骤",
        ),
        "en": (
            "the SOP locks and tags, and start-up does not check that locks are off",
            "add a step before start-up that checks it",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
