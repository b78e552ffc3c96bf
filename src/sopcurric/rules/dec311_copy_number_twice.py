"""DEC311 同一版本的份号重复

含义：发放登记中，同一版本有两份用了同一个份号，回收时分不清是哪一份。

例：

    - {edition: plant, number: 3, holder: 一车间, issued: 2026-09-01}
    - {edition: plant, number: 3, holder: 二车间, issued: 2026-09-02}

改法：按实物上的份号改正其中一项。

依据：发放、回收逐份登记，一份一号。

----

DEC311 A copy number stands twice

Meaning: two copies of one edition have the same number in the register, so that nobody can tell which one came back.

Example (YAML):

    - {edition: plant, number: 3, holder: Workshop 1, issued: 2026-09-01}
    - {edition: plant, number: 3, holder: Workshop 2, issued: 2026-09-02}

Cure: correct one of them after the number on the copy itself.

Source: distribution and recall are registered copy by copy, each with its own number.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC311",
    name="copy-number-twice",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "版本 {edition} 的份号 {number} 重复登记",
            "按实物上的份号改正",
        ),
        "en": (
            "copy {number} of edition {edition} is registered twice",
            "correct it after the number on the copy itself",
        ),
    },
)
