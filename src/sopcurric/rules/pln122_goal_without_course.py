"""PLN122 培养规格没有课程支撑

含义：`goals.supports` 写明哪些课程支撑哪条培养规格（素质 Q1、Q2……，知识 K1……，能力 A1……），每条至少有一门课程；引用
的规格和课程编码都要存在。不写 `supports` 时印的是按用词推出的草表，不检查。

例：

    goals:
      ability: [能启动隔膜泵。, 能停泵。]
      supports:
        A1: {H: [DIG]}


改法：给没有课程的规格补上课程，或改正写错的编号。

依据：课程与培养规格对应（支撑矩阵），通行做法。

----

PLN122 A requirement that no course leads to

Meaning: `goals.supports` says which courses lead to which requirement (character Q1, Q2 …, knowledge K1 …,
ability A1 …); each has at least one, and what is named must exist. Without `supports` a draft by likeness of
words is printed and not checked.

Example (YAML):

    goals:
      ability: [Starts the pump., Stops the pump.]
      supports:
        A1: {H: [DIG]}


Cure: name a course, or correct what is misspelt.

Source: courses and requirements belong together (matrix), common practice.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.goals import goals_of
from sopcurric.model.plan import IntegratedPlan
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "bare": "在 `supports` 中给 {name} 写上至少一门课程",
        "goal": "没有培养规格 {name}，改成：{known}",
        "course": "没有课程 {name}，改成教学进程安排表中的编码：{known}",
    },
    "en": {
        "bare": "name at least one course for {name} in `supports`",
        "goal": "there is no requirement {name}; use one of: {known}",
        "course": "there is no course {name}; use a code of the schedule: {known}",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, programme, plan in written_plans(compilation):
        if programme.goals.supports:
            yield from _faults(programme, plan)


def _faults(programme: ProgrammeFile, plan: IntegratedPlan) -> Iterator[Finding]:
    goals = [one.id for one in goals_of(programme.goals)]
    codes = list(dict.fromkeys(one.code for one in plan.courses))
    subject = f"@whole/{programme.id}"
    for goal, by_strength in programme.goals.supports.items():
        part = ("goals", "supports", goal)
        if goal not in goals:
            known = ", ".join(goals)
            yield finding(
                "PLN122", Severity.WARNING, subject=subject, part=part, name=goal, known=known, variant="goal"
            )
        for course in (one for courses in by_strength.values() for one in courses if one not in codes):
            known = ", ".join(codes)
            yield finding(
                "PLN122", Severity.WARNING, subject=subject, part=part, name=course, known=known, variant="course"
            )
    for goal in goals:
        if not any(programme.goals.supports.get(goal, {}).values()):
            yield finding(
                "PLN122", Severity.WARNING, subject=subject, part=("goals", "supports"), name=goal, variant="bare"
            )


RULE = Rule(
    code="PLN122",
    name="goal-without-course",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "培养规格 `{name}` 没有课程支撑",
            "在 `supports` 中给 {name} 写上课程",
        ),
        "en": (
            "no course leads to the requirement `{name}`",
            "name courses for {name} in `supports`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
