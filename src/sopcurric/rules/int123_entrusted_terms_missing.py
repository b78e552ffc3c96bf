"""INT123 委托培养协议缺少条款

含义：集团、院校、企业的三方委托培养协议要写明目标、对象、招生与身份、方案与课程、导师、脱密与知识产
权、费用、学员待遇、安全、评价、就业、保密、期限、违约和争议解决。

例：协议的 `terms` 只写了合作目标。

改法：在 `agreements: entrusted: terms:` 中补上缺少的条款。

依据：集团与院校、企业三方协议的通行内容（无全国规定，因此为警告）。

----

INT123 Terms that the agreement on training on order lacks

Meaning: the agreement of group, college and plants tells purpose, learners, admission, programme, mentors,
declassification, costs, benefits, safety, evaluation, employment, confidentiality, duration, breach and
disputes.

Example: `terms` has the purpose only.

Cure: add the terms in `agreements: entrusted: terms:`.

Source: what such agreements usually have (no national text, hence a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.agreements import entrusted_terms, missing
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        own = programme.agreements.entrusted if programme.agreements else None
        absent = list(missing(entrusted_terms(own))) if own else []
        if own and absent:
            yield finding(
                "INT123",
                Severity.WARNING,
                subject=f"@agreements/{programme.id}",
                part=("entrusted",),
                terms=", ".join(absent),
                number=len(absent),
                all=len(entrusted_terms(own)),
            )


RULE = Rule(
    code="INT123",
    name="entrusted-terms-missing",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "委托培养协议 `{all}` 个条款中缺 `{number}` 个：`{terms}`",
            "在 `terms:` 中写上这些条款",
        ),
        "en": (
            "the agreement on training on order lacks `{number}` of `{all}` terms: `{terms}`",
            "write them in `terms:`",
        ),
    },
    check=_check,
)
