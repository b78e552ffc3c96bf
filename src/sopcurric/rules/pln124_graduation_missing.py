"""PLN124 没有写毕业要求

含义：毕业要求写明学分、考核、体质和德育等条件，由院校确定。

例：方案没有 `graduation`。

改法：写上 `graduation`，并用 `graduation_credits` 写明学分要求。

依据：61 号函第九部分“毕业要求”。

----

PLN124 No requirements of graduation

Meaning: credits, examinations, fitness and conduct as the college decides.

Example: a programme without `graduation`.

Cure: add `graduation`, and the credits as `graduation_credits`.

Source: MOE 2019 letter No. 61, part 9.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for address, programme, _ in written_plans(compilation):
        if not programme.graduation:
            yield finding("PLN124", Severity.WARNING, subject=address)


RULE = Rule(
    code="PLN124",
    name="graduation-missing",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "没有写毕业要求",
            "写上 `graduation`",
        ),
        "en": (
            "there are no requirements of graduation",
            "add `graduation`",
        ),
    },
    check=_check,
)
