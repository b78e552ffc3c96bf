"""PLN118 入学要求缺少或与层次不符

含义：入学要求写招生对象：中职为初中毕业或同等学力，高职和职业本科为高中阶段毕业或同等学力（初中起点五年制除外）。

例：高职方案没有写 `entry`。

改法：写上 `entry`，并与办学层次一致。

依据：61 号函第二部分“入学要求”。

----

PLN118 No entry requirement, or one of another level

Meaning: it says who can enter: after lower middle school in secondary vocational education, after the upper
secondary stage (or equivalent) in higher ones; five-year programmes apart.

Example: a higher vocational programme without `entry`.

Cure: add `entry` that suits the level.

Source: MOE 2019 letter No. 61, part 2.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "missing": "写上 `entry`：招生对象（{level}）",
        "level": "把 `entry` 改成与层次一致（{level}），或改正 `level`",
        "level.secondary": "初中毕业或同等学力",
        "level.higher": "高中阶段毕业或同等学力",
        "level.bachelor": "高中阶段毕业或同等学力",
    },
    "en": {
        "missing": "add `entry`: who can enter ({level})",
        "level": "make `entry` suit the level ({level}), or correct `level`",
        "level.secondary": "lower middle school or equivalent",
        "level.higher": "upper secondary stage or equivalent",
        "level.bachelor": "upper secondary stage or equivalent",
    },
}


_FIVE_YEARS = 5
_LOWER = ("初中", "lower middle", "lower secondary")


def _check(compilation: Compilation) -> Iterable[Finding]:
    language = compilation.inputs.settings.language
    for address, programme, _ in written_plans(compilation):
        entry = programme.entry.words(language).casefold() if programme.entry else ""
        lower = any(one in entry for one in _LOWER)
        wanted = programme.level == "secondary" or programme.years >= _FIVE_YEARS
        if not entry or lower != wanted:
            yield finding(
                "PLN118",
                Severity.WARNING,
                subject=address if not entry else f"@whole/{programme.id}",
                part=("entry",) if entry else (),
                level=programme.level,
                variant="level" if entry else "missing",
            )


RULE = Rule(
    code="PLN118",
    name="entry-requirement",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "没有写入学要求",
            "写上 `entry`",
        ),
        "en": (
            "there is no entry requirement",
            "add `entry`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
