"""CRS105 先教了后做的工作

含义：按工作过程，乙任务在甲任务之后做，课程里却把乙排在甲的前面。程序排的顺序不会这样，是 `order` 或 `move` 决定
造成的。

例：决定把“启动隔膜泵向溶出机组进料”排在“检查溶出机组开车条件”之前。

改法：调整 `order` 决定；教学上确实需要（如先在仿真上看全过程）的，不改。

依据：先修后续关系：后做的工作以先做的工作为基础。

----

CRS105 Taught before what it follows

Meaning: at work one task comes after another, but the course teaches it before. What is computed is never so; an
`order` or `move` decision made it so.

Example: a decision puts “starting the pump” before “checking that all is ready for starting”.

Cure: change the decision; leave it where teaching needs it so, as with an overview on the simulator.

Source: prerequisites come first.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    place = {
        task.typical_task: (course.id, number, task)
        for course in compilation.design.courses
        for number, task in enumerate(course.tasks)
    }
    language = compilation.inputs.settings.language
    for one in compilation.catalogue.relations:
        if one.kind != "sequence" or one.first not in place or one.second not in place:
            continue
        (course, first, before), (other, second, after) = place[one.first], place[one.second]
        ordered = any(mark.part in {"order", "module"} for mark in (*before.decided, *after.decided))
        modules = (module for owner in compilation.design.courses for module in owner.modules)
        ordered |= any(module.decided for module in modules if after in module.tasks)
        if course == other and second < first and ordered:
            yield finding(
                "CRS105",
                Severity.WARNING,
                subject=after.derived_from[0],
                task=after.title.words(language),
                before=before.title.words(language),
            )


RULE = Rule(
    code="CRS105",
    name="taught-before-what-it-follows",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{task}` 在工作中接在 `{before}` 之后，课程里却排在前面",
            "调整 `order` 或 `move` 决定；教学上确有需要的不改",
        ),
        "en": (
            "`{task}` comes after `{before}` at work, but is taught before it",
            "change the `order` or `move` decision; leave it where teaching needs it so",
        ),
    },
    check=_check,
)
