"""DEC313 到期或召回的份没有交回

含义：到项目的基准日期（`as_of`），这一份已过应交回日期（`due`）或召回日期（`recalled`），还没有登记交回（`returned`）。
项目没有写基准日期的，不检查这一项。

例：项目 `as_of: 2026-09-01`，登记 `due: 2026-07-15`，没有 `returned`。

改法：催收；交回后写 `returned: 日期`，销毁的在备注中写明。

依据：发放、回收逐份登记，过期版本及时收回。

----

DEC313 A copy that should be back

Meaning: by the date of the project (`as_of`) the copy was due (`due`) or called back (`recalled`), and no return
(`returned`) is registered. Without `as_of` this is not looked at.

Example: `as_of: 2026-09-01` in the project, `due: 2026-07-15` and no `returned` in the register.

Cure: get it back and write `returned: DATE`; where it was destroyed, say so in the note.

Source: distribution and recall are registered copy by copy; what is out of date is called in.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC313",
    name="copy-overdue",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "版本 {edition} 第 {number} 份应于 {date} 交回，尚未交回",
            "催收；交回后写 `returned: 日期`",
        ),
        "en": (
            "copy {number} of edition {edition} should have been back by {date}",
            "get it back, and write `returned: DATE`",
        ),
    },
    variants={
        "zh": {
            "due": "已过应交回日期：催收，交回后写 `returned: 日期`",
            "recalled": "已经召回：催收，交回后写 `returned: 日期`，销毁的在备注中写明",
        },
        "en": {
            "due": "it is overdue: get it back, and write `returned: DATE`",
            "recalled": "it was called back: get it and write `returned: DATE`, or note that it was destroyed",
        },
    },
)
