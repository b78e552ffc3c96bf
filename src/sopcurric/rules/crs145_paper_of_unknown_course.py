"""CRS145 试卷写明的课程不存在

含义：`papers` 中的 `course` 是课程编号，没有这门课程时，这份试卷不会生成。

例（YAML），课程编号是 `course-DIG`：

    papers:
      - {course: DIG, seed: 3}

改法：改成 `sopcurric show courses` 列出的课程编号；要用于所有课程的，删去 `course`。

依据：课程按编号引用。

----

CRS145 A paper of an unknown course

Meaning: `course` in `papers` is the identifier of a course; where there is no such course, no paper is made.

Example (YAML), where the identifier is `course-DIG`:

    papers:
      - {course: DIG, seed: 3}

Cure: write an identifier that `sopcurric show courses` lists; for papers of all courses, leave `course` out.

Source: courses are known by their identifiers.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule
from sopcurric.source.ref import SourceRef

_FILE = "sopcurric.yaml"


def _check(compilation: Compilation) -> Iterable[Finding]:
    known = {course.id for course in compilation.design.courses}
    for number, paper in enumerate(compilation.inputs.settings.papers):
        if paper.course is not None and paper.course not in known:
            place = SourceRef(_FILE, ("papers", number, "course"))
            yield finding("CRS145", Severity.WARNING, place=place, course=paper.course)


RULE = Rule(
    code="CRS145",
    name="paper-of-unknown-course",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "没有编号为 `{course}` 的课程，这份试卷不会生成",
            "改成 `sopcurric show courses` 列出的课程编号，或删去 `course`",
        ),
        "en": (
            "there is no course `{course}`, so no paper is made",
            "write an identifier that `sopcurric show courses` lists, or leave `course` out",
        ),
    },
    check=_check,
)
