"""DEC104 教学范围不包含原值

含义：涉密标记给出的教学范围不包含原值，学员学到的就是错的。改成范围只能放宽，不能编造数值。

例：`range: <<272 ℃|280–300 ℃>>`。

改法：写成包含原值的范围，如 `<<272 ℃|260–280 ℃>>`。

依据：脱密后的教学值要仍可教学，不用编造的数值（脱密技术复核：不失真、可教学、安全内容完整）。

----

DEC104 A range for teaching that does not hold the value

Meaning: the range that a mark gives for teaching does not hold the protected value, so that learners learn something
wrong. A range may be wider, never invented.

Example: `range: <<272 ℃|280–300 ℃>>`.

Cure: write a range that holds the value, as in `<<272 ℃|260–280 ℃>>`.

Source: taught values stay true (technical review of declassification: undistorted, teachable, safety complete).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC104",
    name="taught-range-without-value",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "教学范围 `{taught}` 不包含标密的原值",
            "写成包含原值的范围，可以放宽，不能编造",
        ),
        "en": (
            "the range for teaching `{taught}` does not hold the protected value",
            "write a range that holds it: it may be wider, never invented",
        ),
    },
)
