"""PLN152 实施计划的先后次序不对

含义：同一课程的模块按次序开课，模块的理论在实践之前结束，课程在先修课程结束以后的学期开始。学时少的模块可以在同一周
内先后进行。

例：模块 `M02` 的实践排在第 4 周，理论排到第 5 周。

改法：调整周次；不是有意固定的，运行 `sopcurric plan` 重新安排。

依据：通行做法：先理论后实践，先修课程在前。

----

PLN152 Things out of their order in a plan

Meaning: modules of a course begin in their order, the theory of a module ends before its practice begins, and a
course begins in a semester after its prerequisites. Small modules may follow each other within a week.

Example: practice of module `M02` is in week 4, its theory lasts to week 5.

Cure: change the weeks, or run `sopcurric plan` where they are not fixed on purpose.

Source: common practice: theory before practice, prerequisites first.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.standing_plan import Line, StandingPlan, standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        for own in plan.lines_of.values():
            yield from _of_item(plan, own[0].group.id, own[0].item.id)


def _of_item(plan: StandingPlan, group: str, item: str) -> Iterator[Finding]:
    own = plan.lines_of[group, item]
    first = own[0]
    if first.placed.semester < first.item.not_before:
        yield _out(first.address, group, item, f"{first.item.not_before - 1}", "prerequisite")
    for name in first.item.done:
        before = plan.lines_of.get((group, name), ())
        theory = name.startswith(f"{first.item.module}.")
        if theory and any(one.end >= first.begin >= 0 for one in before):
            yield _out(first.address, group, item, name, "theory")
    for name in first.item.before:
        before = plan.lines_of.get((group, name), ())
        if before and _main(before) > _main(own):
            yield _out(first.address, group, item, name, "module")


def _main(lines: tuple[Line, ...]) -> tuple[int, int]:
    """Where an item begins and ends, without simulation before it."""
    main = [one for one in lines if one.placed.place not in one.item.rooms] or lines
    return main[0].begin, max(one.end for one in main)


def _out(subject: str, group: str, item: str, other: str, variant: str) -> Finding:
    return finding("PLN152", Severity.WARNING, subject=subject, group=group, item=item, other=other, variant=variant)


RULE = Rule(
    code="PLN152",
    name="plan-order",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "小组 `{group}` 的 `{item}` 排得过早",
            "调整周次，或运行 `sopcurric plan`",
        ),
        "en": (
            "`{item}` of group `{group}` is too early",
            "change the weeks, or run `sopcurric plan`",
        ),
    },
    check=_check,
    variants={
        "zh": {
            "theory": "排到理论 `{other}` 结束以后",
            "module": "排到前一模块 `{other}` 之后，或把前一模块提前",
            "prerequisite": "先修课程到第 {other} 学期才结束：排到以后的学期",
        },
        "en": {
            "theory": "put it after the end of its theory `{other}`",
            "module": "put it after the module before it, `{other}`, or that one earlier",
            "prerequisite": "its prerequisites end in semester {other}: put it into a later one",
        },
    },
)
