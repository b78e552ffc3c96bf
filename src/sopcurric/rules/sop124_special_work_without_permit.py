"""SOP124 特殊作业没有写作业票

含义：动火、受限空间、高处、吊装、临时用电、盲板抽堵、动土、断路要办作业票。步骤写了这类作业，规程的 `permits` 中
没有这一种，步骤和程序的文字也没有写作业票、审批。“禁止动火”一类的句子不算。

例：

    steps:
      - 焊补槽壁漏点

改法：在 `permits` 中列出作业票（`kind: hot-work` 等），在步骤或程序中引用；或在前提条件中写明已办作业票。

依据：GB 30871（特殊作业的种类）；规程章节“特殊作业票”。

----

SOP124 A special operation without a permit

Meaning: hot work, confined spaces, heights, lifting, temporary power, blind plates, excavation and closing of roads
need a permit. A step speaks of such work, and neither `permits` has that kind nor do step and procedure mention a
permit. Sentences that forbid such work do not count.

Example (YAML):

    steps:
      - Weld the leak in the tank wall

Cure: list the permit in `permits` (`kind: hot-work` and so on) and name it in the step or procedure, or say in the
conditions that it was issued.

Source: GB 30871 (kinds of special operations); the section of work permits.
"""

import re
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import PERMITTED, SPECIAL_WORK, is_done
from sopcurric.model.compilation import Compilation
from sopcurric.model.said import said
from sopcurric.model.sop import Procedure, Step
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "work.hot-work": "动火",
        "work.confined-space": "受限空间",
        "work.height": "高处",
        "work.lifting": "吊装",
        "work.temporary-power": "临时用电",
        "work.blind-plate": "盲板抽堵",
        "work.excavation": "动土",
        "work.road-closure": "断路",
    },
    "en": {
        "work.hot-work": "hot work",
        "work.confined-space": "confined spaces",
        "work.height": "work at height",
        "work.lifting": "lifting",
        "work.temporary-power": "temporary power",
        "work.blind-plate": "blind plates",
        "work.excavation": "excavation",
        "work.road-closure": "closing of roads",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        known = {permit.kind.value for permit in sop.permits}
        for procedure in sop.procedures:
            words = compilation.said[procedure.address]
            if procedure.permits or PERMITTED.search(words):
                continue
            for kind, cue in SPECIAL_WORK.items():
                step = _first(procedure, cue) if kind not in known and cue.search(words) else None
                if step:
                    yield finding("SOP124", Severity.INFO, subject=step.address, work=kind, kind=kind)


def _first(procedure: Procedure, cue: re.Pattern[str]) -> Step | None:
    """The first step that is such work: not one that forbids it, and not one that has a permit."""
    found = (step for step in procedure.steps if not step.permits and is_done(said(step.text), cue))
    return next(found, None)


RULE = Rule(
    code="SOP124",
    name="special-work-without-permit",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "步骤中有{work}作业，没有写作业票",
            "在 `permits:` 中列出（`kind: {kind}`），并在步骤中引用",
        ),
        "en": (
            "this step is a special operation ({work}), and no permit is named",
            "list it in `permits:` (`kind: {kind}`) and name it in the step",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
