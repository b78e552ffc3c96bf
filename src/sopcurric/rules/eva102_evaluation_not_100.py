"""EVA102 评价权重之和不是 100

含义：五个维度的权重之和是 100；一个维度各分项的分值之和等于它的权重，否则合不成总分。

例：五个维度的权重是 15、20、30、25、5，合计 95。

改法：调整权重或分值，使它们合得拢。

依据：课程标准的通行要求：考核评价各项权重之和为 100。

----

EVA102 Weights of an evaluation that do not sum to 100

Meaning: the weights of the five dimensions sum to 100, the points of the items of a dimension to its weight; or
there is no total.

Example: weights of 15, 20, 30, 25 and 5 make 95.

Cure: change weights or points until they fit.

Source: common practice of course standards: the weights of an evaluation sum to 100.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.assessment import WHOLE
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "weights": "调整各维度的 `weight`，使五个维度之和为 {due}",
        "points": "调整各分项的 `points`，使它们之和等于维度的 `weight`（{due}）",
    },
    "en": {
        "weights": "change `weight` of the dimensions until they sum to {due}",
        "points": "change `points` of the items until they sum to the `weight` of the dimension ({due})",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        if programme.evaluation is not None:
            yield from _sums(programme)


def _sums(programme: ProgrammeFile) -> Iterable[Finding]:
    dimensions = programme.evaluation.dimensions if programme.evaluation else ()
    subject = f"@evaluation/{programme.id}"
    total = sum(one.weight for one in dimensions)
    if total != WHOLE:
        part = ("dimensions",)
        yield finding("EVA102", subject=subject, part=part, what="dimensions", sum=total, due=WHOLE, variant="weights")
    for place, one in enumerate(dimensions):
        points = sum(own.points for own in one.items)
        if points != one.weight:
            part_of = ("dimensions", place, "items")
            yield finding(
                "EVA102",
                subject=subject,
                part=part_of,
                what=one.dimension,
                sum=points,
                due=one.weight,
                variant="points",
            )


RULE = Rule(
    code="EVA102",
    name="evaluation-not-100",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{what}` 的分值之和是 {sum}，应为 {due}",
            "调整分值，使各项之和为 {due}",
        ),
        "en": (
            "`{what}` sums to {sum}, not to {due}",
            "change the numbers until they sum to {due}",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
