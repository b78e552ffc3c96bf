"""CRS115 两个学习目标的代码相同

含义：学习目标的代码由规程中的编号得出，如 `S-DIG-P1-S3`（技能目标、岗位、操作程序、步骤）。编号里本来就有连字符时，两个
不同的步骤可能得出同一个代码，评价表、评分记录表中引用的是哪一个就分不清了。不同企业对同一步骤的不同写法是同一个目标，不算重复。

例：操作程序 `P` 的步骤 `B-S1` 和操作程序 `P-B` 的步骤 `S1`，代码都是 `S-A-P-B-S1`。

改法：改其中一个操作程序或步骤的编号；操作程序改了编号的，再写一条 `readdress` 决定。

----

CRS115 Two objectives of a learning task with one code

Meaning: the code of an objective follows from ids of the SOP, as `S-DIG-P1-S3` (skill, job, procedure, step). Where ids
have hyphens themselves, two different steps may have the same code, so that nobody knows which one evaluation and score
sheets mean. What plants do otherwise in one step is one objective and no double.

Example: the step `B-S1` of the procedure `P` and the step `S1` of the procedure `P-B` are both `S-A-P-B-S1`.

Cure: change the id of one of them; for a procedure, add a decision `readdress`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.leaves.objective_lines import objective_lines
from sopcurric.leaves.task_view import TaskView
from sopcurric.model.address import without_plant
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for course in compilation.design.courses:
        for module in course.modules:
            for task in module.tasks:
                yield from _of_task(TaskView(course, module, task, compilation))


def _of_task(view: TaskView) -> Iterable[Finding]:
    first: dict[str, str] = {}
    for line in objective_lines(view):
        own = min(without_plant(point.derived_from[0]) for point in line.points)
        if first.setdefault(line.code, own) != own:
            address = line.points[0].derived_from[0]
            yield finding(
                "CRS115", Severity.WARNING, subject=address, code=line.code, other=first[line.code], task=view.task.id
            )


RULE = Rule(
    code="CRS115",
    name="objective-code-twice",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "学习任务 `{task}` 中两个目标的代码都是 `{code}`，另一个来自 `{other}`",
            "改其中一个操作程序或步骤的编号",
        ),
        "en": (
            "two objectives of the learning task `{task}` have the code `{code}`; the other one comes from `{other}`",
            "change the id of one of the procedures or steps",
        ),
    },
    check=_check,
)
