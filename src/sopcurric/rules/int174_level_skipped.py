"""INT174 技能提升越级

含义：职后的技能提升（`purpose: upgrading`）应从毕业目标等级 `target_level` 的上一级开始，逐级进行，不跳过等级。

例：毕业目标为四级，技能提升直接写二级，跳过了三级。

改法：补上中间等级的阶段，或改正 `level`。

依据：职前—职后—认定贯通的要求：晋升路径连续（案例做法，提醒）。

----

INT174 A level is skipped

Meaning: upgrading in service (`purpose: upgrading`) begins with the level above `target_level` and goes up one by
one.

Example: the target is level 4, the only stage of upgrading leads to level 2.

Cure: add a stage for the level between, or correct `level`.

Source: a promotion path without gaps (practice of a case, a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    standards = {one.code: [level.id for level in one.levels] for one in compilation.inputs.standards}
    for programme in compilation.inputs.programmes:
        levels = standards.get(programme.standard or "", [])
        if programme.target_level not in levels:
            continue
        reached = levels.index(programme.target_level)
        stages = [one for one in programme.in_service if one.purpose == "upgrading" and one.level in levels]
        for stage in sorted(stages, key=lambda one: levels.index(one.level or "")):
            place = levels.index(stage.level or "")
            if place > reached + 1:
                yield finding(
                    "INT174",
                    Severity.WARNING,
                    subject=f"@programme/{programme.id}/{stage.id}",
                    level=levels[place],
                    skipped=", ".join(levels[reached + 1 : place]),
                )
            reached = max(reached, place)


RULE = Rule(
    code="INT174",
    name="level-skipped",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "技能提升到 `{level}`，跳过了 `{skipped}`",
            "补上 `{skipped}` 的阶段，或改正 `level`",
        ),
        "en": (
            "upgrading to `{level}` skips `{skipped}`",
            "add a stage for `{skipped}`, or correct `level`",
        ),
    },
    check=_check,
)
