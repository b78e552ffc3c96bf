"""PLN149 要求的选修学分多于毕业总学分

含义：`graduation_credits` 的选修学分 `elective` 包含在总学分 `total` 内，不能多于总学分。

例：

    graduation_credits: {total: 14, elective: 20}

改法：改正 `total` 或 `elective`。

依据：部分不多于全部（算术）。

----

PLN149 More elective credits than credits

Meaning: `elective` of `graduation_credits` is among `total` and cannot be more.

Example (YAML):

    graduation_credits: {total: 14, elective: 20}

Cure: correct `total` or `elective`.

Source: a part is no more than the whole (arithmetic).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        wanted = programme.graduation_credits
        if wanted and wanted.elective > wanted.total:
            yield finding(
                "PLN149",
                Severity.WARNING,
                subject=f"@whole/{programme.id}",
                part=("graduation_credits", "elective"),
                elective=f"{wanted.elective:g}",
                total=f"{wanted.total:g}",
            )


RULE = Rule(
    code="PLN149",
    name="elective-above-total",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "毕业要求选修 `{elective}` 学分，总学分只有 `{total}`",
            "改正 `total` 或 `elective`，选修学分包含在总学分内",
        ),
        "en": (
            "`{elective}` elective credits are asked for, of `{total}` credits in all",
            "correct `total` or `elective`: the one is among the other",
        ),
    },
    check=_check,
)
