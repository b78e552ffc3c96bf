"""EVA108 缺少核心评价指标

含义：企业认可度（`recognition`）和岗位胜任力（`competence`）是核心评价指标，评价分项中应当各有一项。

例：没有一个分项写 `core: recognition`。

改法：在相应的分项写 `core: recognition` 或 `core: competence`；没有这样的分项的，增加一项。

依据：五维评价方案：将企业认可度、岗位胜任力作为核心评价指标。

----

EVA108 A core indicator missing

Meaning: recognition by the plant and competence at the job are the core indicators; there should be an item for each.

Example: no item with `core: recognition`.

Cure: write `core: recognition` or `core: competence` with the item that is one, or add such an item.

Source: evaluation in five dimensions: recognition and competence are the core indicators.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

_CORE = ("recognition", "competence")


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        dimensions = programme.evaluation.dimensions if programme.evaluation else ()
        known = {own.core for one in dimensions for own in one.items}
        for core in _CORE if dimensions else ():
            if core not in known:
                yield finding(
                    "EVA108",
                    Severity.WARNING,
                    subject=f"@evaluation/{programme.id}",
                    part=("dimensions",),
                    core=core,
                )


RULE = Rule(
    code="EVA108",
    name="core-indicator-missing",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "没有一个评价分项是核心指标 `{core}`",
            "在相应的分项写 `core: {core}`",
        ),
        "en": (
            "no item is the core indicator `{core}`",
            "write `core: {core}` with the item that is",
        ),
    },
    check=_check,
)
