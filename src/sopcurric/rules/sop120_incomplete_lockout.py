"""SOP120 隔离点没有写全

含义：隔离点要写明怎样验证无能量（`verification`）和由谁、在什么条件下解锁（`release`）；
蒸汽、压力、液压、气动和重力会留下残余能量，还要写明怎样释放（`discharge`）。
有文件编号的规程缺这些是警告，其他规程是提示。

例：

    lockouts:
      - {id: L1, title: 新蒸汽进汽阀, energy: steam}

改法：补上指出的键。

依据：GB/T 33579—2017 的八个步骤（隔离上锁、释放残余能量、验证、解锁）。

----

SOP120 An incomplete lockout point

Meaning: a lockout point says how it is proven that there is no energy (`verification`) and who takes the lock off and
when (`release`). Steam, pressure, hydraulics, pneumatics and gravity leave energy behind, and say how it is let off
(`discharge`). This is a warning where the SOP has a number, and information elsewhere.

Example (YAML):

    lockouts:
      - {id: L1, title: Live steam valve, energy: steam}

Cure: add the keys that are named.

Source: the eight steps of GB/T 33579-2017 (isolate and lock, release stored energy, verify, unlock).
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import EnergyKind
from sopcurric.model.sop import Lockout
from sopcurric.plugin import Rule

_STORED = (EnergyKind.STEAM, EnergyKind.PRESSURE, EnergyKind.HYDRAULIC, EnergyKind.PNEUMATIC, EnergyKind.GRAVITY)


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        severity = Severity.WARNING if sop.document.number else Severity.INFO
        for lockout in sop.lockouts:
            missing = ", ".join(_missing(lockout))
            if missing:
                name = name_in(lockout.address)
                yield finding("SOP120", severity, subject=lockout.address, id=name, missing=missing)


def _missing(lockout: Lockout) -> Iterator[str]:
    if lockout.energy in _STORED and not lockout.discharge:
        yield "discharge"
    if not lockout.verification:
        yield "verification"
    if not lockout.release:
        yield "release"


RULE = Rule(
    code="SOP120",
    name="incomplete-lockout",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "隔离点 `{id}` 缺少 `{missing}`",
            "补上：{missing}",
        ),
        "en": (
            "the lockout point `{id}` lacks `{missing}`",
            "add: {missing}",
        ),
    },
    check=_check,
)
