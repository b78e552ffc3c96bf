"""INT111 没有学生和监护人的知情同意

含义：组织学生参加岗位实习，要取得学生本人和监护人签字的知情同意书。

例：

    internship:
      consent: [student]

改法：写 `consent: [student, guardian]`，打印知情同意书并由双方签署。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）（应当）。

----

INT111 No consent of student and guardian

Meaning: both the student and a guardian give written consent to an internship at the post.

Example (YAML):

    internship:
      consent: [student]

Cure: write `consent: [student, guardian]`, print the form and have both sign.

Source: rules on internships of vocational students, 2021 No. 4 (must).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.internship import organised
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, internship, address in organised(compilation):
        absent = [one for one in ("student", "guardian") if one not in internship.consent]
        if absent:
            part = ("consent",) if internship.consent else ()
            yield finding("INT111", subject=address, part=part, absent=", ".join(absent))


RULE = Rule(
    code="INT111",
    name="no-consent",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "知情同意书缺少 `{absent}` 的签署（应当）",
            "写 `consent: [student, guardian]`，由学生和监护人签署",
        ),
        "en": (
            "consent of `{absent}` is missing (must)",
            "write `consent: [student, guardian]` and have both sign",
        ),
    },
    check=_check,
)
