"""SOP103 异常没有写明汇报对象

含义：异常处置以汇报或移交结束。没有写明向谁汇报，学员就不知道何时不再自己处理。

例：

    deviations:
      - id: V1
        title: 隔膜泵出口压力升高
        actions: [降低隔膜泵冲次]

改法：补上 `report`，写明向谁汇报、在什么情况下汇报。

依据：规则候选 SOP-04。

----

SOP103 A deviation without report

Meaning: what is done about a deviation ends with a report or a hand-over. Where it does not say to whom, the
learner does not know when to stop coping alone.

Example (YAML):

    deviations:
      - id: V1
        title: The outlet pressure of the pump rises
        actions: [Lower the stroke rate]

Cure: add `report`: to whom, and in which case.

Source: rule candidate SOP-04.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for deviation in sop.deviations:
            if not deviation.report:
                name = deviation.address.rsplit("/", 1)[-1]
                yield finding("SOP103", Severity.INFO, subject=deviation.address, id=name)


RULE = Rule(
    code="SOP103",
    name="deviation-without-report",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "异常 `{id}` 没有写明向谁汇报",
            "补上 `report:`，写明向谁汇报或移交",
        ),
        "en": (
            "the deviation `{id}` does not say whom to report to",
            "add `report:` with whom to report or hand over to",
        ),
    },
    check=_check,
)
