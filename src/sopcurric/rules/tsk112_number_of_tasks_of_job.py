"""TSK112 一个岗位的典型工作任务偏多

含义：典型工作任务是岗位上完整、有代表性的工作，不是每个操作程序各算一项。企业做岗位分析时，一个岗位一般归纳到数值方案的
`typical-tasks-per-job-max` 项以内。这里只数需要培训的任务：岗位自学的不算；几个岗位共有的平台任务（如交接班、上锁挂牌）
属于整个职业，也不算在单个岗位上。超过时每个岗位报一次。这只是供讨论的提示，不要求非改不可：规程按设备和工况分得细，任务自然
就多。

例：一个岗位有 9 项任务，数值方案写的是最多 7 项。

改法：请企业专家看哪些任务其实是同一件工作的几个部分，在规程中合成一个程序；简单的用 `rate` 决定改为岗位自学；确实各有
代表性的，不改。同一岗位的程序不会自动归并。

依据：企业典型工作任务分析的做法（公开网页资料，无全国规定）。数值写在数值方案的 `typical-tasks-per-job-max`，可以替换。

----

TSK112 Many typical tasks of one job

Meaning: a typical task is a whole, representative piece of work of a job, not each of its procedures. Companies that
analyse posts usually arrive at no more than `typical-tasks-per-job-max` of the profile. Counted are tasks that are
trained for: not what is learnt with a card at the post, and not platform tasks that several jobs share (handover,
lockout), which belong to the occupation. One finding for each job. It is a matter to talk about, nothing is forced:
SOPs that are written machine by machine have more tasks.

Example: a job has 9 tasks, the profile says 7 at most.

Cure: ask experts of the plant which tasks are parts of the same work, and write these as one procedure; have simple
ones learnt at the post with a `rate` decision; leave it where each represents the job. Procedures of one job are never
grouped automatically.

Source: practice of task analysis in companies (public pages, no national text). The number stands in the profile as
`typical-tasks-per-job-max` and can be replaced.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited
from sopcurric.model.task_counts import own_tasks
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    asked = compilation.inputs.profile.numbers.get("typical-tasks-per-job-max")
    if asked is None:
        return
    for sop in compilation.inputs.sops:
        count = len(own_tasks(compilation, sop.address)) if sop.kind == "job-sop" else 0
        if count > asked.value:
            yield finding(
                "TSK112",
                Severity.INFO,
                subject=sop.address,
                count=count,
                most=f"{asked.value:g}",
                **cited(asked, compilation),
            )


RULE = Rule(
    code="TSK112",
    name="number-of-tasks-of-job",
    severity=Severity.INFO,
    sentences={
        "zh": (
            (
                "本岗位有 `{count}` 项需要培训的典型工作任务（不计平台任务），一般最多 `{most}` 项"
                "；依据：{basis}（{modality}）"
            ),
            "与企业专家讨论哪些是同一件工作的几个部分；各有代表性的不必改",
        ),
        "en": (
            (
                "`{count}` typical tasks to train for (no platform tasks), usually at most `{most}`"
                "; source: {basis} ({modality})"
            ),
            "ask experts of the plant which are parts of the same work; leave it where each represents the job",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
