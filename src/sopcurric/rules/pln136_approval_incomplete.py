"""PLN136 方案的论证与审批不完整

含义：方案经调研、专家论证、专业建设委员会审议、学校党组织会议审定后发布，并写明适用年级。已写批准或发布而前面的环节
缺少的给警告；什么都没有写的只提示。

例：

    approval:
      published_on: "2026-07-01"


改法：在 `approval` 中补上缺少的环节。

依据：教职成〔2019〕13号：方案经论证和审定后发布执行，并向社会公开；各环节名称凭记忆，未核对原文。

----

PLN136 Approval is incomplete

Meaning: a programme is published after research, a review by experts, the committee of the major and the party
committee of the college, and says for which cohorts it holds. Steps that are missing before an approval or
publication are a warning; where nothing is written, it is only told.

Example (YAML):

    approval:
      published_on: "2026-07-01"


Cure: add what is missing to `approval`.

Source: MOE 2019 No. 13: published after review and approval; the names of the steps are recalled, not verified.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "none": "方案审定后，在 `approval` 中写上各环节：{missing}",
        "some": "在 `approval` 中补上：{missing}",
    },
    "en": {
        "none": "once the programme is approved, write the steps in `approval`: {missing}",
        "some": "add to `approval`: {missing}",
    },
}


_STEPS = ("research", "review", "committee", "party_committee", "published_on", "applies_to")


def _check(compilation: Compilation) -> Iterable[Finding]:
    for address, programme, _ in written_plans(compilation):
        approval = programme.approval
        missing = ", ".join(f"`{one}`" for one in _STEPS if not getattr(approval, one, None))
        done = approval and (approval.approved or approval.published_on)
        if missing and done:
            subject = f"@whole/{programme.id}"
            yield finding(
                "PLN136", Severity.WARNING, subject=subject, part=("approval",), missing=missing, variant="some"
            )
        elif missing:
            yield finding("PLN136", Severity.INFO, subject=address, missing=missing, variant="none")


RULE = Rule(
    code="PLN136",
    name="approval-incomplete",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "论证与审批缺少：{missing}",
            "在 `approval` 中补上：{missing}",
        ),
        "en": (
            "approval is missing: {missing}",
            "add to `approval`: {missing}",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
