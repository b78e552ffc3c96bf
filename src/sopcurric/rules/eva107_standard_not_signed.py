"""EVA107 评价标准没有行业组织签署

含义：行业组织把关评价标准与质量监督：`standard` 的 `partner` 是角色为 `industry` 的合作方，`signed_by` 写签署人。

例：`evaluation` 没有 `standard`，或 `partner` 是院校。

改法：把行业组织列入 `partners`，写 `standard: {partner: …, signed_by: …, signed_on: …}`。

依据：五维评价方案：评价标准与质量监督由行业负责。

----

EVA107 A standard of evaluation that no industry body signed

Meaning: the industry body answers for standard and quality: `partner` of `standard` is one of the role `industry`,
and `signed_by` says who signed.

Example: an `evaluation` without `standard`, or with a college as its `partner`.

Cure: list the industry body under `partners` and write `standard: {partner: …, signed_by: …, signed_on: …}`.

Source: evaluation in five dimensions: the industry body answers for the standard.
"""

from collections.abc import Iterable, Mapping

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.evaluation import Standard
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "missing": "写 `standard: {{partner: …, signed_by: …}}`，填角色为 `industry` 的合作方",
        "role": "`partner` 改成角色为 `industry` 的合作方",
        "unsigned": "签署后写上 `signed_by` 和 `signed_on`",
    },
    "en": {
        "missing": "write `standard: {{partner: …, signed_by: …}}` with a partner of the role `industry`",
        "role": "name a partner of the role `industry`",
        "unsigned": "write `signed_by` and `signed_on` once it is signed",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        if programme.evaluation is None:
            continue
        standard = programme.evaluation.standard
        roles = {one.id: one.role for one in programme.partners}
        fault = _fault(standard, roles)
        if fault:
            yield finding(
                "EVA107",
                Severity.WARNING,
                subject=f"@evaluation/{programme.id}",
                part=("standard",) if standard else (),
                variant=fault,
            )


def _fault(standard: Standard | None, roles: Mapping[str, str]) -> str:
    if standard is None:
        return "missing"
    if roles.get(standard.partner, "industry") != "industry":
        return "role"
    return "" if standard.signed_by else "unsigned"


RULE = Rule(
    code="EVA107",
    name="standard-not-signed",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "评价标准没有行业组织签署",
            "写 `standard:`，由行业组织签署",
        ),
        "en": (
            "no industry body signed the standard of evaluation",
            "write `standard:` with an industry body that signs",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
