"""DEC107 安全内容不得删减

含义：危险源、防护用品、上锁挂牌、作业票、应急处置、警告等安全内容，无论什么密级都要教给学员，不能整条或整项删去，也不能
用别的说法代替。有一处这样，所有版本都停止输出。

例：

    hazards:
      - {id: H1, title: 碱液灼伤, level: core-secret}

改法：去掉这一条的密级或处理决定；其中确有需要保护的名称或数值，只标那一处：`<<原文|可教学的说法>>`。标记里不能包住
“严禁、必须、佩戴、断电、撤离”这类要求，也不能什么都不留。

依据：脱密技术复核：安全内容完整，不删减、不弱化。

----

DEC107 Safety must not be taken away

Meaning: hazards, protective equipment, lockout, permits, emergency measures, warnings are taught whatever their level;
they cannot be left out as a whole, nor can anything else be said instead. Where one is, no edition is printed.

Example (YAML):

    hazards:
      - {id: H1, title: Caustic burns, level: core-secret}

Cure: take the level, or the decision, away; where a name or value in it must be protected, mark only that:
`<<raw|teachable>>`. A mark may not hold what must or must not be done (never, must, wear, isolate, evacuate), nor leave
nothing.

Source: technical review of declassification: safety complete, nothing removed or weakened.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC107",
    name="safety-taken-away",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "安全内容被定为不教，所有版本停止输出",
            "去掉这一条的密级或处理决定；要保护的名称或数值单独写成 `<<原文|可教学的说法>>`",
        ),
        "en": (
            "safety is not to be taught; no edition is printed",
            "take its level or the decision away; mark a name or value in it as `<<raw|teachable>>`",
        ),
    },
    variants={
        "zh": {"weakened": "标记只包住名称或数值，“严禁、必须、佩戴、断电”等要求写在标记外面，并写出可教学的说法"},
        "en": {"weakened": "mark only the name or value, not what must or must not be done, and say what is taught"},
    },
)
