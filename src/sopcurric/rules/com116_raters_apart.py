"""COM116 专家对同一项任务的评定相差超过一级

含义：3 名以上专家中，有人评 1、有人评 3。中位数照样得出，但很可能对任务的理解不同，或各人的工作条件不同。

例：“处理溶出闪蒸槽液位异常”的难度，三名专家评了 1、2、3。

改法：请这几名专家当面讨论：说的是不是同一件事，难在哪里；按讨论结果改评定表，或由企业用 `decide: rate` 决定。

依据：难度—重要度—频度分析的通行做法：专家意见相差一级以上的应当复核（文献转述，凭记忆）。

----

COM116 Experts differ by more than one grade about the same work

Meaning: of three experts or more, some say 1 and some say 3. The median is taken all the same, but they have probably
understood the work differently, or do it under different conditions.

Example: three experts gave 1, 2 and 3 as difficulty of “handle abnormal levels in flash tanks”.

Cure: let these experts talk about it: whether they mean the same work, and what is difficult in it. Correct the forms
after that, or let the plant decide with `decide: rate`.

Source: usual practice of difficulty-importance-frequency analysis: ratings more than one grade apart are looked at
again (recalled).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

_ENOUGH = 3
_FACTORS = {
    "zh": {"factor.difficulty": "难度", "factor.importance": "重要度", "factor.frequency": "频度"},
    "en": {"factor.difficulty": "difficulty", "factor.importance": "importance", "factor.frequency": "frequency"},
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for task in compilation.survey.tasks:
        for one in task.factors:
            if one.raters >= _ENOUGH and one.spread > 1:
                yield finding(
                    "COM116",
                    Severity.WARNING,
                    subject=task.procedure,
                    factor=one.factor,
                    raters=one.raters,
                    median=one.median,
                )


RULE = Rule(
    code="COM116",
    name="raters-apart",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "{raters} 名专家对{factor}的评定相差超过一级（中位数 {median}）",
            "组织专家讨论后改评定表，或用 `decide: rate` 决定",
        ),
        "en": (
            "{raters} experts differ by more than one grade about the {factor} (median {median})",
            "let the experts talk about it and correct the forms, or decide with `decide: rate`",
        ),
    },
    variants=_FACTORS,
    check=_check,
)
