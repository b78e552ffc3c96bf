"""PLN103 公共基础课程占比不足

含义：公共基础课程学时除以总学时，三年制高职应当不少于 1/4。总学时包括整周实践和岗位实习。按未舍入的数值比较。

例：600 ÷ 2600 = 23.1 %。

改法：增加公共基础课程（`category: general`）的学时，或核对课程类别是否写错。

依据：教职成〔2019〕13号。数值写在规则集的 `public-foundation-share`。

----

PLN103 Too small a share of public foundation courses

Meaning: hours of public foundation courses over all hours; at least a quarter in three years of higher
vocational education. The total counts whole weeks and the internship. The unrounded share is compared.

Example: 600 ÷ 2600 = 23.1 %.

Cure: add hours to public foundation courses (`category: general`), or check whether a course has the wrong
category.

Source: MOE 2019 No. 13. The number stands in the profile as `public-foundation-share`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, shortfalls
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for short in shortfalls(compilation, "public-foundation-share"):
        yield finding(
            "PLN103",
            severity_of(short.number),
            subject=short.programme,
            hours=short.part.hours,
            total=short.total,
            percent=short.percent,
            required=short.required,
            missing=short.to_add,
            **cited(short.number, compilation),
        )


RULE = Rule(
    code="PLN103",
    name="public-foundation-share",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "公共基础课程 `{hours}` ÷ 总学时 `{total}` = `{percent}`，低于 `{required}`（{basis}，{modality}）",
            "给 `category: general` 的课程至少增加 {missing} 学时",
        ),
        "en": (
            "public foundation `{hours}` ÷ all hours `{total}` = `{percent}`, below `{required}` ({basis}; {modality})",
            "add at least {missing} h to courses of `category: general`",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
