"""SOP112 几个角色参加的程序中步骤没有执行人

含义：程序的 `actors` 列了两个以上的角色时，每个步骤要写明由谁做，否则现场会互相等待，或两人都去做。
下面各分步骤都写了执行人的引导语，不提示。

例：

    procedures:
      - title: 启动隔膜泵
        actors: [中控操作工, 现场操作工]
        steps:
          - 启动隔膜泵

改法：给步骤写上 `actor`；几步都由同一人做的，可以写在引导语上，它的分步骤随之。

依据：通行做法：步骤有执行人。

----

SOP112 Steps without an actor where several roles take part

Meaning: where `actors` of a procedure lists two roles or more, each step says who does it; otherwise people wait for
each other, or both do it. A lead-in whose sub-steps all have an actor needs none.

Example (YAML):

    procedures:
      - title: Start the pump
        actors: [control room operator, field operator]
        steps:
          - Start the pump

Cure: give the steps an `actor`; on a lead-in it holds for all its sub-steps.

Source: common practice: a step has an actor.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

_SEVERAL = 2


def _check(compilation: Compilation) -> Iterable[Finding]:
    for procedure in compilation.procedures.values():
        if len(procedure.actors) < _SEVERAL:
            continue
        numbers = [one.number for one in procedure.deeds if not one.actor]
        if numbers:
            yield finding("SOP112", Severity.INFO, subject=procedure.address, steps=", ".join(numbers))


RULE = Rule(
    code="SOP112",
    name="step-without-actor",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "程序有几个角色参加，第 `{steps}` 步没有写由谁做",
            "给这几步写上 `actor:`",
        ),
        "en": (
            "several roles take part, and these steps do not say who does them: `{steps}`",
            "give them an `actor:`",
        ),
    },
    check=_check,
)
