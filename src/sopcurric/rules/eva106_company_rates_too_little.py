"""EVA106 技能实操和岗位适配的企业评分不到一半

含义：技能实操、岗位适配由企业主导，两个维度合起来由企业人员评的分数应不少于一半。按权重计算。

例：技能实操 30 分、企业评 20 %，岗位适配 25 分、企业评 40 %，合起来企业评约 29 %。

改法：提高这两个维度的 `company`，或不写它而由企业牵头（按 100 % 计）。

依据：由企业主导技能实操和岗位适配评价得出的最低要求。

----

EVA106 Plants rate too little of skill and fit for the job

Meaning: plants lead skill and fit for the job, so their raters should give at least half of the points of both
together, by weight.

Example: skill with weight 30 and `company: 20`, fit with weight 25 and `company: 40`: plants give about 29 %.

Cure: raise `company` of the two, or leave it out where a plant leads (which makes it 100 %).

Source: the least that follows from plants leading these dimensions.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.evaluation import COMPANY_RATED, company_share
from sopcurric.plugin import Rule

_HALF = 50
"""Per cent."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        dimensions = programme.evaluation.dimensions if programme.evaluation else ()
        rated = [one for one in dimensions if one.dimension in COMPANY_RATED]
        whole = sum(one.weight for one in rated)
        given = sum(one.weight * company_share(one, programme.partners) for one in rated)
        if given < _HALF * whole:
            place = dimensions.index(rated[0])
            yield finding(
                "EVA106",
                Severity.WARNING,
                subject=f"@evaluation/{programme.id}",
                part=("dimensions", place),
                share=given // whole,
            )


RULE = Rule(
    code="EVA106",
    name="company-rates-too-little",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "技能实操和岗位适配由企业评的分数占 {share} %，不到一半",
            "提高 `skill`、`fit` 的 `company`",
        ),
        "en": (
            "plants give {share} % of the points of skill and fit for the job, less than half",
            "raise `company` of `skill` and `fit`",
        ),
    },
    check=_check,
)
