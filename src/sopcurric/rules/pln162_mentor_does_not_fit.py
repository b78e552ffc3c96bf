"""PLN162 结对的导师不合适

含义：导师应在学员的实习企业工作，带教学员的目标岗位，技能等级不低于培养目标等级；小组指定了企业的，应在这家企业。导
师没有写 `grade`、方案没有写 `target_level` 的，不比较等级。

例：培养目标是四级/中级工以上的三级，结对导师是四级/中级工。

改法：换一位导师，或更正导师的 `jobs`、`grade`；也可以运行 `sopcurric plan`。

依据：师带徒结对的做法：师傅的等级不低于学员的目标等级。

----

PLN162 A mentor who does not fit

Meaning: a mentor works in the plant of the learner, teaches the job that the learner prepares for, and has at least
the level that is aimed at; where a group names a plant, it is that one. Where a mentor has no `grade` or the
programme no `target_level`, levels are not compared.

Example: learners aim at level 3, and the mentor has level 4.

Cure: take another mentor, or correct `jobs` or `grade`; or run `sopcurric plan`.

Source: practice of mentoring: a mentor's level is not below the one that is aimed at.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.standing_plan import Pair, StandingPlan, standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        for one in plan.pairs:
            for variant, known in _faults(plan, one):
                yield finding(
                    "PLN162",
                    Severity.WARNING,
                    subject=one.address,
                    mentor=one.mentor.id,
                    learner=f"{one.group.id}-{one.paired.learner:02}",
                    known=known or "—",
                    variant=variant,
                )


def _faults(plan: StandingPlan, one: Pair) -> Iterator[tuple[str, str]]:
    """What is wrong, with what would be right."""
    if one.mentor.plant != one.paired.plant:
        yield "plant", one.mentor.plant
    if one.paired.plant not in one.group.plants:
        yield "group", ", ".join(one.group.plants)
    if one.group.job not in one.mentor.jobs:
        yield "job", ", ".join(m.id for m in plan.demand.mentors if one.group.job in m.jobs)
    if plan.demand.is_below(one.mentor):
        yield "level", ", ".join(m.id for m in plan.demand.mentors if plan.demand.can_mentor(m, one.group.job))


RULE = Rule(
    code="PLN162",
    name="mentor-does-not-fit",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "导师 `{mentor}` 与学员 `{learner}` 不合适",
            "换一位导师",
        ),
        "en": (
            "mentor `{mentor}` does not fit learner `{learner}`",
            "take another mentor",
        ),
    },
    check=_check,
    variants={
        "zh": {
            "plant": "导师在 `{known}`，不在学员的实习企业：更正企业，或换一位导师",
            "group": "小组的企业是 {known}：改到其中一家",
            "job": "导师不带这个岗位：换成 {known}",
            "level": "导师的技能等级低于培养目标等级：换成 {known}",
        },
        "en": {
            "plant": "the mentor works at `{known}`: correct the plant, or take another mentor",
            "group": "the group goes to {known}: use one of these",
            "job": "the mentor does not teach the job: take {known}",
            "level": "the grade is below the level that is aimed at: take {known}",
        },
    },
)
