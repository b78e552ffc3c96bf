"""LEF134 点检表的项目没有标准

含义：多数步骤是检查、测量的巡检程序（`phase: inspection`）印成点检表，每班打“√”或“×”。没有标准
（`criterion`、有范围的参数，或步骤里写明的数值、状态），不同的人判断不一。路线中的点检点另由 SOP135 检查。
一个程序只提示一次，列出全部步骤。

例：

    procedures:
      - {id: P6, title: 巡检, phase: inspection, steps: [{id: S1, text: 检查轴承}]}

改法：给列出的步骤写 `criterion`，如“温度 ≤ 80 ℃，无异响”，或写 `parameters` 引用参数。

依据：通行做法：点检“定标”。

----

LEF134 An item of a spot-check sheet without a standard

Meaning: a procedure of `phase: inspection` most of whose steps look or measure becomes a spot-check sheet, to be
ticked every shift. Without a standard (a `criterion`, a parameter with a range, or a value or state in the step)
everybody judges otherwise. The points of routes are looked at by SOP135. One finding lists all steps of a procedure.

Example (YAML):

    procedures:
      - {id: P6, title: Round, phase: inspection, steps: [{id: S1, text: Check the bearings}]}

Cure: give the steps a `criterion`, such as “≤ 80 °C, no noise”, or name the `parameters`.

Source: common practice: inspection fixes the standard of each point.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.leaves.spot_check import is_round
from sopcurric.linguistics.cues_of_safety import MEASURE, STANDARD
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.said import said
from sopcurric.model.sop import Step
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for procedure in compilation.procedures.values():
        if not procedure.route and is_round(procedure, compilation.step_points):
            loose = [step for step in procedure.deeds if not _has_standard(step)]
            if loose:
                ids = ", ".join(name_in(step.address) for step in loose)
                yield finding("LEF134", Severity.INFO, subject=loose[0].address, ids=ids)


def _has_standard(step: Step) -> bool:
    """Whether a step says what must hold, or is no inspection at all."""
    words = said(step.text)
    return bool(step.criterion or step.parameters or step.record or MEASURE.search(words) or STANDARD.search(words))


RULE = Rule(
    code="LEF134",
    name="spot-check-without-standard",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "点检表的项目没有标准：{ids}",
            "给这些步骤写 `criterion:`，或用 `parameters:` 引用参数",
        ),
        "en": (
            "items of the spot-check sheet have no standard: {ids}",
            "give these steps a `criterion:`, or name their `parameters:`",
        ),
    },
    check=_check,
)
