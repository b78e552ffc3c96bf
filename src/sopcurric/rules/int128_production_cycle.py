"""INT128 带教没有覆盖完整的生产周期

含义：岗位规程中有的开车、正常操作、异常处置、停车，带教计划都要有，学员才能完整经历生产周期。

例：停车的任务写在 `left_out` 中。

改法：把缺少的任务排进带教计划。

依据：集团案例要求“完整经历生产周期”（无全国规定，因此为警告）。

----

INT128 Mentoring without a full production cycle

Meaning: what the SOP of a job has of start-up, normal operation, deviations and shutdown is in the mentoring
plan, so that learners go through a full production cycle.

Example: the task of shutdown stands in `left_out`.

Cure: put the task into the mentoring plan.

Source: the case of a group asks for a full production cycle (no national text, hence a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in compilation.mentoring:
        absent = [part for part, there in plan.cycle if not there]
        if absent:
            yield finding(
                "INT128",
                Severity.WARNING,
                subject=f"@mentoring/{plan.programme}",
                job=plan.job,
                parts=", ".join(absent),
            )


RULE = Rule(
    code="INT128",
    name="production-cycle",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "岗位 `{job}` 的带教缺少生产周期的 `{parts}`",
            "把这些任务排进带教计划",
        ),
        "en": (
            "mentoring of `{job}` lacks `{parts}` of the production cycle",
            "put these tasks into the mentoring plan",
        ),
    },
    check=_check,
)
