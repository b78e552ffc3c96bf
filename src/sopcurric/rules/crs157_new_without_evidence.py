"""CRS157 “五新”条目没有依据

含义：标为新技术、新工艺、新规范等的内容应写明依据（标准号、设备或文献），否则无法核实是否真的新、是否可靠。

例：

    new_items:
      - {id: NW-1, title: 在线监测, kind: technology, on: [DIG/P1], text: 连续采集振动。}

改法：补写 `evidence:`；知道引入日期的补写 `introduced_on:`。

依据：教材审核的通行做法：前沿内容须有出处。

----

CRS157 Something new without evidence

Meaning: what is called new technology, process or rule names its evidence (number of a standard, equipment,
paper), or nobody can tell whether it is new and true.

Example (YAML):

    new_items:
      - {id: NW-1, title: Monitoring, kind: technology, on: [DIG/P1], text: Vibration is recorded.}

Cure: add `evidence:`, and `introduced_on:` where the date is known.

Source: common practice of textbook review.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.case import NewItem
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for case in compilation.inputs.cases:
        if isinstance(case, NewItem) and not case.evidence:
            yield finding("CRS157", Severity.WARNING, subject=case.address, id=case.id)


RULE = Rule(
    code="CRS157",
    name="new-without-evidence",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "新内容 `{id}` 没有写明依据",
            "补写 `evidence`：标准号、设备或文献",
        ),
        "en": (
            "`{id}` is called new without evidence",
            "add `evidence`: the number of a standard, equipment, or a paper",
        ),
    },
    check=_check,
)
