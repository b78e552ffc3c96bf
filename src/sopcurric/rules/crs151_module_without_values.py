"""CRS151 模块没有课程思政元素

含义：写了人才培养方案的仓库，每个模块应至少有一个课程思政元素：由操作规程转化的课程，是案例文件中的 `ideology` 条目
（按操作程序、步骤、危险源自动归入模块）；录入的课程，是模块的 `character`。

例：课程有四个模块，只有“正常操作与质量控制”收有课程思政案例。

改法：在 `cases/` 中补写 `ideology` 条目，`on:` 指向该模块的操作程序；录入的课程补写模块的 `character:`。

依据：课程标准的通行做法：课程思政落实到模块（提示）。

----

CRS151 A module without values taught with it

Meaning: where a programme is written, each module has at least one element of values: of courses made of SOPs, an
`ideology` case (it joins modules by procedure, step or hazard); of typed-in courses, the `character` of the module.

Example: a course of four modules, of which only one has a case of values.

Cure: write an `ideology` case whose `on:` names a procedure of the module; of typed-in courses, add `character:`.

Source: common practice of course standards (a hint).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    if not compilation.inputs.programmes:
        return
    for course, standard in zip(compilation.design.courses, compilation.course_standards, strict=True):
        bare = {one.module for one in standard.cases if not one.ideology}
        labels = [one.label for one in course.modules if one.id in bare]
        if labels:
            names, subject = ", ".join(labels), course.derived_from[0]
            yield finding("CRS151", Severity.INFO, subject=subject, course=course.id, modules=names)
    for typed in compilation.inputs.courses:
        modules = typed.standard.modules if typed.standard else ()
        numbers = [str(number) for number, one in enumerate(modules, start=1) if not one.character]
        if numbers:
            names, subject = ", ".join(numbers), f"@course/{typed.code}"
            yield finding("CRS151", Severity.INFO, subject=subject, course=typed.code, modules=names)


RULE = Rule(
    code="CRS151",
    name="module-without-values",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "课程 `{course}` 的模块 {modules} 没有课程思政元素",
            "在案例文件中补写 `ideology` 条目，或补写模块的 `character`",
        ),
        "en": (
            "modules of the course `{course}` have no values taught with them: {modules}",
            "write an `ideology` case for them, or the `character` of the module",
        ),
    },
    check=_check,
)
