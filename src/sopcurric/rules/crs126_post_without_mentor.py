"""CRS126 在岗实践没有导师或没有留存

含义：在岗实践要有导师带教，并留下记录、签字的检查页等凭据。方案列出了企业导师，却没有一位带教这个岗位时，这个岗位的
在岗实践无人带教。

例：方案的 mentors 中只有高压溶出的导师，沉降岗位的学习任务也要在岗实践。

改法：在方案的 mentors 中补上带教这个岗位的导师，或把岗位写进某位导师的 jobs。

依据：三段八环：在岗实践有导师、有凭据；《职业学校学生实习管理规定》要求企业安排指导人员。

----

CRS126 Practice at the post without mentor or evidence

Meaning: practice at the post is led by a mentor and leaves evidence: forms filled in, check sheets signed. Where a
programme names mentors and none of them teaches a job, nobody leads the practice at that job.

Example: all mentors of a programme teach digestion, and tasks of settling are practised at the post, too.

Cure: add a mentor of the job to `mentors` of the programme, or the job to the `jobs` of one.

Source: lessons of three parts and eight links (三段八环): practice at the post has a mentor and leaves evidence;
the national rules for internships ask for people who guide.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    mentors = [one for programme in compilation.inputs.programmes for one in programme.mentors]
    taught = {job for one in mentors for job in one.jobs}
    alone: dict[Address, None] = {}
    for lesson in compilation.lessons.lessons:
        _, task = compilation.learning_tasks[lesson.task]
        post = next((one for one in lesson.links if one.kind == "post" and not one.absent), None)
        if post is None:
            continue
        if not post.mentor or not post.evidence:
            yield finding("CRS126", Severity.WARNING, subject=task.derived_from[0], name=task.id, variant="evidence")
        typical = compilation.typical_tasks[task.typical_task]
        alone |= dict.fromkeys(job for job in typical.jobs if mentors and job not in taught)
    for job in alone:
        yield finding("CRS126", Severity.WARNING, subject=job, name=job, variant="mentor")


RULE = Rule(
    code="CRS126",
    name="post-without-mentor",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{name}` 的在岗实践没有导师或没有留存",
            "写明导师和留存",
        ),
        "en": (
            "the practice of `{name}` at the post has no mentor or leaves no evidence",
            "name the mentor and what is kept",
        ),
    },
    check=_check,
    variants={
        "zh": {
            "evidence": "这是程序的错误：把项目文件反馈给维护者",
            "mentor": "岗位 `{name}` 没有导师带教：在方案的 mentors 中补上，或把它写进某位导师的 jobs",
        },
        "en": {
            "evidence": "this is a bug of ours: report it with the files of the project",
            "mentor": "no mentor teaches the job `{name}`: add one to the programme, or the job to the jobs of one",
        },
    },
)
