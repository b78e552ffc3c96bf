"""JNT103 两条决定互相矛盾

含义：同一身份先后作出的决定，以后来的为准；不同身份的决定，或者同一身份在同一天作出的决定，内容不同就是矛盾：谁也不能
悄悄盖过谁，两条都不生效，仍用计算结果。要归为同一任务（`together`）的操作程序又要分开（`apart`），无论日期先后都是矛盾，
经过第三个操作程序间接连在一起的也算。

例：企业给出的重要度是 3，行业给出的是 1：

    decisions:
      - {decide: rate, role: plant, by: 王强, date: 2026-03-01, why: 影响产量, on: [DIG/P1], importance: 3}
      - {decide: rate, role: industry, by: 李敏, date: 2026-03-08, why: 各厂调研, on: [DIG/P1], importance: 1}

改法：双方商定后，另写一条决定，用 `replaces` 列出这两条；或者由一方用 `withdraw` 撤回自己的一条。

----

JNT103 Decisions that contradict each other

Meaning: of decisions of one role the later one holds. Where those of different roles, or of one role on one day, want
different things, nobody silently overrules anybody: neither holds, and what was computed stays. Procedures that are to
be one task (`together`) and to be kept `apart` are a contradiction whatever the dates, even where they hang together by
way of a third procedure only.

Example (YAML): the plant rates the importance 3, the industry 1:

    decisions:
      - {decide: rate, role: plant, by: Wang, date: 2026-03-01, why: output, on: [DIG/P1], importance: 3}
      - {decide: rate, role: industry, by: Li, date: 2026-03-08, why: a survey, on: [DIG/P1], importance: 1}

Cure: agree, and add a decision that names both in `replaces`; or one side takes its decision back by `withdraw`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.judged import judged
from sopcurric.model.words_of_decisions import kinds, merged, roles
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in judged(compilation, "contradictory"):
        other = compilation.decisions[one.verdict.other]
        yield finding(
            "JNT103",
            subject=one.named.address,
            about=(other.address, *one.places),
            decision=one.named.name,
            kind=one.named.decision.decide,
            other=other.name,
            opposite=other.decision.decide,
            role=other.decision.role,
            date=other.decision.date,
        )


RULE = Rule(
    code="JNT103",
    name="contradictory-decisions",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "决定（{kind}）与{role} {date} 的决定 `{other}`（{opposite}）矛盾，都没有生效",
            "商定后另写一条决定，用 `replaces` 列出 `{decision}` 和 `{other}`；或者撤回其中一条",
        ),
        "en": (
            "the decision ({kind}) contradicts `{other}` ({opposite}) of {role}, {date}: neither holds",
            "agree, and add a decision that names `{decision}` and `{other}` in `replaces`; or take one of them back",
        ),
    },
    variants=merged(kinds("kind"), kinds("opposite"), roles("role")),
    check=_check,
)
