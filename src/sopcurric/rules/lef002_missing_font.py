"""LEF002 找不到字体

含义：`body_font` 和 `heading_font` 必须在字体文件夹中。不用系统字体，缺字体也不悄悄代替，
这样在任何一台电脑上印出来都一样。

例：

    body_font: 宋体

改法：改成列出的字体之一；要用别的字体，把字体文件放进一个文件夹，并列入项目文件的 `fonts`。

依据：同样的输入在任何电脑上得到同样的输出。

----

LEF002 A font that is not there

Meaning: `body_font` and `heading_font` must be in a font folder. Fonts of the system are not used and nothing
stands in silently, so that every machine prints the same.

Example (YAML):

    body_font: SimSun

Cure: use one of the fonts that are listed; to use another, put its file into a folder and list the folder under
`fonts`.

Source: the same input gives the same output on every machine.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="LEF002",
    name="missing-font",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "没有字体 `{family}`",
            "改成已有的字体：{known}；或把字体文件放进 `fonts` 所列的文件夹",
        ),
        "en": (
            "there is no font `{family}`",
            "use a font that exists: {known}; or put its file into a folder listed under `fonts`",
        ),
    },
)
