"""CRS152 课程目标无考核，或模块无要求

含义：课程标准中的每条目标都应有考核项目与之对应，每个模块都应写明知识或技能要求；否则目标落空，模块无从评价。
由操作规程转化的课程，目标和考核由程序给出，出现这条说明程序有误。

例：录入的课程写了模块“氧化还原滴定”，却没有写 `knowledge`、`skills`。

改法：补写模块的知识、技能要求；写了目标的课程，补写考核项目 `assessment:`。

依据：课程标准的通行做法：目标、内容、考核三者一致。

----

CRS152 Objectives without assessment, modules without requirements

Meaning: each objective of a course standard has an assessment that looks at it, and each module says what is to
be known or done. Of courses made of SOPs, both are computed, so this would be a bug of ours.

Example: a typed-in course with a module that has neither `knowledge` nor `skills`.

Cure: write what the module asks for; where objectives are written, write `assessment:`, too.

Source: common practice: objectives, content and assessment agree.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.course import Course
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "module": "补写该模块的 `knowledge` 或 `skills`",
        "assessment": "补写考核项目 `assessment`",
        "computed": "这是程序的错误：把项目文件反馈给维护者",
    },
    "en": {
        "module": "write `knowledge` or `skills` of the module",
        "assessment": "write its `assessment`",
        "computed": "this is a bug of ours: report it with the files of the project",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for standard in compilation.course_standards:
        for one in standard.objectives:
            if not one.assessed or not one.tasks:
                yield _finding(one.derived_from[0], standard.course, one.id, "computed")
    for typed in compilation.inputs.courses:
        yield from _typed(typed)


def _typed(course: Course) -> Iterator[Finding]:
    said = course.standard
    if said is None:
        return
    for number, one in enumerate(said.modules, start=1):
        if not one.knowledge and not one.skills:
            yield _finding(f"@course/{course.code}", course.code, str(number), "module")
    aims = said.objectives
    if not said.assessment and (aims.character or aims.knowledge or aims.ability):
        yield _finding(f"@course/{course.code}", course.code, "", "assessment")


def _finding(subject: str, course: str, what: str, variant: str) -> Finding:
    return finding("CRS152", Severity.WARNING, subject=subject, course=course, what=what, variant=variant)


RULE = Rule(
    code="CRS152",
    name="orphan-in-standard",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "课程 `{course}` 的课程标准中，目标没有考核与之对应，或模块没有要求（{what}）",
            "使目标、内容、考核一一对应",
        ),
        "en": (
            "in the standard of `{course}`, an objective has no assessment or a module no requirements ({what})",
            "let objectives, content and assessment agree",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
