"""SOP125 作业票没有写全

含义：作业票要写明办票条件（`conditions`）、监护人（`monitor`）和有效期（`validity`），否则学员不知道什么时候能开始、
谁在旁边、什么时候要重新办。有文件编号的规程缺这些是警告，其他规程是提示；`kind: other` 只要求条件。

例：

    permits:
      - {id: W1, title: 动火作业票, kind: hot-work}

改法：补上指出的键。

依据：GB 30871（特殊作业要有监护人、票证有有效期）。

----

SOP125 An incomplete work permit

Meaning: a permit says what must hold before it is issued (`conditions`), who watches (`monitor`) and how long it is
valid (`validity`). This is a warning where the SOP has a number, and information elsewhere; `kind: other` needs
conditions only.

Example (YAML):

    permits:
      - {id: W1, title: Hot work permit, kind: hot-work}

Cure: add the keys that are named.

Source: GB 30871 (special operations have a monitor, permits a validity).
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import PermitKind
from sopcurric.model.sop import Permit
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        severity = Severity.WARNING if sop.document.number else Severity.INFO
        for permit in sop.permits:
            missing = ", ".join(_missing(permit))
            if missing:
                name = name_in(permit.address)
                yield finding("SOP125", severity, subject=permit.address, id=name, missing=missing)


def _missing(permit: Permit) -> Iterator[str]:
    special = permit.kind is not PermitKind.OTHER
    if not permit.conditions:
        yield "conditions"
    if special and not permit.monitor:
        yield "monitor"
    if special and not permit.validity:
        yield "validity"


RULE = Rule(
    code="SOP125",
    name="incomplete-permit",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "作业票 `{id}` 缺少 `{missing}`",
            "补上：{missing}",
        ),
        "en": (
            "the permit `{id}` lacks `{missing}`",
            "add: {missing}",
        ),
    },
    check=_check,
)
