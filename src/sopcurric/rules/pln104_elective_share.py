"""PLN104 选修课程占比不足

含义：限选和任选课程的学时除以总学时，应当不少于 10 %。总学时包括整周实践和岗位实习。按未舍入的数值比较。

例：240 ÷ 2600 = 9.2 %。

改法：把一部分必修课程改为限选（`nature: restricted`）或任选（`nature: elective`），或增加选修课程。

依据：教职成〔2019〕13号。数值写在规则集的 `elective-share`。

----

PLN104 Too small a share of electives

Meaning: hours of restricted and free electives over all hours; at least 10 %. The total counts whole weeks and
the internship. The unrounded share is compared.

Example: 240 ÷ 2600 = 9.2 %.

Cure: make some required courses restricted (`nature: restricted`) or free electives (`nature: elective`), or
add electives.

Source: MOE 2019 No. 13. The number stands in the profile as `elective-share`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, shortfalls
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for short in shortfalls(compilation, "elective-share"):
        yield finding(
            "PLN104",
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
    code="PLN104",
    name="elective-share",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "选修课程 `{hours}` ÷ 总学时 `{total}` = `{percent}`，低于 `{required}`（{basis}，{modality}）",
            "把至少 {missing} 学时的必修课程改为 `restricted` 或 `elective`",
        ),
        "en": (
            "electives `{hours}` ÷ all hours `{total}` = `{percent}`, below `{required}` ({basis}; {modality})",
            "make required courses of at least {missing} h `restricted` or `elective`",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
