"""PLN151 实施计划与方案对不上

含义：方案或课程改动以后，实施计划中可能有小组已经不学的内容，或者缺少小组应学的内容。没有实施计划时不检查。

例：给小组增加了一门课程，实施计划中还没有它的模块。

改法：运行 `sopcurric plan`，它只改动必须改动的安排。

依据：通行做法：计划与方案一致。

----

PLN151 A plan that no longer fits its programme

Meaning: after a change of programme or courses, a plan may hold what a group does not learn any more, or lack what
it learns. Without a plan, nothing is asked.

Example: a group takes one more course, and the plan does not have its modules yet.

Cure: run `sopcurric plan`, which moves only what must move.

Source: common practice: plan and programme agree.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.standing_plan import StandingPlan, standing_plans
from sopcurric.plugin import Rule

_NAMED = 3


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        yield from _gone(plan)
        for group in plan.demand.groups:
            missing = [one.id for one in group.items if (group.id, one.id) not in plan.lines_of]
            if missing:
                yield finding(
                    "PLN151",
                    Severity.WARNING,
                    subject=f"@programme/{plan.demand.programme}/{group.id}",
                    group=group.id,
                    number=len(missing),
                    first=", ".join(missing[:_NAMED]),
                    variant="missing",
                )


def _gone(plan: StandingPlan) -> Iterator[Finding]:
    for number, line in enumerate(plan.schedule.modules):
        if line.group in plan.demand.group_by_id and (line.group, line.item) not in plan.demand.items:
            yield finding(
                "PLN151",
                Severity.WARNING,
                subject=f"{plan.address}/modules/{number}",
                group=line.group,
                number=1,
                first=line.item,
                variant="gone",
            )


RULE = Rule(
    code="PLN151",
    name="plan-out-of-date",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "实施计划与小组 `{group}` 应学的内容对不上：{number} 项（{first}）",
            "运行 `sopcurric plan`",
        ),
        "en": (
            "the plan does not fit what group `{group}` learns: {number} ({first})",
            "run `sopcurric plan`",
        ),
    },
    check=_check,
    variants={
        "zh": {
            "missing": "还没有安排，运行 `sopcurric plan` 补上",
            "gone": "这个小组不学这项内容：删去这一行，或运行 `sopcurric plan`",
        },
        "en": {
            "missing": "not planned yet: run `sopcurric plan`",
            "gone": "the group does not learn it: remove the line, or run `sopcurric plan`",
        },
    },
)
