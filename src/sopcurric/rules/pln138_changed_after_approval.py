"""PLN138 方案批准后有变动

含义：方案按年级批准执行。`approval.approved.seen` 记录批准时各门课程的学时、学期和学分；此后课程、学时、学期或学分
的变动须办理变更审批，学习内容和活页可以照常更新。印出的变更审批表已填好变动内容。

例：批准后修改规程，某门课程由 72 学时变为 80 学时。

改法：需要变动的，在 `approval.changes` 中写上变更申请，批准后写 `approved_on`，再运行 `sopcurric fix`；不需要的，改
回原来的学时或学期。

依据：61 号函：实施性方案按年级制订，变更须审批（变更审批表）。

----

PLN138 A programme changed after its approval

Meaning: programmes are approved for a cohort. `approval.approved.seen` has hours, semesters and credits of all
courses as they were approved; later differences need an approved change, while contents and leaves may follow
the SOPs. The printed change form is filled in.

Example: an SOP was edited after the approval, and a course has 80 hours in place of 72.

Cure: where it is wanted, write a change into `approval.changes`, add `approved_on` once it is approved, and run
`sopcurric fix`; otherwise go back to the hours or semesters of before.

Source: MOE 2019 letter No. 61: programmes are made by cohort and changed by a form.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.approved import differences, waiting
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "none": "在 `approval.changes` 中写上变更申请（印出的变更审批表已填好），或改回批准的内容",
        "waiting": "变更申请 {change} 批准后写上 `approved_on`，再运行 `sopcurric fix`",
    },
    "en": {
        "none": "write a change into `approval.changes` (its form is printed, filled in), or undo what differs",
        "waiting": "once the change {change} is approved, add `approved_on` and run `sopcurric fix`",
    },
}


_SHOWN = 5


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, programme, plan in written_plans(compilation):
        found = differences(programme, plan)
        asked = waiting(programme)
        if found:
            told = [f"{one.code} {one.before or '—'} → {one.now or '—'}" for one in found[:_SHOWN]]
            yield finding(
                "PLN138",
                Severity.INFO if asked else Severity.WARNING,
                subject=f"@whole/{programme.id}",
                part=("approval",),
                number=len(found),
                courses="; ".join((*told, "…") if len(found) > _SHOWN else told),
                change=", ".join(one.id for one in asked),
                variant="waiting" if asked else "none",
            )


RULE = Rule(
    code="PLN138",
    name="changed-after-approval",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "批准后有 `{number}` 门课程变动：{courses}",
            "办理变更审批，或改回批准的内容",
        ),
        "en": (
            "`{number}` courses differ from what was approved: {courses}",
            "ask for a change, or go back to what was approved",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
