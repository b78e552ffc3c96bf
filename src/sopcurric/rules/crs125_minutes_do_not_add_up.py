"""CRS125 教学环节的时间与学时不符

含义：前置学习由学生课前自学，不计学时；其余七个环节的分钟数之和，各次课的分钟数之和，都等于学习任务的学时乘以每学时的
分钟数（项目文件 teaching.minutes_per_hour，默认 45）。时间由程序给出，出现这条说明程序有误。

例：4 学时的任务应为 180 分钟，七个环节合计 175 分钟。

改法：把出现问题的项目文件反馈给维护者。

依据：学时与课时分钟数的换算。

----

CRS125 Minutes of a lesson that do not fit its hours

Meaning: preparation is done before class by oneself and is no teaching time. The minutes of the other seven links, and
those of all meetings, sum to the hours of the learning task times the minutes of an hour (teaching.minutes_per_hour of
the project file, 45 by default). They are computed, so this is a bug of ours.

Example: a task of 4 hours has 180 minutes, and its links have 175.

Cure: report it with the files of the project.

Source: teaching hours in minutes.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.lesson import SELF_STUDY
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    per_hour = compilation.inputs.settings.teaching.minutes_per_hour
    for lesson in compilation.lessons.lessons:
        _, task = compilation.learning_tasks[lesson.task]
        wanted = task.hours * per_hour
        links = sum(one.minutes for one in lesson.links if one.kind != SELF_STUDY)
        meetings = sum(part.minutes for unit in lesson.units for part in unit.parts if part.kind != SELF_STUDY)
        hours = sum(unit.hours for unit in lesson.units)
        if not links == meetings == wanted or hours != task.hours:
            yield finding("CRS125", subject=task.derived_from[0], task=task.id, minutes=links, wanted=wanted)


RULE = Rule(
    code="CRS125",
    name="minutes-do-not-add-up",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "学习任务 `{task}` 的教学环节合计 `{minutes}` 分钟，应为 `{wanted}` 分钟",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the links of the learning task `{task}` have `{minutes}` minutes instead of `{wanted}`",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
)
