"""SOP142 联锁值比报警值更靠近正常范围

含义：先报警、后联锁：高报警值低于高联锁值，低报警值高于低联锁值。反过来写的，操作工来不及处置设备就已跳停，
或者两个数值写反了。只比较在正常范围同一侧的数值。

例：

    parameters:
      - {id: P-pump, title: 出口压力, range: 5.5–7.5 MPa, alarm: 高于 8.0 MPa 报警, interlock: 高于 7.8 MPa 停泵}

改法：对照报警联锁整定值清单，改正报警值或联锁值。

----

SOP142 An interlock that is nearer to the normal range than the alarm

Meaning: first the alarm, then the interlock: an upper alarm is below the upper interlock, a lower one above the lower
interlock. The other way round nobody has time to act, or the two values were exchanged. Only values on the same side of
the normal range are compared.

Example (YAML):

    parameters:
      - {id: P-pump, title: Outlet pressure, range: 5.5–7.5 MPa, alarm: above 8.0 MPa, interlock: above 7.8 MPa}

Cure: look into the list of set points and correct the alarm or the interlock.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.limits import absolute_quantities, nearer, only_quantity
from sopcurric.model.sop import Parameter
from sopcurric.model.text import Language, Quantity
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for parameter in sop.parameters:
            for interlock, alarm in _reversed(parameter, sop.language):
                yield finding(
                    "SOP142",
                    Severity.WARNING,
                    subject=parameter.address,
                    id=name_in(parameter.address),
                    interlock=interlock.text,
                    alarm=alarm.text,
                )


def _reversed(parameter: Parameter, language: Language) -> Iterator[tuple[Quantity, Quantity]]:
    """Interlocks with the alarms that are raised too late for them."""
    normal = only_quantity(parameter.range, language)
    alarms = [one for text in parameter.alarm_texts for one in absolute_quantities(text.runs(language))]
    for text in parameter.interlock_texts:
        for interlock in absolute_quantities(text.runs(language)):
            yield from ((interlock, alarm) for alarm in alarms if nearer(interlock, alarm, normal))


RULE = Rule(
    code="SOP142",
    name="interlock-before-alarm",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "参数 `{id}` 的联锁值 `{interlock}` 先于报警值 `{alarm}`",
            "对照报警联锁整定值清单，改正报警值或联锁值",
        ),
        "en": (
            "the interlock `{interlock}` of the parameter `{id}` trips before its alarm `{alarm}`",
            "look into the list of set points and correct the alarm or the interlock",
        ),
    },
    check=_check,
)
