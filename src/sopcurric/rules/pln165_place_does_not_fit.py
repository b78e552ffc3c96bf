"""PLN165 实施计划的地点不合适

含义：理论在学校或学员的实习企业；实践在可实训这个岗位的基地，在企业阶段先用企业的基地，没有的就在学员的实习企业；强
化培训的仿真在校内基地。

例：`DIG` 的实践排在只能实训 `SET` 的基地。

改法：换成合适的地点，或把岗位补进基地的 `jobs`；也可以运行 `sopcurric plan`。

依据：方案中基地的 `jobs` 和各阶段的 `site`。

----

PLN165 A place that does not fit

Meaning: theory is taught at the college or in the plant of the learners; practice at bases for the job, in segments
in plants at those that plants run, or else in the plant of the learners; simulation at bases of the college.

Example: practice of `DIG` is at a base for `SET` only.

Cure: use a place that fits, or add the job to `jobs` of the base; or run `sopcurric plan`.

Source: `jobs` of bases and `site` of segments of the programme.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.standing_plan import standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        plants: dict[str, set[str]] = {}
        for one in plan.pairs:
            plants.setdefault(one.group.id, set()).add(one.paired.plant)
        for line in plan.lines:
            own = sorted(plants.get(line.group.id) or line.group.plants)
            wanted = [name for place in line.item.places for name in ((place,) if place else own)]
            if plan.place(line) is not None and line.placed.place not in {*wanted, *line.item.rooms}:
                yield finding(
                    "PLN165",
                    Severity.WARNING,
                    subject=line.address,
                    group=line.group.id,
                    item=line.item.id,
                    where=line.placed.place,
                    known=", ".join((*wanted, *line.item.rooms)),
                )


RULE = Rule(
    code="PLN165",
    name="place-does-not-fit",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "小组 `{group}` 的 `{item}` 不能在 `{where}` 学习",
            "换成合适的地点：{known}",
        ),
        "en": (
            "group `{group}` cannot learn `{item}` at `{where}`",
            "use a place that fits: {known}",
        ),
    },
    check=_check,
)
