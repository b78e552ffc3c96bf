"""PLN155 实施计划排在不上课或停用的周次

含义：安排的周次应在本学期的教学周之内（考试周、全周放假除外），学期应属于这项内容所在的阶段，地点在这些周没有停用。

例：基地 `B2` 第 5 学期第 9—12 周停用，计划把第 10 周排在那里。

改法：改到别的周，或更正校历、停用周次；也可以运行 `sopcurric plan`。

依据：方案的校历 `calendar` 和停用周次 `closed`。

----

PLN155 A plan in weeks without teaching, or at a closed place

Meaning: the weeks of a line lie within the teaching weeks of the semester (without weeks of examinations and of
holidays), the semester belongs to the segment of the item, and its place is not closed in these weeks.

Example: base `B2` is closed in weeks 9 to 12 of semester 5, and the plan uses week 10 there.

Cure: use other weeks, or correct the calendar or what is closed; or run `sopcurric plan`.

Source: `calendar` and `closed` of the programme.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.standing_plan import Line, StandingPlan, spanned, standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        for line in plan.lines:
            yield from _of_line(plan, line)


def _of_line(plan: StandingPlan, line: Line) -> Iterator[Finding]:
    placed = line.placed
    until = f"–{placed.first + placed.weeks - 1}" if placed.weeks > 1 else ""
    weeks = f"{placed.semester}: {placed.first}{until}"
    if (line.item.segment, placed.semester) not in plan.demand.stage_of:
        own = (one.semester for one in plan.demand.stages if one.segment == line.item.segment)
        yield _outside(line, weeks, ", ".join(map(str, own)) or "—", "segment")
    elif len(line.weeks) < placed.weeks or not all(week.taught for week in line.weeks):
        last = max(
            (week.number for week in plan.demand.weeks if week.semester == placed.semester and week.taught), default=0
        )
        yield _outside(line, weeks, str(last), "calendar")
    place = plan.place(line)
    closed = [week for week in line.weeks if place and week.at in place.closed]
    if closed:
        yield _outside(line, spanned(closed), placed.place, "closed")


def _outside(line: Line, weeks: str, what: str, variant: str) -> Finding:
    return finding(
        "PLN155",
        Severity.WARNING,
        subject=line.address,
        group=line.group.id,
        item=line.item.id,
        weeks=weeks,
        what=what,
        variant=variant,
    )


RULE = Rule(
    code="PLN155",
    name="plan-outside-weeks",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "小组 `{group}` 的 `{item}` 排在不能安排的周次（学期: 周次 {weeks}）",
            "改到别的周",
        ),
        "en": (
            "`{item}` of group `{group}` is in weeks that cannot be used (semester: weeks {weeks})",
            "use other weeks",
        ),
    },
    check=_check,
    variants={
        "zh": {
            "segment": "这项内容所在阶段的学期是 {what}：改到其中",
            "calendar": "教学周到第 {what} 周为止，并避开放假周：改到教学周之内",
            "closed": "`{what}` 在这些周停用：换地点或换周次",
        },
        "en": {
            "segment": "its segment has the semesters {what}: use one of them",
            "calendar": "teaching ends with week {what}, and some weeks are holidays: use weeks of teaching",
            "closed": "`{what}` is closed in these weeks: use another place or other weeks",
        },
    },
)
