"""DEC116 policies 中没有用到的文件

含义：`policies/` 中有一个不会读取的文件，写在里面的规则和决定都不起作用。多半是文件名写错了。名称与规则文件
只差后缀、大小写或文件夹的是错误，所有版本都停止输出。

例：`policies/declassification.yml`。

改法：改成 `declassification.yaml`、`fields.yaml`、`sign-offs.yaml` 或 `register.yaml`，或移到别处。

依据：规则不能悄悄失效。

----

DEC116 A file below policies that nothing reads

Meaning: nothing reads this file below `policies/`, so that what it says has no effect. Most likely its name is wrong.
Where only the ending, capitals or the folder differ from a name that is read, it is an error and no edition is printed.

Example: `policies/declassification.yml`.

Cure: call it `declassification.yaml`, `fields.yaml`, `sign-offs.yaml` or `register.yaml`, or move it away.

Source: no rule is a silent no-op.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC116",
    name="unread-policy-file",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`policies/` 中的这个文件不会读取，里面写的不起作用",
            "改成 `declassification.yaml`、`fields.yaml`、`sign-offs.yaml` 或 `register.yaml`，或移到别处",
        ),
        "en": (
            "nothing reads this file below `policies/`, so that what it says has no effect",
            "call it `declassification.yaml`, `fields.yaml`, `sign-offs.yaml` or `register.yaml`, or move it away",
        ),
    },
    variants={
        "zh": {
            "nearly": "改成 `policies/declassification.yaml` 这样的名称：`.yaml` 结尾，直接放在 `policies/` 中",
        },
        "en": {
            "nearly": "call it as in `policies/declassification.yaml`: ending in `.yaml`, directly in `policies/`",
        },
    },
)
