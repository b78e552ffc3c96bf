"""DEC001 涉密标记不完整

含义：看起来像涉密标记的内容必须完整，否则停止编译，绝不当作普通文字印出去。
级别只有 internal、trade-secret、core-secret。
编号、版本、位号等短名称不能用涉密标记。

例：`<<8.2 MPa|约 8 MPa>`；`《《8.2 MPa|约 8 MPa》》`。

改法：写成 `<<8.2 MPa|约 8 MPa>>`，或 `<<core-secret:8.2 MPa|约 8 MPa>>`。

----

DEC001 A broken classification mark

Meaning: what looks like a classification mark must be complete; otherwise nothing is compiled, and it is never printed
as plain words. Levels are internal, trade-secret and core-secret. Numbers, versions, tags and the like take no marks.

Example: `<<8.2 MPa|about 8 MPa>`.

Cure: write `<<8.2 MPa|about 8 MPa>>`, or `<<core-secret:8.2 MPa|about 8 MPa>>`.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {"not-here": "这个键不能用涉密标记：写可以公开的编号或名称，或不写"},
    "en": {"not-here": "this key takes no classification mark: write what may be shown, or leave it out"},
}

RULE = Rule(
    code="DEC001",
    name="broken-mark",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "涉密标记不完整，或不能写在这里：`{found}`",
            "写成 `<<原文|可教学的说法>>`，尖括号用半角",
        ),
        "en": (
            "the classification mark is broken, or cannot stand here: `{found}`",
            "write `<<raw|teachable>>` with half-width angle brackets",
        ),
    },
    variants=VARIANTS,
)
