"""PLN153 实施计划中某周学时过多

含义：小组每周学习模块的学时，加上本学期自拟课程平均每周的学时，不应超过规则集的上限。一项内容的学时平均分到它的各周。

例：上限 30，自拟课程平均每周 22 学时，只剩 8 学时，这一周却排了 12 学时的模块。

改法：把一部分模块移到别的周，或延长它的周数；也可以运行 `sopcurric plan`。

依据：院校通行做法。数值写在规则集的 `weekly-hours-max`。

----

PLN153 Too many hours in a week of a plan

Meaning: the hours of modules that a group learns in a week, and the average of typed-in courses of the semester,
should not exceed the number of the profile. The hours of an item are spread evenly over its weeks.

Example: 30 hours at most, typed-in courses take 22 a week, 8 are left, and modules of 12 hours are in the week.

Cure: of {limit} a week, less typed-in courses: move modules to other weeks, or give them more; or run `sopcurric plan`.

Source: common practice of colleges. The number stands in the profile as `weekly-hours-max`.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import severity_of
from sopcurric.model.planning import Week
from sopcurric.model.standing_plan import StandingPlan, spanned, standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        for group in plan.demand.groups:
            yield from _of_group(plan, group.id)


def _of_group(plan: StandingPlan, group: str) -> Iterator[Finding]:
    """One finding for each stage in which weeks are too full, at the first line of the fullest week."""
    limit = plan.demand.week_hours
    for stage in plan.demand.stages if limit else ():
        full: list[tuple[int, Week]] = []
        for week in plan.demand.weeks:
            lines = [one for one in plan.in_week.get((group, week.at), ()) if one.item.segment == stage.segment]
            hours = sum(plan.load(one) for one in lines)
            if lines and week.semester == stage.semester and hours > stage.hours:
                full.append((-round(hours * 100), week))
        if full and limit:
            most, worst = min(full, key=lambda one: (one[0], one[1].at))
            yield finding(
                "PLN153",
                severity_of(limit),
                subject=plan.in_week[group, worst.at][0].address,
                group=group,
                weeks=spanned(week for _, week in full),
                hours=f"{-most / 100:g}",
                left=f"{float(stage.hours):.3g}",
                limit=f"{limit.value:g}",
            )


RULE = Rule(
    code="PLN153",
    name="plan-weekly-load",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "小组 `{group}` 一周最多 `{hours}` 学时的模块，只剩 `{left}` 学时可排（学期: 周次 {weeks}）",
            "每周上限 {limit} 学时，先减去自拟课程：把模块移到别的周，或延长周数",
        ),
        "en": (
            "group `{group}` has up to `{hours}` hours of modules a week, `{left}` are left (semester: weeks {weeks})",
            "of {limit} a week, less typed-in courses: move modules to other weeks, or give them more",
        ),
    },
    check=_check,
)
