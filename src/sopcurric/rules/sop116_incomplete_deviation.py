"""SOP116 异常没有写原因或后果

含义：只有现象和处置的异常，学员只能照做，学不会判断。原因写在 `causes` 或 `rows` 中，后果写在 `consequence` 中
或 `rows` 的各行中。

例：

    deviations:
      - {id: V1, title: 出口压力升高, actions: [降低冲次], report: 报告班长}

改法：补上指出的键；几种原因处置不同的，用 `rows` 一行写一种原因。

依据：通行做法：异常表的栏目：现象、原因、后果、处置、汇报。

----

SOP116 A deviation without causes or consequence

Meaning: with symptom and actions only, learners can obey but do not learn to judge. Causes stand in `causes` or
`rows`, the consequence in `consequence` or in the rows.

Example (YAML):

    deviations:
      - {id: V1, title: The pressure rises, actions: [Lower the stroke rate], report: Tell the shift leader}

Cure: add the keys that are named; where causes are dealt with differently, use `rows`, one to a cause.

Source: common practice: the columns symptom, cause, consequence, action, report.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for deviation in sop.deviations:
            there = {
                "causes": bool(deviation.causes or deviation.rows),
                "consequence": bool(deviation.consequence) or any(row.consequence for row in deviation.rows),
            }
            missing = ", ".join(key for key, given in there.items() if not given)
            if missing:
                name = name_in(deviation.address)
                yield finding("SOP116", Severity.INFO, subject=deviation.address, id=name, missing=missing)


RULE = Rule(
    code="SOP116",
    name="incomplete-deviation",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "异常 `{id}` 缺少 `{missing}`",
            "补上：{missing}",
        ),
        "en": (
            "the deviation `{id}` lacks `{missing}`",
            "add: {missing}",
        ),
    },
    check=_check,
)
