"""SOP107 关键步骤没有标准

含义：标为 `critical` 的步骤做错会伤人、损坏设备或造成废品，要写明做到什么程度为对。
步骤文字中有数值、比较或“无泄漏”“全关”一类状态，或写了 `criterion` 的，不提示。

例：

    steps:
      - {text: 打开进汽阀, critical: true}

改法：补上 `criterion`，如 `criterion: 疏水见干汽，无水击声`。

依据：通行做法：步骤有标准或限值。

----

SOP107 A critical step without a standard

Meaning: an error in a step that is marked `critical` hurts people, breaks equipment or spoils the product, so it
says what counts as right. A number, a comparison or a state in the sentence will do, and so will a `criterion`.

Example (YAML):

    steps:
      - {text: Open the steam valve, critical: true}

Cure: add `criterion`, as in `criterion: dry steam at the drain, no hammering`.

Source: common practice: a step has a standard or limit.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import MEASURE, PROHIBITED, STANDARD
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.said import said
from sopcurric.model.sop import Step
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for procedure in compilation.procedures.values():
        for step in procedure.deeds:
            if step.critical and not procedure.route and not _has_standard(step):
                yield finding("SOP107", Severity.INFO, subject=step.address, id=name_in(step.address))


def _has_standard(step: Step) -> bool:
    words = said(step.text)
    return bool(step.criterion or MEASURE.search(words) or STANDARD.search(words) or PROHIBITED.search(words))


RULE = Rule(
    code="SOP107",
    name="critical-step-without-standard",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "关键步骤 `{id}` 没有写明做到什么程度为对",
            "补上 `criterion:`，写数值或看得见的状态",
        ),
        "en": (
            "the critical step `{id}` does not say what counts as right",
            "add `criterion:` with a number or a visible state",
        ),
    },
    check=_check,
)
