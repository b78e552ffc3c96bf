"""PLN139 批准时的内容没有记录

含义：批准的方案按年级固定。`approved` 下没有 `seen`，以后课程、学时、学期的变动就查不出来；批准的变更也一样。

例：

    approval:
      approved: {date: "2026-06-10", by: 学校}


改法：运行 `sopcurric fix`，它按现在的课程写上 `seen`；先核对现在的方案就是批准的方案。

依据：61 号函：实施性方案按年级制订，变更须审批。

----

PLN139 An approval that does not say what was approved

Meaning: an approved programme is fixed for its cohort. Without `seen` under `approved`, later changes of
courses, hours and semesters go unnoticed; the same holds for an approved change.

Example (YAML):

    approval:
      approved: {date: "2026-06-10", by: College}


Cure: run `sopcurric fix`, which writes `seen` from the courses as they are; check first that they are what was
approved.

Source: MOE 2019 letter No. 61: programmes are made by cohort and changed by a form.
"""

import json
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.approved import all_seen, latest
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, programme, plan in written_plans(compilation):
        approval = programme.approval
        if approval is None or approval.approved is None:
            continue
        change = latest(approval)
        if not approval.approved.seen and not change:
            subject = f"@approved/{programme.id}"
        elif change and not change.seen:
            subject = f"@approved/{programme.id}/{change.id}"
        else:
            continue
        seen = json.dumps(all_seen(plan), ensure_ascii=False)
        yield finding("PLN139", Severity.WARNING, subject=subject, seen=seen)


RULE = Rule(
    code="PLN139",
    name="approved-without-record",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "没有记录批准的课程、学时和学期",
            "运行 `sopcurric fix` 写上 `seen`",
        ),
        "en": (
            "there is no record of the courses, hours and semesters that were approved",
            "run `sopcurric fix`, which writes `seen`",
        ),
    },
    check=_check,
)
