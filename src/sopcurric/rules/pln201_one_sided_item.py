"""PLN201 职责事项只有一方负责（校热企冷）

含义：职责分工的每个事项、合作做法的每个要素，学校和企业双方都要写明责任人和佐证材料；只有一方的给警告。

例：“实训基地建设”只写了 `school`，没有写 `company`。

改法：补写缺少一方的 `who` 和 `evidence`；确实不需要另一方的事项，不列入双方的职责分工。

依据：校企双主体的通行做法（重庆方案的五双、五共）；由本程序规定，不是国家条文。

----

PLN201 An item that one side answers for alone

Meaning: for every item and every element of a method, college and company both name who answers for it and what
shows that it is done; where one side is missing, this is a warning.

Example: an item with `school` and without `company`.

Cure: add `who` and `evidence` of the side that is missing; what concerns one side only is no item of both.

Source: common practice of two parties that train together (the Chongqing scheme); a rule of ours, no national text.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.organisation import organised, two_sided
from sopcurric.model.saying import words
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "side": "补写这一方的责任人 `who` 和佐证材料 `evidence`",
        "evidence": "补写这一方的佐证材料 `evidence`",
        "side.school": "学校",
        "side.company": "企业",
    },
    "en": {
        "side": "add `who` and `evidence` of that side",
        "evidence": "add `evidence` of that side",
        "side.school": "the college",
        "side.company": "the company",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    language = compilation.inputs.settings.language
    for programme, own in organised(compilation):
        for one in two_sided(own):
            for side, answering in one.sides:
                if answering is None or not answering.evidence:
                    yield finding(
                        "PLN201",
                        Severity.WARNING,
                        subject=f"@organisation/{programme.id}",
                        part=one.part if answering is None else (*one.part, side),
                        item=words(one.title, language),
                        side=side,
                        variant="evidence" if answering else "side",
                    )


RULE = Rule(
    code="PLN201",
    name="one-sided-item",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "“{item}”没有写明{side}一方的责任人和佐证材料",
            "补写这一方的责任人和佐证材料",
        ),
        "en": (
            "`{item}` does not say who answers for it at {side}, with evidence",
            "add who answers for it and the evidence",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
