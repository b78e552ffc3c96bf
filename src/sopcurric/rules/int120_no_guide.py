"""INT120 没有指导教师或单位专人

含义：每个实习单位都要有学校的指导教师和单位的专人指导学生。

例：

    internship:
      guides:
        - {partner: plant, teacher: T1}

改法：在 `guides` 中为每个单位写上 `teacher`（教师的 `id`）和 `unit`（单位专人的岗位）。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）（凭记忆，未核对原文，因此为警告）。

----

INT120 Nobody of the college or of the plant guides

Meaning: in each plant, a teacher of the college and somebody of the plant guide learners.

Example (YAML):

    internship:
      guides:
        - {partner: plant, teacher: T1}

Cure: write `teacher` (id) and `unit` (a role) for each plant in `guides`.

Source: rules on internships of vocational students, 2021 No. 4 (recalled, not read again, hence a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.internship import organised, plants_of
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "missing": "在 `guides` 中写 `{{partner: {plant}, teacher: …, unit: …}}`",
        "teacher": "写上学校指导教师 `teacher`",
        "unit": "写上单位专人 `unit`",
    },
    "en": {
        "missing": "write `{{partner: {plant}, teacher: …, unit: …}}` in `guides`",
        "teacher": "write the teacher of the college (`teacher`)",
        "unit": "write who of the plant (`unit`)",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme, internship, address in organised(compilation):
        known = {one.partner: place for place, one in enumerate(internship.guides)}
        for plant in plants_of(programme):
            place = known.get(plant)
            if place is None:
                yield finding("INT120", Severity.WARNING, subject=address, plant=plant, variant="missing")
                continue
            own, part = internship.guides[place], ("guides", place)
            if own.teacher is None:
                yield finding("INT120", Severity.WARNING, subject=address, part=part, plant=plant, variant="teacher")
            if own.unit is None:
                yield finding("INT120", Severity.WARNING, subject=address, part=part, plant=plant, variant="unit")


RULE = Rule(
    code="INT120",
    name="no-guide",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "实习单位 `{plant}` 的指导人员不全（条文凭记忆，未核对原文）",
            "在 `guides` 中补全",
        ),
        "en": (
            "who guides in `{plant}` is not told in full (recalled, not read again)",
            "complete `guides`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
