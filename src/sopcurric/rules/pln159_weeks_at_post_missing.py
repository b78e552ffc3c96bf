"""PLN159 实施计划没有留足在岗实践周

含义：阶段规定的在岗实践周（`weeks`）是不排模块、企业也没有停用的整周。排了模块的周次多了，在岗实践周就不够。

例：第 5 学期 18 周，考试 1 周，在岗实践 12 周，模块却排了 8 个周次：只剩 9 周。

改法：把模块集中到较少的周次，或减少阶段的 `weeks`；也可以运行 `sopcurric plan`。

依据：方案各阶段的 `weeks`。

----

PLN159 Too few weeks left at the post

Meaning: the whole weeks at the post of a segment (`weeks`) are those without modules in which the plant is not
closed. The more weeks have modules, the fewer are left.

Example: semester 5 has 18 weeks, one for examinations, 12 at the post, and modules are in 8 weeks: 9 are left.

Cure: put modules into fewer weeks, or lower `weeks` of the segment; or run `sopcurric plan`.

Source: `weeks` of the segments of the programme.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.standing_plan import standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        plants = {one.group.id: one.paired.plant for one in plan.pairs}
        for group in plan.demand.groups:
            place = plan.demand.place_by_id.get(plants.get(group.id, ""))
            closed = place.closed if place else frozenset()
            for stage in plan.demand.stages:
                own = [week for week in plan.demand.weeks if week.semester == stage.semester and week.taught]
                free = [week for week in own if (group.id, week.at) not in plan.in_week]
                left = min(len(free) - stage.away, sum(week.at not in closed for week in free))
                used = any((group.id, week.at) in plan.in_week for week in own)
                if stage.post and used and left < stage.post:
                    yield finding(
                        "PLN159",
                        Severity.WARNING,
                        subject=f"@programme/{plan.demand.programme}/{group.id}",
                        group=group.id,
                        semester=stage.semester,
                        segment=stage.segment,
                        left=max(0, left),
                        weeks=stage.post,
                    )


RULE = Rule(
    code="PLN159",
    name="weeks-at-post-missing",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "小组 `{group}` 第 {semester} 学期只剩 `{left}` 个在岗实践周，阶段 `{segment}` 规定 `{weeks}` 周",
            "把模块集中到较少的周次，或减少阶段的 `weeks`",
        ),
        "en": (
            "group `{group}` has `{left}` weeks at the post in semester {semester}; `{segment}` asks for `{weeks}`",
            "put modules into fewer weeks, or lower `weeks` of the segment",
        ),
    },
    check=_check,
)
