"""CRS113 学习任务太大，可以分解

含义：一个典型工作任务转化成的学习任务太大：学时超过项目文件 `modules:` 的上限，或者步骤达到 12 步以上、又超过其他任务
步骤数中位数的两倍半。典型工作任务转化为学习任务有直接对应、合并、分解三种方式，这里可以考虑分解。程序不会自行分解：从哪
里断开，要看工作过程本身的阶段（准备、运行、停止、异常处置），须由教师和企业师傅定。消息中给出步骤数大致相等的断开处，
只断在上级步骤之间。巡检路线只看学时。

例：启动高压泵有 26 步，其他任务多为 6 步；建议分为三段，从 S1、S9、S18 开始。

改法：确实要分的，写一条决定；每个步骤只写在一个学习任务里，参数、异常等跟着用到它们的步骤走，危险源、防护用品、联锁、
作业票等没有步骤点名的各个任务都教：

    decisions:
      - decide: split
        role: college
        by: 李老师
        date: 2026-03-01
        why: 步骤多，分两次学
        on: [DIG/P1]
        into:
          - {title: 高压泵启动前准备, on: [DIG/P1/S1, DIG/P1/S2]}
          - {title: 启动高压泵, on: [DIG/P1/S3, DIG/P1/S4]}

不分的不用管，也可以在 `ignore` 中写明理由。

依据：典型工作任务向课程转化的三种方式见教学论著；12 步和两倍半是本程序的取值，没有统一规定，因此只作提示。

----

CRS113 A learning task that is large enough to be split

Meaning: the learning task made of a typical task is large: it has more hours than `modules:` of the project file allows
for a module, or 12 steps or more and over two and a half times as many as the median of all tasks. Typical tasks become
learning tasks directly, merged or split; this one may be split. It is not done by itself: where to cut depends on the
phases of the work (prepare, run, stop, respond), which teachers and people of the plant know. The message names places
that make parts with about as many steps each, always between steps right below the procedure. Of inspection routes
only the hours count.

Example: starting the pump has 26 steps where others have about 6; three parts, from S1, S9 and S18, are proposed.

Cure: to split it, decide so. Each step is in one learning task; parameters, deviations and the like go with the steps
that name them, and hazards, protective equipment, interlocks or permits that no step names are taught in every part:

    decisions:
      - decide: split
        role: college
        by: Li
        date: 2026-03-01
        why: many steps
        on: [DIG/P1]
        into:
          - {title: Prepare the pump, on: [DIG/P1/S1, DIG/P1/S2]}
          - {title: Start the pump, on: [DIG/P1/S3, DIG/P1/S4]}

Else leave it as it is, or ignore the finding with a reason.

Source: the three ways from typical tasks to courses are those of the literature; 12 steps and two and a half times are
numbers of this program that no text gives, so it only informs.
"""

from collections.abc import Iterable
from math import ceil
from statistics import median

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.sop import Procedure
from sopcurric.model.split import blocks, cut_evenly
from sopcurric.plugin import Rule

_LEAST_STEPS = 12
_TIMES = 2.5
_MOST_PARTS = 4


def _check(compilation: Compilation) -> Iterable[Finding]:
    most = compilation.inputs.settings.modules.most
    tasks = [task for _, task in compilation.learning_tasks.values()]
    longest = {task.id: _longest(task.portions(compilation.procedures)) for task in tasks}
    usual = median([len(one.deeds) for one in longest.values()] or [0])
    for task in tasks:
        procedure = longest[task.id]
        count = len(procedure.deeds)
        many = not procedure.route and count >= _LEAST_STEPS and count > _TIMES * usual
        if task.of > 1 or not (task.hours > most or many) or len(blocks(procedure)) == 1:
            continue
        wanted = ceil(task.hours / most) if task.hours > most else round(count / max(2 * usual, 1))
        runs = cut_evenly(procedure, min(max(wanted, 2), _MOST_PARTS, len(blocks(procedure))))
        yield finding(
            "CRS113",
            Severity.INFO,
            subject=procedure.address,
            about=tuple(run[0][0].address for run in runs),
            task=task.id,
            hours=task.hours,
            steps=count,
            most=most,
            usual=f"{usual:g}",
            parts=len(runs),
            cuts=", ".join(name_in(run[0][0].address) for run in runs),
        )


def _longest(procedures: Iterable[Procedure]) -> Procedure:
    return max(procedures, key=lambda one: len(one.deeds))


RULE = Rule(
    code="CRS113",
    name="task-too-large",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "学习任务 `{task}` 有 {hours} 学时、{steps} 步，太大（上限 {most} 学时，其他任务多为 {usual} 步）",
            "要分解的，写 `split` 决定，可以分成 {parts} 个任务，从步骤 {cuts} 断开；不分的不用管",
        ),
        "en": (
            "the learning task `{task}` is large: {hours} hours, {steps} steps (most: {most}; others: {usual} steps)",
            "to split it, decide `split`: {parts} tasks that begin with {cuts} would do; else leave it",
        ),
    },
    check=_check,
)
