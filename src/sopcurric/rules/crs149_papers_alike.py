"""CRS149 A、B 卷有相同的题目

含义：同一随机种子的 A、B 两卷不出相同的题；题库某种题型的题不够时，B 卷用了 A 卷的题。两卷同时使用或一卷用作补考时，
要考虑到这一点；试卷的命题细目表上列出了相同的题号。

例：题库只有 1 道案例分析题，A、B 卷的案例分析题相同。

改法：在规程中补写标准、原因、后果、处置，使题库有更多的题；或在 `papers` 中减少这种题型的题数；或手工替换相同的题。

依据：通行做法：A、B 卷题目不重复，供正考和补考使用。

----

CRS149 Papers A and B have questions in common

Meaning: papers A and B of a seed have different questions as long as the bank has others of the form; where it has not,
B takes those of A. Bear this in mind where both are used at once or one for a second sitting; the blueprint of the
papers tells which questions these are.

Example: the bank has one case to be analysed, and both papers have it.

Cure: let the SOP say more (standards, reasons, consequences, actions), so that the bank has more questions; ask for
fewer of the form in `papers`; or put others in by hand.

Source: papers A and B differ, as one is for the second sitting.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule
from sopcurric.source.ref import SourceRef


def _check(compilation: Compilation) -> Iterable[Finding]:
    settings = compilation.inputs.settings
    courses = {one.id: one for one in compilation.design.courses}
    places = {(one.course, one.seed): number for number, one in reversed([*enumerate(settings.papers)])}
    for paper in compilation.papers:
        if paper.variant != "A" or not paper.shared:
            continue
        number = places.get((paper.course, paper.seed), places.get((None, paper.seed)))
        written = "papers" in settings.given and number is not None
        yield finding(
            "CRS149",
            Severity.INFO,
            subject="" if written else courses[paper.course].derived_from[0],
            place=SourceRef("sopcurric.yaml", ("papers", number or 0)) if written else None,
            course=paper.course,
            seed=paper.seed,
            number=len(paper.shared),
            whole=len(paper.questions),
        )


RULE = Rule(
    code="CRS149",
    name="papers-alike",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "`{course}` 的 A、B 卷（种子 `{seed}`）共 `{whole}` 题中有 `{number}` 题相同",
            "在规程中补写内容使题库增大，减少题数，或手工替换相同的题",
        ),
        "en": (
            "papers A and B of `{course}` (seed `{seed}`) have `{number}` of their `{whole}` questions in common",
            "let the SOP say more, ask for fewer questions, or put others in by hand",
        ),
    },
    check=_check,
    printed=True,
)
