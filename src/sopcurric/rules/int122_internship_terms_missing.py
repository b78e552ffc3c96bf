"""INT122 岗位实习三方协议缺少条款

含义：协议要写明：岗位与内容、地点、起止时间、工作时间与休息、报酬与支付、劳动保护与职业危害、食宿、
指导教师、保险、伤亡事故责任、考核、保密、违约、变更与解除、争议解决、监护人知情。

例：协议的 `terms` 只写了岗位和报酬。

改法：在 `agreements: internship: terms:` 中补上缺少的条款；没有写的在范本中打印为空白。

依据：岗位实习三方协议示范文本（2021）（凭记忆，未核对原文，因此为警告）。

----

INT122 Terms that the agreement of an internship lacks

Meaning: the agreement tells post and content, place, beginning and end, hours and rest, pay, protection and
hazards, food and lodging, who guides, insurance, liability for injury, assessment, confidentiality, breach,
change and end, disputes, and how guardians are told.

Example: `terms` has post and pay only.

Cure: add the terms in `agreements: internship: terms:`; what is not written is printed as an open place.

Source: the model agreement of 2021 (recalled, not read again, hence a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.agreements import internship_terms, missing
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        own = programme.agreements.internship if programme.agreements else None
        absent = list(missing(internship_terms(own))) if own else []
        if own and absent:
            yield finding(
                "INT122",
                Severity.WARNING,
                subject=f"@agreements/{programme.id}",
                part=("internship",),
                terms=", ".join(absent),
                number=len(absent),
                all=len(internship_terms(own)),
            )


RULE = Rule(
    code="INT122",
    name="internship-terms-missing",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "岗位实习三方协议 `{all}` 个条款中缺 `{number}` 个：`{terms}`（示范文本凭记忆，未核对）",
            "在 `terms:` 中写上这些条款",
        ),
        "en": (
            "the agreement of the internship lacks `{number}` of `{all}` terms: `{terms}` (recalled, not read again)",
            "write them in `terms:`",
        ),
    },
    check=_check,
)
