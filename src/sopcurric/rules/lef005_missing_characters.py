"""LEF005 字体里没有这些字符

含义：所用字体中没有的字符会印成空框，所以不印。位置指向输入文件中第一次出现的地方。

例：表情符号、生僻字、从别的软件复制来的特殊符号。

改法：改用常见的字或符号；必须保留的，把含有该字的字体放进 `fonts` 所列的文件夹，并用作 `body_font`。

依据：缺字是错误，不印空框。

----

LEF005 Characters that no font has

Meaning: characters that the fonts lack would be printed as empty boxes, so nothing is printed. The place is
where the first of them was typed.

Example: emoji, rare characters, symbols copied from other programs.

Cure: write something common instead; where it must stay, put a font that has it into a folder listed under
`fonts` and name it as `body_font`.

Source: missing characters are errors, not empty boxes.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="LEF005",
    name="missing-characters",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "字体里没有这些字符：`{what}`",
            "换成字体里有的字或符号，或在 `fonts` 中加上含有它们的字体",
        ),
        "en": (
            "no font has these characters: `{what}`",
            "use characters that the fonts have, or add a font with them under `fonts`",
        ),
    },
)
