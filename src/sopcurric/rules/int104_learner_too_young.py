"""INT104 岗位实习的学生太年轻

含义：不得安排未满 16 周岁的学生进行岗位实习。`youngest` 是实习开始时最小的学生的周岁数。

例：

    internship:
      youngest: 15

改法：推迟实习，或只安排年满 16 周岁的学生。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）第十六条（不得）。数值写在规则集的
`internship-age-min`。

----

INT104 Learners who are too young for an internship at the post

Meaning: nobody under 16 is sent on an internship at the post. `youngest` is the age of the youngest at its
beginning.

Example (YAML):

    internship:
      youngest: 15

Cure: begin later, or send only who is 16.

Source: rules on internships of vocational students, 2021 No. 4, article 16 (must not). The number stands in the
profile as `internship-age-min`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import severity_of
from sopcurric.model.internship import organised
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("internship-age-min")
    for _, internship, address in organised(compilation) if number else ():
        if number and internship.youngest is not None and internship.youngest < number.value:
            yield finding(
                "INT104",
                severity_of(number),
                subject=address,
                part=("youngest",),
                age=internship.youngest,
                least=f"{number.value:g}",
            )


RULE = Rule(
    code="INT104",
    name="learner-too-young",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "实习开始时最小的学生 `{age}` 周岁，不得小于 `{least}` 周岁（第十六条，不得）",
            "推迟实习，或只安排年满 {least} 周岁的学生",
        ),
        "en": (
            "the youngest learner is `{age}` at the beginning, and must be `{least}` (article 16, must not)",
            "begin later, or send only learners of {least} and above",
        ),
    },
    check=_check,
)
