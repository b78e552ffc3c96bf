"""DEC120 决定的说法里还有原值

含义：逐项处理决定中写的教学说法里，标密的原值还在，等于没有脱密。改正以前，所有版本停止输出。

例：原值 `8 MPa`，决定写 `taught: 约 8 MPa`。

改法：写成不含原值的范围或说法，如 `7–9 MPa`；本来就公开的，把处理方式改成 `keep`。

依据：脱密后不留原值（泄密扫描）。

----

DEC120 What was decided still tells the value

Meaning: the words that somebody decided to teach still hold the protected value, so that nothing is protected. Until
that is mended, no edition is printed.

Example: the value is `8 MPa`, and the decision says `taught: about 8 MPa`.

Cure: write a range or words without the value, such as `7–9 MPa`; where it is public anyway, decide `keep`.

Source: after declassification no raw value is left anywhere (leak scan).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC120",
    name="decided-words-tell-value",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "决定的教学说法里还有标密的原值，所有版本停止输出",
            "写成不含原值的范围或说法；本来就公开的，写 `operation: keep`",
        ),
        "en": (
            "what was decided to be taught still tells the protected value; no edition is printed",
            "write a range or words without it; where it is public anyway, write `operation: keep`",
        ),
    },
)
