"""EVA105 成长发展没有写明牵头单位

含义：五维评价的出处没有说成长发展由谁评价，所以必须写明，否则这个维度无人负责。

例：`dimension: growth` 没有 `lead`。

改法：写 `lead:`，填负责成长发展评价的合作方。

依据：五维评价方案没有为成长发展指定评价主体，需由合作各方商定。

----

EVA105 Nobody leads growth

Meaning: the scheme of five dimensions does not say who rates growth, so it has to be said, or nobody answers for it.

Example: `dimension: growth` without `lead`.

Cure: write `lead:` with the partner that answers for it.

Source: the scheme names no rater of growth; the partners have to agree on one.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        for place, one in enumerate(programme.evaluation.dimensions if programme.evaluation else ()):
            if one.dimension == "growth" and one.lead is None:
                yield finding(
                    "EVA105",
                    Severity.WARNING,
                    subject=f"@evaluation/{programme.id}",
                    part=("dimensions", place, "dimension"),
                )


RULE = Rule(
    code="EVA105",
    name="growth-without-lead",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "成长发展 `growth` 没有写明牵头单位",
            "写 `lead:`，填负责的合作方",
        ),
        "en": (
            "nobody is named who leads `growth`",
            "write `lead:` with the partner that answers for it",
        ),
    },
    check=_check,
)
