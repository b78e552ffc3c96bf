"""PLN106 学习任务没有安排

含义：每个学习任务的理论、常规实践（`routine`）或高要求实践（`demanding`）都要有一个阶段承担，
否则它不出现在教学进程中，学时也不计入。

例：

    segments:
      - {id: S1, title: 在校学习, length: 3, unit: year, site: college, takes: [general, foundation, theory]}

改法：在合适的阶段的 `takes` 中加上缺少的部分。

依据：通行做法：专业核心课程与典型工作任务互相对应。

----

PLN106 Learning tasks that no segment takes

Meaning: theory, routine practice and demanding practice of learning tasks must each be taken by a segment;
otherwise they are missing from the schedule, and their hours from the total.

Example (YAML):

    segments:
      - {id: S1, title: College, length: 3, unit: year, site: college, takes: [general, foundation, theory]}

Cure: add what is missing to `takes` of a segment that suits.

Source: common practice: core courses and typical tasks belong together.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.model.files.programme import ProgrammeFile, Share
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for address, programme, plan in written_plans(compilation):
        if plan.unplaced:
            shares = ", ".join(_missing(programme, compilation))
            yield finding("PLN106", Severity.WARNING, subject=address, count=len(plan.unplaced), shares=shares)


def _missing(programme: ProgrammeFile, compilation: Compilation) -> Iterator[str]:
    taken = {share for segment in programme.segments for share in segment.takes}
    demanding = {task.demanding for _, task in compilation.learning_tasks.values()}
    needed = (
        (Share.THEORY, bool(demanding)),
        (Share.ROUTINE, False in demanding),
        (Share.DEMANDING, True in demanding),
    )
    return (share.value for share, needs in needed if needs and share not in taken)


RULE = Rule(
    code="PLN106",
    name="tasks-not-placed",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "有 `{count}` 个学习任务没有安排完：没有阶段承担 `{shares}`",
            "在某一阶段的 `takes` 中加上：{shares}",
        ),
        "en": (
            "learning tasks that are not fully placed: `{count}`, because no segment takes `{shares}`",
            "add to `takes` of a segment: {shares}",
        ),
    },
    check=_check,
)
