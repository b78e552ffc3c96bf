"""SOP106 步骤中有含糊的说法

含义：“适当”“及时”“一定时间”没有说清做到什么程度、什么时候做，不同的人会做得不同，也无法考核。
步骤或标准中有数值、比较或另写了明确 `criterion` 的，不提示。

例：

    steps:
      - 适当开大进汽阀

改法：换成数值、时限或看得见的状态，如“每次开大不超过 5 %”；写不成数值的，在 `criterion` 中写明看到什么为准。

依据：通行做法：步骤有标准或限值。

----

SOP106 Vague words in a step

Meaning: “as needed” or “soon” do not say how much or when. People will differ, and nothing can be assessed.
Where the step or its criterion has a number, a comparison, or another clear `criterion`, nothing is said.

Example (YAML):

    steps:
      - Open the steam valve as needed

Cure: write a number, a time, or a state that can be seen, in the sentence or as `criterion`.

Source: common practice: a step has a standard or limit.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import MEASURE, VAGUE
from sopcurric.model.compilation import Compilation
from sopcurric.model.said import said
from sopcurric.model.sop import Step
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for step in compilation.steps.values():
        found = _vague(step)
        if found:
            yield finding("SOP106", Severity.INFO, subject=step.address, found=found)


def _vague(step: Step) -> str:
    """The vague word of a step; words of its criterion come first."""
    criterion = said(step.criterion)
    words = criterion if VAGUE.search(criterion) else "" if criterion else said(step.text)
    found = VAGUE.search(words)
    return found[0] if found and not MEASURE.search(words) else ""


RULE = Rule(
    code="SOP106",
    name="vague-words",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "“{found}”没有说清做到什么程度或什么时候做",
            "换成数值、时限或看得见的状态，也可以写进 `criterion:`",
        ),
        "en": (
            "“{found}” does not say how much or when",
            "write a number, a time or a visible state, or put it into `criterion:`",
        ),
    },
    check=_check,
)
