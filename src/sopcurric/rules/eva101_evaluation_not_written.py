"""EVA101 人才培养方案没有写考核评价

含义：方案文件没有 `evaluation:` 一节时，考核评价方案按通用的五维指标生成，成长发展的牵头单位空着。
评价由谁牵头、各占多少分，要由校企双方商定。

例：`programmes/` 中的文件只有培养路径和合作方，没有 `evaluation:`。

改法：在方案文件中写 `evaluation:`：五个维度的权重、牵头单位和分项，评价标准的签署，三方四层评估。

依据：五维评价（职业素养、知识储备、技能实操、岗位适配、成长发展）由学校、企业分别牵头，行业把关标准。

----

EVA101 A programme without an evaluation of its own

Meaning: where a programme file has no `evaluation:`, the scheme is printed with the usual five dimensions, and nobody
is named who leads growth. Who leads and how much each counts is for college and plants to agree.

Example: a file in `programmes/` with path and partners and no `evaluation:`.

Cure: write `evaluation:`: weights, leads and items of the five dimensions, the standard, parties and layers.

Source: evaluation in five dimensions, led by college and plants, with the industry body answering for the standard.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        if programme.evaluation is None:
            yield finding("EVA101", Severity.INFO, subject=f"@programme/{programme.id}", programme=programme.id)


RULE = Rule(
    code="EVA101",
    name="evaluation-not-written",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "方案 `{programme}` 没有写考核评价，成长发展没有牵头单位",
            "在方案文件中写 `evaluation:`，写明五个维度的权重、牵头单位和分项",
        ),
        "en": (
            "the programme `{programme}` has no evaluation, and nobody leads growth",
            "write `evaluation:` with weights, leads and items of the five dimensions",
        ),
    },
    check=_check,
)
