"""DEC002 国家秘密标志

含义：`秘密`、`机密`、`绝密` 是国家秘密的标志。带有这种标志的文件不得用本软件处理。
企业的商业秘密另用 `<<原文|可教学的说法>>` 标记。

例：`title: 机密★10年`。

改法：把文件交保密部门；若标志是误写，由定密责任人确认后删去。

----

DEC002 A state-secret marking

Meaning: 秘密, 机密 and 绝密 mark state secrets. A file that bears one must not be processed with this software. Trade
secrets of a company are marked `<<raw|teachable>>` instead.

Example: `title: 机密★10年`.

Cure: hand the file to the secrecy office; if the marking is a mistake, whoever is responsible for it removes it.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC002",
    name="state-secret",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "这里有国家秘密标志",
            "停止使用这个文件，交保密部门处理",
        ),
        "en": (
            "there is a state-secret marking",
            "stop using the file and hand it to the secrecy office",
        ),
    },
)
