"""PLN105 实践性教学占比不足

含义：实践学时包括课内实践、整周实训和岗位实习，除以总学时，原则上不少于 50 %。按未舍入的数值比较。
“原则上”的要求只给警告。

例：1250 ÷ 2600 = 48.1 %。

改法：把一部分理论学时改为实践学时，或增加整周实践；由规程生成的课程，可调整项目文件中的
`hours.practice_share`。

依据：教职成〔2019〕13号。数值写在规则集的 `practice-share`。

----

PLN105 Too small a share of practice

Meaning: practice in courses, whole weeks and the internship over all hours; in principle at least 50 %. The
unrounded share is compared. What holds in principle is a warning.

Example: 1250 ÷ 2600 = 48.1 %.

Cure: turn theory into practice, or add weeks of practice; for courses made of SOPs there is
`hours.practice_share` in the project file.

Source: MOE 2019 No. 13. The number stands in the profile as `practice-share`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, shortfalls
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for short in shortfalls(compilation, "practice-share"):
        yield finding(
            "PLN105",
            severity_of(short.number),
            subject=short.programme,
            hours=short.part.hours,
            total=short.total,
            percent=short.percent,
            required=short.required,
            missing=short.to_shift,
            **cited(short.number, compilation),
        )


RULE = Rule(
    code="PLN105",
    name="practice-share",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "实践 `{hours}` ÷ 总学时 `{total}` = `{percent}`，低于 `{required}`（{basis}，{modality}）",
            "把至少 {missing} 学时的理论改为实践",
        ),
        "en": (
            "practice `{hours}` ÷ all hours `{total}` = `{percent}`, below `{required}` ({basis}; {modality})",
            "turn at least {missing} h of theory into practice",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
