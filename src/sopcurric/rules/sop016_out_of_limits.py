"""SOP016 超出限度

含义：数字太大或太小，列表太短，或文字太长。

例：`difficulty: 5`（只有 1、2、3）；`procedures: []`。

改法：改成限度以内的数；给列表补上至少一项；缩短文字。

----

SOP016 Out of limits

Meaning: a number is too large or too small, a list too short, or a text too long.

Example: `difficulty: 5` (there are 1, 2, 3); `procedures: []`.

Cure: write a number within the limits; add an item to the list; shorten the text.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "items-required": "列表的项数应 {relation} {limit}：增减项目",
        "items": "列表的项数应 {relation} {limit}：增减项目，或删去这个键",
        "characters": "字符数应 {relation} {limit}：缩短文字",
        "number": "改成 {relation} {limit} 的数",
    },
    "en": {
        "items-required": "the number of items should be {relation} {limit}: add or remove some",
        "items": ("the number of items should be {relation} {limit}: add or remove some, or remove the key"),
        "characters": "the number of characters should be {relation} {limit}: shorten the text",
        "number": "write a number that is {relation} {limit}",
    },
}

RULE = Rule(
    code="SOP016",
    name="out-of-limits",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{found}` 超出限度，应 {relation} {limit}",
            "改成 {relation} {limit} 的数",
        ),
        "en": (
            "`{found}` is out of limits, it should be {relation} {limit}",
            "write a number that is {relation} {limit}",
        ),
    },
    variants=VARIANTS,
)
