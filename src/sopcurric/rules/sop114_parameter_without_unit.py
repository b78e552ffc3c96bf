"""SOP114 参数的数值没有单位

含义：参数的范围、目标、报警和联锁写了数值，没有一处有单位，也没有填 `unit`。
苛性比值、铝硅比、pH、系数、个数等没有单位的量不检查；只写“视镜 1/2–2/3 处”的也不检查。

例：

    parameters:
      - {id: T-digest, title: 溶出温度, range: 260–280}

改法：在数值后面写上单位，如 `260–280 ℃`，或填 `unit: ℃`。

依据：通行做法：参数有单位。

----

SOP114 A parameter whose values have no unit

Meaning: range, target, alarm or interlock give numbers, none of them has a unit, and there is no `unit`. Ratios, pH,
factors, counts and the like are left out, and so is a level at 1/2–2/3 of a sight glass.

Example (YAML):

    parameters:
      - {id: T-digest, title: Digestion temperature, range: 260–280}

Cure: write the unit behind the number, as in `260–280 ℃`, or add `unit: ℃`.

Source: common practice: a parameter has a unit.
"""

import re
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import DIMENSIONLESS
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.said import said
from sopcurric.model.sop import Parameter
from sopcurric.plugin import Rule

_STANDARD = re.compile(r"\b(?:GB|YS|HG|AQ|TSG|ISO|IEC|DL|JB)[/A-Z]*\s*\d[\d.]*(?:[-—–]\d+)?")
_VALUE = re.compile(
    r"(?<![\w./])\d{1,12}(?:\.\d{1,12})?(?![\d./])"
    r"(?P<unit>[ ]*(?:[A-Za-zµμΩ℃°%‰]|(?![至到和或以之左上下范且时为即报停联跳并及])[\u4e00-\u9fff]))?"
)
_SET_OFF = re.compile(r"[（(/]")
_SIGN = re.compile(r"[A-Za-zµμΩ℃°%‰]")


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for parameter in sop.parameters:
            if not parameter.unit and _lacks_unit(parameter):
                name = name_in(parameter.address)
                yield finding("SOP114", Severity.WARNING, subject=parameter.address, id=name)


def _lacks_unit(parameter: Parameter) -> bool:
    title = said(parameter.title)
    if DIMENSIONLESS.search(title) or any(map(_ends_with_unit, title.splitlines())):
        return False
    words = said(parameter.range, parameter.target, *parameter.alarm_texts, *parameter.interlock_texts)
    values = list(_VALUE.finditer(_STANDARD.sub("", words)))
    return bool(values) and not any(value["unit"] for value in values)


def _ends_with_unit(title: str) -> bool:
    """Whether the unit stands in brackets or behind a slash at the end of a name."""
    _, *parts = _SET_OFF.split(title)
    return bool(parts) and bool(_SIGN.search(parts[-1])) and not re.search(r"[\u4e00-\u9fff]", parts[-1])


RULE = Rule(
    code="SOP114",
    name="parameter-without-unit",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "参数 `{id}` 的数值没有单位",
            "在数值后面写上单位，如 `260–280 ℃`，或填 `unit:`",
        ),
        "en": (
            "the values of the parameter `{id}` have no unit",
            "write the unit behind the number, as in `260–280 ℃`, or add `unit:`",
        ),
    },
    check=_check,
)
