"""PLN157 安全考试以前安排了现场实践

含义：小组第一次到企业现场实践以前，它所学各模块带安全考试的理论部分应当已经结束。

例：`M03.theory` 带安全考试，排到第 4 学期第 12 周；第 10 周已经安排了现场实践。

改法：把理论提前，或把现场实践推后；也可以运行 `sopcurric plan`。

依据：《职业学校学生实习管理规定》：未经教育培训和未通过考核的学生不得参加实习（凭记忆，未核对条款号，所以是警告）。

----

PLN157 Practice in the field before the safety examination

Meaning: before a group practises where a plant runs, the theory of its modules that ends with a safety examination
is over.

Example: `M03.theory` ends with a safety examination in week 12 of semester 4, and there is practice in the field in
week 10.

Cure: put the theory earlier, or the practice later; or run `sopcurric plan`.

Source: national rules for internships: who was not trained and did not pass must not take part (recalled, so this
is a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.standing_plan import standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        for group in plan.demand.groups:
            practice = [one for one in plan.lines if one.group.id == group.id and one.weeks and plan.is_field(one)]
            tests = [
                line for item in group.items if item.examined for line in plan.lines_of.get((group.id, item.id), ())
            ]
            if not practice or not tests:
                continue
            first = min(practice, key=lambda one: (one.begin, one.address))
            late = max(tests, key=lambda one: (one.end, one.address))
            if late.end >= first.begin:
                yield finding(
                    "PLN157",
                    Severity.WARNING,
                    subject=first.address,
                    group=group.id,
                    item=first.item.id,
                    test=late.item.id,
                )


RULE = Rule(
    code="PLN157",
    name="field-before-safety-in-plan",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "小组 `{group}` 的现场实践 `{item}` 排在 `{test}` 的安全考试以前",
            "把 `{test}` 提前，或把现场实践推后",
        ),
        "en": (
            "group `{group}` practises `{item}` in the field before the safety examination of `{test}`",
            "put `{test}` earlier, or the practice later",
        ),
    },
    check=_check,
)
