"""CRS120 五步递进次序不对或学时不符

含义：每个学习任务依次经过课堂理论教学、室内模拟实训、现场技能实操、生产实践跟岗、回炉再造提升。五步都要列出，
没有安排的要写明理由；安排了的都有过关考核，合格后才进入下一步；各步学时之和等于学习任务的学时。这些由程序给出，
出现这条说明程序有误。

例：学习任务 10 学时，五步合计只有 9 学时。

改法：把出现问题的项目文件反馈给维护者；在改正以前不要使用这份授课计划。

依据：五维递进培训的次序；前一步合格后进入下一步。

----

CRS120 Steps of a learning task out of order, or hours that do not fit

Meaning: every learning task goes through theory in the classroom, simulation, practice in the field, the post, and is
sent back where it was not passed. All five are listed; one that is left out says why, each other one has a test that
is passed before the next; their hours sum to those of the task. All this is computed, so this is a bug of ours.

Example: a task of 10 hours whose steps have 9 together.

Cure: report it with the files of the project; do not use the plans until it is mended.

Source: the order of five-step training (五维递进); a step is passed before the next.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.lesson import PROGRESS
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for lesson in compilation.lessons.lessons:
        _, task = compilation.learning_tasks[lesson.task]
        ordered = tuple(one.kind for one in lesson.progress) == PROGRESS
        tested = all(one.exit_test for one in lesson.progress if not one.absent)
        idle = any(one.hours for one in lesson.progress if one.absent)
        hours = sum(one.hours for one in lesson.progress)
        if not ordered or not tested or idle or hours != task.hours:
            yield finding("CRS120", subject=task.derived_from[0], task=task.id, hours=hours, wanted=task.hours)


RULE = Rule(
    code="CRS120",
    name="progression-broken",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "学习任务 `{task}` 的五步递进不完整，或学时合计 `{hours}` 不等于任务学时 `{wanted}`",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the five steps of the task `{task}` are incomplete, or their hours are `{hours}` instead of `{wanted}`",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
)
