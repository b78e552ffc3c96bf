"""COM118 去掉一名专家的评定，培训要求就变了

含义：逐一去掉每名专家重新计算，这项任务的培训要求（岗位自学、培训、强化培训和复训）会因其中一人而改变，说明结果还
不稳。

例：三名专家评定的重要度为 1、1、3，去掉其中一名后由岗位自学变为培训。

改法：再请专家评定这项任务，或由企业用 `decide: rate` 决定。已有决定的不再提示。

依据：留一法检验的通行做法；没有国家规定。

----

COM118 The training changes where one rater is left out

Meaning: each expert is left out in turn. For this work the training that follows (a card at the post, training,
intensive training) is another one without one of them: the result is not firm.

Example: three experts gave 1, 1 and 3 as importance; without one of them the work is trained, with all it is not.

Cure: ask further experts about this work, or let the plant decide with `decide: rate`; then this is not told any more.

Source: usual practice of leaving one out; no national text says so.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.survey import rater_address
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "training.job-aid": "岗位自学",
        "training.on-demand": "用前培训",
        "training.train": "培训",
        "training.intensive": "强化培训和复训",
    },
    "en": {
        "training.job-aid": "a card at the post",
        "training.on-demand": "training before use",
        "training.train": "training",
        "training.intensive": "intensive training and refreshers",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    decided = {one.procedure for one in compilation.competencies.values() if one.decided}
    for task in compilation.survey.tasks:
        if task.flips and task.procedure not in decided:
            yield finding(
                "COM118",
                Severity.WARNING,
                subject=task.procedure,
                about=tuple(rater_address(flip.rater) for flip in task.flips),
                raters=", ".join(flip.rater for flip in task.flips),
                training=task.outcome,
            )


RULE = Rule(
    code="COM118",
    name="training-hangs-on-one-rater",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "培训要求“{training}”只因一名专家的评定而定：去掉 {raters} 就会改变",
            "增加专家评定这项任务，或用 `decide: rate` 决定",
        ),
        "en": (
            "the training “{training}” hangs on one rater: it changes without {raters}",
            "ask further experts about this work, or decide with `decide: rate`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
