"""PLN148 学徒班课时互相矛盾

含义：集中授课课时包含在每年总课时内，线上课时包含在集中授课课时内；部分多于全部时，课时占比没有意义，培养协议仍按写出
的数打印。

例：总课时 620，集中授课 700。

改法：改正 `hours` 中的课时。

依据：部分不多于全部（算术）。

----

PLN148 Hours of an apprentice class at odds

Meaning: hours in class are among the hours of a year, hours online among those in class. Where a part is more than the
whole, shares mean nothing; the agreement is printed with the hours that are written.

Example: 620 hours a year, 700 of them in class.

Cure: correct `hours`.

Source: a part is no more than the whole (arithmetic).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        for place, one in enumerate(programme.new_apprenticeship):
            hours = one.hours
            pairs = (("together", hours.together, hours.total), ("online", hours.online, hours.together))
            for key, part, whole in pairs:
                if part > whole:
                    yield finding(
                        "PLN148",
                        Severity.WARNING,
                        subject=f"@whole/{programme.id}",
                        part=("new_apprenticeship", place, "hours", key),
                        entry=one.id,
                        hours=part,
                        whole=whole,
                        variant=key,
                    )


RULE = Rule(
    code="PLN148",
    name="apprentice-hours-at-odds",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "学徒班 `{entry}` 的{variant} `{hours}` 课时，多于它所属的 `{whole}` 课时",
            "改正 `hours`",
        ),
        "en": (
            "`{hours}` hours {variant} of the class `{entry}` are more than the `{whole}` hours that they are among",
            "correct `hours`",
        ),
    },
    variants={
        "zh": {
            "together": "改正 `together`，使之不多于 `total`",
            "online": "改正 `online`，使之不多于 `together`",
            "variant.together": "集中授课",
            "variant.online": "线上授课",
        },
        "en": {
            "together": "make `together` at most `total`",
            "online": "make `online` at most `together`",
            "variant.together": "in class",
            "variant.online": "online",
        },
    },
    check=_check,
)
