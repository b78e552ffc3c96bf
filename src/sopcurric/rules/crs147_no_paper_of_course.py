"""CRS147 题库太小，没有组成试卷

含义：试卷从课程的题库组成，课前小测用过的题不再出。没有专为这门课程写 `papers`，可用的题又少于 12 道时，不组成试卷，
以免 A、B 两卷几乎相同。题目取自规程：规程写得越具体，可以出的题越多。

例：规程只有一个程序、两个步骤，题库只有 4 道题可用。

改法：在规程中补写参数范围、标准、原因、后果、处置；题少也要试卷的，在 `papers` 中写明这门课程。

依据：通行做法：按双向细目表命题，题量与题库相称。

----

CRS147 A bank too small for any paper

Meaning: papers are made of the bank of a course, without the questions of its short tests. Where no entry of `papers`
names the course and fewer than 12 questions are left, there is no paper, as A and B would be almost the same. Questions
come from the SOP: the more it says, the more there are.

Example: an SOP has one procedure of two steps, and the bank has 4 questions to draw from.

Cure: let the SOP say more (ranges, standards, reasons, consequences, actions); where a paper is wanted all the same,
name the course in `papers`.

Source: papers are set by a blueprint that fits the bank.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.theory_paper import LEAST_FOR_PAPER
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    made = {paper.course for paper in compilation.papers}
    asked = {one.course for one in compilation.inputs.settings.papers}
    wanted = {course.id for course in compilation.design.courses if not asked.isdisjoint({course.id, None})}
    known = {one for each in compilation.bank.guidance for one in each.pretest}
    for course in compilation.design.courses:
        if course.id not in made:
            number = sum(one.id not in known for one in compilation.bank.of_course(course.id))
            if number >= LEAST_FOR_PAPER or course.id not in wanted:
                continue  # people chose other courses, or CRS144 tells what is missing
            yield finding(
                "CRS147",
                Severity.INFO,
                subject=course.derived_from[0],
                course=course.id,
                number=number,
                least=LEAST_FOR_PAPER,
            )


RULE = Rule(
    code="CRS147",
    name="no-paper-of-course",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "`{course}` 的题库只有 `{number}` 道题可以组卷（不少于 `{least}` 道才组卷），没有生成试卷",
            "在规程中补写标准、原因、后果等内容，或在 `papers` 中写明这门课程",
        ),
        "en": (
            "the bank of `{course}` has `{number}` questions for papers, fewer than `{least}`: no paper is made",
            "let the SOP say more, or name the course in `papers`",
        ),
    },
    check=_check,
    printed=True,
)
