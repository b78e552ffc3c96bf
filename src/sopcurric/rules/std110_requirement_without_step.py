"""STD110 声称达到的等级中有技能要求没有对应的步骤

含义：方案写了 `target_level`，就声称学完能达到这一等级（高等级包含低等级）。其中的技能要求逐条与各岗位的技能点
比较，没有一个足够相近、也没有决定确认的，列在这里。每项职业功能报一次。相关知识可以由课程讲授，不在此列。

例：标准要求“能处置隔膜泵超压”，各岗位规程都没有这样的步骤。

改法：在规程中补上步骤；已有步骤、只是说法不同的，用 `sopcurric decide` 写 `map` 决定确认；确实不教的，降低
`target_level`。

依据：课程与国家职业标准对应的通行要求（岗课赛证）；相似度由程序估计，须由人确认。

----

STD110 Skill requirements of a claimed level that no step backs

Meaning: a programme with `target_level` claims to lead to that level (which includes those below). Each skill
requirement is compared with the skill points of all jobs; listed are those that none is like, and no decision
confirms. One finding for each function. Related knowledge may be taught in courses and is left out.

Example: the standard asks to handle an overpressure of the pump, and no SOP has such a step.

Cure: add the steps to an SOP; where they are there in other words, confirm it with a `map` decision
(`sopcurric decide`); otherwise claim a lower `target_level`.

Source: common practice of courses that follow occupational standards; likeness is estimated, people confirm it.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.claims import claims
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

_SHOWN = 5
"""So many are named."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    found: dict[tuple[str, str], dict[str, int]] = {}
    for claim in claims(compilation):
        levels = {one.level for one in claim.levels}
        for one in claim.coverage.requirements:
            if one.kind == "skill" and one.level in levels and not one.backings:
                number = int(one.id.rpartition("/")[2])
                found.setdefault((claim.coverage.standard, one.function), {})[f"{one.content}/{number}"] = number
    for (standard, function), lines in found.items():
        yield finding(
            "STD110",
            Severity.WARNING,
            subject=f"@standard/{standard}/{function}",
            count=len(lines),
            first=", ".join(list(lines)[:_SHOWN]),
        )


RULE = Rule(
    code="STD110",
    name="requirement-without-step",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{count}` 条技能要求没有对应的步骤：`{first}`",
            "在规程中补上步骤，或用 `map` 决定确认已有的任务，见 `sopcurric show coverage`",
        ),
        "en": (
            "no step backs `{count}` skill requirements: `{first}`",
            "add steps, or confirm with a `map` decision which task leads to them; see `sopcurric show coverage`",
        ),
    },
    check=_check,
)
