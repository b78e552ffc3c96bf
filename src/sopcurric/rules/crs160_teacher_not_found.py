"""CRS160 模块没有达到要求的教师

含义：每个模块的任教要求按难度和实践学时比例确定：专业理论、实践能力以 2 级为起点，有高难度任务的各加 1 级，实践
学时过半的实践能力再加 1 级并要求“双师型”教师或企业兼职教师，教学能力 3 级。方案的 `teachers` 中应有人达到。没有
写 `teachers` 的方案只提示一次。

例：模块实践学时过半、有高难度任务，团队中实践能力 4 级以上的双师型教师一个也没有。

改法：补充教师（学校的或企业的），写明四维能力和依据；或安排教师到企业实践。

依据：教师四维能力（安徽集群方案）；等级的算法由本程序规定，可以讨论。

----

CRS160 A module that nobody is fit to teach

Meaning: what a module asks of teachers follows from difficulty and share of practice: grade 2 in theory and
practice, each one more with a task of high difficulty, one more in practice where at least half of the hours
are practice, and then somebody recognised for both or from a plant; grade 3 in teaching. Somebody in `teachers`
of the programme brings it. Where no `teachers` are written, one hint says so.

Example: a module with much practice and difficult tasks, and no teacher of grade 4 in practice.

Cure: add teachers of the college or the plant with their grades and evidence, or send teachers to the plant.

Source: the four dimensions of teachers (plan of the Anhui cluster); the grades asked for are a rule of ours.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.model.teaching import required_of, unmet
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "none": "在方案中补写 `teachers`",
        "module": "补充达到要求的教师",
        "lacks.written": "写教师",
        "lacks.fit": "达到任教要求的教师，专业理论/实践/教学能力应达到的等级：",
    },
    "en": {
        "none": "write `teachers` in the programme",
        "module": "add a teacher who brings that",
        "lacks.written": "no teachers written",
        "lacks.fit": "nobody fit to teach it; grades asked for in theory/practice/teaching: ",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for address, programme, _ in written_plans(compilation):
        if not programme.teachers:
            yield finding(
                "CRS160",
                Severity.INFO,
                subject=address,
                where=programme.id,
                lacks="written",
                wanted="",
                variant="none",
            )
            continue
        for course in compilation.design.courses:
            for module in unmet(course, programme, compilation):
                asked = required_of(module, compilation)
                yield finding(
                    "CRS160",
                    Severity.WARNING,
                    subject=address,
                    where=f"{course.id} {module.label}",
                    lacks="fit",
                    wanted=f"{asked.theory}/{asked.practice}/{asked.teaching}",
                    variant="module",
                )


RULE = Rule(
    code="CRS160",
    name="teacher-not-found",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{where}` 没有{lacks}{wanted}",
            "补充教师",
        ),
        "en": (
            "`{where}` has {lacks}{wanted}",
            "add teachers",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
