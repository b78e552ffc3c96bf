"""DEC110 替换的数值没有公开出处

含义：逐项决定用另一个数值代替了原值，却没有写它在哪里公开过。没有出处的数值就是编造，会误导学员。

例：

    fields:
      - {document: sops/a.yaml, at: P1/S1, key: text, operation: replace, taught: 升温到 250 ℃, by: 张工,
         date: 2026-09-01, why: 教材值}

改法：写上 `source: 教材或标准的名称和页码`；没有出处的，改成包含原值的范围或文字说明。

依据：脱密后的教学值不用编造的数值（脱密技术复核：不失真、可教学、安全内容完整）。

----

DEC110 A value put in place of another without a source

Meaning: a decision puts another value in the place of a protected one and does not say where it was published. A value
without a source is invented and misleads.

Example (YAML):

    fields:
      - {document: sops/a.yaml, at: P1/S1, key: text, operation: replace, taught: Heat to 250 °C, by: Li,
         date: 2026-09-01, why: value of a textbook}

Cure: write `source:` with the textbook or standard and its page; without one, teach a range that holds the value, or
describe it.

Source: no taught value is invented (technical review of declassification: undistorted, teachable, safety complete).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC110",
    name="value-without-source",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "用另一个数值代替了原值，没有写公开出处",
            "补上 `source:`，或改成包含原值的范围、文字说明",
        ),
        "en": (
            "another value stands in the place of the protected one without a public source",
            "add `source:`, or teach a range that holds the value, or describe it",
        ),
    },
)
