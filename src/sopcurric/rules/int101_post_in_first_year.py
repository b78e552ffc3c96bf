"""INT101 第一学年安排岗位实习

含义：不得安排一年级在校学生进行岗位实习。法定类型为岗位实习（`legal_type: post`）的阶段不得早于第 3 学期开始。

例：

    segments:
      - {id: S1, title: 在校学习, length: 1, unit: semester, site: college}
      - {id: S2, title: 岗位实习, length: 5, unit: semester, site: plant, legal_type: post}

改法：把这一阶段移到第一学年之后；只是参观观摩的，改为认识实习（`legal_type: observation`）。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）第十六条。数值写在规则集的
`intern-first-semester`。

----

INT101 An internship at the post in the first year

Meaning: students of the first year must not be sent on internships at the post. A segment of `legal_type: post`
begins no earlier than the third semester.

Example (YAML):

    segments:
      - {id: S1, title: College, length: 1, unit: semester, site: college}
      - {id: S2, title: Internship, length: 5, unit: semester, site: plant, legal_type: post}

Cure: move the segment behind the first year; where learners only look on, make it an observation (
`legal_type: observation`).

Source: rules on internships of vocational students, 2021 No. 4, article 16. The number stands in
the profile as `intern-first-semester`.
"""

from collections.abc import Iterable
from math import floor

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of
from sopcurric.model.semesters import starts_of
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("intern-first-semester")
    if number is None:
        return
    for programme in compilation.inputs.programmes:
        starts = starts_of(programme)
        for segment in programme.segments:
            if segment.legal_type == "post" and starts[segment.id] < number.exact - 1:
                yield finding(
                    "INT101",
                    severity_of(number),
                    subject=f"@programme/{programme.id}/{segment.id}",
                    segment=segment.id,
                    semester=floor(starts[segment.id]) + 1,
                    earliest=f"{number.value:g}",
                    **cited(number, compilation),
                )


RULE = Rule(
    code="INT101",
    name="post-in-first-year",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "岗位实习 `{segment}` 从第 `{semester}` 学期开始，不得早于第 `{earliest}` 学期（{basis}，{modality}）",
            "把这一阶段移到第 {earliest} 学期及以后，或改为 `legal_type: observation`",
        ),
        "en": (
            "the internship `{segment}` begins in semester `{semester}`, before `{earliest}` ({basis}; {modality})",
            "move the segment to semester {earliest} or later, or make it `legal_type: observation`",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
