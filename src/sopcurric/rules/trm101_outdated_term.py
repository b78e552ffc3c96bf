"""TRM101 过时的术语

含义：规程、课程和方案中的用语应与现行文件一致：实习的法定类型只有认识实习和岗位实习；
职业资格证书已改为职业技能等级证书，准入类职业除外；工人技术等级已改为职业技能等级。
“跟岗实践”作为阶段的名称可以用。

例：“第 6 学期安排顶岗实习，取得高级工职业资格证书”。

改法：按提示换成现行的说法。准入类职业（如特种作业人员）的职业资格证书照实写，用 `--ignore TRM101` 略过。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）第二条；
关于改革完善技能人才评价制度的意见（人社部发〔2019〕90号，凭记忆引用）。

----

TRM101 An outdated term

Meaning: SOPs, courses and programmes use the terms of the rules in force: the legal types of internships are 认
识实习 and 岗位实习, certificates are 职业技能等级证书 (except where a licence is needed), and grades are 职业技
能等级. 跟岗实践 may be used as the name of a segment.

Example: an internship that is called 顶岗实习.

Cure: write the term that is suggested. Where a licence is meant, keep it and leave the finding out with
`--ignore TRM101`.

Source: rules on internships of vocational students, 2021 No. 4, article 2; reform of
skill assessment, 2019 No. 90 (recalled).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.said import said
from sopcurric.plugin import Rule

_INTERNSHIPS = "教职成〔2021〕4号"
_CERTIFICATES = "人社部发〔2019〕90号"
_TERMS = (
    ("顶岗实习", "岗位实习", _INTERNSHIPS),
    ("跟岗实习", "岗位实习", _INTERNSHIPS),
    ("职业资格证书", "职业技能等级证书", _CERTIFICATES),
    ("工人技术等级", "职业技能等级", _CERTIFICATES),
)
"""Outdated terms, what is said now, and since which document."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    found = {
        (address, term): finding("TRM101", Severity.WARNING, subject=address, found=term, suggestion=suggestion)
        for address, text in compilation.texts
        for words in (said(text),)
        for term, suggestion, _ in _TERMS
        if term in words
    }
    yield from found.values()


RULE = Rule(
    code="TRM101",
    name="outdated-term",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{found}` 是过时的说法",
            "改成 `{suggestion}`",
        ),
        "en": (
            "`{found}` is outdated",
            "write `{suggestion}`",
        ),
    },
    check=_check,
)
