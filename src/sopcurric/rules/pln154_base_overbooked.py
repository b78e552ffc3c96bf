"""PLN154 实训基地同一周安排的人数超过工位数

含义：同一周在一个实训基地学习的各小组人数之和不应超过基地的工位数 `places`。

例：基地 20 个工位，第 5 学期第 3 周排了 4 个 6 人小组，共 24 人。

改法：让小组轮换到别的周或别的基地，或增加工位；也可以运行 `sopcurric plan`。

依据：通行做法：一人一工位。

----

PLN154 More learners than work places at a base

Meaning: the groups that are at a base in a week should not be more learners than its `places`.

Example: 20 places, and in week 3 of semester 5 four groups of 6 are there: 24 learners.

Cure: let groups rotate to other weeks or bases, or add places; or run `sopcurric plan`.

Source: common practice: one place for each learner.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.standing_plan import spanned, standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        there: dict[str, dict[int, set[str]]] = {}
        for line in plan.lines:
            for week in line.weeks:
                there.setdefault(line.placed.place, {}).setdefault(week.at, set()).add(line.group.id)
        for place in plan.demand.places:
            learners = {
                at: sum(plan.demand.group_by_id[name].learners for name in groups)
                for at, groups in there.get(place.id, {}).items()
            }
            full = [plan.demand.weeks[at] for at, number in learners.items() if number > place.places > 0]
            if full:
                yield finding(
                    "PLN154",
                    Severity.WARNING,
                    subject=f"@programme/{plan.demand.programme}/{place.id}",
                    base=place.id,
                    weeks=spanned(full),
                    learners=max(learners[week.at] for week in full),
                    places=place.places,
                    more=max(learners[week.at] for week in full) - place.places,
                )


RULE = Rule(
    code="PLN154",
    name="base-overbooked",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "实训基地 `{base}` 同一周最多安排了 `{learners}` 人，只有 `{places}` 个工位（学期: 周次 {weeks}）",
            "让小组轮换到别的周，或增加 {more} 个工位",
        ),
        "en": (
            "up to `{learners}` learners are at base `{base}`, which has `{places}` places (semester: weeks {weeks})",
            "let groups rotate, or add {more} places",
        ),
    },
    check=_check,
)
