"""TSK113 一个职业的典型工作任务数不合常规

含义：典型工作任务分析的文献认为，一个职业一般有 10—20 项典型工作任务。这里数同一职业各岗位中需要培训的任务（按
`job: {occupation: …}`，没有写的合在一起），几个岗位共有的只算一次，岗位自学的不算。只有三个岗位以上（同一岗位在几家企业
的算一个）才查：岗位再少，还看不出整个职业。每个职业报一次。这只是供讨论的提示，不要求非改不可。

例：五个岗位共有 38 项任务，数值方案写的是 10—20 项。

改法：任务多的，请企业专家看哪些任务其实是同一件工作，用 `together` 决定把不同岗位的归并，或在规程中合并程序；任务少的，
看是否还缺岗位的规程。确应如此的，不改。

依据：典型工作任务分析（BAG）文献的经验值（凭记忆，未核对原文，因此只作提示）。数值写在数值方案的
`typical-tasks-per-occupation-min` 和 `typical-tasks-per-occupation-max`，可以替换。

----

TSK113 An unusual number of typical tasks of an occupation

Meaning: in the literature on typical tasks an occupation has 10 to 20 of them. Counted are tasks that are trained for
of all jobs of one occupation (`job: {occupation: …}`; jobs that name none count as one), those that jobs share once,
and without what is learnt with a card at the post. It takes three jobs (the same job in several plants counts once):
fewer do not show an occupation. One finding for each occupation. It is a matter to talk about, nothing is forced.

Example: five jobs have 38 tasks, the profile says 10 to 20.

Cure: where there are many, ask experts which are the same work, and group those of several jobs with `together`
decisions, or write several procedures as one; where there are few, see whether SOPs of further jobs are missing.
Leave it where it must be so.

Source: the literature on typical tasks (BAG; recalled, not verified, therefore it only informs). The numbers stand in
the profile as `typical-tasks-per-occupation-min` and `typical-tasks-per-occupation-max` and can be replaced.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited
from sopcurric.model.task_counts import by_occupation, tasks_of
from sopcurric.plugin import Rule

_JOBS = 3
"""So many jobs show an occupation."""
VARIANTS = {
    "zh": {
        **MODALITIES["zh"],
        "few": "看是否还缺岗位的规程；确应如此的不改",
        "many": "与企业专家讨论哪些任务是同一件工作，用 `together` 决定归并；各有代表性的不必改",
        "occupation.": "各岗位",
    },
    "en": {
        **MODALITIES["en"],
        "few": "see whether SOPs of further jobs are missing; leave it where it must be so",
        "many": "ask experts which are the same work and group them with `together`; leave it where each is needed",
        "occupation.": "all jobs",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    numbers = compilation.inputs.profile.numbers
    least, most = (numbers.get(f"typical-tasks-per-occupation-{end}") for end in ("min", "max"))
    if least is None or most is None:
        return
    for occupation, jobs in by_occupation(compilation).items():
        if len({one.code.casefold() for one in jobs}) < _JOBS:
            continue
        count = len(tasks_of(compilation, jobs))
        if not least.value <= count <= most.value:
            few = count < least.value
            yield finding(
                "TSK113",
                Severity.INFO,
                subject="@project",
                occupation=occupation,
                count=count,
                least=f"{least.value:g}",
                most=f"{most.value:g}",
                **cited(least if few else most, compilation),
                variant="few" if few else "many",
            )


RULE = Rule(
    code="TSK113",
    name="number-of-tasks-of-occupation",
    severity=Severity.INFO,
    sentences={
        "zh": (
            (
                "职业（`{occupation}`）的典型工作任务有 `{count}` 项需要培训，一般 `{least}`–`{most}` 项"
                "；依据：{basis}（{modality}）"
            ),
            "与企业专家讨论任务的归并",
        ),
        "en": (
            (
                "`{count}` typical tasks of the occupation (`{occupation}`), usual `{least}`–`{most}`"
                "; source: {basis} ({modality})"
            ),
            "talk with experts of the plant about which tasks are one",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
