"""EVA111 有一层没有任何一方评估

含义：学习体验、学习行为、能力提升、企业满意度每一层至少有一方用某种工具评估，不能三方都是“不适用”。

例：企业满意度一层，学员、企业、教师都写了不适用的理由。

改法：为这一层写上至少一方的 `instrument`。

依据：三方四层评估的通行做法。

----

EVA111 A layer that nobody rates

Meaning: each of the four layers is rated by at least one party; they cannot all have nothing to say of it.

Example: learners, plant and teachers all give a `reason` instead of an `instrument` for the satisfaction of the plant.

Cure: give an `instrument` of at least one party for it.

Source: what evaluation by three parties in four layers is.
"""

from collections.abc import Iterable, Sequence

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.evaluation import LAYERS
from sopcurric.model.files.evaluation import Instrument, Layer
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        layers = programme.evaluation.layers if programme.evaluation else ()
        rated = {one.layer for one in layers if one.instrument}
        for layer in LAYERS:
            own = _of(layer, layers)
            if own and layer not in rated:
                yield finding(
                    "EVA111",
                    Severity.WARNING,
                    subject=f"@evaluation/{programme.id}",
                    part=("layers", own[0]),
                    layer=layer,
                )


def _of(layer: Layer, layers: Sequence[Instrument]) -> list[int]:
    return [place for place, one in enumerate(layers) if one.layer == layer]


RULE = Rule(
    code="EVA111",
    name="layer-nobody-rates",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "没有任何一方评估 `{layer}` 这一层",
            "为这一层写上至少一方的 `instrument`",
        ),
        "en": (
            "nobody rates the layer `{layer}`",
            "give an `instrument` of at least one party for it",
        ),
    },
    check=_check,
)
