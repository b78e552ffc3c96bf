"""DEC105 脱密后什么也没有留下

含义：整段文字都标了密，又没有写可教学的说法，印出来就是空的：步骤没有内容，标题没有名称。

例：`text: <<向 3 号槽加氟化铝 12 kg|>>`。

改法：写一个可以公开的说法，如 `<<向 3 号槽加氟化铝 12 kg|按规定向电解槽加料>>`。

依据：脱密后的内容要仍可教学（脱密技术复核：不失真、可教学、安全内容完整）。

----

DEC105 Nothing is left to teach

Meaning: a whole text is classified and nothing may be taught instead, so that what is printed is empty: a step without
words, a title without a name.

Example: `text: <<Add 12 kg of fluoride to cell 3|>>`.

Cure: write what may be shown, as in `<<Add 12 kg of fluoride to cell 3|Feed the cell as prescribed>>`.

Source: taught content stays teachable (technical review of declassification: undistorted, teachable, safety complete).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC105",
    name="nothing-left-to-teach",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "整段都标了密，没有留下可以教学的内容",
            "在 `|` 后面写一个可以公开的说法",
        ),
        "en": (
            "all of it is classified, and nothing is left to teach",
            "write behind `|` what may be shown",
        ),
    },
)
