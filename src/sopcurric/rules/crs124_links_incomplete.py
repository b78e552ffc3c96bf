"""CRS124 八个环节不完整

含义：每个学习任务的教学按前置学习、开场导入、知识精讲、互动研讨、模拟演练、问题解决、课堂检验、在岗实践的次序列出
八个环节；有时间的环节写明活动、教师和学生做什么、用什么材料、留下什么；不安排的环节写明理由。这些由程序给出，出现这条
说明程序有误。

例：环节“模拟演练”没有时间，也没有写为什么不安排。

改法：把出现问题的项目文件反馈给维护者。

依据：三段八环：环节可以不安排，但要有理由。

----

CRS124 The eight links of a lesson are incomplete

Meaning: the lesson of a learning task lists preparation, opening, explanation, discussion, simulation, problem solving,
check and practice at the post in this order; a link with time says what is done, by teacher and learner, with what, and
what is kept; one without says why. All this is computed, so this is a bug of ours.

Example: the link of simulation has neither time nor a reason.

Cure: report it with the files of the project.

Source: lessons of three parts and eight links (三段八环): a link may be left out with a reason.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.lesson import LINKS, Link
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for lesson in compilation.lessons.lessons:
        if tuple(one.kind for one in lesson.links) != LINKS or not all(map(_complete, lesson.links)):
            _, task = compilation.learning_tasks[lesson.task]
            yield finding("CRS124", subject=task.derived_from[0], task=task.id)


def _complete(link: Link) -> bool:
    told = link.activity and link.teacher and link.learner and link.material and link.evidence
    return bool(told and link.minutes) if link.absent is None else not link.minutes


RULE = Rule(
    code="CRS124",
    name="links-incomplete",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "学习任务 `{task}` 的八个教学环节不完整",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the eight links of the lesson of the learning task `{task}` are incomplete",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
)
