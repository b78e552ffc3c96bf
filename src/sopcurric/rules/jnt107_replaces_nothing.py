"""JNT107 `replaces` 所列的决定取代不了

含义：`replaces` 列出被取代（或被撤回）的决定的名称：写了 `id` 的就是 `id`，没有写的以 `sopcurric explain` 显示的为准。
名称写错、写成自己，或者列出的决定日期更晚，都不起作用，要撤的那条可能还在生效。

例：

    decisions:
      - {decide: withdraw, role: college, by: 李敏, date: 2026-05-01, why: 已协商, replaces: [name-one]}

改法：按提示改正名称；要取代更晚的决定，另写一条日期不早于它的决定。

----

JNT107 `replaces` names nothing that can be replaced

Meaning: `replaces` holds the names of the decisions that this one takes the place of (or takes back): the `id` of each,
or the name that `sopcurric explain` shows where it has none. A wrong name, its own name, or a decision of a later date
has no effect, so that the decision that was meant may still hold.

Example (YAML):

    decisions:
      - {decide: withdraw, role: college, by: Li, date: 2026-05-01, why: agreed, replaces: [name-one]}

Cure: correct the name; to replace a later decision, write one that is not earlier than it.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import Named
from sopcurric.model.files.decision import Decision
from sopcurric.plugin import Rule

_VARIANTS = {
    "zh": {
        "unknown": "写决定的 `id`；现有的有：{known}",
        "itself": "从 `replaces` 中去掉 `{name}`",
        "later": "另写一条日期不早于 `{name}` 的决定来取代它",
        "what.unknown": "不存在",
        "what.itself": "就是这条决定自己",
        "what.later": "日期更晚，不能被它取代",
    },
    "en": {
        "unknown": "write the `id` of a decision; there are: {known}",
        "itself": "take `{name}` out of `replaces`",
        "later": "write a decision that is not earlier than `{name}` to replace it",
        "what.unknown": "is not there",
        "what.itself": "is this decision itself",
        "what.later": "is later and cannot be replaced by it",
    },
}
_MOST_KNOWN = 5


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.inputs.decisions:
        for name in dict.fromkeys(one.decision.replaces):
            what = _fault(one, compilation.decisions.get(name))
            if what:
                yield finding(
                    "JNT107",
                    Severity.ERROR if what == "unknown" else Severity.WARNING,
                    subject=one.address,
                    about=(compilation.decisions[name].address,) if what == "later" else (),
                    name=name,
                    known=_known(compilation, one),
                    what=what,
                    variant=what,
                )


def _fault(one: Named[Decision], other: Named[Decision] | None) -> str:
    """Why a decision cannot take the place of another one."""
    if other is None:
        return "unknown"
    if other.name == one.name:
        return "itself"
    return "later" if other.decision.date > one.decision.date else ""


def _known(compilation: Compilation, one: Named[Decision]) -> str:
    others = [name for name in compilation.decisions if name != one.name]
    return ", ".join(others[:_MOST_KNOWN]) + (" …" if len(others) > _MOST_KNOWN else "") or "—"


RULE = Rule(
    code="JNT107",
    name="replaces-nothing",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`replaces` 所列的决定 `{name}` {what}",
            "改正 `replaces`",
        ),
        "en": (
            "the decision `{name}` in `replaces` {what}",
            "correct `replaces`",
        ),
    },
    variants=_VARIANTS,
    check=_check,
)
