"""JNT106 决定不能执行

含义：有些决定即使有权作出也不能照办：危险源必须教；步骤不能从操作程序里单独去掉；旧编号还在规程中，就谈不上改编号；
顺序只能在一个模块内排；内容块不能在同一个顺序里出现两次；改写的表格，每行的单元格不能多于标题栏。

例：把一个危险源列为不教：

    decisions:
      - {decide: exclude, role: plant, by: 王强, date: 2026-03-01, why: 少见, on: [DIG/hazards/H1], reason: obsolete}

改法：
- 不教整个操作程序：`on` 写操作程序的地址，只属于它的危险源随之不教；已消除的危险源，从规程中删去；
- 步骤已停用：改规程；
- 改编号：先在规程中改好，再写 `readdress`；
- 跨模块的顺序：先用 `move` 调到同一个模块，或者每个模块写一条 `order`；
- 表格和重排：按提示改正。

----

JNT106 A decision that cannot be done

Meaning: some things cannot be done even by those who may decide: hazards are always taught; a step is not taken out of
its procedure; what still stands at its old address has not moved; tasks are ordered within one module; an order names a
block once; the rows of a rewritten table have no more cells than it has columns.

Example (YAML): a hazard is not to be taught:

    decisions:
      - {decide: exclude, role: plant, by: Wang, date: 2026-03-01, why: rare, on: [DIG/hazards/H1], reason: obsolete}

Cure:
- to leave out a whole procedure write its address in `on`: hazards of nothing else are left out with it; a hazard that
  is no more goes from the SOP;
- a step that is not done any more: mend the SOP;
- a new address: change the SOP first, then write `readdress`;
- an order across modules: bring the tasks into one by `move`, or write an `order` for each module;
- tables and orders of blocks: correct them as the message says.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.judged import judged
from sopcurric.model.words_of_decisions import kinds, merged
from sopcurric.plugin import Rule

_VARIANTS = {
    "zh": {
        "hazard": "不教整个操作程序的，`on` 写操作程序的地址；危险源已经消除的，从规程中删去",
        "step": "步骤已停用的，改规程；不教整个操作程序的，`on` 写操作程序的地址",
        "still-there": "先在规程中改好编号；同时存在的是两个不同的对象，不能用 `readdress`",
        "course-taken": "换一个课程代号",
        "no-hours": "写上理论或实践学时；不教的用 `exclude`",
        "several-modules": "先用 `move` 把它们调到同一个模块，或者每个模块写一条 `order`",
        "one-task": "写上要排序的各项任务；只有一项任务，不用排序",
        "no-grade": "写上 `difficulty`、`importance`、`frequency` 中的一项或几项（1、2、3）",
        "excluded": "不教的操作程序不能再归类：撤回其中一个决定",
        "cells": "每行的单元格不要多于 `table` 的标题栏",
        "twice": "每个内容块在 `blocks` 中只列一次",
        "inner-step": "写上级步骤的地址，下级步骤随它走",
        "step-twice": "每个步骤只写在一个学习任务里",
        "no-step": "给每个学习任务写上步骤，没有步骤的去掉",
        "what.inner-step": "下级步骤不能单独分出",
        "what.step-twice": "有步骤写在几个学习任务里",
        "what.no-step": "有学习任务没有步骤（第几个）",
        "drop-and-change": "不用的题目不要再写题干、选项和答案",
        "no-change": "写 `drop: true`，或者写 `stem`、`options`、`key`、`answers`、`because` 中的一项或几项",
        "several-questions": "改题目的，每道题写一条决定",
        "no-answers": "`answers` 只用于简答题和案例分析题",
        "no-options": "`options` 只用于选择题",
        "no-key": "`key` 只用于选择题和判断题；其他题型的答案从规程得出，改规程",
        "key": "`key` 写正确选项的序号：单选一个，多选两个以上、不是全部；判断题写 1 或 0",
        "key-lost": "正确选项的文字改了的，用 `key` 写明哪一个是对的",
        "options-alike": "各选项要不同，谁也不包含谁",
        "what.drop-and-change": "又要去掉又要改",
        "what.no-change": "没有写怎样改",
        "what.several-questions": "一条决定改几道题",
        "what.no-answers": "这种题型没有答案要点",
        "what.no-options": "这种题型没有选项",
        "what.no-key": "这种题型不能改答案",
        "what.key": "答案不唯一或不在选项中",
        "what.key-lost": "换了选项以后找不到原来的正确选项",
        "what.options-alike": "选项相同或互相包含",
        "what.hazard": "危险源必须教",
        "what.step": "步骤不能单独去掉",
        "what.still-there": "旧编号还在规程中",
        "what.course-taken": "课程代号与岗位代码相同",
        "what.no-hours": "理论和实践学时都是 0",
        "what.several-modules": "所列任务不在同一个模块",
        "what.one-task": "所列的其实是同一项任务",
        "what.no-grade": "没有写任何等级",
        "what.excluded": "已决定不教",
        "what.cells": "表格有的行比标题栏长",
        "what.twice": "有内容块列了两次",
    },
    "en": {
        "hazard": "write the address of the procedure in `on` to leave out all of it; "
        "take a hazard that is no more out of the SOP",
        "step": "mend the SOP if the step is not done any more; to leave out the procedure write its address in `on`",
        "still-there": "change the address in the SOP first; where both are there, they are two things, not one",
        "course-taken": "give the course another name",
        "no-hours": "give it hours of theory or practice; `exclude` what is not taught",
        "several-modules": "bring them into one module by `move`, or write an `order` for each module",
        "one-task": "name the tasks that are to be ordered; a single one has no order",
        "no-grade": "write one or more of `difficulty`, `importance`, `frequency` (1, 2 or 3)",
        "excluded": "what is not taught cannot be grouped: take one of the two decisions back",
        "cells": "write no more cells in a row than `table` has titles",
        "twice": "name each block once in `blocks`",
        "inner-step": "name the step above it; those below come with it",
        "step-twice": "name each step in one learning task only",
        "no-step": "give each learning task some steps, or take out the one that has none",
        "what.inner-step": "a step below another one does not go alone",
        "what.step-twice": "a step is in several learning tasks",
        "what.no-step": "a learning task has no steps (which)",
        "drop-and-change": "a question that is left out needs no other words",
        "no-change": "write `drop: true`, or one or more of `stem`, `options`, `key`, `answers`, `because`",
        "several-questions": "write one decision for each question",
        "no-answers": "`answers` are for short answers and cases",
        "no-options": "`options` are for choices",
        "no-key": "`key` is for choices and true or false; other keys follow from the SOP: mend that",
        "key": "write numbers of options: one, or for multiple choice two or more but not all; of true or false 1 or 0",
        "key-lost": "say by `key` which option is right where its words are changed",
        "options-alike": "let options differ, and none be a part of another one",
        "what.drop-and-change": "it is to be left out and changed",
        "what.no-change": "nothing is decided",
        "what.several-questions": "several questions cannot have the same words",
        "what.no-answers": "questions of this form have no answers",
        "what.no-options": "questions of this form have no options",
        "what.no-key": "the key of this form is not decided",
        "what.key": "there is not one key",
        "what.key-lost": "the right option is none of the new ones",
        "what.options-alike": "options are alike",
        "what.hazard": "hazards are always taught",
        "what.step": "steps are not left out one by one",
        "what.still-there": "the old address is still there",
        "what.course-taken": "its name is the code of a job",
        "what.no-hours": "hours of theory and of practice are 0",
        "what.several-modules": "the tasks are in different modules",
        "what.one-task": "all that is named is one task",
        "what.no-grade": "no grade is given",
        "what.excluded": "it was decided not to teach it",
        "what.cells": "a row of the table is longer than its head",
        "what.twice": "a block is named twice",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in judged(compilation, "refused"):
        yield finding(
            "JNT106",
            subject=one.named.address,
            about=one.places,
            decision=one.named.name,
            kind=one.named.decision.decide,
            names=one.names,
            what=one.verdict.reason,
            variant=one.verdict.reason,
        )


RULE = Rule(
    code="JNT106",
    name="refused-decision",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "决定（{kind}）不能执行，{what}：{names}",
            "改正这条决定，或用 `withdraw` 撤回 `{decision}`",
        ),
        "en": (
            "the decision ({kind}) cannot be done, {what}: {names}",
            "correct it, or take `{decision}` back by `withdraw`",
        ),
    },
    variants=merged(_VARIANTS, kinds("kind")),
    check=_check,
)
