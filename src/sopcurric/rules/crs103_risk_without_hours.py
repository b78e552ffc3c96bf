"""CRS103 风险大、学时少

含义：一个学习任务在本课程中占的风险份额，是它占的学时份额的三倍以上，而且风险份额不小于 10 %。风险按危险源等级计：
低 1、一般 2、较大 4、重大 8，等级每高一级加倍（没有规定给出这样的权重，是本程序的约定）。这样的任务容易被一带而过。

例：课程风险的 30 % 集中在“处置高压法兰刺漏”，它只有 6 % 的学时。

改法：用 `hours` 决定给这个任务增加学时，或者在其他任务、仿真实训中安排相应的安全训练；
确有别的安排（如入厂安全培训）的，不改。

依据：学时分配与风险相称，是安全培训“按需施教”的做法（无明文规定，因此只作提示）。

----

CRS103 Much risk, few hours

Meaning: the share of a learning task in the risk of its course is three times its share in the hours or more, and at
least 10 %. Risk is counted by the grades of its hazards: low 1, general 2, larger 4, major 8 (no text gives such
weights, they are ours). Such work is easily taught in passing.

Example: 30 % of the risk of a course lies in “leaking high-pressure flange”, which has 6 % of the hours.

Cure: give the task more hours by an `hours` decision, or have the safety of it trained in another task or on the
simulator; leave it where it is trained otherwise, as in the safety training before the first shift.

Source: hours in proportion to risk are good practice of safety training; no rule demands it, so it only informs.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.risk_shares import risk_shares
from sopcurric.plugin import Rule

_TIMES = 3
_LEAST = 0.1


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in risk_shares(compilation):
        if one.risk >= _LEAST and one.risk >= _TIMES * one.hours:
            yield finding(
                "CRS103",
                Severity.INFO,
                subject=one.task.derived_from[0],
                task=one.task.id,
                title=one.task.title.words(compilation.inputs.settings.language),
                risk=f"{one.risk:.0%}",
                hours=f"{one.hours:.0%}",
            )


RULE = Rule(
    code="CRS103",
    name="risk-without-hours",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "学习任务 `{title}`（`{task}`）占本课程风险的 `{risk}`，只占学时的 `{hours}`",
            "用 `hours` 决定增加学时，或在其他任务、仿真实训中安排相应的安全训练",
        ),
        "en": (
            "the learning task `{title}` (`{task}`) has `{risk}` of the risk of its course and `{hours}` of the hours",
            "give it more hours by an `hours` decision, or have its safety trained elsewhere",
        ),
    },
    check=_check,
)
