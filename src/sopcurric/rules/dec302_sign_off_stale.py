"""DEC302 签字以后内容变了

含义：签字以后，规程文件、脱密后用于教学的内容或脱密规则有变化，这项审签不再有效。换行符、键的先后、规则名称的变化不算。

例：签字以后，把 `range: <<272 ℃|260–280 ℃>>` 改成了 `range: <<275 ℃|260–280 ℃>>`。

改法：由原职责的人重新核对，再运行 `sopcurric declassify --sign`；原来的一项会被替换。

依据：规程变更须复审。摘要用仓库之外的密钥计算，没有密钥的人无法用它试出原值，也不能伪造。

----

DEC302 Something changed since it was signed

Meaning: the SOP, what is taught of it, or the policy has changed since, so that the sign-off does not hold any more.
Line ends, the order of keys and titles of the policy do not count.

Example: `range: <<272 ℃|260–280 ℃>>` became `range: <<275 ℃|260–280 ℃>>` after it was signed.

Cure: the person in that role looks again and runs `sopcurric declassify --sign`; the old entry is replaced.

Source: a changed SOP is reviewed again. The digest is keyed with a secret outside the repository: without it
nobody can guess values by it, nor forge it.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC302",
    name="sign-off-stale",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{document}` 的{role}签字以后，文件、教学内容或脱密规则有变化",
            "核对后由本人重新运行 `sopcurric declassify --sign`",
        ),
        "en": (
            "`{document}`, what is taught of it or the policy has changed since {role} signed",
            "look again; that person runs `sopcurric declassify --sign` once more",
        ),
    },
    variants={
        "zh": {
            "role.processor": "脱密处理人",
            "role.reviewer": "技术复核人",
            "role.confidentiality": "保密审查",
            "role.approver": "批准人",
        },
        "en": {
            "role.processor": "the processor",
            "role.reviewer": "the reviewer",
            "role.confidentiality": "the confidentiality office",
            "role.approver": "the approver",
        },
    },
)
