"""CRS123 强化培训的任务缺少模拟或现场练习

含义：强化培训的任务（安全关键、不常做、容易遗忘）既要在模拟实训中反复练，也要在现场练（应急操作用现场演练）。
缺其中一步，或者方案列出了实训基地却没有一个能模拟这个岗位的校内基地，练习就落不到实处。

例：项目文件把 practice_share 写成 0，“紧急停车”没有实践学时，只能在课堂上讲。

改法：提高 hours.practice_share 或 minimum，或用决定增加这个任务的实践学时；缺校内基地的，在方案的 bases 中补上，
并在 jobs 中列出这个岗位。

依据：难度、重要度、频度分析的通行做法：强化培训须有重复练习；高风险任务先模拟、后现场。

----

CRS123 An intensive task without simulation or practice on the spot

Meaning: what needs intensive training (it is critical for safety, done seldom and easily forgotten) is practised in
simulation and on the spot as well (emergencies as a drill). Without one of these steps, or where a programme lists its
training bases and none at the college is for the job, there is no place for that.

Example: the project sets practice_share to 0, so that “emergency shutdown” has no hours of practice and is only told
about in class.

Cure: raise hours.practice_share or minimum, or decide more hours of practice for the task; where the college has no
base for the job, add one to `bases` of the programme with the job among its `jobs`.

Source: analysis of difficulty, importance and frequency as it is usually done: overtraining means repeated practice;
what is dangerous is simulated first.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    homeless: dict[Address, None] = {}
    for lesson in compilation.lessons.lessons:
        _, task = compilation.learning_tasks[lesson.task]
        typical = compilation.typical_tasks[task.typical_task]
        if typical.rating.outcome != "intensive":
            continue
        if not lesson.step("simulation"):
            yield finding("CRS123", Severity.WARNING, subject=task.derived_from[0], task=task.id, variant="simulation")
        elif not (lesson.step("field") or lesson.step("post")):
            yield finding("CRS123", Severity.WARNING, subject=task.derived_from[0], task=task.id, variant="field")
        homeless |= dict.fromkeys(one for one in typical.jobs if _without_base(one, compilation.inputs.programmes))
    for job in homeless:
        yield finding("CRS123", Severity.WARNING, subject=job, task=job, variant="base")


def _without_base(job: Address, programmes: Iterable[ProgrammeFile]) -> bool:
    """Whether bases are listed, and none that the college runs is for the job."""
    listed = [(one, programme) for programme in programmes for one in programme.bases]
    college = {
        job
        for one, programme in listed
        for job in one.jobs
        if any(partner.id == one.partner and partner.role == "college" for partner in programme.partners)
    }
    return bool(listed) and job not in college


RULE = Rule(
    code="CRS123",
    name="intensive-not-practised",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "强化培训的任务 `{task}` 练习安排不全",
            "提高实践占比或任务学时，让它既有模拟、又有现场练习",
        ),
        "en": (
            "the practice of the intensive task `{task}` is incomplete",
            "raise the share of practice or the hours of the task, so that it has simulation and practice on the spot",
        ),
    },
    check=_check,
    variants={
        "zh": {
            "simulation": "没有模拟实训学时：提高 hours.practice_share，或用决定增加实践学时",
            "field": "没有现场练习学时：提高 hours.practice_share，或用决定增加实践学时",
            "base": "岗位 `{task}` 有强化培训的任务，校内却没有能练的实训基地：在 bases 中补上，或把岗位写进 jobs",
        },
        "en": {
            "simulation": "it has no hours of simulation: raise hours.practice_share, or decide more hours of practice",
            "field": "it has no hours on the spot: raise hours.practice_share, or decide more hours of practice",
            "base": "the job `{task}` has intensive tasks and no base at the college: add one, or the job to its jobs",
        },
    },
)
