"""CRS144 题库的题目不够组成所要的试卷

含义：`papers` 要求的某种题型，题库里没有那么多可以同卷的题目；试卷用现有的题目组成，分值按比例折算为 100 分。
题目取自规程：规程写得越具体（参数范围、标准、原因、后果、处置），可以出的题越多。没有写 `papers` 的，按通常的题型
和题数组卷，缺多少题合成一条。

例（YAML），题库只有 7 道单项选择题可以同卷：

    papers:
      - sections: [{kind: single-choice, number: 40, marks: 2}]

改法：减少这种题型的题数，或在规程中补写标准、原因、后果等内容。

依据：通行做法：按双向细目表命题，题量与题库相称。

----

CRS144 A bank that is too small for a paper

Meaning: `papers` asks for more questions of a form than the bank has that may stand in one paper; the paper is made
of those that there are, and its marks are scaled to 100. Questions come from the SOP: the more it says (ranges,
standards, reasons, consequences, actions), the more there are. Without `papers`, the usual numbers are asked for, and
what is missing of them is told at once.

Example (YAML), where the bank has 7 single-choice questions that may stand in one paper:

    papers:
      - sections: [{kind: single-choice, number: 40, marks: 2}]

Cure: ask for fewer questions of this form, or let the SOP say more.

Source: papers are set by a blueprint that fits the bank.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule
from sopcurric.source.ref import SourceRef

_FILE = "sopcurric.yaml"


def _check(compilation: Compilation) -> Iterable[Finding]:
    settings = compilation.inputs.settings
    if "papers" not in settings.given:
        yield from _of_usual(compilation)
        return
    places = {(one.course, one.seed): number for number, one in reversed([*enumerate(settings.papers)])}
    for paper in compilation.papers:
        number = places.get((paper.course, paper.seed), places.get((None, paper.seed), 0))
        for form, missing in paper.missing.items() if paper.variant == "A" else ():
            yield finding(
                "CRS144",
                Severity.INFO,
                place=SourceRef(_FILE, ("papers", number)),
                course=paper.course,
                form=form,
                missing=missing,
                wanted=dict(paper.wanted)[form],
            )


def _of_usual(compilation: Compilation) -> Iterable[Finding]:
    """What is missing of the papers that are made where none are asked for."""
    courses = {one.id: one for one in compilation.design.courses}
    for paper in compilation.papers:
        missing = sum(paper.missing.values())
        if paper.variant == "A" and missing:
            yield finding(
                "CRS144",
                Severity.INFO,
                subject=courses[paper.course].derived_from[0],
                course=paper.course,
                form="*",
                missing=missing,
                wanted=sum(number for _, number in paper.wanted),
            )


RULE = Rule(
    code="CRS144",
    name="bank-too-small",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "`{course}` 的题库缺 `{missing}` 道 `{form}`，试卷要求 `{wanted}` 道",
            "减少题数，或在规程中补写标准、原因、后果等内容",
        ),
        "en": (
            "the bank of `{course}` lacks `{missing}` of the `{wanted}` questions `{form}` of the paper",
            "ask for fewer, or let the SOP say more",
        ),
    },
    check=_check,
    variants={"zh": {"form.*": "各题型题目"}, "en": {"form.*": "of the usual forms"}},
    printed=True,
)
