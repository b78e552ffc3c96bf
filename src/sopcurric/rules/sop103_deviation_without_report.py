"""SOP103 异常没有写明汇报对象

含义：异常处置以汇报或移交结束。没有写明向谁汇报，学员就不知道何时不再自己处理。
没有 `report` 的，最后一条处置是汇报、通知或移交也可以；按原因分行（`rows`）的逐行看，列出没有写的行。

例：

    deviations:
      - id: V1
        title: 隔膜泵出口压力升高
        actions: [降低隔膜泵冲次]

改法：补上 `report`，写明向谁汇报、在什么情况下汇报；或把汇报写成最后一条处置。

依据：异常处置写到汇报、交接为止的通行写法。

----

SOP103 A deviation without report

Meaning: what is done about a deviation ends with a report or a hand-over. Where it does not say to whom, the
learner does not know when to stop coping alone. Without `report` a last action that reports, tells or hands over will
do; `rows` are looked at one by one.

Example (YAML):

    deviations:
      - id: V1
        title: The outlet pressure of the pump rises
        actions: [Lower the stroke rate]

Cure: add `report`: to whom, and in which case; or make the report the last action.

Source: common practice: handling a deviation ends with report or handing over.
"""

from collections.abc import Iterable, Sequence

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import REPORT
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.said import said
from sopcurric.model.text import Text
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "deviation": "补上 `report:`，写明向谁汇报或移交",
        "rows": "补上 `report:`，或在第 `{rows}` 行的最后一条处置写明向谁汇报或移交",
    },
    "en": {
        "deviation": "add `report:` with whom to report or hand over to",
        "rows": "add `report:`, or end the actions of rows `{rows}` with whom to report or hand over to",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for deviation in sop.deviations:
            silent = [str(number) for number, row in enumerate(deviation.rows, 1) if not _ends_in_report(row.actions)]
            silent = [] if _ends_in_report(deviation.actions) else silent
            alone = not deviation.rows and not _ends_in_report(deviation.actions)
            if not deviation.report and (silent or alone):
                yield finding(
                    "SOP103",
                    Severity.INFO,
                    subject=deviation.address,
                    id=name_in(deviation.address),
                    rows=", ".join(silent),
                    variant="rows" if silent else "deviation",
                )


def _ends_in_report(actions: Sequence[Text]) -> bool:
    return bool(actions) and bool(REPORT.search(said(actions[-1])))


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
    variants=VARIANTS,
    check=_check,
)
