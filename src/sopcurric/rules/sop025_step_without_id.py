"""SOP025 步骤没有标识

含义：没有 `id` 的步骤以序号代替。中间插入或删去一步，后面各步的地址就全部改变：
它们的能力点、已作的决定和追溯关系会对到别的步骤上。

例：

    steps:
      - 打开进口阀
      - 启动隔膜泵

改法：给每个步骤写上标识，如 `- S1: 打开进口阀` 或 `- {id: S1, text: 打开进口阀}`；`sopcurric fix` 会自动补上。
标识写上以后不再改动，次序变了也不改。

依据：规则候选 CD-03、CD-04（代码不变，不连号也可以，不重复使用）。

----

SOP025 Steps without an id

Meaning: a step without `id` is known by its number. When a step is inserted or removed, the addresses of all
later steps change: their points, decisions and traces then belong to other steps.

Example (YAML):

    steps:
      - Open the inlet valve
      - Start the diaphragm pump

Cure: give each step an id, as in `- S1: Open the inlet valve` or `- {id: S1, text: Open the inlet valve}`;
`sopcurric fix` does it for you. It stays as it is even where the order changes.

Source: rule candidates CD-03 and CD-04 (codes never change, may have gaps, are not used again).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for procedure in compilation.procedures.values():
        count = sum(not step.named for step in procedure.steps)
        if count:
            yield finding("SOP025", Severity.INFO, subject=procedure.address, count=count)


RULE = Rule(
    code="SOP025",
    name="step-without-id",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "有 `{count}` 个步骤没有 `id`，中间插入一步，后面各步的地址都会变",
            "给每个步骤写上标识，如 `- S1: 打开进口阀`；`sopcurric fix` 会自动补上",
        ),
        "en": (
            "steps without `id`: `{count}`; inserting one changes all later addresses",
            "give each step an id, as in `- S1: Open the inlet valve`; `sopcurric fix` does it for you",
        ),
    },
    check=_check,
)
