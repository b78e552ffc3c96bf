"""PLN135 毕业学分要求多于开设的学分

含义：`graduation_credits` 的总学分不能多于各门课程学分之和，选修学分不能多于限选和任选课程学分之和。

例：开设 140 学分，毕业要求 150 学分。

改法：降低要求，或增加课程。

依据：可选的学分不少于要求的学分（算术）。

----

PLN135 More credits asked for than offered

Meaning: `graduation_credits` must not be above what all courses, and what electives sum to.

Example: 140 credits are offered, 150 are asked for.

Cure: ask for fewer, or add courses.

Source: credits that can be chosen are at least those that are asked for (arithmetic).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "total": "把 `total` 改成不多于 {offered}，或增加课程",
        "elective": "把 `elective` 改成不多于 {offered}，或增加选修课程",
    },
    "en": {
        "total": "make `total` at most {offered}, or add courses",
        "elective": "make `elective` at most {offered}, or add electives",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, programme, plan in written_plans(compilation):
        wanted = programme.graduation_credits
        if wanted is None:
            continue
        offered = sum(one.credits for one in plan.courses)
        elective = sum(one.credits for one in plan.courses if one.nature != "required")
        for key, asked, there in (("total", wanted.total, offered), ("elective", wanted.elective, elective)):
            if asked > there:
                yield finding(
                    "PLN135",
                    Severity.ERROR,
                    subject=f"@whole/{programme.id}",
                    part=("graduation_credits", key),
                    wanted=f"{asked:g}",
                    offered=f"{there:g}",
                    variant=key,
                )


RULE = Rule(
    code="PLN135",
    name="graduation-credits",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "毕业要求 `{wanted}` 学分，开设的只有 `{offered}`",
            "改成不多于 {offered}",
        ),
        "en": (
            "`{wanted}` credits are asked for, `{offered}` are offered",
            "ask for at most {offered}",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
