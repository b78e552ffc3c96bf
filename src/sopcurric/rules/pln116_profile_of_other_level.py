"""PLN116 数值方案与办学层次不符

含义：学时、学分、占比等要求因层次而不同。方案的 `level` 与所用数值方案的层次不一致时，检查结果不适用。

例：中职方案（`level: secondary`）仍用默认的 `moe-2019-higher-vocational-3y`。

改法：在项目文件中把 `profile` 改成这一层次的数值方案，或改正方案的 `level`。

依据：教职成〔2019〕13号对中职、高职分别规定学时和占比。

----

PLN116 A profile of another level of education

Meaning: hours, credits and shares differ by level. Where `level` of the programme is not that of the profile,
what is checked does not apply.

Example: a programme of `level: secondary` with the default `moe-2019-higher-vocational-3y`.

Cure: name a profile of that level as `profile` in the project file, or correct `level`.

Source: MOE 2019 No. 13 has other numbers for secondary and higher vocational education.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "level.secondary": "中职",
        "level.higher": "高职专科",
        "level.bachelor": "职业本科",
        "other.secondary": "中职",
        "other.higher": "高职专科",
        "other.bachelor": "职业本科",
    },
    "en": {
        "level.secondary": "secondary",
        "level.higher": "higher vocational",
        "level.bachelor": "bachelor",
        "other.secondary": "secondary",
        "other.higher": "higher vocational",
        "other.bachelor": "bachelor",
    },
}


_USUAL = {
    "secondary": "moe-2019-secondary-3y",
    "higher": "moe-2019-higher-vocational-3y",
    "bachelor": "vocational-bachelor-4y",
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    profile = compilation.inputs.profile
    for address, programme, _ in written_plans(compilation):
        if profile.level and profile.level != programme.level:
            yield finding(
                "PLN116",
                Severity.WARNING,
                subject=address,
                level=programme.level,
                other=profile.level,
                profile=profile.id,
                suggestion=_USUAL[programme.level],
            )


RULE = Rule(
    code="PLN116",
    name="profile-of-other-level",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "方案的层次是{level}，数值方案 `{profile}` 是{other}",
            "在项目文件中写 `profile: {suggestion}`，或改正 `level`",
        ),
        "en": (
            "the programme is of {level}, the profile `{profile}` of {other} education",
            "write `profile: {suggestion}` in the project file, or correct `level`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
