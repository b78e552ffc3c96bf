"""PLN163 学员没有固定导师或有两名

含义：每名学员有且只有一名固定导师；学员序号不超过小组人数。实施计划没有结对的，不检查。

例：小组 `G1` 有 6 人，结对只有 1—5 号。

改法：补上、删去或更正结对；也可以运行 `sopcurric plan`。

依据：直通车做法：每名学员均有固定导师全程指导。

----

PLN163 A learner without a mentor, or with two

Meaning: every learner has exactly one fixed mentor, and the number of a learner is no more than the size of the
group. Where a plan has no pairings, nothing is asked.

Example: group `G1` has 6 learners, and there are pairings of numbers 1 to 5.

Cure: add, remove or correct pairings; or run `sopcurric plan`.

Source: practice of the founding programme: each learner has a fixed mentor all the way.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.standing_plan import StandingPlan, standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        if plan.schedule.pairings:
            yield from _of_plan(plan)


def _of_plan(plan: StandingPlan) -> Iterator[Finding]:
    seen: set[tuple[str, int]] = set()
    for number, one in enumerate(plan.schedule.pairings):
        group = plan.demand.group_by_id.get(one.group)
        subject = f"{plan.address}/pairings/{number}"
        if group is not None and one.learner > group.learners:
            yield _said(subject, f"{one.group}-{one.learner:02}", group.learners, "number")
        elif (one.group, one.learner) in seen:
            yield _said(subject, f"{one.group}-{one.learner:02}", 1, "twice")
        seen.add((one.group, one.learner))
    for group in plan.demand.groups:
        missing = [number for number in range(1, group.learners + 1) if (group.id, number) not in seen]
        if missing:
            names = ", ".join(f"{group.id}-{number:02}" for number in missing)
            yield _said(f"@programme/{plan.demand.programme}/{group.id}", names, len(missing), "missing")


def _said(subject: str, learners: str, number: int, variant: str) -> Finding:
    return finding("PLN163", Severity.WARNING, subject=subject, learners=learners, number=number, variant=variant)


RULE = Rule(
    code="PLN163",
    name="learner-without-mentor",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "学员 `{learners}` 的结对不对",
            "每名学员写一行结对",
        ),
        "en": (
            "the pairing of `{learners}` is wrong",
            "write one line for each learner",
        ),
    },
    check=_check,
    variants={
        "zh": {
            "missing": "{number} 名学员没有固定导师：补上结对，或运行 `sopcurric plan`",
            "twice": "已有一行结对：只留一行",
            "number": "小组只有 {number} 人：更正序号，或改小组人数",
        },
        "en": {
            "missing": "{number} without a mentor: add pairings, or run `sopcurric plan`",
            "twice": "there is a line already: keep one",
            "number": "the group has {number}: correct the number, or the size of the group",
        },
    },
)
