"""JNT108 决定没有记下依据

含义：`seen` 是作出决定时所依据内容的摘要（12 位十六进制数）。没有它，决定照样生效，但以后规程变了，就没有人会被提醒重新
核对这条决定。`sopcurric decide` 会自动写上，手写的决定可以不写，再由 `sopcurric fix` 补上。

例：

    decisions:
      - {decide: rename, role: plant, by: 王强, date: 2026-03-01, why: 习惯叫法, on: [DIG/P1], title: 开隔膜泵}

改法：核对这条决定与现在的规程相符，然后运行 `sopcurric fix`。

----

JNT108 A decision that does not record what it was made on

Meaning: `seen` is the digest (twelve hexadecimal digits) of what was decided on. Without it the decision holds all the
same, but nobody will be told to look again once the SOP changes. `sopcurric decide` writes it; it may be left out by
hand and added by `sopcurric fix`.

Example (YAML):

    decisions:
      - {decide: rename, role: plant, by: Wang, date: 2026-03-01, why: usual name, on: [DIG/P1], title: Start the pump}

Cure: see that the decision fits the SOP of today, and run `sopcurric fix`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.judged import judged
from sopcurric.model.words_of_decisions import kinds
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in judged(compilation, "unseen"):
        yield finding(
            "JNT108",
            Severity.INFO,
            subject=one.named.address,
            about=one.places,
            kind=one.named.decision.decide,
            names=one.names,
            seen=one.verdict.seen,
        )


RULE = Rule(
    code="JNT108",
    name="nothing-seen",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "决定（{kind}）没有记下所依据的内容（`seen`）：{names}",
            "核对无误后运行 `sopcurric fix`，补上 `seen: {seen}`",
        ),
        "en": (
            "the decision ({kind}) does not record what it was made on (`seen`): {names}",
            "run `sopcurric fix`, which adds `seen: {seen}`, once it is known to be right",
        ),
    },
    variants=kinds("kind"),
    check=_check,
)
