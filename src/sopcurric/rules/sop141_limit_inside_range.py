"""SOP141 报警值或联锁值落在正常范围之内

含义：报警值、联锁值应在正常范围的边上或之外，落在范围之内就会在正常运行时报警、跳停，或者范围写宽了。只比较
两端都有数值的范围。

例：

    parameters:
      - {id: T-digest, title: 溶出温度, range: 260–280 ℃, alarm: 高于 270 ℃ 报警}

改法：对照报警联锁整定值清单，改正范围或限值。

----

SOP141 An alarm or interlock inside the normal range

Meaning: alarms and interlocks lie at the ends of the normal range or beyond. One inside goes off in normal running, or
the range is too wide. Only ranges with two ends are compared.

Example (YAML):

    parameters:
      - {id: T-digest, title: Digestion temperature, range: 260–280 ℃, alarm: above 270 ℃}

Cure: look into the list of set points and correct the range or the limit.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.limits import absolute_quantities, inside, only_quantity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {"limit.alarm": "报警值", "limit.interlock": "联锁值"},
    "en": {"limit.alarm": "alarm", "limit.interlock": "interlock"},
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for parameter in sop.parameters:
            normal = only_quantity(parameter.range, sop.language)
            if normal is None:
                continue
            for limit, text in parameter.limit_texts:
                for one in absolute_quantities(text.runs(sop.language)):
                    if inside(one, normal):
                        yield finding(
                            "SOP141",
                            Severity.WARNING,
                            subject=parameter.address,
                            limit=limit,
                            id=name_in(parameter.address),
                            value=one.text,
                            normal=normal.text,
                        )


RULE = Rule(
    code="SOP141",
    name="limit-inside-range",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "参数 `{id}` 的{limit} `{value}` 落在正常范围 `{normal}` 之内",
            "对照报警联锁整定值清单，改正范围或限值",
        ),
        "en": (
            "the {limit} `{value}` of the parameter `{id}` lies inside its normal range `{normal}`",
            "look into the list of set points and correct the range or the limit",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
