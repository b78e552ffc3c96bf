"""EVA110 三方四层评估不完整

含义：学员、企业、教师三方对学习体验、学习行为、能力提升、企业满意度四层共 12 格，每格写一次：
有工具的写 `instrument`，不适用的写理由 `reason`。

例：没有写 `{party: teacher, layer: behaviour, …}`。

改法：补上缺少的格；不适用的写明 `reason`；重复的删去一个。

依据：三方四层评估的通行做法。

----

EVA110 Parties and layers that are not complete

Meaning: three parties and four layers make 12 cells: each has an `instrument`, or the `reason` why there is none, and
stands there once.

Example: there is no `{party: teacher, layer: behaviour, …}`.

Cure: add what is missing; give a `reason` where a party has nothing to say; take away what is there twice.

Source: what evaluation by three parties in four layers is.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.evaluation import LAYERS, PARTIES
from sopcurric.model.files.evaluation import Evaluation
from sopcurric.plugin import Rule

_SHOWN = 3
"""So many cells are named."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        open_cells = _open(programme.evaluation) if programme.evaluation else []
        if programme.evaluation and open_cells:
            yield finding(
                "EVA110",
                Severity.WARNING,
                subject=f"@evaluation/{programme.id}",
                part=("layers",) if programme.evaluation.layers else (),
                count=len(open_cells),
                first=", ".join(open_cells[:_SHOWN]),
            )


def _open(evaluation: Evaluation) -> list[str]:
    """Cells that are missing, empty or given twice."""
    said = [(one.party, one.layer) for one in evaluation.layers if one.instrument or one.reason]
    cells = ((party, layer) for party in PARTIES for layer in LAYERS)
    return [f"{party}/{layer}" for party, layer in cells if said.count((party, layer)) != 1]


RULE = Rule(
    code="EVA110",
    name="layers-incomplete",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "三方四层评估有 {count} 格缺少、空着或重复：`{first}`",
            "每格写一次 `instrument`，不适用的写 `reason`",
        ),
        "en": (
            "{count} cells of parties and layers are missing, empty or given twice: `{first}`",
            "give each an `instrument` once, or a `reason`",
        ),
    },
    check=_check,
)
