"""PLN196 同一项学习成果置换两次

含义：同一项学习成果（名称相同）出现在几条规则中，又没有放进同一个 `group`，学生可以用一张证书置换几次。

例：“英语证书”既置换 G01 又置换 G03。

改法：把这些规则放进同一 `group`，或只留一条。

依据：同一成果不重复使用（通行要求）。

----

PLN196 One achievement is used twice

Meaning: the same achievement stands in several rules that are not alternatives (`group`), so that one certificate
counts several times.

Example: one certificate replaces G01 and G03.

Cure: put the rules into one `group`, or keep one of them.

Source: common practice: one achievement is used once.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.substitution import substitutions
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    language = compilation.inputs.settings.language
    for view in substitutions(compilation):
        seen: dict[str, set[str]] = {}
        for one in view.rules.rules:
            groups = seen.setdefault(one.achievement.words(language), set())
            mine = one.group or f"@{one.id}"
            if groups and groups != {mine}:
                yield finding(
                    "PLN196",
                    Severity.WARNING,
                    subject=f"@programme/{view.programme.id}/{one.id}",
                    achievement=one.achievement.words(language),
                )
            groups.add(mine)


RULE = Rule(
    code="PLN196",
    name="achievement-used-twice",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "“{achievement}”在几条规则中使用",
            "放进同一 `group`，或只留一条",
        ),
        "en": (
            "“{achievement}” is used in several rules",
            "put them into one `group`, or keep one",
        ),
    },
    check=_check,
)
