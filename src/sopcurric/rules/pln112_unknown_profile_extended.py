"""PLN112 数值方案所依据的方案不存在

含义：`extends` 中的名称要么是仓库 `profiles/` 中某个方案的 `id`，要么是随软件提供的方案。找不到的一项不起作用，其余
照常。

例：

    id: our-province
    title: 本省数值方案
    extends: [moe-2019-higher]

改法：改成列出的名称之一，或删去这一项。

依据：规则中的数值不写在程序里，而写在注明出处的数值方案里；省、企业的方案在国家方案的基础上补充。

----

PLN112 A profile that extends an unknown one

Meaning: names in `extends` are ids of profiles in `profiles/` of the repository, or of those that come along.
What is not found is passed over, the rest counts.

Example (YAML):

    id: our-province
    title: Our province
    extends: [moe-2019-higher]

Cure: write one of the names that are listed, or remove the entry.

Source: numbers stand in profiles with their sources, not in code; provinces and companies add to the national
ones.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="PLN112",
    name="unknown-profile-extended",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "没有名为 `{name}` 的数值方案可以依据",
            "改成已有的方案：{known}",
        ),
        "en": (
            "there is no profile `{name}` to extend",
            "use a profile that exists: {known}",
        ),
    },
)
