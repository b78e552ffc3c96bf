"""INT129 出师考核权重合计不是 100

含义：理论、操作、素养、安全的权重合计必须为 100。

例：

    mentoring:
      weights: {theory: 20, practice: 50, conduct: 10, safety: 10}

改法：调整权重，使合计为 100。

依据：百分制考核。

----

INT129 Weights of the final assessment that do not sum to 100

Meaning: the weights of theory, practice, conduct and safety sum to 100.

Example (YAML):

    mentoring:
      weights: {theory: 20, practice: 50, conduct: 10, safety: 10}

Cure: change weights so that they sum to 100.

Source: assessment out of 100.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        weights = programme.mentoring.weights if programme.mentoring else None
        if weights and weights.total != _WHOLE:
            part = ("weights",)
            yield finding("INT129", subject=f"@mentoring/{programme.id}", part=part, sum=weights.total, whole=_WHOLE)


_WHOLE = 100


RULE = Rule(
    code="INT129",
    name="mentoring-weights",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "出师考核权重合计 `{sum}`，不是 `{whole}`",
            "调整 `weights`，使合计为 {whole}",
        ),
        "en": (
            "the weights of the final assessment sum to `{sum}`, not `{whole}`",
            "change `weights` so that they sum to {whole}",
        ),
    },
    check=_check,
)
