"""STD123 申报条件中须先取得的等级不存在或不低于本等级

含义：`conditions` 的 `after` 是须先取得证书的等级，应是同一标准中排在本等级之前的等级。

例：四级的条件写了 `after: L4`。

改法：改成下一级的标识。

依据：国家职业标准：逐级申报。

----

STD123 A condition names a level that is unknown or not lower

Meaning: `after` of `conditions` is the level whose certificate comes before: a level of the same standard that stands
before this one.

Example: a condition of level 4 says `after: L4`.

Cure: write the id of the level below.

Source: national standards: level after level.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for standard in compilation.inputs.standards:
        levels = [level.id for level in standard.levels]
        for place, level in enumerate(standard.levels):
            for one in level.conditions:
                if one.after is not None and one.after not in levels[:place]:
                    yield finding(
                        "STD123",
                        subject=f"@standard/{standard.code}/levels/{level.id}",
                        level=level.id,
                        after=one.after,
                        known=", ".join(levels[:place]) or "—",
                    )


RULE = Rule(
    code="STD123",
    name="condition-of-unknown-level",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{level}` 的申报条件中，须先取得的 `{after}` 不是更低的等级",
            "改成更低的等级：{known}",
        ),
        "en": (
            "a condition of `{level}` asks for `{after}` before, which is no lower level",
            "use a lower one: {known}",
        ),
    },
    check=_check,
)
