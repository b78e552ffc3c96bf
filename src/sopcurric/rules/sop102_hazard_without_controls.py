"""SOP102 危险源没有管控措施

含义：每个危险源至少要有一条管控措施，否则计划页和工作单上只有危险，没有防控办法。

例：

    hazards:
      - {id: H-steam, title: 新蒸汽泄漏, risk: general}

改法：补上 `controls`，每条写一项现场做得到的措施。

依据：通行做法：每个危险源都有控制措施。

----

SOP102 A hazard without controls

Meaning: each hazard needs a control; otherwise the planning and work leaves show the danger and no way to guard
against it.

Example (YAML):

    hazards:
      - {id: H-steam, title: Live steam leak, risk: general}

Cure: add `controls`, one measure to an item, such as can be taken on site.

Source: common practice: every hazard has controls.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for hazard in sop.hazards:
            if not hazard.controls:
                name = name_in(hazard.address)
                yield finding("SOP102", Severity.WARNING, subject=hazard.address, id=name)


RULE = Rule(
    code="SOP102",
    name="hazard-without-controls",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "危险源 `{id}` 没有管控措施",
            "补上 `controls:`，至少一条",
        ),
        "en": (
            "the hazard `{id}` has no controls",
            "add `controls:` with at least one measure",
        ),
    },
    check=_check,
)
