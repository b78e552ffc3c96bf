"""LEF001 缺少印 PDF 的软件包

含义：PDF 由可选的软件包印制，没有安装时 PDF 不生成，其他格式照常生成。

例：只装了 `sopcurric`，没有装 `sopcurric[pdf]`。

改法：运行提示的命令；不需要 PDF 的，在项目文件的 `formats` 中去掉 `pdf`。

依据：输出格式的可选依赖，用到时才需要。

----

LEF001 The package that prints PDF is missing

Meaning: PDF is printed by an optional package. Without it there is no PDF; other formats are made all the same.

Example: `sopcurric` was installed without `sopcurric[pdf]`.

Cure: run the command that is shown; where no PDF is wanted, remove `pdf` from `formats` in the project file.

Source: optional dependencies of output formats, needed only where they are used.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="LEF001",
    name="missing-package",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "印制 PDF 需要软件包 `{package}`",
            "运行 `{command}`，或从 `formats` 中去掉 `pdf`",
        ),
        "en": (
            "printing PDF needs the package `{package}`",
            "run `{command}`, or remove `pdf` from `formats`",
        ),
    },
)
