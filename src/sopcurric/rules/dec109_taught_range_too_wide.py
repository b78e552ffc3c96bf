"""DEC109 教学范围过宽

含义：给出的教学范围比脱密规则允许的宽，学员已看不出大致的量级，没有教学意义。逐项决定和手工标记都查。

例：`target: <<272 ℃|100–900 ℃>>`。

改法：收窄范围，如 `<<272 ℃|250–300 ℃>>`；规则定得过严时，在 `policies/declassification.yaml` 中改这一类的 `widest`。

依据：脱密后的内容要仍可教学（脱密技术复核：不失真、可教学、安全内容完整）。

----

DEC109 A range for teaching that is too wide

Meaning: a range for teaching is wider than the policy lets it be, so that nobody learns what the value is like.
Decisions about fields and marks that people typed are looked at.

Example: `target: <<272 ℃|100–900 ℃>>`.

Cure: narrow the range, as in `<<272 ℃|250–300 ℃>>`; where the policy is too strict, change `widest` of the class in
`policies/declassification.yaml`.

Source: declassified content stays teachable (technical review of declassification: undistorted, teachable, safety
complete).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC109",
    name="taught-range-too-wide",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "教学范围比脱密规则允许的宽（规则：最多比原值宽 {share}）",
            "收窄范围，或改规则中这一类的 `widest`",
        ),
        "en": (
            "the range for teaching is wider than the policy lets it be (at most {share} of the value)",
            "narrow it, or change `widest` of the class in the policy",
        ),
    },
)
