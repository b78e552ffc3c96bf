"""STD111 声称达到的等级覆盖率不足

含义：方案声称达到的等级（及以下各级）中，有对应技能点的技能要求，按各职业功能的技能权重合计，低于数值方案的
`standard-coverage`。

例：四级的技能要求覆盖 61.0 %，数值方案要求 80 %。

改法：见 STD110 和 `sopcurric show coverage`：补步骤、确认对应关系，或降低 `target_level`。

依据：数值方案的 `standard-coverage`（凭经验，未核对原文，因此只作警告）。

----

STD111 Too small a share of a claimed level is backed

Meaning: of the level that a programme claims (and those below), the skill requirements that some skill point backs,
by the skill weights of their functions, are less than `standard-coverage` of the profile.

Example: 61.0 % of level 4 is backed, the profile asks for 80 %.

Cure: see STD110 and `sopcurric show coverage`: add steps, confirm what corresponds, or claim a lower `target_level`.

Source: `standard-coverage` of the profile (recalled, therefore a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.claims import claims
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    asked = compilation.inputs.profile.numbers.get("standard-coverage")
    if asked is None:
        return
    for claim in claims(compilation):
        low = [one for one in claim.levels if one.skills and one.share < asked.value]
        if low:
            yield finding(
                "STD111",
                severity_of(asked),
                subject=f"@programme/{claim.programme.id}",
                levels=", ".join(
                    f"{one.level} {one.share * 100:.1f} % ({one.backed_skills}/{one.skills})" for one in low
                ),
                required=f"{asked.value * 100:g} %",
                **cited(asked, compilation),
            )


RULE = Rule(
    code="STD111",
    name="share-of-claimed-level",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "声称达到的等级中，按职业功能权重计算的技能要求覆盖率低于 `{required}`（{basis}，{modality}）：`{levels}`",
            "补上步骤或确认对应关系，见 `sopcurric show coverage`；做不到的降低 `target_level`",
        ),
        "en": (
            (
                "less than `{required}` "
                "({basis}; {modality}) of the skill requirements of claimed levels, weighed by function, "
                "are backed: `{levels}`"
            ),
            "add steps or confirm what corresponds (`sopcurric show coverage`), or claim a lower `target_level`",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
