"""PLN209 列入清单的专业没有依据或议定日期

含义：专业列入清单要写明依据（就业率、专业对口率、用人需求等数据及其出处）和议定日期。

例：列入 `limit`，没有写 `evidence`。

改法：补写 `evidence` 和 `decided_on`。

依据：三张清单以数据为依据的做法（安徽、包头方案）；不是国家条文。

----

PLN209 A listed major without evidence or day of decision

Meaning: a major in a list has evidence (employment, fit of employment, demand, with where the figures come from) and
the day on which it was decided.

Example: a major in `limit` without `evidence`.

Cure: add `evidence` and `decided_on`.

Source: the practice of lists that rest on figures (plans of Anhui and Baotou); no national text.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.organisation import organised
from sopcurric.model.saying import words
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    language = compilation.inputs.settings.language
    for programme, own in organised(compilation):
        for place, one in enumerate(own.majors):
            missing = [name for name in ("evidence", "decided_on") if not getattr(one, name)]
            if missing:
                yield finding(
                    "PLN209",
                    Severity.WARNING,
                    subject=f"@organisation/{programme.id}",
                    part=("majors", place),
                    title=words(one.title, language),
                    missing=", ".join(f"`{name}`" for name in missing),
                )


RULE = Rule(
    code="PLN209",
    name="major-without-evidence",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "列入清单的专业“{title}”没有写 {missing}",
            "补写依据和议定日期",
        ),
        "en": (
            "the listed major `{title}` has no {missing}",
            "add them",
        ),
    },
    check=_check,
)
