"""CRS155 先修课程开得太晚

含义：先修课程应在本课程开课之前结束，至少不晚于本课程的第一个学期开课。

例：《冶金原理》在第 2 学期，先修课程《无机及分析化学》却在第 3 学期。

改法：调整两门课程的 `semesters`，或更正 `prerequisites`。

依据：教学进程安排的通行做法：先修课程的学期在前。

----

CRS155 A prerequisite that comes too late

Meaning: a course that comes before another ends before the other begins.

Example: a course of the second semester whose prerequisite is taught in the third.

Cure: change the `semesters` of one of them, or correct `prerequisites`.

Source: common practice of teaching schedules: prerequisites come first.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    courses = {one.code: one for one in compilation.inputs.courses}
    for course in courses.values():
        for code in course.prerequisites:
            before = courses.get(code)
            if before and before is not course and max(before.semesters) >= min(course.semesters):
                yield finding(
                    "CRS155",
                    Severity.WARNING,
                    subject=f"@course/{course.code}",
                    course=course.code,
                    before=code,
                    semester=max(before.semesters),
                    begins=min(course.semesters),
                )


RULE = Rule(
    code="CRS155",
    name="prerequisite-too-late",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "课程 `{course}` 从第 {begins} 学期开课，先修课程 `{before}` 到第 {semester} 学期才结束",
            "调整学期，使先修课程在前",
        ),
        "en": (
            "`{course}` begins in semester {begins}, its prerequisite `{before}` ends in semester {semester}",
            "let the prerequisite end before",
        ),
    },
    check=_check,
)
