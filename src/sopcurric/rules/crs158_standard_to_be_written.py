"""CRS158 课程标准有待填写

含义：教学进程安排表中的每门课程都应有课程标准。没有写 `standard` 的录入课程，只印出供填写的格式；写了
`standard` 而缺目标、模块或考核的，也列在这里。每个方案合并为一条提示。

例：方案有 30 门录入课程，其中 29 门没有写 `standard`。

改法：在 `courses/` 中补写课程的 `standard`：`objectives`、`modules`、`assessment`。

依据：课程标准的通行做法：方案中的每门课程一份课程标准（提示）。

----

CRS158 Course standards that are to be written

Meaning: every course of the teaching schedule has a standard. Of typed-in courses without `standard`, only a
form is printed; those whose `standard` lacks objectives, modules or assessment are listed, too. One hint for
each programme.

Example: 29 of 30 typed-in courses have no `standard`.

Cure: write the `standard` of the courses: `objectives`, `modules`, `assessment`.

Source: common practice: one standard for each course (a hint).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.model.files.course import Course
from sopcurric.plugin import Rule

_SHOWN = 8


def _check(compilation: Compilation) -> Iterable[Finding]:
    courses = {one.code: one for one in compilation.inputs.courses}
    for address, _, plan in written_plans(compilation):
        typed = [courses[row.code] for row in plan.courses if row.derived_from == (f"@course/{row.code}",)]
        open_ones = [one.code for one in typed if not _whole(one)]
        if open_ones:
            more = " …" if len(open_ones) > _SHOWN else ""
            yield finding(
                "CRS158",
                Severity.INFO,
                subject=address,
                number=len(open_ones),
                total=len(typed),
                courses=", ".join(open_ones[:_SHOWN]) + more,
            )


def _whole(course: Course) -> bool:
    said = course.standard
    if said is None:
        return False
    aims = said.objectives
    return bool((aims.character or aims.knowledge or aims.ability) and said.modules and said.assessment)


RULE = Rule(
    code="CRS158",
    name="standard-to-be-written",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "{total} 门录入课程中，{number} 门的课程标准有待填写：{courses}",
            "补写课程的 `standard`：目标、模块和考核",
        ),
        "en": (
            "standards of {number} out of {total} typed-in courses are to be written: {courses}",
            "write `standard` of the courses: objectives, modules and assessment",
        ),
    },
    check=_check,
)
