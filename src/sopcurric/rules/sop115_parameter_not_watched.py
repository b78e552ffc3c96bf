"""SOP115 有报警或联锁的参数没有写怎样监视

含义：报警、联锁的参数是要害参数，要写明多久看一次（`frequency`）、在哪块表上看（`instrument` 或 `tag`）；
有联锁而没有报警的，操作人员在设备跳停之前得不到提醒。

例：

    parameters:
      - {id: P-pump, title: 泵出口压力, range: 5.5–7.5 MPa, interlock: 8.0 MPa 停泵}

改法：补上指出的键。

依据：通行做法：参数有频次；参数表的栏目：正常范围、报警、联锁、频次、仪表。

----

SOP115 A parameter with alarm or interlock that does not say how it is watched

Meaning: parameters with an alarm or interlock matter most, and say how often (`frequency`) and on what (`instrument`
or `tag`) they are read. With an interlock and no alarm nobody is warned before the machine trips.

Example (YAML):

    parameters:
      - {id: P-pump, title: Outlet pressure, range: 5.5–7.5 MPa, interlock: trips at 8.0 MPa}

Cure: add the keys that are named.

Source: common practice: a parameter has a frequency.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.sop import Parameter
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for parameter in sop.parameters:
            missing = ", ".join(_missing(parameter))
            if missing:
                name = name_in(parameter.address)
                yield finding("SOP115", Severity.INFO, subject=parameter.address, id=name, missing=missing)


def _missing(parameter: Parameter) -> Iterator[str]:
    alarm, interlock = parameter.alarm_texts, parameter.interlock_texts
    if not (alarm or interlock):
        return
    if not parameter.frequency:
        yield "frequency"
    if not (parameter.instrument or parameter.tag):
        yield "instrument"
    if interlock and not alarm:
        yield "alarm"


RULE = Rule(
    code="SOP115",
    name="parameter-not-watched",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "参数 `{id}` 有报警或联锁，缺少 `{missing}`",
            "补上：{missing}",
        ),
        "en": (
            "the parameter `{id}` has an alarm or interlock and lacks `{missing}`",
            "add: {missing}",
        ),
    },
    check=_check,
)
