"""INT186 培养目标等级低于中级工

含义：企业新型学徒制以中级工及以上为主要培养目标；学徒班的 `level` 按名称排在新八级工序列的中级工之下。

例：学徒班目标为五级/初级工。

改法：提高 `level`。

依据：人社部等五部门 2021 年指导意见（按公开报道核对；“一般”，因此只作警告）。

----

INT186 Apprentices aim at a low grade

Meaning: new apprenticeship aims at intermediate workers and above; the `level` of a class is below that.

Example: a class that aims at level 5.

Cure: aim higher.

Source: guideline of five ministries, 2021 (checked against public reports; what is usual, a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    numbers = compilation.inputs.profile.numbers
    number = numbers.get("new-apprentice-grade")
    if number is None:
        return
    for programme in compilation.inputs.programmes:
        for one in programme.new_apprenticeship:
            grades = {level.level: level.grade for each in compilation.coverage for level in each.levels}
            if 0 < grades.get(one.level, 0) < number.value:
                yield finding(
                    "INT186",
                    severity_of(number),
                    subject=f"@programme/{programme.id}/{one.id}",
                    level=one.level,
                    grade=grades[one.level],
                    least=f"{number.value:g}",
                    **cited(number, compilation),
                )


RULE = Rule(
    code="INT186",
    name="apprentice-grade-low",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "培养目标 `{level}` 为序列第 {grade} 级，一般为第 `{least}` 级（中级工）及以上（{basis}，{modality}）",
            "提高 `level`",
        ),
        "en": (
            "`{level}` is grade {grade}, `{least}` (intermediate) and above is usual ({basis}; {modality})",
            "aim higher",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
