"""COM101 步骤中没有认出动作动词

含义：能力点由步骤中的动作、对象和标准组成。没有认出动词的步骤仍会教，但能力点只能照抄原句，难以归类。
点检点写的是项目，不要求有动词。

例：“油位 1/2–2/3”没有动词；“检查油位，应在 1/2–2/3 处”有。

改法：把步骤改成以动词开头的句子；动词确实有而没有认出的，可以不改。

依据：通行做法：步骤写明动作和对象。

----

COM101 Steps in which no action verb is recognised

Meaning: a skill point is made of the action, object and standard of a step. A step without a verb is taught all
the same, but its point can only repeat the sentence. Inspection points name what is looked at and need no verb.

Example: “Oil level 1/2–2/3” has no verb, “Check the oil level, it should be at 1/2–2/3” has.

Cure: begin the step with a verb; where there is one that was not recognised, leave it.

Source: common practice: a step names an action and its object.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    points = (point for point in compilation.points.values() if point.kind == "skill" and not point.action)
    silent = {point.derived_from[0] for point in points}
    for procedure in compilation.procedures.values():
        numbers = [step.number for step in procedure.steps if step.address in silent]
        if numbers and not procedure.route:
            yield finding("COM101", Severity.INFO, subject=procedure.address, steps=", ".join(numbers))


RULE = Rule(
    code="COM101",
    name="step-without-verb",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "第 `{steps}` 步没有认出动作动词",
            "把这几步改写成以动词开头的句子，如“检查…”“打开…”",
        ),
        "en": (
            "no action verb is recognised in steps: `{steps}`",
            "begin these steps with a verb, such as “Check …” or “Open …”",
        ),
    },
    check=_check,
)
