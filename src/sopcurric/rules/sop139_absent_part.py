"""SOP139 写了“不适用”的章节有内容，或程序待编写

含义：`not_applicable` 中的章节又写了内容，读的人不知道信哪一个，这是警告。
写了 `stub` 的程序还没有编写完，学习任务中没有它或不完整，这是提示，列出还缺什么。

例：

    not_applicable:
      - {section: permits, reason: 本岗位没有特殊作业}
    permits:
      - {id: W1, title: 动火作业票}

改法：删去 `not_applicable` 中的这一项或章节的内容；补写程序后删去 `stub`。

依据：通行做法：各类规程必备的章节，不适用的要写明理由。

----

SOP139 A section that is said not to apply and has content, or a procedure still to be written

Meaning: a section of `not_applicable` that has content leaves readers in doubt: a warning. A procedure with `stub` is
not finished, so that its learning task is missing or incomplete: information that says what is missing.

Example (YAML):

    not_applicable:
      - {section: permits, reason: no special operations}
    permits:
      - {id: W1, title: Hot work permit}

Cure: remove the item of `not_applicable` or the content; write the procedure, then remove `stub`.

Source: common practice: sections that each SOP must have; where one does not apply the reason is given.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import Address, join, name_in
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "filled": "删去 `not_applicable:` 中的这一项，或删去章节的内容",
        "stub": "补写程序，再删去 `stub:`",
        "fault.filled": "写了不适用，又有内容",
        "fault.stub": "待编写",
    },
    "en": {
        "filled": "remove the item of `not_applicable:`, or the content of the section",
        "stub": "write the procedure, then remove `stub:`",
        "fault.filled": "is said not to apply and has content",
        "fault.stub": "is still to be written",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        filled = {section for section, elements in sop.sections() if elements}
        filled |= {"routes" if procedure.route else "procedures" for procedure in sop.procedures}
        filled |= {"references"} if sop.references else set()
        for one in sop.absent:
            name = name_in(one.address)
            if one.kind == "stub":
                yield _finding("stub", one.address, name, Severity.INFO)
            elif name in filled and one.address == join(sop.address, name):
                yield _finding("filled", one.address, name, Severity.WARNING)
        for procedure in sop.procedures:
            if procedure.stub:
                yield _finding("stub", procedure.address, name_in(procedure.address), Severity.INFO)


def _finding(fault: str, address: Address, name: str, severity: Severity) -> Finding:
    return finding("SOP139", severity, subject=address, id=name, fault=fault, variant=fault)


RULE = Rule(
    code="SOP139",
    name="absent-part",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{id}` {fault}",
            "写全这一部分，或去掉说明",
        ),
        "en": (
            "`{id}` {fault}",
            "complete this part, or remove the remark",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
