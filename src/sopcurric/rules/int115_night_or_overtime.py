"""INT115 安排学生加班、夜班或休息日实习而没有备案

含义：除专业和岗位有特殊要求并事先报主管部门备案外，不得安排学生加班、夜班，不得在休息日和法定节假日
安排实习。

例：

    internship:
      night: true

改法：取消安排；确有特殊要求的，事先备案并在 `filings` 中写上事项和备案号。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）；第十七条的原文（凭记忆，未核对原文，因此为
警告），2016 年的规定有同样内容。

----

INT115 Nights, overtime or rest days that were not filed

Meaning: learners work no overtime, no nights, no rest days and holidays, unless major or post asks for it and
it was reported beforehand.

Example (YAML):

    internship:
      night: true

Cure: take it out; where it is needed, file it beforehand and write what and the number in `filings`.

Source: rules on internships of vocational students, 2021 No. 4; the wording of article 17 is recalled, not read
again, hence a warning; the text of 2016 says the same.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.internship import filed, organised
from sopcurric.plugin import Rule

_KEYS = (("night", "night"), ("overtime", "overtime"), ("rest_days", "rest-days"))


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, internship, address in organised(compilation):
        for key, why in _KEYS:
            if getattr(internship, key) and not filed(internship, why):
                yield finding("INT115", Severity.WARNING, subject=address, part=(key,), key=key, why=why)


RULE = Rule(
    code="INT115",
    name="night-or-overtime",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{key}` 为 true，而没有备案号（不得；条文凭记忆，未核对原文）",
            "取消安排，或事先备案并在 `filings` 中写 `why: [{why}]` 和 `number`",
        ),
        "en": (
            "`{key}` is true without a filing number (must not; recalled, not read again)",
            "take it out, or file it beforehand and write `why: [{why}]` and `number` in `filings`",
        ),
    },
    check=_check,
)
