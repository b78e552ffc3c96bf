"""EVA104 评价维度的牵头单位与通行做法不同

含义：职业素养、知识储备由学校牵头，技能实操、岗位适配由企业主导。由别的单位牵头的，企业认可度和岗位胜任力难以成为核心指标。

例：技能实操 `skill` 写成 `lead: college`。

改法：改由院校或企业牵头；确有安排的，可以不改，在方案中说明。

依据：五维评价方案：职业素养、知识储备由学校评价，技能实操、岗位适配由企业主导。

----

EVA104 A dimension led by somebody else than usual

Meaning: colleges lead conduct and knowledge, plants lead skill and fit for the job; otherwise recognition by plants
is hardly the core of the evaluation.

Example: `skill` with `lead: college`.

Cure: let the college or a plant lead it; where it is meant, leave it and say why in the programme.

Source: evaluation in five dimensions: conduct and knowledge by the college, skill and fit led by plants.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.evaluation import LEADING_ROLES
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        roles = {one.id: one.role for one in programme.partners}
        for place, one in enumerate(programme.evaluation.dimensions if programme.evaluation else ()):
            usual = LEADING_ROLES.get(one.dimension, ())
            if usual and one.lead in roles and roles[one.lead] not in usual:
                yield finding(
                    "EVA104",
                    Severity.WARNING,
                    subject=f"@evaluation/{programme.id}",
                    part=("dimensions", place, "lead"),
                    dimension=one.dimension,
                    lead=one.lead,
                    usual=", ".join(usual),
                )


RULE = Rule(
    code="EVA104",
    name="unusual-lead",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "评价维度 `{dimension}` 由 `{lead}` 牵头，通行做法是由角色为 `{usual}` 的单位牵头",
            "改由角色为 `{usual}` 的合作方牵头",
        ),
        "en": (
            "the dimension `{dimension}` is led by `{lead}`, usually by a partner of the role `{usual}`",
            "let a partner of the role `{usual}` lead it",
        ),
    },
    check=_check,
)
