"""SOP126 特种作业没有写持证要求

含义：电工、焊接与热切割、高处、制冷、煤气作业和起重机作业要持证。步骤写了这类作业，步骤、程序和作业票都没有
`certificate`，程序的文字和任职条件也没有写到证书。只写执行人“电工”不算，证书名称要写出来。

例：

    steps:
      - {text: 断开动力电源并验电, actor: 电工}

改法：在步骤或程序中写上 `certificate`，如 `certificate: 低压电工作业证`。

依据：特种作业人员持证上岗（证书每 6 年换证、3 年复审）。

----

SOP126 Special work without a certificate

Meaning: electrical work, welding and thermal cutting, work at height, refrigeration, coal gas and cranes need a
certificate. A step is such work, and neither step, procedure nor permit has `certificate`, nor do procedure and
qualifications speak of one. An actor such as “electrician” is not enough: the certificate has a name.

Example (YAML):

    steps:
      - {text: Disconnect the motor and prove it dead, actor: electrician}

Cure: add `certificate` to the step or procedure, as in `certificate: low-voltage electrician`.

Source: certificates of special operations (valid 6 years, reviewed every 3).
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import CERTIFICATE, CERTIFIED_WORK, is_done
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.said import said
from sopcurric.model.sop import Procedure
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "work.electrical": "电工",
        "work.welding": "焊接与热切割",
        "work.height": "高处",
        "work.refrigeration": "制冷",
        "work.gas": "煤气",
        "work.crane": "起重机",
    },
    "en": {
        "work.electrical": "electrical work",
        "work.welding": "welding and thermal cutting",
        "work.height": "work at height",
        "work.refrigeration": "refrigeration",
        "work.gas": "coal gas",
        "work.crane": "operation of cranes",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        holding = {permit.address for permit in sop.permits if permit.certificate}
        if CERTIFICATE.search(said(*sop.qualifications)):
            continue
        for procedure in sop.procedures:
            words = compilation.said[procedure.address]
            if not _asks_for_one(procedure, holding, words):
                yield from _findings(procedure, holding, words)


def _asks_for_one(procedure: Procedure, holding: set[Address], words: str) -> bool:
    words += said(*(step.actor for step in procedure.steps))
    return bool(procedure.certificate or holding.intersection(procedure.permits) or CERTIFICATE.search(words))


def _findings(procedure: Procedure, holding: set[Address], words: str) -> Iterator[Finding]:
    """One finding for each kind of work, at its first step."""
    for work, cue in CERTIFIED_WORK.items():
        for step in procedure.steps if cue.search(words) else ():
            if not step.certificate and not holding.intersection(step.permits) and is_done(said(step.text), cue):
                yield finding("SOP126", Severity.INFO, subject=step.address, work=work)
                break


RULE = Rule(
    code="SOP126",
    name="special-work-without-certificate",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "步骤中有{work}作业，没有写持证要求",
            "在步骤或程序中补上 `certificate:`，写证书名称",
        ),
        "en": (
            "this step is special work ({work}), and no certificate is asked for",
            "add `certificate:` with its name to the step or procedure",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
