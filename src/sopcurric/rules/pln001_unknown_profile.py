"""PLN001 没有这个规则集

含义：`profile` 是规则集的名称，学时、学分、比例等国家和行业数值都取自规则集。名称写错时暂用默认的规则集，
检查结果可能不适用。

例：

    profile: moe-2019

改法：改成列出的名称之一，或删去 `profile` 使用默认的规则集。

依据：规则中的数值不写在程序里，而写在注明出处的规则集里。

----

PLN001 An unknown profile

Meaning: `profile` is the name of a rule profile, in which the national numbers on hours, credits and shares
stand. Where there is none of that name, the first one is used, which may not fit.

Example (YAML):

    profile: moe-2019

Cure: write one of the names that are listed, or remove `profile`.

Source: numbers of rules stand in profiles with their sources, not in code.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="PLN001",
    name="unknown-profile",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "没有名为 `{name}` 的规则集",
            "改成已有的规则集：{known}",
        ),
        "en": (
            "there is no profile `{name}`",
            "use a profile that exists: {known}",
        ),
    },
)
