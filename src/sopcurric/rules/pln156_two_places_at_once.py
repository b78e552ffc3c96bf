"""PLN156 小组同一周排在两个地点

含义：一个小组一周只在一个地点学习实施计划中的内容；同一地点可以先后学习几项。

例：小组 `G1` 第 5 学期第 3 周既在基地 `B1`，又在基地 `B3`。

改法：把其中一项改到别的周，或改到同一地点；也可以运行 `sopcurric plan`。

依据：通行做法：按周轮换。

----

PLN156 A group at two places in one week

Meaning: in a week, a group learns what is planned at one place only; several things may follow each other there.

Example: group `G1` is at base `B1` and at base `B3` in week 3 of semester 5.

Cure: use another week or the same place for one of them; or run `sopcurric plan`.

Source: common practice: rotation by weeks.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.standing_plan import spanned, standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        for group in plan.demand.groups:
            double = [
                week
                for week in plan.demand.weeks
                if len({one.placed.place for one in plan.in_week.get((group.id, week.at), ())}) > 1
            ]
            if double:
                lines = plan.in_week[group.id, double[0].at]
                yield finding(
                    "PLN156",
                    Severity.WARNING,
                    subject=lines[-1].address,
                    group=group.id,
                    weeks=spanned(double),
                    places=", ".join(dict.fromkeys(one.placed.place for one in lines)),
                )


RULE = Rule(
    code="PLN156",
    name="two-places-at-once",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "小组 `{group}` 同一周排在几个地点：{places}（学期: 周次 {weeks}）",
            "把其中一项改到别的周，或改到同一地点",
        ),
        "en": (
            "group `{group}` is at several places in one week: {places} (semester: weeks {weeks})",
            "use another week or the same place for one of them",
        ),
    },
    check=_check,
)
