"""COM112 评定表中有一行没有填全，或前后矛盾

含义：一项任务要么三个等级都填，要么选“不了解”。只填了一部分的，填了的等级计入；既填了等级又选了“不了解”的，这一
行不计入；没有任务编号的，不知道评的是什么，也不计入。

例：填了难度和重要度，频度空着。

改法：问清评定人后补全或删去；任务编号按评定表原样恢复。

----

COM112 A row of a survey form is not complete, or contradicts itself

Meaning: a piece of work gets all three grades, or is marked as not one's own. Where some grades are missing, the others
count; a row with grades and with that mark does not count, nor does one without an address, because nobody knows what
was rated.

Example: difficulty and importance are there, frequency is empty.

Cure: ask the rater and complete or clear the row; put the address back as it was in the form.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "half-filled": "补上缺的等级；确实不了解的，三项都清空，选“不了解”",
        "contradictory": "了解的，去掉“不了解”；不了解的，清空等级",
        "no-address": "按评定表原样补上任务编号",
        "state.half-filled": "只填了一部分等级",
        "state.contradictory": "既填了等级，又选了“不了解”",
        "state.no-address": "没有任务编号",
    },
    "en": {
        "half-filled": "add the missing grades, or clear all three and mark the work as not one's own",
        "contradictory": "take away the mark “not my work”, or clear the grades",
        "no-address": "put the address back as it was in the form",
        "state.half-filled": "some grades are missing",
        "state.contradictory": "there are grades and the mark “not my work”",
        "state.no-address": "there is no address",
    },
}

RULE = Rule(
    code="COM112",
    name="incomplete-rating",
    severity=Severity.WARNING,
    sentences={
        "zh": ("评定表 {cell} 这一行（`{task}`）：{state}", "问清评定人后补全"),
        "en": ("row of cell {cell} of the survey form (`{task}`): {state}", "ask the rater and complete the row"),
    },
    variants=VARIANTS,
)
