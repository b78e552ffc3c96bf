"""STD122 毕业生不能直接申报目标等级

含义：方案的 `target_level` 写了逐条申报条件，而没有一条适用于本层次的毕业生或学徒，或都要求先取得下一级证书、工作
满年限。方案不得承诺毕业时达到这一等级的证书。

例：高职方案以三级为目标，三级要求先取得四级证书。

改法：降低 `target_level`，或在方案中安排先申报下一级；条件写错的改正标准。

依据：国家职业标准“申报条件”（2023 年版条件凭记忆，提醒）。

----

STD122 Graduates may not apply for the target level

Meaning: the conditions of `target_level` are written down, and none of them holds for graduates or apprentices of
this programme at once: they ask for a certificate of the level below, or for years of work.

Example: the target is level 3, which asks for a certificate of level 4.

Cure: aim at a lower level, or plan the level below first; correct the standard where it is wrong.

Source: conditions of applying in national standards (those of 2023 recalled, a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.recognition:
        programme = next(each for each in compilation.inputs.programmes if each.id == one.programme)
        for level in one.levels:
            asked = level.level == programme.target_level and _has_conditions(compilation, one.standard, level.level)
            if asked and level.standing != "may-apply":
                yield finding(
                    "STD122",
                    Severity.WARNING,
                    subject=f"@programme/{one.programme}",
                    level=level.level,
                    highest=one.highest or "—",
                )


def _has_conditions(compilation: Compilation, standard: str, level: str) -> bool:
    return any(
        one.conditions
        for file in compilation.inputs.standards
        for one in file.levels
        if (file.code, one.id) == (standard, level)
    )


RULE = Rule(
    code="STD122",
    name="graduates-may-not-apply",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "毕业生不能直接申报目标等级 `{level}`，可直接申报的最高等级：`{highest}`",
            "降低 `target_level`，或改正申报条件",
        ),
        "en": (
            "graduates may not apply for the target level `{level}` at once; the highest they may is `{highest}`",
            "aim at a lower level, or correct the conditions",
        ),
    },
    check=_check,
)
