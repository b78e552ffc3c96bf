"""CRS130 专业核心课程没有典型工作任务

含义：专业核心课程由典型工作任务转化而来。录入的核心课程（`category: core`）应是某门岗位课程的先导（`leads_to`）；否
则看不出它与哪项工作有关。

例：

    courses:
      - {code: K1, title: 氧化铝工艺, category: core, theory_hours: 48, practice_hours: 0, segment: S1, semesters: [3]}


改法：写上 `leads_to`，或改为 `category: foundation`；由规程生成的课程本来就有任务。

依据：61 号函：专业核心课程对应典型工作任务。

----

CRS130 A core course without typical tasks

Meaning: core courses come from typical tasks. One that is typed in (`category: core`) leads to a course of a
job (`leads_to`); otherwise nobody sees which work it is about.

Example (YAML):

    courses:
      - {code: K1, title: Alumina, category: core, theory_hours: 48, practice_hours: 0, segment: S1, semesters: [3]}


Cure: add `leads_to`, or make it `category: foundation`; courses made of SOPs have their tasks.

Source: MOE 2019 letter No. 61: core courses answer to typical tasks.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.model.files.course import CourseCategory
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    made = dict.fromkeys(row.code for _, _, plan in written_plans(compilation) for row in plan.courses if row.course)
    if not made:
        return
    for course in compilation.inputs.courses:
        if course.category is CourseCategory.CORE and not {*course.leads_to} & {*made}:
            yield finding(
                "CRS130",
                Severity.WARNING,
                subject=f"@course/{course.code}",
                course=course.code,
                known=", ".join(made),
            )


RULE = Rule(
    code="CRS130",
    name="core-course-without-task",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "专业核心课程 `{course}` 没有对应的典型工作任务",
            "写上 `leads_to`（{known}），或改为 `category: foundation`",
        ),
        "en": (
            "the core course `{course}` has no typical task",
            "add `leads_to` ({known}), or make it `category: foundation`",
        ),
    },
    check=_check,
)
