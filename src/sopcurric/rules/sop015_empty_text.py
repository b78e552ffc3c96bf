"""SOP015 文字为空

含义：键写了，后面没有文字，或者只有空格。

例：`title:` 后面什么都没有。

改法：写上文字；可有可无的键先删去。

----

SOP015 A text is empty

Meaning: there is a key with no text after it, or with nothing but spaces.

Example: `title:` and nothing else.

Cure: write the text; remove keys that are optional.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "required": "写上文字：这个键不能没有",
        "optional": "写上文字，或删去这个键",
        "item": "写上文字，或删去这一项",
    },
    "en": {
        "required": "write the text: the key is required",
        "optional": "write the text, or remove the key",
        "item": "write the text, or remove the item",
    },
}

RULE = Rule(
    code="SOP015",
    name="empty-text",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "这里的文字是空的",
            "写上文字，或删去这个键",
        ),
        "en": (
            "the text is empty",
            "write the text, or remove the key",
        ),
    },
    variants=VARIANTS,
)
