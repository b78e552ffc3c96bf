"""SOP101 参数没有任何限值

含义：参数至少要有正常范围、报警值、联锁值中的一个，否则知识页上只有名称，检查页上无从判断。

例：

    parameters:
      - {id: T-digest, title: 溶出温度}

改法：补上 `range`，如 `range: 260–280 ℃`；只有报警或联锁的，写 `alarm` 或 `interlock`。
不能公开的数值用脱密标记。

依据：参数写明范围或限值的通行写法。

----

SOP101 A parameter without any limit

Meaning: a parameter needs a normal range, an alarm or an interlock. Without one the knowledge leaf has nothing
but a name, and nothing can be checked.

Example (YAML):

    parameters:
      - {id: T-digest, title: Digestion temperature}

Cure: add a `range`, as in `range: 260–280 ℃`, or an `alarm` or `interlock`. Mark values that must not be
public.

Source: common practice: a parameter has a range or limits.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for parameter in sop.parameters:
            if not parameter.limited:
                name = name_in(parameter.address)
                yield finding("SOP101", Severity.WARNING, subject=parameter.address, id=name)


RULE = Rule(
    code="SOP101",
    name="parameter-without-limits",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "参数 `{id}` 没有正常范围、报警值或联锁值",
            "补上 `range:`，写明数值和单位",
        ),
        "en": (
            "the parameter `{id}` has no range, alarm or interlock",
            "add `range:` with number and unit",
        ),
    },
    check=_check,
)
