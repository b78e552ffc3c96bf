"""PLN142 学习者身份倒退

含义：学习者的身份按学生、学徒、准员工依次变化，后面的阶段不应退回前面的身份。

例：

    segments:
      - {id: S1, title: 跟岗实践, length: 2, unit: year, site: plant, role: apprentice}
      - {id: S2, title: 在校学习, length: 1, unit: year, site: college, role: student}


改法：改正 `role`；工学交替返校学习的阶段也写学徒（`apprentice`）。

依据：学徒制培养中学生、学徒、准员工、员工的递进，通行做法。

----

PLN142 A role that goes back

Meaning: learners are students, then apprentices, then treated as employees; a later segment does not go back.

Example (YAML):

    segments:
      - {id: S1, title: Plant, length: 2, unit: year, site: plant, role: apprentice}
      - {id: S2, title: College, length: 1, unit: year, site: college, role: student}


Cure: correct `role`; apprentices who return to the college stay apprentices.

Source: student, apprentice, quasi-employee, employee: common practice of apprenticeships.
"""

from collections.abc import Iterable
from itertools import pairwise

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "before.student": "学生",
        "before.apprentice": "学徒",
        "before.quasi-employee": "准员工",
        "role.student": "学生",
        "role.apprentice": "学徒",
        "role.quasi-employee": "准员工",
    },
    "en": {
        "before.student": "student",
        "before.apprentice": "apprentice",
        "before.quasi-employee": "quasi-employee",
        "role.student": "student",
        "role.apprentice": "apprentice",
        "role.quasi-employee": "quasi-employee",
    },
}


_ORDER = ("student", "apprentice", "quasi-employee")


def _check(compilation: Compilation) -> Iterable[Finding]:
    for address, programme, _ in written_plans(compilation):
        for before, segment in pairwise(programme.segments):
            if _ORDER.index(segment.role) < _ORDER.index(before.role):
                yield finding(
                    "PLN142",
                    Severity.WARNING,
                    subject=f"{address}/{segment.id}",
                    segment=segment.id,
                    before=before.role,
                    role=segment.role,
                )


RULE = Rule(
    code="PLN142",
    name="role-goes-back",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "阶段 `{segment}` 的身份从{before}退回{role}",
            "改正 `role`",
        ),
        "en": (
            "in the segment `{segment}` the role goes back from {before} to {role}",
            "correct `role`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
