"""PLN147 数值方案中的数值超出范围

含义：单位为 `share`（占比）的数值写成 0～1 的小数，其他数值大于 0、小于 100000；超出的，检查要么永远通过，要么永远
不通过。自带方案中为占比的数值，写了别的单位也按占比检查。

例：

    numbers:
      practice-share:
        value: 50
        unit: share

改法：占比写成小数（50 % 写 0.5），其他数值按出处改正；没有规定的数值不写。

依据：占比不超过全部（算术）；100000 由本程序规定。

----

PLN147 A number of a profile that is out of range

Meaning: numbers with the unit `share` are from 0 to 1, others are above 0 and below 100000; what is compared with
another always passes or never does. What is a share in the profiles that come along is one whatever unit is written.

Example (YAML):

    numbers:
      practice-share:
        value: 50
        unit: share

Cure: write shares as fractions (0.5 for 50 %), correct other numbers by their source; leave out what nobody asks for.

Source: a share is no more than all (arithmetic); 100000 is a rule of ours.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="PLN147",
    name="number-out-of-range",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "数值 `{name}` 为 `{value}`（单位 `{unit}`），超出范围",
            "按出处改正",
        ),
        "en": (
            "the number `{name}` is `{value}` (unit `{unit}`), which is out of range",
            "correct it by its source",
        ),
    },
    variants={
        "zh": {
            "share": "占比写成 0～1 的小数，如 50 % 写 0.5",
            "count": "改成大于 0、小于 100000 的数；没有规定的数值不写",
        },
        "en": {
            "share": "write shares from 0 to 1, such as 0.5 for 50 %",
            "count": "make it more than 0 and less than 100000; leave it out where nobody asks for it",
        },
    },
)
