"""SOP021 标识重复

含义：同一节中的每个标识只能用一次；步骤的标识在所属程序中只能用一次；课程代码、职业标准代码和方案标识在整个项目
中只能用一次。没有写 `id` 的步骤以序号代替，也可能与写成数字的 `id` 重复。

例：

    parameters:
      - {id: T-1, title: 溶出温度, range: 260–280 ℃}
      - {id: T-1, title: 末级闪蒸温度, range: 105–115 ℃}

改法：给其中一个换上没有用过的标识，并改正引用它的地方。标识一经发布不再改动，也不再用于别的内容。

依据：通行做法：标识唯一。

----

SOP021 An id that is used twice

Meaning: each id may be used once in its section, the id of a step once in its procedure, the code of a course
or standard and the id of a programme once in the project. A step without an id is known by its number, which
may clash with an id that is a number.

Example (YAML):

    parameters:
      - {id: T-1, title: Digestion temperature, range: 260–280 ℃}
      - {id: T-1, title: Temperature of the last flash tank, range: 105–115 ℃}

Cure: give one of them an id that was never used, and correct the references to it.

Source: common practice: codes are unique.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP021",
    name="duplicate-id",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "标识 `{id}` 用了两次",
            "把其中一个改成没有用过的标识",
        ),
        "en": (
            "the id `{id}` is used twice",
            "give one of them an id that is not in use",
        ),
    },
)
