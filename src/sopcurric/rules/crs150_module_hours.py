"""CRS150 模块学时之和与课程学时不符

含义：课程标准各模块的学时之和应等于课程学时。录入的课程比较 `standard.modules` 与 `theory_hours`、
`practice_hours`；由操作规程转化的课程比较各模块与教学进程安排表。

例：课程 48 学时，三个模块各 14 学时，合计 42。

改法：改正模块学时，或改正课程学时；由操作规程转化的课程，检查培养路径各阶段的 `takes` 是否有遗漏。

依据：课程标准的通行做法：学时分配表与教学进程安排表一致。

----

CRS150 Hours of modules that do not sum to those of the course

Meaning: the hours of the modules of a course standard sum to those of the course. Of typed-in courses,
`standard.modules` is compared with `theory_hours` and `practice_hours`; of courses made of SOPs, modules with
the teaching schedule.

Example: a course of 48 hours with three modules of 14 hours each, which make 42.

Cure: correct the hours of modules or of the course; of courses made of SOPs, see whether the segments of the
path take theory, routine and demanding work.

Source: common practice: the table of hours agrees with the teaching schedule.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.placing import placed
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for typed in compilation.inputs.courses:
        modules = typed.standard.modules if typed.standard else ()
        own = (sum(one.theory_hours for one in modules), sum(one.practice_hours for one in modules))
        wanted = (typed.theory_hours, typed.practice_hours)
        if modules and own != wanted:
            yield _finding(f"@course/{typed.code}", typed.code, own, wanted)
    for course in compilation.design.courses:
        own = (course.theory_hours, course.practice_hours)
        for one in placed(course, compilation):
            wanted = (one.row.theory_hours, one.row.practice_hours)
            if own != wanted:
                yield _finding(f"@programme/{one.programme.id}", one.row.code, own, wanted)


def _finding(subject: str, course: str, own: tuple[int, int], wanted: tuple[int, int]) -> Finding:
    theory, practice = own
    return finding(
        "CRS150",
        Severity.WARNING,
        subject=subject,
        course=course,
        theory=theory,
        practice=practice,
        wanted_theory=wanted[0],
        wanted_practice=wanted[1],
    )


RULE = Rule(
    code="CRS150",
    name="module-hours",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "课程 `{course}` 模块合计 {theory}+{practice} 学时（理论+实践），应为 {wanted_theory}+{wanted_practice}",
            "使模块学时之和等于课程学时",
        ),
        "en": (
            "modules of `{course}` sum to {theory}+{practice} hours, the course has {wanted_theory}+{wanted_practice}",
            "let the hours of the modules sum to those of the course",
        ),
    },
    check=_check,
)
