"""SOP030 没有这个问题编号

含义：项目文件的 `findings` 或注释 `# sopcurric: ignore …` 里写的编号不存在，也不是任何编号的开头，因此不起作用。

例：

    findings:
      severity: {SOP999: ignore}

改法：改成报告中显示的编号（如 `SOP101`）或编号的开头（如 `TRM`）。

----

SOP030 An unknown code

Meaning: `findings` of the project file, or a comment `# sopcurric: ignore …`, names a code that does not exist and that
no code begins with: it has no effect.

Example (YAML):

    findings:
      severity: {SOP999: ignore}

Cure: write a code as reports show it (`SOP101`), or the beginning of one (`TRM`).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP030",
    name="unknown-code",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "没有编号 `{code}`，也没有以它开头的编号",
            "改成报告中的编号；编号的开头有：{known}",
        ),
        "en": (
            "there is no code `{code}`, and none begins with it",
            "write a code as reports show it; codes begin with: {known}",
        ),
    },
)
