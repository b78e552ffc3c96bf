"""COM111 评定表中的格子填得不对

含义：等级只能填 1、2、3（或低、中、高），工作年限填数字，日期写成 2026-09-10 这样。填成别的等级不计入；年限和日期
不对的，等级仍计入。

例：难度填了 5；频度填了“经常”；年限填了“很久”。

改法：在评定表中找到这一格，问清评定人后改正。

----

COM111 A cell of a survey form does not hold what it should

Meaning: a grade is 1, 2 or 3 (or 低, 中, 高), experience is a number of years, a date is written like 2026-09-10. Any
other grade does not count; where years or date are wrong, grades count all the same.

Example: 5 as difficulty; “often” as frequency; “long” as years of experience.

Cure: find the cell in the form, ask the rater what was meant, and correct it.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "grade": "改成 1（低）、2（中）或 3（高）；不了解的任务空着，在“不了解”一列注明",
        "years": "改成 0 到 60 的数字",
        "date": "写成 2026-09-10 这样的日期",
    },
    "en": {
        "grade": "write 1 (low), 2 (average) or 3 (high); leave work that is not one's own empty and mark it so",
        "years": "write a number from 0 to 60",
        "date": "write a date like 2026-09-10",
    },
}

RULE = Rule(
    code="COM111",
    name="strange-cell-in-survey",
    severity=Severity.ERROR,
    sentences={
        "zh": ("评定表 {cell} 格中的 `{found}` 不能用", "问清评定人后改正"),
        "en": ("`{found}` in cell {cell} of the survey form cannot be used", "ask the rater and correct it"),
    },
    variants=VARIANTS,
)
