"""SOP109 警告写成了步骤

含义：“注意烫伤”“严禁带压拆卸”不是动作。写成步骤，或写在动作后面，做的时候已经晚了；
写在 `warnings`、`cautions` 中的印在步骤之前，并且不占步骤序号。

例：

    steps:
      - 打开取样阀，注意烫伤
      - 严禁带压拆卸法兰

改法：按提示移到所属步骤的 `warnings`（可能伤人）、`cautions`（可能损坏设备或影响质量）或 `notes`（说明）中。

依据：通行做法：警告先于动作的写法。

----

SOP109 A warning written as a step

Meaning: “beware of burns” or “never open under pressure” is no deed. As a step, or behind the deed, it comes too
late; `warnings` and `cautions` are printed before the step and take no number.

Example (YAML):

    steps:
      - Open the sampling valve, beware of burns
      - Never open the flange under pressure

Cure: move it to `warnings` (people), `cautions` (equipment, product) or `notes` of the step that it belongs to.

Source: common practice: warnings stand before the deed.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import DANGER_BEHIND, SAID_AS_STEP
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "warnings": "移到所属步骤的 `warnings:` 中",
        "cautions": "移到所属步骤的 `cautions:` 中",
        "notes": "移到所属步骤的 `notes:` 中",
        "behind": "把危险移到本步骤的 `warnings:` 中，印在动作之前",
    },
    "en": {
        "warnings": "move it to `warnings:` of the step that it belongs to",
        "cautions": "move it to `cautions:` of the step that it belongs to",
        "notes": "move it to `notes:` of the step that it belongs to",
        "behind": "move the danger to `warnings:` of this step, which are printed before the deed",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for procedure, step in sop.steps():
            variant = "" if procedure.route else _kind(step.text.words(sop.language))
            if variant:
                name = name_in(step.address)
                yield finding("SOP109", Severity.INFO, subject=step.address, id=name, variant=variant)


def _kind(words: str) -> str:
    """The key that a sentence belongs to, or `behind` where only its end is a warning."""
    for key, beginning in SAID_AS_STEP.items():
        if beginning.match(words):
            return key
    return "behind" if DANGER_BEHIND.search(words) else ""


RULE = Rule(
    code="SOP109",
    name="warning-as-step",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "步骤 `{id}` 是警告或说明，或者动作后面才写危险",
            "移到 `warnings:`、`cautions:` 或 `notes:` 中",
        ),
        "en": (
            "the step `{id}` is a warning or remark, or tells the danger behind the deed",
            "move it to `warnings:`, `cautions:` or `notes:`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
