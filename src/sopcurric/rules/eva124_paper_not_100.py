"""EVA124 操作技能考核的分值合不拢

含义：操作技能考核各题的分值之和是 100，每题各行的配分之和等于该题分值。由程序给出，出现这条说明程序有误。

例：三题是 35、30、30，合计 95。

改法：把出现问题的项目文件反馈给维护者；在改正以前不要使用这份试题。

依据：职业技能等级认定的通行做法：操作技能考核实行百分制。

----

EVA124 A practical examination that does not sum to 100

Meaning: the pieces of work of a practical examination sum to 100 points, the rows of each to its points. They are
computed, so this is a bug of ours.

Example: pieces of work with 35, 30 and 30 points make 95.

Cure: report it with the files of the project; do not use the paper until it is mended.

Source: common practice of skill assessment: practical examinations count 100 points.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.assessment import WHOLE
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    courses = {course.id: course for course in compilation.design.courses}
    for exam in compilation.exams:
        uneven = any(sum(row.points for row in item.rows) != item.points for item in exam.items)
        if exam.points != WHOLE or uneven:
            course = courses[exam.course]
            yield finding("EVA124", subject=course.derived_from[0], course=exam.course, sum=exam.points, due=WHOLE)


RULE = Rule(
    code="EVA124",
    name="paper-not-100",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{course}` 的操作技能考核合计 `{sum}` 分，应为 `{due}` 分，且各行之和等于各题分值",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the practical examination of `{course}` sums to `{sum}` points, not to `{due}`, or its rows do not fit",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
)
