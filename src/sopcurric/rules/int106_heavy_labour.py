"""INT106 岗位的体力劳动强度太高

含义：不得安排学生从事第Ⅲ级及以上强度的体力劳动。`grade` 是岗位的体力劳动强度分级（一至四级）。

例：

    internship:
      posts:
        - {job: DIG, grade: 3}

改法：改安排强度较低的岗位，或把重体力作业从学生的任务中去掉后重新测定分级。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）第十六条（不得）。数值写在规则集的
`internship-labour-grade-max`。

----

INT106 A post with labour that is too heavy

Meaning: learners do no physical labour of grade III or above. `grade` is that of the post, from 1 to 4.

Example (YAML):

    internship:
      posts:
        - {job: DIG, grade: 3}

Cure: choose another post, or take heavy work out of what learners do and grade it again.

Source: rules on internships of vocational students, 2021 No. 4, article 16 (must not). The number stands in the
profile as `internship-labour-grade-max`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import severity_of
from sopcurric.model.internship import organised
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("internship-labour-grade-max")
    for _, internship, address in organised(compilation) if number else ():
        for place, post in enumerate(internship.posts):
            if number and post.grade and post.grade > number.value:
                yield finding(
                    "INT106",
                    severity_of(number),
                    subject=address,
                    part=("posts", place),
                    job=post.job,
                    grade=post.grade,
                    most=f"{number.value:g}",
                )


RULE = Rule(
    code="INT106",
    name="heavy-labour",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "岗位 `{job}` 的体力劳动强度为 `{grade}` 级，不得高于 `{most}` 级（第十六条，不得）",
            "改安排强度较低的岗位，或去掉重体力作业后重新测定",
        ),
        "en": (
            "labour at `{job}` is of grade `{grade}`, at most `{most}` is allowed (article 16, must not)",
            "choose another post, or grade it again without the heavy work",
        ),
    },
    check=_check,
)
