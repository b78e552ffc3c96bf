"""PLN161 导师带的学员过多

含义：实施计划中与一位导师结对的学员不应超过他的带徒人数上限 `apprentices`。

例：`M1` 的上限是 1 人，计划有 2 名学员与他结对。

改法：改由别的导师带，或与导师商定后提高上限；也可以运行 `sopcurric plan`。

依据：师带徒结对的做法；上限由方案规定。

----

PLN161 A mentor with too many learners

Meaning: the learners that a plan pairs with a mentor are no more than the mentor's `apprentices`.

Example: `M1` takes one, and two learners are paired with `M1`.

Cure: pair some with other mentors, or raise the number after asking; or run `sopcurric plan`.

Source: practice of mentoring; the programme sets the number.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.standing_plan import standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        for mentor in plan.demand.mentors:
            learners = {(one.group.id, one.paired.learner) for one in plan.pairs if one.mentor.id == mentor.id}
            if len(learners) > mentor.apprentices:
                yield finding(
                    "PLN161",
                    Severity.WARNING,
                    subject=f"@programme/{plan.demand.programme}/{mentor.id}",
                    mentor=mentor.id,
                    learners=len(learners),
                    most=mentor.apprentices,
                    more=len(learners) - mentor.apprentices,
                )


RULE = Rule(
    code="PLN161",
    name="mentor-overloaded",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "导师 `{mentor}` 结对 `{learners}` 名学员，上限 `{most}` 名",
            "把 {more} 名学员改由别的导师带",
        ),
        "en": (
            "mentor `{mentor}` is paired with `{learners}` learners and takes `{most}`",
            "pair {more} of them with other mentors",
        ),
    },
    check=_check,
)
