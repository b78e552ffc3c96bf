"""DEC202 教学版本的密级高于内部

含义：给学生和教师的版本只能是公开或内部。普通商密、核心商密只能出现在企业自己使用、读者为企业导师的版本中；
不是这样的版本不输出。没有写 `audience` 的版本，读者是学生。

例：

    editions:
      - {id: teacher, clearance: trade-secret, audience: teacher, marking: {owner: 云岭铝业, period: 5 年}}

改法：教学版本写 `clearance: internal` 或 `public`；企业自用的版本写 `audience: mentor`。

依据：企业的商业秘密不离开企业，学校只得到脱密后的内容；知悉范围限于工作需要（《中央企业商业秘密保护暂行规定》）。

----

DEC202 A teaching edition above internal

Meaning: editions for students and teachers are public or internal. Trade secrets stand only in editions that the plant
uses itself and whose readers are its mentors; others are not printed. Without `audience`, an edition is for students.

Example (YAML):

    editions:
      - {id: teacher, clearance: trade-secret, audience: teacher, marking: {owner: Yunling Aluminium, period: 5 years}}

Cure: write `clearance: internal` or `public` for an edition that is used for teaching, `audience: mentor` for one that
stays in the plant.

Source: trade secrets do not leave the plant, the college gets what was declassified; who knows them is limited to those
who need to (interim provisions on the protection of trade secrets of central enterprises).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import Audience
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for edition in compilation.inputs.settings.editions:
        if not edition.for_teaching and edition.audience is not Audience.MENTOR:
            yield finding(
                "DEC202",
                subject=f"@edition/{edition.id}",
                part=("clearance",),
                edition=edition.id,
                audience=edition.audience.value,
            )


RULE = Rule(
    code="DEC202",
    name="teaching-edition-above-internal",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "版本 `{edition}` 给{audience}使用，密级上限却高于内部，不能输出",
            "教学版本写 `clearance: internal` 或 `public`；企业自用的版本写 `audience: mentor`",
        ),
        "en": (
            "edition `{edition}` is for {audience} and cleared above internal; it is not printed",
            "write `clearance: internal` or `public` for teaching, `audience: mentor` for an edition of the plant",
        ),
    },
    variants={
        "zh": {"audience.student": "学生", "audience.teacher": "教师"},
        "en": {"audience.student": "students", "audience.teacher": "teachers"},
    },
    check=_check,
)
