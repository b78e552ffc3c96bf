"""COM115 参加评定的专家太少，或资历不够

含义：等级由几名专家的中位数得出。一项任务少于 3 人评定的，看不出意见是否一致；专家总数少于 8 人，或没有一名有 10 年
以上工作经历的，代表性不够。等级仍按已有的评定得出。

例：溶出工序只有 2 名专家交回评定表。

改法：再请熟悉这项工作的一线骨干、技师、班组长评定，各填一份评定表放进 `surveys/`；没有写工作年限的补上。

依据：实践专家访谈会的通行做法：专家 8–10 名，一般有 10 年左右工作经历（文献转述，凭记忆，没有国家规定）。

----

COM115 Too few experts rated, or they have too little experience

Meaning: a grade is the median of what experts say. With fewer than three for a piece of work nobody can see whether
they agree; with fewer than eight in all, or nobody with ten years of experience, they do not stand for the occupation.
Grades follow from the ratings that there are all the same.

Example: only two experts of the digestion section handed in forms.

Cure: ask further experienced workers, technicians and foremen who know the work, one form each in `surveys/`; add years
of experience where they are missing.

Source: usual practice of expert workshops: eight to ten experts with about ten years of experience (recalled from the
literature; no national text says so).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.survey import SENIOR
from sopcurric.plugin import Rule

_OF_TASK, _IN_ALL = 3, 8
VARIANTS = {
    "zh": {
        "task": "增加了解这项工作的专家，至少 {wanted} 人",
        "experts": "增加专家，宜在 {wanted} 人以上",
        "senior": "安排有 10 年以上工作经历的专家参加；评定表中没有写年限的补上",
        "what.task": "评定这项任务的专家",
        "what.experts": "参加评定的专家",
        "what.senior": "有 10 年以上工作经历的专家",
    },
    "en": {
        "task": "ask further experts who know this work, {wanted} at least",
        "experts": "ask further experts, better {wanted} or more",
        "senior": "ask experts with ten years of experience or more; add years where forms do not tell them",
        "what.task": "experts who rated this work",
        "what.experts": "experts who rated",
        "what.senior": "experts with ten years of experience",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    raters = compilation.inputs.surveys
    if not raters:
        return
    if len(raters) < _IN_ALL:
        yield _finding(raters[0].address, "experts", len(raters), _IN_ALL)
    if all(one.years is None or one.years < SENIOR for one in raters):
        yield _finding(raters[0].address, "senior", 0, 1)
    for task in compilation.survey.tasks if len(raters) >= _OF_TASK else ():
        if task.raters < _OF_TASK:
            yield _finding(task.procedure, "task", task.raters, _OF_TASK)


def _finding(subject: str, what: str, number: int, wanted: int) -> Finding:
    return finding("COM115", Severity.WARNING, subject=subject, variant=what, what=what, number=number, wanted=wanted)


RULE = Rule(
    code="COM115",
    name="few-raters",
    severity=Severity.WARNING,
    sentences={
        "zh": ("{what}只有 {number} 名，少于 {wanted} 名", "增加专家评定"),
        "en": ("too few {what}: {number}, fewer than {wanted}", "ask further experts"),
    },
    variants=VARIANTS,
    check=_check,
)
