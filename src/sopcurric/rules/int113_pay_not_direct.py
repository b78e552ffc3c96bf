"""INT113 报酬没有按月、以货币、直接付给学生

含义：报酬以货币形式按时、足额、直接支付给学生，支付周期不得超过 1 个月，不得以物品或代金券代替，不
得经第三方转发。

例：

    internship:
      pay: {share: 80, period_months: 3}

改法：按月、以货币、直接支付。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）第十八条（不得）。周期写在规则集的
`internship-pay-period-months`。

----

INT113 Pay that is not monthly, in money and direct

Meaning: pay is money, on time, in full and directly to the learner, at least once a month; no goods or
vouchers, nobody in between.

Example (YAML):

    internship:
      pay: {share: 80, period_months: 3}

Cure: pay monthly, in money and directly.

Source: rules on internships of vocational students, 2021 No. 4, article 18 (must not). The period stands in the
profile as `internship-pay-period-months`.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import severity_of
from sopcurric.model.files.internship import Pay
from sopcurric.model.internship import organised
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "period": "支付周期不得超过 1 个月：写 `period_months: 1`",
        "direct": "直接支付给学生本人，不经第三方：写 `direct: true`",
        "money": "以货币支付，不用物品或代金券：写 `money: true`",
    },
    "en": {
        "period": "pay at least once a month: `period_months: 1`",
        "direct": "pay the learner, nobody in between: `direct: true`",
        "money": "pay in money, not in goods or vouchers: `money: true`",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("internship-pay-period-months")
    for _, internship, address in organised(compilation) if number else ():
        for key in _faults(internship.pay, number.value) if number and internship.pay else ():
            severity = severity_of(number) if key == "period" and number else Severity.ERROR
            part = ("pay", "period_months" if key == "period" else key)
            yield finding("INT113", severity, subject=address, part=part, variant=key)


def _faults(pay: Pay, most: float) -> Iterator[str]:
    if pay.period_months > most:
        yield "period"
    if not pay.direct:
        yield "direct"
    if not pay.money:
        yield "money"


RULE = Rule(
    code="INT113",
    name="pay-not-direct",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "实习报酬的支付方式不符合规定（第十八条，不得）",
            "按月、以货币、直接支付给学生",
        ),
        "en": (
            "the way of paying is against the rules (article 18, must not)",
            "pay monthly, in money and directly",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
