"""CRS129 安全考试没有可以安排的课次

含义：安全考试要在学生第一次下现场以前、在学校上的课上进行。这个模块从现场教学开始，第一个任务又只有 1 学时，没有在学校
上的课次可以安排考试；学期授课计划因此写明在这次课以前另行组织，合格后方可下现场。

例：practice_share 写成 1、每个任务只有 1 学时，全部学时都在现场。

改法：提高 hours.minimum 或 hours.per_knowledge，降低 hours.practice_share，使第一个下现场的任务至少有 2 学时；
确实如此的，在课外组织安全考试并留存成绩。

依据：《职业学校学生实习管理规定》：未经教育培训和未通过考核的学生不得参加实习。

----

CRS129 A safety examination without a meeting

Meaning: the safety examination is held in a meeting at the college before learners first go to the plant. This module
begins in the plant with a task of a single hour, so that there is no such meeting; the term plan says that it is held
before that meeting, and that nobody goes to the plant who has not passed it.

Example: practice_share is 1 and every task has one hour, all of it in the plant.

Cure: raise hours.minimum or hours.per_knowledge, or lower hours.practice_share, so that the first task that goes to the
plant has two hours; else hold the examination outside class and keep its results.

Source: the national rules for internships (职业学校学生实习管理规定): who was not trained and did not pass the safety
test must not take part.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.lessons.examinations:
        if one.apart:
            _, task = compilation.learning_tasks[one.task]
            yield finding("CRS129", Severity.WARNING, subject=task.derived_from[0], task=task.id, module=one.module)


RULE = Rule(
    code="CRS129",
    name="safety-examination-apart",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "模块 `{module}` 从现场教学的任务 `{task}` 开始，以前没有可以安排安全考试的课次",
            "提高 hours.minimum，或降低 hours.practice_share，使这个任务至少有 2 学时；或在这次课以前另行组织考试",
        ),
        "en": (
            "the module `{module}` begins in the plant with `{task}`, and no meeting before is for its safety test",
            "raise hours.minimum or lower hours.practice_share for two hours or more, or hold the test before it",
        ),
    },
    check=_check,
)
