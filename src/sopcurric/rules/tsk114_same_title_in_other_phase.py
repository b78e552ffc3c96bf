"""TSK114 名称相同的操作程序阶段不同

含义：典型工作任务只在同一阶段（`phase`）的操作程序之间归并。不同岗位的两个操作程序名称相同而阶段不同，往往是其中一个没有写
`phase`（没有写的按正常操作处理），结果同一项工作成了两项任务。同一岗位内名称相同的不查。

例：甲岗位的“启动离心泵”写了 `phase: start-up`，乙岗位的没有写，两者不会归并，也不会作为待定事项提出。

改法：给没有写 `phase` 的操作程序补上阶段；阶段确实不同的，在名称中写明区别。确是同一项工作的，用 `together` 决定归并。

依据：本工具自定，没有外部出处，因此只作提示。

----

TSK114 Procedures with the same title in different phases

Meaning: only procedures of one phase (`phase`) are put together into typical tasks. Where two procedures of different
jobs have the same title but different phases, one of them often has no `phase` (which means normal operation), and the
same work becomes two tasks. Titles within one job are not looked at.

Example: “Start the pump” has `phase: start-up` in one job and none in another: they are neither joined nor asked about.

Cure: give the procedure without a `phase` one; where the phases are different indeed, tell the titles apart. Where it
is the same work, put them together with a `together` decision.

Source: of this tool, without one elsewhere; therefore it only informs.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.features import is_bare
from sopcurric.linguistics.similarity import normalise
from sopcurric.model.address import Address, job_of
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    task_of = {member: task.id for task in compilation.catalogue.tasks for member in task.members}
    named: dict[str, list[Address]] = {}
    for address in sorted(task_of):
        title = compilation.procedures[address].title.words(compilation.sops[job_of(address)].language)
        if not is_bare(title, compilation.inputs.lexicon):
            named.setdefault(normalise(title), []).append(address)
    for same in named.values():
        first = compilation.procedures[same[0]]
        for address in same[1:]:
            other = compilation.procedures[address]
            apart = task_of[address] != task_of[same[0]] and job_of(address) != job_of(same[0])
            if apart and other.phase is not first.phase:
                yield finding(
                    "TSK114",
                    Severity.INFO,
                    subject=address,
                    title=other.title.words(compilation.sops[job_of(address)].language),
                    phase=other.phase.value,
                    other=same[0],
                    its=first.phase.value,
                )


RULE = Rule(
    code="TSK114",
    name="same-title-in-other-phase",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "`{title}` 的阶段是 `{phase}`，名称相同的 `{other}` 是 `{its}`，两者不会归并为一项典型工作任务",
            "核对两处的 `phase`，没有写的补上；确是同一项工作的，用 `together` 决定归并",
        ),
        "en": (
            "`{title}` is of phase `{phase}`, `{other}` of the same title of phase `{its}`: they are not put together",
            "check `phase` in both places, and add it where it is missing; or decide on it with `together`",
        ),
    },
    check=_check,
)
