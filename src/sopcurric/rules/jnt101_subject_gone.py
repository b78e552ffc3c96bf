"""JNT101 决定所指的对象已不存在

含义：决定写在 `decisions/` 下的文件里，记下联合团队（企业、院校、行业）对计算结果的修改：改什么（`decide`）、对哪些对象
（`on`）、谁以什么身份在哪天作出、理由是什么。规程改动后，所指的操作程序、任务、模块、活页或标准条目可能没有了，决定就
落了空：不生效，也不影响其他决定。规程文件有错误而没有参加编译时，也会报这一条，先改正规程文件。

例：规程里的操作程序 `P1` 改成了 `P1a`，而决定写的还是 `P1`：

    decisions:
      - decide: rename
        role: plant
        by: 王强
        date: 2026-03-01
        why: 车间习惯叫法
        on: [DIG/P1]
        title: 开隔膜泵

改法：
- 对象改了编号：另写一条 `readdress` 决定（`on: [DIG/P1]`，`now: DIG/P1a`），其他决定随之改用新编号；
- 所列操作程序现在分属几个任务：分开写，或者先用 `together` 把它们归为同一任务；
- 模块、标准条目、活页、内容块写错了：改正名称；
- 已不再需要：写一条 `withdraw` 决定，用 `replaces` 列出它。

----

JNT101 The subject of a decision is gone

Meaning: decisions stand in the files below `decisions/`. They record what the joint team (plant, college, industry)
changed in what was computed: what (`decide`), on which subjects (`on`), who decided it in which role and when, and why.
Once SOPs change, the procedures, tasks, modules, leaves or items of standards that are named may be there no more: the
decision does not hold then, and does no harm to others. Where an SOP was left out for its faults this is reported, too:
mend the SOP first.

Example (YAML): the procedure `P1` of the SOP is called `P1a` now, and the decision still says `P1`:

    decisions:
      - decide: rename
        role: plant
        by: Wang Qiang
        date: 2026-03-01
        why: what the shop calls it
        on: [DIG/P1]
        title: Start the diaphragm pump

Cure:
- the subject has another address: add a decision `readdress` (`on: [DIG/P1]`, `now: DIG/P1a`), and all others follow;
- the procedures named are in several tasks now: decide on each, or put them `together` first;
- the name of a module, an item of a standard, a leaf or a block is wrong: correct it;
- it is not needed any more: add a decision `withdraw` that names it in `replaces`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.judged import judged
from sopcurric.model.words_of_decisions import kinds, merged
from sopcurric.plugin import Rule

_VARIANTS = {
    "zh": {
        "missing": "对象改了编号的，另写一条 `readdress` 决定；不再需要的，用 `withdraw` 撤回 `{decision}`",
        "split": "按任务分开写；确属同一任务的，先用 `together` 归在一起",
        "no-module": "写课程加工作阶段，如 `course-DIG.start`（`start`、`run`、`care`、`stop`）",
        "no-item": "核对 `standard` 和 `item`：标准代码和工作内容编号以 `standards/` 下的文件为准",
        "leaf": "写活页的编号，或操作程序的地址加活页种类字母，如 `DIG/P1#W`；不再需要的，撤回 `{decision}`",
        "block": "改成活页上现有的内容块；内容块已取消的，撤回 `{decision}`",
        "decision": "没有可撤回的决定：改正 `replaces`，或删去这一条",
        "what.missing": "找不到所指的对象",
        "what.decision": "没有所列的决定",
        "what.split": "所指的操作程序已不在同一个任务中",
        "what.no-module": "没有这个课程模块",
        "what.no-item": "职业标准中没有这项工作内容",
        "what.leaf": "没有这张活页，或者有不止一张",
        "what.block": "活页上没有这个内容块",
    },
    "en": {
        "missing": "if it has another address now, add a decision `readdress`; else take `{decision}` back",
        "split": "decide on each task; if they are one task, put them `together` first",
        "no-module": "write course and part such as `course-DIG.start` (`run`, `care`, `stop`)",
        "no-item": "compare `standard` and `item` with the codes and work contents of the files below `standards/`",
        "leaf": "write the id of a leaf, or a procedure and the letter of the kind as in `DIG/P1#W`; "
        "else take `{decision}` back",
        "block": "write the key of a block that is there; if it is gone for good, take `{decision}` back",
        "decision": "there is nothing to take back: correct `replaces`, or remove it",
        "what.missing": "what it names is not there",
        "what.decision": "there is no such decision",
        "what.split": "the procedures that it names are in different tasks by now",
        "what.no-module": "there is no such module",
        "what.no-item": "the standard has no such work content",
        "what.leaf": "there is no such leaf, or more than one",
        "what.block": "the leaf has no such block",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in judged(compilation, "gone"):
        yield finding(
            "JNT101",
            Severity.WARNING,
            subject=one.named.address,
            about=one.places,
            decision=one.named.name,
            kind=one.named.decision.decide,
            names=one.names,
            what=one.verdict.reason,
            variant=one.verdict.reason,
        )


RULE = Rule(
    code="JNT101",
    name="subject-gone",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "决定（{kind}）没有生效，{what}：{names}",
            "改正所指的对象，或用 `withdraw` 撤回 `{decision}`",
        ),
        "en": (
            "the decision ({kind}) does not hold, {what}: {names}",
            "correct what it names, or take `{decision}` back by `withdraw`",
        ),
    },
    variants=merged(_VARIANTS, kinds("kind")),
    check=_check,
)
