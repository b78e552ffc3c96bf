"""SOP034 看不懂的注释

含义：以 `# sopcurric:` 开头的注释是写给本程序的，写法是 `# sopcurric: ignore 编号 -- 理由`；多个编号用逗号或空格分开，
`ignore` 也可以写“忽略”，全角标点也可以。引号内和多行文字（`|`、`>`）内的不算注释。

例：

    steps: [检查油位]  # sopcurric: ignroe SOP025 -- 旧规程

改法：改成上面的写法；不是写给本程序的注释，换一个开头。

----

SOP034 A comment that is not understood

Meaning: a comment that begins with `# sopcurric:` speaks to this program and reads
`# sopcurric: ignore CODE -- reason`; several codes are parted by commas or blanks. Within quotes and blocks of text
(`|`, `>`) it is no comment.

Example (YAML):

    steps: [check the oil level]  # sopcurric: ignroe SOP025 -- old SOP

Cure: write it as above; begin a comment for others in another way.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP034",
    name="unclear-remark",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "看不懂这条以 `sopcurric:` 开头的注释",
            "写成 `# sopcurric: ignore 编号 -- 理由`",
        ),
        "en": (
            "this comment that begins with `sopcurric:` is not understood",
            "write `# sopcurric: ignore CODE -- reason`",
        ),
    },
)
