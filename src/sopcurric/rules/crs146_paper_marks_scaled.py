"""CRS146 试卷各题型的分值之和不是 100

含义：`papers` 写明的题数和分值合计不是 100 分；试卷按比例折算为 100 分，每题分值与写明的不同。

例（YAML），合计 60 分：

    papers:
      - sections: [{kind: single-choice, number: 30, marks: 2}]

改法：调整题数和分值，使合计为 100。

依据：百分制：理论知识考试满分 100 分。

----

CRS146 Marks of a paper that are scaled

Meaning: the numbers and marks that `papers` states do not make 100; the marks are scaled, so that those of a question
are not what was written.

Example (YAML), which makes 60:

    papers:
      - sections: [{kind: single-choice, number: 30, marks: 2}]

Cure: change numbers or marks so that they make 100.

Source: theory is marked out of 100.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.theory_paper import FULL_MARKS
from sopcurric.plugin import Rule
from sopcurric.source.ref import SourceRef

_FILE = "sopcurric.yaml"


def _check(compilation: Compilation) -> Iterable[Finding]:
    for number, paper in enumerate(compilation.inputs.settings.papers):
        total = sum(one.number * one.marks for one in paper.sections)
        if total != FULL_MARKS:
            place = SourceRef(_FILE, ("papers", number, "sections"))
            yield finding("CRS146", Severity.INFO, place=place, sum=total)


RULE = Rule(
    code="CRS146",
    name="paper-marks-scaled",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "试卷各题型的分值合计 `{sum}` 分，按 100 分折算",
            "调整题数和分值，使合计为 100",
        ),
        "en": (
            "the marks of the paper make `{sum}` and are scaled to 100",
            "change numbers or marks so that they make 100",
        ),
    },
    check=_check,
)
