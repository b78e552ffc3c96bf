"""PLN193 置换思政、军事或体育课程

含义：思想政治理论课、军事课、体育一般不允许用其他学习成果置换。

例：用退役证明置换“体育”。

改法：改为置换别的课程；学校办法允许的（如退役学生免修军事课），在 `basis` 中写明后可以忽略。

依据：高校学分置换的通行做法（凭记忆，因此只作警告）。

----

PLN193 A course of politics, the army or sport is replaced

Meaning: these are usually not replaced by other achievements.

Example: sport is replaced by a proof of service.

Cure: replace another course; where the college allows it, say so in `basis` and ignore this.

Source: common practice of colleges (recalled, therefore a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.substitution import is_sensitive, substitutions
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for view in substitutions(compilation):
        for one in view.rules.rules:
            if one.course in view.courses and is_sensitive(view.courses[one.course]):
                yield finding(
                    "PLN193",
                    Severity.WARNING,
                    subject=f"@programme/{view.programme.id}/{one.id}",
                    course=one.course,
                )


RULE = Rule(
    code="PLN193",
    name="sensitive-course-replaced",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "课程 `{course}` 属于思政、军事、体育类，一般不予置换",
            "改为置换别的课程",
        ),
        "en": (
            "the course `{course}` is one of politics, the army or sport, which is usually not replaced",
            "replace another course",
        ),
    },
    check=_check,
)
