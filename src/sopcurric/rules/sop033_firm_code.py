"""SOP033 这类错误不能降级或忽略

含义：读取文件和生成输出时的错误（如 `SOP003`、`LCK001`）、涉及密级的错误（`DEC`）以及“有内容没有教”的错误（`LEF`），
说明结果缺了内容。把它们降级、忽略或列入清单，会让不完整的结果看起来完整，因此不起作用。其他问题可以降级或忽略，任何问题都可以提高严重程度。

例：

    findings:
      severity: {SOP003: warning}

改法：删去这一条，按问题的改法处理。

----

SOP033 An error that cannot be lowered or ignored

Meaning: errors of reading and printing (`SOP003`, `LCK001` …), those about what is classified (`DEC`), and those about
what no leaf teaches (`LEF`), say that something is missing from the result. Lowered, ignored or put into a baseline,
they would make it look complete: it has no effect. Other findings can be lowered or ignored, and every severity can be
raised.

Example (YAML):

    findings:
      severity: {SOP003: warning}

Cure: remove this, and do what the finding says.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP033",
    name="firm-code",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{code}` 是不能降级或忽略的错误",
            "删去 `{code}`，按问题的改法处理",
        ),
        "en": (
            "`{code}` is an error that cannot be lowered or ignored",
            "remove `{code}`, and do what the finding says",
        ),
    },
)
