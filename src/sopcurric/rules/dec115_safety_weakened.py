"""DEC115 脱密规则削弱安全内容

含义：企业自己的脱密规则把自带规则中的安全内容（危险源、防护用品、上锁挂牌、作业票、应急、警告等）改归会被处理的类别，或者
重新定义了 `safety` 这一类。安全内容始终照原样教，这样写不起作用，所有版本都停止输出。

例：`fields: {hazards.controls: recipe}`。

改法：删去这一行；其中确有需要保护的名称或数值，在规程中只标那一处：`<<原文|可教学的说法>>`。

依据：脱密技术复核：安全内容完整，不删减、不弱化。

----

DEC115 A policy that weakens safety

Meaning: a policy of the plant gives what is safety in the one that comes along (hazards, protective equipment, lockout,
permits, emergencies, warnings) to a class that is not kept, or defines the class `safety` anew. Safety is always taught
as it stands: this does nothing, and no edition is printed.

Example: `fields: {hazards.controls: recipe}`.

Cure: delete the line; where a name or value in it must be protected, mark only that in the SOP: `<<raw|teachable>>`.

Source: technical review of declassification: safety complete, nothing removed or weakened.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC115",
    name="safety-weakened",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "脱密规则削弱了安全内容，所有版本停止输出",
            "删去这一行；要保护的名称或数值在规程中单独写成 `<<原文|可教学的说法>>`",
        ),
        "en": (
            "the policy weakens safety; no edition is printed",
            "delete the line; mark a name or value in the SOP as `<<raw|teachable>>`",
        ),
    },
    variants={
        "zh": {
            "field": "删去这一行；要保护的名称或数值在规程中单独写成 `<<原文|可教学的说法>>`",
            "class": "删去对 `safety` 的定义：这一类不能改",
        },
        "en": {
            "field": "delete the line; mark a name or value in the SOP as `<<raw|teachable>>`",
            "class": "delete the definition of `safety`: that class cannot be changed",
        },
    },
)
