"""PLN144 岗课赛证引用的岗位或课程不存在

含义：`links` 中的 `jobs` 是岗位地址，`courses` 是教学进程安排表中的课程编码。

例：

    links:
      - {id: L1, jobs: [DIQ], courses: [DIG]}


改法：按提示改成已有的岗位或课程编码。

依据：上级存在，用于岗课赛证对应表。

----

PLN144 A link to an unknown job or course

Meaning: `jobs` of `links` are addresses of jobs, `courses` are codes of the schedule.

Example (YAML):

    links:
      - {id: L1, jobs: [DIQ], courses: [DIG]}


Cure: write a job or code that exists.

Source: common practice: what is named exists.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "jobs": "改成已有的岗位：{known}",
        "courses": "改成教学进程安排表中的课程编码：{known}",
    },
    "en": {
        "jobs": "use a job that there is an SOP for: {known}",
        "courses": "use a code of the schedule: {known}",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for address, programme, plan in written_plans(compilation):
        known = {"jobs": list(compilation.sops), "courses": [one.code for one in plan.courses]}
        for link in programme.links:
            for key, named in (("jobs", link.jobs), ("courses", link.courses)):
                for place, value in enumerate(named):
                    if value not in known[key]:
                        yield finding(
                            "PLN144",
                            Severity.ERROR,
                            subject=f"{address}/{link.id}",
                            part=(key, place),
                            key=key,
                            value=value,
                            known=", ".join(dict.fromkeys(known[key])) or "—",
                            variant=key,
                        )


RULE = Rule(
    code="PLN144",
    name="unknown-in-link",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{key}` 中的 `{value}` 不存在",
            "改成已有的：{known}",
        ),
        "en": (
            "there is no `{value}`, which `{key}` names",
            "use one that exists: {known}",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
