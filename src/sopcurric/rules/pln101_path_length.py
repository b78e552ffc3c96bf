"""PLN101 各阶段之和与修业年限不符

含义：`segments` 各段长度之和应等于 `years`，一年按两个学期计。否则学期对不上，教学进程表就不成立。

例：

    years: 3
    segments:
      - {id: S1, title: 在校学习, length: 1.5, unit: year, site: college}
      - {id: S2, title: 岗位实习, length: 0.5, unit: year, site: plant}

改法：改正各段的 `length` 或 `unit`，或改正 `years`。常见的错误是把学年写成了学期。

依据：各阶段时间之和等于修业年限。

----

PLN101 Segments that do not sum to the length of study

Meaning: the lengths of `segments` sum to `years`, a year being two semesters. Otherwise courses cannot stand in
semesters.

Example (YAML):

    years: 3
    segments:
      - {id: S1, title: College, length: 1.5, unit: year, site: college}
      - {id: S2, title: Plant, length: 0.5, unit: year, site: plant}

Cure: correct `length` or `unit` of the segments, or `years`. The usual slip is semesters for years.

Source: the stages together last as long as the programme.
"""

from collections.abc import Iterable
from decimal import Decimal

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.semesters import SEMESTERS_PER_YEAR, semesters_in
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        semesters = sum((semesters_in(segment) for segment in programme.segments), Decimal(0))
        expected = Decimal(str(programme.years)) * SEMESTERS_PER_YEAR
        if semesters != expected:
            yield finding(
                "PLN101",
                subject=f"@programme/{programme.id}",
                semesters=f"{float(semesters):g}",
                years=f"{programme.years:g}",
                expected=f"{float(expected):g}",
            )


RULE = Rule(
    code="PLN101",
    name="path-length",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "各阶段合计 `{semesters}` 个学期，修业年限 `{years}` 年应为 `{expected}` 个学期",
            "改正各段的 `length` 和 `unit`，使合计为 {expected} 个学期，或改正 `years`",
        ),
        "en": (
            "the segments sum to `{semesters}` semesters, `{years}` years are `{expected}`",
            (
                "correct `length` and `unit` of the segments so that they sum to {expected} semesters, or "
                "correct `years`"
            ),
        ),
    },
    check=_check,
)
