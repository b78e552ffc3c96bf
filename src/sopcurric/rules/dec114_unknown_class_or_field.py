"""DEC114 脱密规则中的类别或项目不存在

含义：脱密规则写了一个没有定义的类别，或规程中没有的项目。写错一个字母，要保护的内容就会按别的办法处理，因此所有版本都停止输出。

例：`fields: {parameters.rnage: setpoint}`。

改法：改正名称。项目的写法如 `parameters.range`、`steps.text`；类别是自带的，或在 `classes:` 中定义。

依据：没有类别、没有决定的内容不离开企业，规则本身不能有含糊之处。

----

DEC114 A class or field that does not exist

Meaning: the policy names a class that is not defined, or a field that SOPs do not have. By one wrong letter, something
would be treated in another way than was meant, so that no edition is printed.

Example: `fields: {parameters.rnage: setpoint}`.

Cure: correct the name. Fields are called as in `parameters.range` or `steps.text`; classes come along or are defined in
`classes:`.

Source: what has no class and no decision does not leave the plant; a policy leaves nothing open.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC114",
    name="unknown-class-or-field",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "脱密规则中的名称 `{name}` 不存在",
            "改正名称",
        ),
        "en": (
            "the policy names `{name}`, which does not exist",
            "correct the name",
        ),
    },
    variants={
        "zh": {
            "field": "规程中没有 `{name}` 这个项目：改正写法，如 `parameters.range`、`steps.text`",
            "class": "没有 `{name}` 这一类：改用已有的类别，或在 `classes:` 中定义它",
        },
        "en": {
            "field": "SOPs have no field `{name}`: correct it, as in `parameters.range` or `steps.text`",
            "class": "there is no class `{name}`: use one that there is, or define it in `classes:`",
        },
    },
)
