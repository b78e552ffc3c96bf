"""INT109 实习没有覆盖岗位的典型工作任务

含义：实习内容应当基本覆盖岗位（群）的典型工作任务，不得只安排简单重复劳动。占比 = 岗位实习阶段的带
教计划中安排了的任务数 ÷ 岗位的任务总数。

例：带教计划用 `left_out` 去掉了一半的任务。

改法：在带教计划中补上没有安排的任务。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）要求基本覆盖；“基本”没有数值，规则集的
`internship-task-coverage` 为经验值（凭记忆，未核对原文，因此为警告）。

----

INT109 An internship that does not cover the typical tasks of a job

Meaning: an internship basically covers the typical tasks of the posts, and is not only simple work that repeats
itself. The share is the tasks that are in the mentoring plan of segments at the post, divided by all tasks of
the job.

Example: `left_out` takes half of the tasks out of the mentoring plan.

Cure: put the tasks that are missing into the mentoring plan.

Source: rules on internships of vocational students, 2021 No. 4; they give no number, so that of the profile
(`internship-task-coverage`) is experience (recalled, not read again, hence a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "few": "在带教计划中补上其余任务，从 `left_out` 中删去（比例凭经验，未核对）",
        "simple": "安排的全是简单重复的任务：换到任务更全面的岗位，或补上要培训的任务",
    },
    "en": {
        "few": "put the others into the mentoring plan, take them out of `left_out` (the share is experience)",
        "simple": "all of it is simple work: choose a post with more to learn, or add tasks to be trained",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("internship-task-coverage")
    for plan in compilation.mentoring if number else ():
        programme = next(one for one in compilation.inputs.programmes if one.id == plan.programme)
        posts = {one.id for one in programme.segments if one.legal_type == "post"}
        taught = {row.task for segment, row in plan.rows if segment.id in posts}
        outcomes = {one.outcome for one in plan.tasks if one.id in taught}
        few = bool(number) and len(taught) < (number.value if number else 0) * len(plan.tasks)
        if posts and (few or outcomes == {"job-aid"}):
            yield finding(
                "INT109",
                Severity.WARNING,
                subject=f"@programme/{plan.programme}",
                job=plan.job,
                taught=len(taught),
                all=len(plan.tasks),
                asked=f"{number.value * 100:g} %" if number else "—",
                variant="few" if few else "simple",
            )


RULE = Rule(
    code="INT109",
    name="tasks-not-covered",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "岗位 `{job}` 的任务中，实习安排了 `{taught}` 项，共 `{all}` 项，少于 `{asked}`",
            "在带教计划中补上其余任务（比例凭经验，未核对）",
        ),
        "en": (
            "of `{all}` tasks of `{job}` the internship has `{taught}`, fewer than `{asked}`",
            "put the others into the mentoring plan (the share is experience, not verified)",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
