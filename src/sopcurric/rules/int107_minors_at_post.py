"""INT107 未成年学生能否在岗位实习没有写明

含义：最小的学生未满 18 周岁时，每个岗位都要对照《未成年工特殊保护规定》，写明能否安排未成年学生（`minors: true`）。

例：

    internship:
      youngest: 17

改法：逐个岗位核对后在 `posts` 中写 `minors: true`；不能安排的岗位只安排年满 18 周岁的学生。

依据：《未成年工特殊保护规定》；《职业学校学生实习管理规定》（教职成〔2021〕4号）第十六条引用了它。
禁止范围（凭记忆，未核对原文，因此为警告）。

----

INT107 It is not said whether minors may work at a post

Meaning: where the youngest learner is under 18, each post is checked against the rules on minors, and `posts`
says whether they may work there (`minors: true`).

Example (YAML):

    internship:
      youngest: 17

Cure: check each post and write `minors: true`; where they may not, send only learners of 18.

Source: the rules on minors at work, which article 16 of the rules of 2021 names; what they forbid is recalled,
not read again, hence a warning.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.internship import jobs_of, organised
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("internship-adult-age")
    for programme, internship, address in organised(compilation) if number else ():
        if not number or internship.youngest is None or internship.youngest >= number.value:
            continue
        allowed = {one.job for one in internship.posts if one.minors}
        closed = [job for job in jobs_of(programme, compilation) if job not in allowed]
        if closed:
            yield finding(
                "INT107",
                Severity.WARNING,
                subject=address,
                part=("youngest",),
                age=internship.youngest,
                jobs=", ".join(closed),
            )


RULE = Rule(
    code="INT107",
    name="minors-at-post",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "最小的学生 `{age}` 周岁，岗位 `{jobs}` 没有写明能否安排未成年学生",
            "核对后在 `posts` 中写 `minors: true`，或只安排成年学生（禁止范围凭记忆，未核对原文）",
        ),
        "en": (
            "the youngest learner is `{age}`, and it is not said whether minors may work at `{jobs}`",
            "check and write `minors: true`, or send adults only (what is forbidden is recalled, not read)",
        ),
    },
    check=_check,
)
