"""CRS107 录入课程的代码与岗位课程相同

含义：直接录入的课程，其代码（不分大小写）是由典型工作任务转化来的课程的编号，如 `course-DIG`、`shared-skills`。两门课程
会被当成一门，学时、学分加在一起。

例：岗位代码为 `DIG`，它的课程编号是 `course-DIG`；`courses/` 中又录入一门 `code: course-DIG`。

改法：给录入的课程换一个代码；想调整由典型任务转化来的课程，用 `course`、`categorise`、`rename` 决定。

依据：课程代码唯一。

----

CRS107 The code of a typed-in course is that of a designed one

Meaning: the code of a typed-in course is, in whatever case, the identifier of a course that was designed from typical
tasks, such as `course-DIG` or `shared-skills`. Both would be taken for one, and their hours added up.

Example: the course of the job `DIG` is `course-DIG`, and `courses/` has a course with `code: course-DIG`.

Cure: give the typed-in course another code; change a designed course by decisions (`course`, `categorise`, `rename`).

Source: codes of courses are unique.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    designed = {course.id.casefold(): course.id for course in compilation.design.courses}
    for course in compilation.inputs.courses:
        name = designed.get(course.code.casefold())
        if name:
            yield finding("CRS107", subject=f"@course/{course.code}", part=("code",), course=course.code, other=name)


RULE = Rule(
    code="CRS107",
    name="code-of-designed-course",
    severity=Severity.ERROR,
    sentences={
        "zh": ("录入课程的代码 `{course}` 与由典型任务转化来的课程 `{other}` 相同", "给录入的课程换一个代码"),
        "en": (
            "the code `{course}` of a typed-in course is that of the designed course `{other}`",
            "give the typed-in course another code",
        ),
    },
    check=_check,
)
