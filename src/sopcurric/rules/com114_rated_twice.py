"""COM114 同一名专家把同一项任务评了两次，或评定表没有写评定人

含义：每名专家对每项任务只算一次。重复的以先读到的一次（文件名在前、行在前）为准，其余不计入。没有写姓名或编号的，
每张表算一人，但无法知道是否重复。

例：同一个人的评定表交了两份，都放进了 `surveys/`。

改法：留下有效的一份；不同的人用了同样的姓名的，写成编号或加注工段。

----

COM114 An expert rated the same work twice, or a form does not say whose it is

Meaning: an expert counts once for each piece of work. The rating that is read first counts (first file by name, first
row), the others do not. A form without a name or number counts as one rater, but nobody can tell whether there are two
forms of one person.

Example: one person's form was handed in twice, and both copies stand in `surveys/`.

Cure: keep the form that holds; where two people have the same name, give them numbers.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "row": "删去重复的一行",
        "rater": "留下有效的一份评定表；不同的人重名的，写成编号",
        "unnamed": "在评定人一格写上姓名或编号",
        "state.row": "同一张表中这项任务已经评过",
        "state.rater": "这名专家在另一份评定表中已经评过这项任务",
        "state.unnamed": "没有写评定人",
    },
    "en": {
        "row": "remove the row that does not hold",
        "rater": "keep the form that holds; give numbers to people with the same name",
        "unnamed": "write a name or number into the cell for the rater",
        "state.row": "this work was rated before in the same table",
        "state.rater": "this expert rated this work in another form",
        "state.unnamed": "it does not say who rates",
    },
}

RULE = Rule(
    code="COM114",
    name="rated-twice",
    severity=Severity.ERROR,
    sentences={
        "zh": ("评定表 {cell} 格：{state}", "每名专家对每项任务只留一次评定"),
        "en": ("cell {cell} of the survey form: {state}", "keep one rating of each expert for each piece of work"),
    },
    variants=VARIANTS,
)
