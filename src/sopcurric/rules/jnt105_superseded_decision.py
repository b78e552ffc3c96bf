"""JNT105 已被后来的决定取代

含义：同一身份后来又对同一对象作了决定，或者有决定用 `replaces` 列出了它（撤回也是如此），原来那条就不再生效，只作为记录
留在文件里。

例：第二条取代第一条：

    decisions:
      - {id: name-1, decide: rename, role: plant, by: 王强, date: 2026-03-01, why: 习惯叫法, on: [DIG/P1], title: 开泵}
      - {id: name-2, decide: rename, role: plant, by: 王强, date: 2026-05-01, why: 写全, on: [DIG/P1], title: 开隔膜泵}

改法：不用处理。仍要按原来的执行，就写一条新的决定，用 `replaces` 列出取代它的那一条。

----

JNT105 A later decision takes its place

Meaning: the same role decided on the same thing again, or a decision names this one in `replaces` (as `withdraw` does):
it no longer holds, and stays in the file as a record.

Example (YAML): the second takes the place of the first:

    decisions:
      - {id: name-1, decide: rename, role: plant, by: Wang, date: 2026-03-01, why: usual, on: [DIG/P1], title: Pump}
      - {id: name-2, decide: rename, role: plant, by: Wang, date: 2026-05-01, why: full, on: [DIG/P1], title: Pump on}

Cure: nothing needs to be done. If the first one should hold, decide anew and name the one that replaced it in
`replaces`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.judged import judged
from sopcurric.model.words_of_decisions import kinds, merged, roles
from sopcurric.plugin import Rule

_VARIANTS = {
    "zh": {
        "how.replace": "取代",
        "how.withdraw": "撤回",
        "other-role": "另一方的决定须商定后才能取代：由原决定方用 `withdraw` 撤回，再删去 `{other}` 中的 `replaces`",
    },
    "en": {
        "how.replace": "takes the place of",
        "how.withdraw": "takes back",
        "other-role": "another role's decision is replaced by agreement only: let that role `withdraw` its own, "
        "then take it out of `replaces` of `{other}`",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in judged(compilation, "superseded"):
        other = compilation.decisions[one.verdict.other]
        foreign = other.decision.role != one.named.decision.role and one.named.name in other.decision.replaces
        yield finding(
            "JNT105",
            Severity.WARNING if foreign else Severity.INFO,
            subject=one.named.address,
            about=(other.address, *one.places),
            kind=one.named.decision.decide,
            other=other.name,
            role=other.decision.role,
            date=other.decision.date,
            how="withdraw" if other.decision.decide == "withdraw" else "replace",
            variant="other-role" if foreign else "",
        )


RULE = Rule(
    code="JNT105",
    name="superseded-decision",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "决定（{kind}）已被{role} {date} 的决定 `{other}` {how}",
            "不用处理；仍要按这条执行的，写一条新的决定，用 `replaces` 列出 `{other}`",
        ),
        "en": (
            "`{other}` of {role}, {date}, {how} the decision ({kind})",
            "nothing needs to be done; if this one should hold, decide anew with `{other}` in `replaces`",
        ),
    },
    variants=merged(_VARIANTS, kinds("kind"), roles("role")),
    check=_check,
)
