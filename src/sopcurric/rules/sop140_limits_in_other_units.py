"""SOP140 参数的限值与正常范围单位不是一类

含义：一个参数的正常范围、报警值、联锁值是同一种量，单位应能互相换算；否则报警值无法与范围比较。写在报警中的延时
（如“持续 10 s”）、变化量、百分比的额定值不算。

例：

    parameters:
      - {id: T-digest, title: 溶出温度, range: 260–280 ℃, alarm: 高于 7.5 MPa 报警}

改法：核对数值属于哪个参数，改正单位；多写了一个参数的限值的，分成两个参数。

----

SOP140 A limit whose unit is of another kind than the normal range

Meaning: normal range, alarm and interlock of one parameter measure the same thing, so their units can be converted into
each other. Delays in an alarm ("for 10 s"), differences and shares of a rated value do not count.

Example (YAML):

    parameters:
      - {id: T-digest, title: Digestion temperature, range: 260–280 ℃, alarm: above 7.5 MPa}

Cure: see which parameter the value belongs to and correct the unit; make two parameters where there are limits of two.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.conversion import compatible
from sopcurric.linguistics.units import kind
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.limits import absolute_quantities, first_quantity
from sopcurric.model.text import Language, Text
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {"limit.alarm": "报警值", "limit.interlock": "联锁值"},
    "en": {"limit.alarm": "alarm", "limit.interlock": "interlock"},
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for parameter in sop.parameters:
            for limit, text in parameter.limit_texts:
                units = _apart(parameter.range, text, sop.language)
                if units:
                    yield finding(
                        "SOP140",
                        Severity.WARNING,
                        subject=parameter.address,
                        limit=limit,
                        id=name_in(parameter.address),
                        normal=units[0],
                        unit=units[1],
                    )


def _apart(normal: Text, limit: Text, language: Language) -> tuple[str, str] | None:
    """The units of a normal range and of a limit that has no quantity of that kind."""
    first = first_quantity(normal, language)
    if first is None:
        return None
    units = [one.unit for one in absolute_quantities(limit.runs(language)) if kind(one.unit) not in {"time", ""}]
    if not units or any(compatible(first.unit, unit) for unit in units):
        return None
    return first.unit, units[0]


RULE = Rule(
    code="SOP140",
    name="limits-in-other-units",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "参数 `{id}` 的{limit}以 `{unit}` 为单位，正常范围以 `{normal}` 为单位，两者不能换算",
            "核对数值属于哪个参数，改正单位",
        ),
        "en": (
            "the {limit} of the parameter `{id}` is in `{unit}`, its range in `{normal}`: these cannot be converted",
            "see which parameter the value belongs to, and correct the unit",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
