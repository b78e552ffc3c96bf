"""LEF117 步骤写成了问题

含义：操作步骤要写做什么。“为什么要先灌泵？”是要学的道理，“有没有异响？”是检查的内容，学生不能照着一个问题去操作。

例：“泵为什么要先灌泵？”写成了一步。

改法：改成动作，如“检查有无异响”；道理写进这一步的 `reason`。

依据：通行做法：步骤写明动作和对象。

----

LEF117 A question written as a step

Meaning: a step says what is done. “Why is the pump primed?” is something to know, “any odd noise?” something to
check; nobody can work by a question.

Example: “Why is the pump primed first?” as a step.

Cure: write a deed, such as “listen for odd noise”; write the why into `reason` of the step.

Source: common practice: a step names an action and its object.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("asks"):
        yield finding("LEF117", Severity.INFO, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="LEF117",
    name="question-as-step",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "活页 `{leaf}` 的步骤是一个问题：`{words}`",
            "改成动作；道理写进 `reason`",
        ),
        "en": (
            "a step of leaf `{leaf}` is a question: `{words}`",
            "write a deed; the why belongs into `reason`",
        ),
    },
    check=_check,
    printed=True,
)
