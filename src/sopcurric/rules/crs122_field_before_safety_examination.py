"""CRS122 安全考试合格以前安排了现场教学

含义：现场技能实操和生产实践跟岗以前，学生必须通过所在模块的安全考试，考试要包括本任务的较大、重大风险；考试安排在
模块第一次下现场以前、在学校上的最后一次课上，不和现场教学排在同一次课；排不出这样一次课的由 CRS129 指出。这些由程序
给出，出现这条说明程序有误。

例：任务涉及重大风险“碱矿浆喷溅”，模块的安全考试里没有它。

改法：把出现问题的项目文件反馈给维护者；在改正以前不要让学生进入现场。

依据：《职业学校学生实习管理规定》：实习前进行安全防护知识、岗位操作规程教育和培训并考核，未经教育培训和未通过考核的学生
不得参加实习。

----

CRS122 In the field before the safety examination

Meaning: before a learning task is practised in the field or at the post, learners have passed the safety examination of
its module, which covers the larger and major hazards of the task and is held in the last meeting at the college before
the module first goes to the plant, never in the meeting that does; CRS129 tells where there is none. All this is
computed, so this is a bug of ours.

Example: a task has the major hazard “splashing caustic slurry”, and the examination of its module leaves it out.

Cure: report it with the files of the project; let nobody into the plant until it is mended.

Source: the national rules for internships (职业学校学生实习管理规定): who was not trained and did not pass the safety
test must not take part.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.model.lesson import PLANT, Lesson, SafetyExamination
from sopcurric.plugin import Rule

_PLANT_MEETINGS = frozenset(("field", "post", "drill"))


def _check(compilation: Compilation) -> Iterable[Finding]:
    grave = {hazard.address for sop in compilation.inputs.sops for hazard in sop.hazards if hazard.risk in GRAVE}
    places = {lesson.task: place for place, lesson in enumerate(compilation.lessons.lessons)}
    for lesson in compilation.lessons.lessons:
        _, task = compilation.learning_tasks[lesson.task]
        if not _in_plant(lesson):
            continue
        examined = [one for one in compilation.lessons.examinations if one.module == lesson.module]
        covered = {hazard for one in examined for hazard in one.hazards}
        late = not any(places[one.task] <= places[lesson.task] and _held(one, compilation) for one in examined)
        ungated = any(one.gate != lesson.module for one in lesson.progress if one.kind in PLANT and not one.absent)
        missing = [one for one in task.hazards if one in grave and one not in covered]
        if late or ungated or missing:
            yield finding("CRS122", subject=task.derived_from[0], task=task.id)


def _held(examination: SafetyExamination, compilation: Compilation) -> bool:
    """Whether it has a meeting at the college, before those in the plant, or is held apart."""
    kinds = [one.kind for one in compilation.lessons.by_task[examination.task].units]
    return examination.apart or bool(kinds and kinds[0] not in _PLANT_MEETINGS)


def _in_plant(lesson: Lesson) -> bool:
    return any(one.hours for one in lesson.progress if one.kind in PLANT)


RULE = Rule(
    code="CRS122",
    name="field-before-safety-examination",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "学习任务 `{task}` 下现场以前没有安排覆盖其风险的安全考试",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the learning task `{task}` goes to the plant without a safety examination on its hazards before",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
)
