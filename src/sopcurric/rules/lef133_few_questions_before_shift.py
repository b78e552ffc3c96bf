"""LEF133 班前会可提的问题太少

含义：班前会提问卡由规程中的关键步骤、危险源、异常处置、应急处置卡、劳保用品等生成。有文件编号的规程应当够出
六道题；不够时，班前会问不了几天就重复。

例：规程有 10 步，没有一步标为关键步骤，也没有危险源和异常处置。

改法：给关键步骤写 `critical: true` 和 `criterion`，给危险源写 `controls` 和 `first_aid`，写出异常处置
（`deviations`）和应急处置卡（`emergency_cards`）。

依据：通行做法：班前会结合当班工作提问。

----

LEF133 Few questions to ask before the shift

Meaning: questions before the shift are made of critical steps, hazards, deviations, emergency cards, protective
equipment and the like. An SOP with a number should yield six; with fewer, they repeat themselves within days.

Example: an SOP of ten steps of which none is critical, without hazards and deviations.

Cure: give critical steps `critical: true` and a `criterion`, hazards `controls` and `first_aid`; write `deviations`
and `emergency_cards`.

Source: common practice: the talk before the shift asks about the work of the day.
"""

from collections import Counter
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import LeafKind, Table
from sopcurric.plugin import Rule

_ENOUGH = 6


def _check(compilation: Compilation) -> Iterable[Finding]:
    asked: Counter[str] = Counter()
    for leaf in (leaf for binder in compilation.binders for leaf in binder.leaves):
        if leaf.kind is LeafKind.SHIFT_TALK:
            count = sum(len(block.rows) for block in leaf.blocks if isinstance(block, Table))
            asked.update(dict.fromkeys(leaf.derived_from, count))
    for sop in compilation.inputs.sops:
        own = sop.kind == "job-sop" and any(procedure.steps for procedure in sop.procedures)
        if own and sop.document.number and asked[sop.address] < _ENOUGH:
            yield finding("LEF133", Severity.INFO, subject=sop.address, code=sop.code, count=asked[sop.address])


RULE = Rule(
    code="LEF133",
    name="few-questions-before-shift",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "岗位 `{code}` 的规程只够出 `{count}` 道班前会提问题",
            "给关键步骤写标准，给危险源写措施和急救，写出异常处置和应急处置卡",
        ),
        "en": (
            "the SOP of the job `{code}` yields only `{count}` questions to ask before the shift",
            "write criteria for critical steps, controls and first aid for hazards, deviations and emergency cards",
        ),
    },
    check=_check,
    printed=True,
)
