"""STD101 职业标准某一等级的权重之和不是 100

含义：技能要求权重表中，每个等级各职业功能的权重之和为 100；覆盖率按权重计算，和不对，覆盖率就不对。
完全没有写权重的等级不检查。

例：

    functions:
      - {id: F1, title: 原料制备, weights: {L4: 40}, contents: […]}
      - {id: F2, title: 高压溶出, weights: {L4: 50}, contents: […]}

改法：对照标准的权重表，改正这一等级的 `weights`。

依据：国家职业标准权重表的各列之和为 100。

----

STD101 Weights of a level that do not sum to 100

Meaning: in the table of skill weights the weights of a level sum to 100 over all functions. Coverage is
computed with them. A level without any weight is not checked.

Example (YAML):

    functions:
      - {id: F1, title: Raw materials, weights: {L4: 40}, contents: […]}
      - {id: F2, title: Digestion, weights: {L4: 50}, contents: […]}

Cure: correct the `weights` of the level after the table of the standard.

Source: each column of the weights in a national standard sums to 100.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

_WHOLE = 100


def _check(compilation: Compilation) -> Iterable[Finding]:
    for standard in compilation.inputs.standards:
        for level in standard.levels:
            weights = [function.weights[level.id] for function in standard.functions if level.id in function.weights]
            if weights and sum(weights) != _WHOLE:
                yield finding("STD101", subject=f"@standard/{standard.code}", level=level.id, sum=sum(weights))


RULE = Rule(
    code="STD101",
    name="weights-not-100",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "等级 `{level}` 的权重之和是 `{sum}`，应为 100",
            "改正各职业功能 `weights` 中的 `{level}`，使其和为 100",
        ),
        "en": (
            "the weights of level `{level}` sum to `{sum}`, not to 100",
            "correct `{level}` in the `weights` of the functions, so that they sum to 100",
        ),
    },
    check=_check,
)
