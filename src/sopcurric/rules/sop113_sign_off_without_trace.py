"""SOP113 停止点没有放行人，或签字没有记录

含义：停止点（`hold`）要写明由谁确认放行，否则没有人有权说“可以继续”。
有签字（`signatures`）的步骤要有签在哪里：步骤的 `record`、程序的 `records` 或步骤的作业票。

例：

    steps:
      - {text: 系统充压, hold: 检查合格}
      - {text: 确认阀门位置, signatures: [操作工, 班长]}

改法：`hold` 写成“班长确认后放行”；给步骤写上 `record`。

依据：通行做法：步骤有确认；GB/T 33579 要求隔离由全体作业人员签字确认。

----

SOP113 A hold point without releaser, or signatures without a record

Meaning: a hold point says who releases it, or nobody may say that work goes on. Where a step is signed for, there is
a form to sign: `record` of the step, `records` of the procedure, or a permit of the step.

Example (YAML):

    steps:
      - {text: Pressurise the system, hold: passed}
      - {text: Check the valve positions, signatures: [operator, shift leader]}

Cure: write `hold: released by the shift leader`; give the step a `record`.

Source: common practice: a step has a check; by GB/T 33579 all who work sign for the isolation.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import ROLE
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.said import said
from sopcurric.model.sop import Step
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "hold": "在 `hold:` 中写明由谁确认放行",
        "signatures": "给步骤写上 `record:`，或给程序写上 `records:`",
        "fault.hold": "是停止点，没有写由谁放行",
        "fault.signatures": "要签字，没有写签在哪张记录上",
    },
    "en": {
        "hold": "say in `hold:` who releases it",
        "signatures": "give the step a `record:`, or the procedure its `records:`",
        "fault.hold": "is a hold point and does not say who releases it",
        "fault.signatures": "is signed for and does not say on which record",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for procedure in compilation.procedures.values():
        for step in procedure.steps:
            if step.hold and not ROLE.search(said(step.hold)):
                yield _finding(step, "hold")
            if step.signatures and not (step.record or step.permits or procedure.records):
                yield _finding(step, "signatures")


def _finding(step: Step, fault: str) -> Finding:
    name = name_in(step.address)
    return finding("SOP113", Severity.INFO, subject=step.address, id=name, fault=fault, variant=fault)


RULE = Rule(
    code="SOP113",
    name="sign-off-without-trace",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "步骤 `{id}` {fault}",
            "写明放行人和签字的记录",
        ),
        "en": (
            "the step `{id}` {fault}",
            "say who releases it and where it is signed",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
