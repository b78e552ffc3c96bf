"""JNT102 作出决定的依据已经变化

含义：`seen` 是决定所依据内容的摘要：改名依据原名称，评定依据算出的等级，改写依据内容块的出处。依据变了，决定仍然有效，
但要有人重新看一遍，不能让旧的决定盖住新的内容。改写过的活页在那一处印有待核对的提示，直到核对完毕。

例：改名时操作程序叫“启动隔膜泵”，后来规程改成了“启动高压隔膜泵”：

    decisions:
      - decide: rename
        seen: 0123456789ab
        role: plant
        by: 王强
        date: 2026-03-01
        why: 车间习惯叫法
        on: [DIG/P1]
        title: 开隔膜泵

改法：核对后仍然认可的，把 `seen` 改成提示中的新摘要（只改文字写法的，也可以同时改 `title` 或 `text`）；不再认可的，
用 `withdraw` 撤回，或另写一条决定并用 `replaces` 列出原决定。

----

JNT102 What a decision was made on has changed

Meaning: `seen` is the digest of what was decided on: for a new name the name before, for a rating the grades that were
computed, for a rewritten block the elements it comes from. Once that changes the decision still holds, but somebody has
to look again, so that old decisions do not hide new content. A leaf with a rewritten block carries a warning there
until that is done.

Example (YAML): the procedure was called "Start the pump", and is called "Start the high-pressure pump" since:

    decisions:
      - decide: rename
        seen: 0123456789ab
        role: plant
        by: Wang Qiang
        date: 2026-03-01
        why: what the shop calls it
        on: [DIG/P1]
        title: Start the diaphragm pump

Cure: if it is right as it stands, write the new digest from the message as `seen` (and mend `title` or `text` where
words must follow); if not, take it back by `withdraw`, or decide anew and name the old decision in `replaces`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.judged import judged
from sopcurric.model.words_of_decisions import kinds, merged
from sopcurric.plugin import Rule

_MOST_LINES = 3
_MOST_SIGNS = 60
_VARIANTS = {
    "zh": {
        "rewritten": "原文有变化：改写时是“{then}”，现在是“{now}”。"
        "用 `sopcurric decide` 确认或重写；也可以把 `seen` 改为 `{seen}`，或重新改写并用 `replaces` 列出 `{decision}`",
        "then.": "（没有这一行，或没有记录）",
        "now.": "（没有这一行，或改动不在这张活页上）",
    },
    "en": {
        "rewritten": "what it was made from was “{then}” and is “{now}” now. Confirm or reword it by "
        "`sopcurric decide`; or write `seen: {seen}`, or rewrite it anew with `{decision}` in `replaces`",
        "then.": "(no such line, or not recorded)",
        "now.": "(no such line, or the change is not on this leaf)",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in judged(compilation, "stale"):
        then, now = one.verdict.then, one.verdict.now
        yield finding(
            "JNT102",
            Severity.WARNING,
            subject=one.named.address,
            about=one.places,
            decision=one.named.name,
            kind=one.named.decision.decide,
            names=one.names,
            seen=one.verdict.seen,
            then=_clipped(tuple(line for line in then if line not in now)),
            now=_clipped(tuple(line for line in now if line not in then)),
            variant="rewritten" if then or now else "",
        )


def _clipped(lines: tuple[str, ...]) -> str:
    """The first lines that differ, and of each the beginning."""
    plain = (line.rstrip("。.") for line in lines[:_MOST_LINES])
    short = (line if len(line) <= _MOST_SIGNS else f"{line[:_MOST_SIGNS]}…" for line in plain)
    return " / ".join((*short, *("…" for _ in lines[_MOST_LINES:][:1])))


RULE = Rule(
    code="JNT102",
    name="stale-decision",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "作出决定（{kind}）的依据已经变化：{names}",
            "决定仍然有效。用 `sopcurric decide` 确认或撤回；也可以把 `seen` 改为 `{seen}`",
        ),
        "en": (
            "what the decision ({kind}) was made on has changed: {names}",
            "it still holds. Confirm or withdraw it by `sopcurric decide`, or write `seen: {seen}`",
        ),
    },
    variants=merged(_VARIANTS, kinds("kind")),
    check=_check,
)
