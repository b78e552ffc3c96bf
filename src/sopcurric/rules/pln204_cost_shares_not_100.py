"""PLN204 经费分摊比例之和不是 100

含义：一项费用各单位的 `shares` 合计应为 100，否则无法算出各单位承担的金额。

例：`shares: {college: 40, plant: 50}`，合计 90。

改法：改正各单位的百分数。三家平摊可以写 33.3、33.3、33.4。

依据：算术：各方承担全部费用。

----

PLN204 Shares of a cost that do not sum to 100

Meaning: the `shares` of a cost sum to 100, or nobody knows who bears how much.

Example: `shares: {college: 40, plant: 50}` make 90.

Cure: correct the percentages; three equal ones are 33.3, 33.3 and 33.4.

Source: arithmetic: the partners bear all of it.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.organisation import WHOLE, organised, shown, sum_of
from sopcurric.model.saying import words
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    language = compilation.inputs.settings.language
    for programme, own in organised(compilation):
        for place, cost in enumerate(own.costs):
            if sum_of(cost) != WHOLE:
                yield finding(
                    "PLN204",
                    Severity.WARNING,
                    subject=f"@organisation/{programme.id}",
                    part=("costs", place, "shares"),
                    cost=words(cost.title, language),
                    formula=" + ".join(f"{one:g}" for one in cost.shares.values()),
                    sum=shown(sum_of(cost)),
                )


RULE = Rule(
    code="PLN204",
    name="cost-shares-not-100",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "“{cost}”的分摊比例 {formula} = {sum}，应为 100",
            "改正 `shares` 中的百分数",
        ),
        "en": (
            "the shares of `{cost}` are {formula} = {sum}, not 100",
            "correct the percentages in `shares`",
        ),
    },
    check=_check,
)
