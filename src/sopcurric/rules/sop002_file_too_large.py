"""SOP002 文件太大

含义：一份 SOP 通常只有几十 KB。超过上限的文件不读取，以免占满内存。

例：把整座工厂的 SOP 导出成一个文件，或把图片编码后放进文件。

改法：一个岗位写一个文件；图片单独存放。

----

SOP002 The file is too large

Meaning: an SOP has some ten kilobytes. A file beyond the limit is not read, so that memory does not run out.

Example: the SOPs of a whole plant in one file, or pictures encoded into it.

Cure: write one file for each job, and keep pictures outside.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP002",
    name="file-too-large",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "文件有 `{size}`，上限是 `{limit}`",
            "把文件拆开：一个岗位一个文件，图片放在文件外面",
        ),
        "en": (
            "the file has `{size}`, the limit is `{limit}`",
            "split the file: one job in one file, pictures outside",
        ),
    },
)
