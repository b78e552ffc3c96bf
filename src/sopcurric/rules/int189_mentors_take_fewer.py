"""INT189 企业导师带徒人数之和少于学徒人数

含义：每名学徒要有固定导师。学徒班各企业导师的 `apprentices`（带徒人数上限）之和少于学徒人数，有的学徒就没有固定导
师。

例：学徒 12 人，两名导师各限 2 人。

改法：增加企业导师，或调整带徒人数上限。

依据：固定导师全程指导的做法（案例，提醒）。

----

INT189 Mentors of a class take fewer apprentices than it has

Meaning: every apprentice has one mentor. The limits (`apprentices`) of the mentors of a class sum to less than its
apprentices.

Example: 12 apprentices, two mentors who take 2 each.

Cure: add mentors, or change their limits.

Source: one fixed mentor for each (practice of a case, a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        places = {one.id: one.apprentices for one in programme.mentors}
        for one in programme.new_apprenticeship:
            taken = sum(places.get(name, 0) for name in one.mentors)
            if all(name in places for name in one.mentors) and taken < one.apprentices:
                yield finding(
                    "INT189",
                    Severity.WARNING,
                    subject=f"@programme/{programme.id}/{one.id}",
                    apprentices=one.apprentices,
                    taken=taken,
                )


RULE = Rule(
    code="INT189",
    name="mentors-take-fewer",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "学徒 `{apprentices}` 人，企业导师合计可带 `{taken}` 人",
            "增加企业导师，或调整带徒人数上限",
        ),
        "en": (
            "`{apprentices}` apprentices, and their mentors take `{taken}`",
            "add mentors, or change their limits",
        ),
    },
    check=_check,
)
