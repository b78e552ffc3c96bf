"""PLN158 强化培训的任务没有先仿真后现场

含义：需要强化培训的任务，有校内仿真实训条件的，应先在那里训练，再到现场。同一项内容可以写两行：先一行排在仿真基地，
再一行排在现场。

例：紧急停车属于强化培训，`B1` 是校内仿真实训室，实施计划只有一行排在现场。

改法：在前面的周次加一行排在仿真基地；也可以运行 `sopcurric plan`。

依据：五维递进：先室内模拟实训，后现场实操（案例做法）。

----

PLN158 Intensive training not simulated first

Meaning: tasks that are trained intensively are practised in simulation before the field, where the college has a
base for that. An item can have two lines: one at the base for simulation, a later one in the field.

Example: an emergency shutdown is trained intensively, `B1` simulates it, and the plan has one line in the field.

Cure: add a line at the base in weeks before; or run `sopcurric plan`.

Source: five steps of progression (五维递进): simulation before the field (a practice of cases).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.standing_plan import standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        for (group, name), own in plan.lines_of.items():
            if not own[0].item.simulated:
                continue
            field = [one for one in own if one.weeks and plan.is_field(one)]
            rooms = [one for one in own if one.weeks and one.placed.place in one.item.rooms]
            if field and not any(one.end < field[0].begin for one in rooms):
                yield finding(
                    "PLN158",
                    Severity.WARNING,
                    subject=field[0].address,
                    group=group,
                    item=name,
                    rooms=", ".join(own[0].item.rooms),
                )


RULE = Rule(
    code="PLN158",
    name="intensive-not-simulated-first",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "小组 `{group}` 的 `{item}` 有强化培训的任务，现场实践以前没有安排仿真",
            "在前面的周次加一行，地点用 {rooms}",
        ),
        "en": (
            "`{item}` of group `{group}` has intensive training and is not simulated before the field",
            "add a line in weeks before, at {rooms}",
        ),
    },
    check=_check,
)
