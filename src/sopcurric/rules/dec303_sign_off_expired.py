"""DEC303 审签已过有效期

含义：审签的有效期（`expires`）早于项目的基准日期（`as_of`），须复审后重新签字。项目没有写基准日期的，不检查这一项。

例：项目 `as_of: 2026-09-01`，审签 `expires: 2026-08-31`。

改法：复审后由本人运行 `sopcurric declassify --sign`，写新的有效期。

依据：审签有期限，至少每年复审一次（本工具的建议）。

----

DEC303 A sign-off has expired

Meaning: the last day of the sign-off (`expires`) is before the date of the project (`as_of`); it takes a new review.
Without `as_of` this is not looked at.

Example: `as_of: 2026-09-01` in the project, `expires: 2026-08-31` in the sign-off.

Cure: review, then that person runs `sopcurric declassify --sign` with a new day.

Source: sign-offs hold for a time and are reviewed at least yearly (what this program proposes).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC303",
    name="sign-off-expired",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{document}` 的{role}审签已于 {expires} 到期",
            "复审后由本人重新运行 `sopcurric declassify --sign`",
        ),
        "en": (
            "the sign-off of `{document}` by {role} expired on {expires}",
            "review it; that person runs `sopcurric declassify --sign` once more",
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
