"""PLN137 论证与审批的日期先后不对

含义：各环节按先后进行：调研、专家论证、专业建设委员会审议、学校党组织审定、批准、发布。

例：专家论证在 6 月，党组织审定在 5 月。

改法：核对日期。

依据：教职成〔2019〕13号：经论证和审定后发布执行。

----

PLN137 Steps of approval out of order

Meaning: steps follow each other: research, review by experts, committee of the major, party committee,
approval, publication.

Example: the review is in June, the party committee met in May.

Cure: check the dates.

Source: MOE 2019 No. 13: published after review and approval.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.model.files.approval import Approval
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, programme, _ in written_plans(compilation):
        dates = list(_dates(programme.approval)) if programme.approval else []
        for (earlier, first), (later, second) in pairwise(dates):
            if second < first:
                yield finding(
                    "PLN137",
                    Severity.WARNING,
                    subject=f"@whole/{programme.id}",
                    part=("approval", later),
                    earlier=earlier,
                    earlier_date=first,
                    later=later,
                    later_date=second,
                )


def _dates(approval: Approval) -> Iterator[tuple[str, str]]:
    """The dates that there are, in the order in which they should be."""
    for name in ("research", "review", "committee", "party_committee", "approved"):
        step = getattr(approval, name)
        if step is not None and step.date:
            yield name, step.date
    if approval.published_on:
        yield "published_on", approval.published_on


RULE = Rule(
    code="PLN137",
    name="approval-out-of-order",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{later}`（{later_date}）早于 `{earlier}`（{earlier_date}）",
            "核对 `{later}` 和 `{earlier}` 的日期",
        ),
        "en": (
            "`{later}` ({later_date}) is before `{earlier}` ({earlier_date})",
            "check the dates of `{later}` and `{earlier}`",
        ),
    },
    check=_check,
)
