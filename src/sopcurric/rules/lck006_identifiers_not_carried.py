"""LCK006 编号没有跟到新地址

含义：岗位或操作程序改了编号以后，先生成过、后写 `readdress` 决定。生成时新地址已经得到新的派生编号，原来的编号
已从 `sopcurric.lock` 中消失，这条决定只对其他决定有效，不能再把原编号带过来。

例：先把 DIG 改成 HPD 并生成，再写：

    decisions:
      - {decide: readdress, on: [DIG], now: HPD, role: plant, by: 王强, date: 2026-03-01, why: 岗位改了代码}

改法：从版本库取回改编号以前的 `sopcurric.lock`，再生成一次。不需要沿用原编号的，可以不管这一条。

依据：编号随成员延续，见 README“共同决定”。

----

LCK006 Identifiers were not carried to a new address

Meaning: a job or procedure got another id, a build followed, and only then the decision `readdress` was written. That
build gave new identifiers to the new address, and the old ones are gone from `sopcurric.lock`: the decision serves
other decisions, but cannot bring the old identifiers back.

Example (YAML): DIG was renamed to HPD and built, and then:

    decisions:
      - {decide: readdress, on: [DIG], now: HPD, role: plant, by: Wang, date: 2026-03-01, why: another code}

Cure: take the `sopcurric.lock` of before back from version control and build again. Where the old identifiers are not
needed, leave it at that.

Source: identifiers follow their members; see “Deciding together” in the README.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import within
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.decision import Readdress
from sopcurric.model.identifier import derived_id
from sopcurric.model.judged import judged
from sopcurric.model.lock import PREFIXES
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    held = compilation.inputs.lock.procedures
    for one in judged(compilation, "applied"):
        decision = one.named.decision
        if not isinstance(decision, Readdress) or any(within(known.member, decision.on[0]) for known in held):
            continue
        there = [known for known in held if within(known.member, decision.now)]
        if there and all(known.task == derived_id(PREFIXES["task"], known.member) for known in there):
            yield finding(
                "LCK006",
                Severity.WARNING,
                subject=one.named.address,
                about=(decision.now,),
                old=decision.on[0],
                new=decision.now,
            )


RULE = Rule(
    code="LCK006",
    name="identifiers-not-carried",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{old}` 的编号没有跟到 `{new}`：写这条决定以前已经生成过，`sopcurric.lock` 中只有新编号",
            "要沿用原编号的，从版本库取回改编号以前的 `sopcurric.lock`，再生成一次；不需要的不用管",
        ),
        "en": (
            "the identifiers of `{old}` were not carried to `{new}`: a build came before this decision",
            "to keep the old ones, take the `sopcurric.lock` of before back from version control and build again",
        ),
    },
    check=_check,
)
