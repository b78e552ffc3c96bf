"""PLN190 置换的课程不存在

含义：`substitution` 的 `course` 是教学进程安排表中的课程编码。

例：置换课程写了 `G99`，没有这门课程。

改法：改成已有的课程编码。

依据：学分认定与置换的通行要求：置换到具体课程。

----

PLN190 A course that is replaced does not exist

Meaning: `course` of `substitution` is a code of the teaching schedule.

Example: credits of `G99` are replaced, and there is no such course.

Cure: write the code of a course that exists.

Source: common practice: credits of a certain course are replaced.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.substitution import substitutions
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for view in substitutions(compilation):
        for one in view.rules.rules:
            if one.course not in view.courses:
                yield finding(
                    "PLN190",
                    subject=f"@programme/{view.programme.id}/{one.id}",
                    course=one.course,
                    known=", ".join(view.courses),
                )


RULE = Rule(
    code="PLN190",
    name="unknown-course-replaced",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "置换的课程 `{course}` 不存在",
            "改成已有的课程编码：{known}",
        ),
        "en": (
            "there is no course `{course}` to be replaced",
            "use a code that exists: {known}",
        ),
    },
    check=_check,
)
