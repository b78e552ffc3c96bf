"""INT119 没有写明实习责任保险

含义：学校和实习单位要为学生投保实习责任保险；发生伤害先由保险机构赔付，不足部分按协议承担。

例：`internship:` 中没有 `insurance`。

改法：写 `insurance`：险种、投保单位和起止时间。

依据：2016 年《职业学校学生实习管理规定》第三十六条；2021 年的规定类似（凭记忆，未核对原文，因此为警
告）。

----

INT119 No liability insurance

Meaning: college and plant insure learners against accidents at work; the insurer pays first, the rest is borne
as agreed.

Example: `internship:` without `insurance`.

Cure: write `insurance`: which, by whom, for how long.

Source: rules of 2016, article 36; those of 2021 are alike (recalled, not read again, hence a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.internship import organised
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, internship, address in organised(compilation):
        if internship.insurance is None:
            yield finding("INT119", Severity.WARNING, subject=address)


RULE = Rule(
    code="INT119",
    name="no-insurance",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "没有写明实习责任保险（条文凭记忆，未核对原文）",
            "写 `insurance`，写明险种和投保单位",
        ),
        "en": (
            "no liability insurance is told (recalled, not read again)",
            "write `insurance`: which, and by whom",
        ),
    },
    check=_check,
)
