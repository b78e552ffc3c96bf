"""DEC103 标密的内容太短，无法查找

含义：标密的是一两位数字、一个字这样的内容，到处都会出现，程序无法查出它是否在别处公开。

例：`text: 每班加 <<5|少量>> 袋`。

改法：把单位和前后的词一起标上，如 `<<每班加 5 袋|按班定量加入>>`；并由人逐处核对。

依据：脱密后逐处核对，不留原值（泄密扫描）。

----

DEC103 Something classified that is too short to look for

Meaning: what is classified is a number of one or two figures, a single sign or the like; it stands everywhere, so that
nobody can find out whether it stands open elsewhere.

Example: `text: Add <<5|some>> bags a shift`.

Cure: mark the unit and the words around it, too, as in `<<5 bags a shift|a fixed amount>>`, and have people look.

Source: after declassification no raw value is left anywhere (leak scan).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC103",
    name="too-common-to-search",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "这里标密的内容太短，查不出它是否在别处公开",
            "把单位和前后的词一起标上，并逐处人工核对",
        ),
        "en": (
            "what is classified here is too short to find out whether it stands open elsewhere",
            "mark the unit and the words around it, too, and have people look",
        ),
    },
)
