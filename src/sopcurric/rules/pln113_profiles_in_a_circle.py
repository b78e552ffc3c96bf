"""PLN113 数值方案互相依据

含义：甲方案依据乙方案、乙方案又依据甲方案时，分不出以谁为准。造成循环的一项不起作用。

例：

    id: our-province
    title: 本省数值方案
    extends: [our-province]

改法：删去造成循环的一项。

依据：以后列的和自己写的为准，前提是依据关系不成环。

----

PLN113 Profiles that extend each other

Meaning: where one profile extends another and that one the first, nobody can tell which counts. The entry that
closes the circle is passed over.

Example (YAML):

    id: our-province
    title: Our province
    extends: [our-province]

Cure: remove the entry that closes the circle.

Source: what is written later and by the profile itself counts, which needs an order.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="PLN113",
    name="profiles-in-a-circle",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "数值方案互相依据：{way}",
            "从 `extends` 中删去 `{name}`",
        ),
        "en": (
            "profiles extend each other: {way}",
            "remove `{name}` from `extends`",
        ),
    },
)
