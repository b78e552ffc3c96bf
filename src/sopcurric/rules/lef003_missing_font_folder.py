"""LEF003 字体文件夹不存在

含义：`fonts` 中列出的文件夹必须存在。路径从项目文件夹算起。

例：

    fonts: [font]

改法：建立这个文件夹并放入字体，或改正路径，或从 `fonts` 中删去。

依据：缺少字体是错误，不用别的字体悄悄代替。

----

LEF003 A font folder that does not exist

Meaning: folders listed under `fonts` must exist. Paths begin at the folder of the project.

Example (YAML):

    fonts: [font]

Cure: make the folder and put fonts into it, correct the path, or remove it from `fonts`.

Source: missing fonts are errors; nothing stands in silently.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="LEF003",
    name="missing-font-folder",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "字体文件夹 `{folder}` 不存在",
            "改正 `fonts` 中的路径，或删去它",
        ),
        "en": (
            "the font folder `{folder}` does not exist",
            "correct the path under `fonts`, or remove it",
        ),
    },
)
