"""SOP105 较大风险没有防护用品

含义：风险为较大（larger）或重大（major）的危险源要列出劳动防护用品，计划页上的领用清单就取自这里。

例：

    hazards:
      - {id: H-steam, title: 新蒸汽泄漏, risk: larger, controls: [送汽前暖管疏水]}

改法：补上 `ppe`，如 `ppe: [隔热手套, 防护面罩]`。

依据：通行做法：每个危险源都有防护用品。

----

SOP105 A grave hazard without protective equipment

Meaning: a hazard of the grades larger and major lists the protective equipment to wear; the check list on the
planning leaf is made of it.

Example (YAML):

    hazards:
      - {id: H-steam, title: Live steam leak, risk: larger, controls: [Drain the pipe first]}

Cure: add `ppe`, as in `ppe: [insulating gloves, face shield]`.

Source: common practice: every hazard has protective equipment.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for hazard in sop.hazards:
            if hazard.risk in GRAVE and not hazard.ppe:
                name = name_in(hazard.address)
                yield finding("SOP105", Severity.WARNING, subject=hazard.address, id=name, risk=hazard.risk.value)


RULE = Rule(
    code="SOP105",
    name="hazard-without-ppe",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "危险源 `{id}` 的风险等级是 `{risk}`，没有列出劳动防护用品",
            "补上 `ppe:`，列出要穿戴的劳动防护用品",
        ),
        "en": (
            "the hazard `{id}` is of grade `{risk}` and lists no protective equipment",
            "add `ppe:` with the protective equipment to wear",
        ),
    },
    check=_check,
)
