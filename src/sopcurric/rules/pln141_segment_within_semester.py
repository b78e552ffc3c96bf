"""PLN141 阶段不以学期为界

含义：各阶段的长度应是整学期（0.5 学年为 1 个学期），否则教学进程安排表不能按学期排列。

例：

    segments:
      - {id: S1, title: 在校学习, length: 1.3, unit: year, site: college}


改法：把 `length` 改成整学期。

依据：阶段与学期对齐，通行做法。

----

PLN141 A segment that ends within a semester

Meaning: segments are whole semesters long (half a year is one), as the schedule is by semester.

Example (YAML):

    segments:
      - {id: S1, title: College, length: 1.3, unit: year, site: college}


Cure: make `length` whole semesters.

Source: segments and semesters agree, common practice.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.model.semesters import semesters_in
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for address, programme, _ in written_plans(compilation):
        for segment in programme.segments:
            semesters = semesters_in(segment)
            if semesters != int(semesters):
                yield finding(
                    "PLN141",
                    Severity.WARNING,
                    subject=f"{address}/{segment.id}",
                    segment=segment.id,
                    semesters=f"{float(semesters):g}",
                )


RULE = Rule(
    code="PLN141",
    name="segment-within-semester",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "阶段 `{segment}` 为 `{semesters}` 个学期，不是整学期",
            "把 `length` 改成整学期（0.5 学年为 1 个学期）",
        ),
        "en": (
            "the segment `{segment}` is `{semesters}` semesters long",
            "make `length` whole semesters (half a year is one)",
        ),
    },
    check=_check,
)
