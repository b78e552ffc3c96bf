"""INT112 实习报酬太低或没有写明

含义：对能相对独立工作的学生，报酬原则上不低于相同岗位报酬标准的 80 %，或最低档工资标准。比例 = 实习
报酬 ÷ 相同岗位的报酬标准。

例：

    internship:
      pay: {share: 60}

改法：提高报酬比例，写上 `share`。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）第十八条（原则上，因此为警告）。数值写在规则
集的 `internship-pay-share`。

----

INT112 Pay that is too low or not told

Meaning: learners who can work relatively independently get, in principle, 80 % of the pay of the same post or
the lowest grade of wages. The share is their pay divided by that of the post.

Example (YAML):

    internship:
      pay: {share: 60}

Cure: raise the share and write it.

Source: rules on internships of vocational students, 2021 No. 4, article 18 (in principle, hence a warning). The
number stands in the profile as `internship-pay-share`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import severity_of
from sopcurric.model.internship import organised
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "low": "把 `share` 提高到 {least} 以上，或按最低档工资标准计（`of: lowest-grade`）",
        "open": "写 `pay: {{share: …}}`，写明报酬占相同岗位报酬标准的百分之几",
    },
    "en": {
        "low": "raise `share` to {least} or more, or reckon by the lowest grade of wages (`of: lowest-grade`)",
        "open": "write `pay: {{share: …}}`, in per cent of the pay of the same post",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("internship-pay-share")
    least = f"{number.value * 100:g} %" if number else ""
    for _, internship, address in organised(compilation) if number else ():
        pay = internship.pay
        if number and pay and pay.share is not None and pay.of == "same-post" and pay.share < number.value * 100:
            yield finding(
                "INT112",
                severity_of(number),
                subject=address,
                part=("pay", "share"),
                share=f"{pay.share} %",
                least=least,
                variant="low",
            )
        elif pay is None or pay.share is None:
            part = ("pay",) if pay else ()
            yield finding(
                "INT112", Severity.WARNING, subject=address, part=part, share="—", least=least, variant="open"
            )


RULE = Rule(
    code="INT112",
    name="pay-too-low",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "实习报酬为相同岗位的 `{share}`，原则上不低于 `{least}`（第十八条，原则上）",
            "提高报酬",
        ),
        "en": (
            "pay is `{share}` of that of the same post, in principle `{least}` at least (article 18, in principle)",
            "raise it",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
