"""INT188 劳动合同期限太短

含义：学徒应与企业签订一年以上劳动合同，合同期应覆盖培养期限；`contract_months` 少于其中较长的。

例：合同 12 个月，培养期限 2 年。

改法：延长合同，或缩短培养期限。

依据：人社部等五部门 2021 年指导意见（按公开报道核对；“一般”，因此只作警告）。

----

INT188 The contract is too short

Meaning: apprentices have a contract of at least one year that covers the training; `contract_months` is less than the
longer of both.

Example: a contract of 12 months, 2 years of training.

Cure: extend the contract, or shorten the training.

Source: guideline of five ministries, 2021 (checked against public reports; what is usual, a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    numbers = compilation.inputs.profile.numbers
    number = numbers.get("new-apprentice-contract-months")
    if number is None:
        return
    for programme in compilation.inputs.programmes:
        for one in programme.new_apprenticeship:
            least = max(number.value, one.years * 12)
            if one.contract_months < least:
                yield finding(
                    "INT188",
                    severity_of(number),
                    subject=f"@programme/{programme.id}/{one.id}",
                    months=one.contract_months,
                    least=f"{least:g}",
                    **cited(number, compilation),
                )


RULE = Rule(
    code="INT188",
    name="apprentice-contract-too-short",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "劳动合同 `{months}` 个月，应不少于 `{least}` 个月（{basis}，{modality}）",
            "延长合同",
        ),
        "en": (
            "a contract of `{months}` months, `{least}` are asked for ({basis}; {modality})",
            "extend it",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
