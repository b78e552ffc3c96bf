"""STD102 权重写在不存在的等级上

含义：`weights` 的键是等级的标识，必须列在同一标准的 `levels` 中。

例：

    levels:
      - {id: L4, title: 四级/中级工}
    functions:
      - {id: F1, title: 原料制备, weights: {L6: 100}, contents: […]}

改法：改成已有等级的标识；确有这一等级的，先列入 `levels`。

依据：国家职业标准权重表的各列之和为 100。

----

STD102 A weight for a level that does not exist

Meaning: the keys of `weights` are ids of levels that the standard lists under `levels`.

Example (YAML):

    levels:
      - {id: L4, title: Level 4}
    functions:
      - {id: F1, title: Raw materials, weights: {L6: 100}, contents: […]}

Cure: write the id of a level that exists, or list the level first.

Source: each column of the weights in a national standard sums to 100.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for standard in compilation.inputs.standards:
        levels = [level.id for level in standard.levels]
        for function in standard.functions:
            subject = f"@standard/{standard.code}/{function.id}"
            for level in function.weights:
                if level not in levels:
                    yield finding("STD102", subject=subject, level=level, known=", ".join(levels))


RULE = Rule(
    code="STD102",
    name="weight-of-unknown-level",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`weights` 中的等级 `{level}` 不存在",
            "改成已有的等级（{known}），或在 `levels` 中添加 `{level}`",
        ),
        "en": (
            "the level `{level}` in `weights` does not exist",
            "use a level that exists ({known}), or add `{level}` to `levels`",
        ),
    },
    check=_check,
)
