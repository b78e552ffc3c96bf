"""STD124 通向目标等级的学时少于标准的培训参考学时

含义：通向目标等级的学习任务学时合计，少于标准中该等级的培训参考学时（`training_hours`）。

例：标准四级参考 60 学时，学习任务合计 40 学时。

改法：补充学习任务或用 `map` 决定确认对应关系；其余学时由其他课程承担的，可以不改。

依据：国家职业标准“培训参考学时”（参考，提醒）。

----

STD124 Fewer hours lead to the target level than the standard names

Meaning: the learning tasks that lead to the target level take fewer hours than its reference hours
(`training_hours`).

Example: 60 reference hours, 40 hours of learning tasks.

Cure: add learning tasks or confirm by `map` decisions; where other courses take the rest, leave it.

Source: reference hours of national standards (a reminder).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    targets = {one.id: one.target_level for one in compilation.inputs.programmes}
    for one in compilation.recognition:
        for level in one.levels:
            if level.level == targets[one.programme] and level.hours < level.reference:
                yield finding(
                    "STD124",
                    Severity.INFO,
                    subject=f"@programme/{one.programme}",
                    level=level.level,
                    hours=level.hours,
                    reference=level.reference,
                )


RULE = Rule(
    code="STD124",
    name="hours-below-reference",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "通向 `{level}` 的学习任务 `{hours}` 学时，标准参考 `{reference}` 学时",
            "补充学习任务，或用 `map` 决定确认对应关系",
        ),
        "en": (
            "learning tasks that lead to `{level}` take `{hours}` h, the standard names `{reference}`",
            "add learning tasks, or confirm what corresponds by `map` decisions",
        ),
    },
    check=_check,
)
