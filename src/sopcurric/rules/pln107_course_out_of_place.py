"""PLN107 课程不在方案的阶段或学期之内

含义：课程的 `segment` 必须是方案的一个阶段，否则它不属于任何阶段（错误）；`semesters` 应在这一阶段包括的学期之
内（警告）。阶段包括哪些学期，由各阶段的长度依次算出，一年两个学期。

例：阶段 `S1` 是第 1—3 学期，课程写了 `segment: S1`、`semesters: [4]`。

改法：改正课程的 `segment` 或 `semesters`。

依据：各阶段以学期为界，课程排在所属阶段内。

----

PLN107 A course outside the segments or semesters of the programme

Meaning: the `segment` of a course must be one of the programme (error), and its `semesters` among those of the
segment (warning). They follow from the lengths of the segments, a year being two semesters.

Example: the segment `S1` has the semesters 1 to 3, a course says `segment: S1` and `semesters: [4]`.

Cure: correct `segment` or `semesters` of the course.

Source: stages end with semesters, and a course lies within its stage.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.course import Course
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.semesters import semesters_of
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "segment": "把 `segment` 改成方案的一个阶段：{known}",
        "semester": "把 `semesters` 改成这一阶段的学期（{known}），或改正 `segment`",
        "key.segment": "阶段",
        "key.semester": "学期",
        "container.programme": "方案",
        "container.segment": "阶段",
    },
    "en": {
        "segment": "use a segment of the programme: {known}",
        "semester": "use semesters of the segment ({known}), or correct `segment`",
        "key.segment": "segment",
        "key.semester": "semester",
        "container.programme": "the programme",
        "container.segment": "the segment",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        for course in compilation.inputs.courses:
            yield from _misplaced(course, programme)


def _misplaced(course: Course, programme: ProgrammeFile) -> Iterator[Finding]:
    subject = f"@course/{course.code}"
    semesters = semesters_of(programme)
    if course.segment not in semesters:
        yield finding(
            "PLN107",
            subject=subject,
            course=course.code,
            key="segment",
            value=course.segment,
            container="programme",
            owner=programme.id,
            known=", ".join(semesters),
            variant="segment",
        )
        return
    covered = semesters[course.segment]
    outside = [semester for semester in course.semesters if semester not in covered]
    if outside:
        yield finding(
            "PLN107",
            Severity.WARNING,
            subject=subject,
            course=course.code,
            key="semester",
            value=", ".join(map(str, outside)),
            container="segment",
            owner=course.segment,
            known=", ".join(map(str, covered)) or "—",
            variant="semester",
        )


RULE = Rule(
    code="PLN107",
    name="course-out-of-place",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "课程 `{course}` 的{key} `{value}` 不在{container} `{owner}` 之内",
            "改正课程的 `segment` 或 `semesters`",
        ),
        "en": (
            "the {key} `{value}` of course `{course}` is not within {container} `{owner}`",
            "correct `segment` or `semesters` of the course",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
