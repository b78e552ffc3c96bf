"""DEC312 登记的版本不存在

含义：发放登记中的版本，项目文件里没有。

例：`edition: teachers`，而项目中的版本叫 `teacher`。

改法：写成项目中的版本编号；版本已经停用的，收回后在备注中写明。

依据：发放、回收逐份登记，能查到是哪个版本。

----

DEC312 A copy of an edition that there is not

Meaning: the register names an edition that the project file does not have.

Example: `edition: teachers` while the project calls it `teacher`.

Cure: write the id of the project; where an edition was given up, get its copies back and say so in the note.

Source: distribution and recall are registered copy by copy, so that the edition can be told.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC312",
    name="copy-of-unknown-edition",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "项目中没有版本 `{edition}`，有：{known}",
            "写成项目中的版本编号",
        ),
        "en": (
            "the project has no edition `{edition}`; it has: {known}",
            "write the id that the project has",
        ),
    },
)
