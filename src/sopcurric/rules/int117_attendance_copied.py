"""INT117 考勤和考核办法没有专为学生制订

含义：不得简单套用实习单位对职工的考勤制度和考核标准。

例：

    internship:
      own_attendance: false

改法：校企共同制订学生的考勤、请假和考核办法，写 `own_attendance: true`。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）（见公开报道，未核对原文，因此为警告）。

----

INT117 Rules of attendance that were not made for learners

Meaning: the plant’s rules of attendance and standards for employees are not simply used for learners.

Example (YAML):

    internship:
      own_attendance: false

Cure: make rules of attendance, leave and assessment for learners together, and write `own_attendance: true`.

Source: rules on internships of vocational students, 2021 No. 4 (as reported, the text was not read, hence a
warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.internship import organised
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, internship, address in organised(compilation):
        if not internship.own_attendance:
            part = ("own_attendance",) if "own_attendance" in internship.model_fields_set else ()
            yield finding("INT117", Severity.WARNING, subject=address, part=part)


RULE = Rule(
    code="INT117",
    name="attendance-copied",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "没有写明专为学生制订的考勤、考核办法（依据报道，未核对原文）",
            "校企共同制订后写 `own_attendance: true`",
        ),
        "en": (
            "no rules of attendance and assessment of their own are told for learners (reported, not read)",
            "make them together and write `own_attendance: true`",
        ),
    },
    check=_check,
)
