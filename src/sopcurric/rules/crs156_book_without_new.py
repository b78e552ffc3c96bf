"""CRS156 教材没有“五新”内容

含义：数值方案要求每本教材收入的新产业、新技术、新工艺、新规范、新装备等条目数（`new-items-per-book`）。条目写在
案例文件的`new_items` 中，按 `on:` 归入学习任务。只检查写了人才培养方案的仓库。

例：《晶种分解工岗位课程》没有一条 `new_items`。

改法：在 `cases/` 中补写 `new_items` 条目，`on:` 指向该岗位的操作程序、设备异常等，写明依据。

依据：数值方案中的出处（提示）。

----

CRS156 A textbook with nothing new in it

Meaning: the profile says how many items of what is new (industry, technology, process, rule, equipment …) each
book has (`new-items-per-book`). They stand in `new_items` of the cases and join learning tasks by `on:`. Only
repositories with a programme are looked at.

Example: a course for a job without any `new_items`.

Cure: write `new_items` whose `on:` names a procedure or deviation of the job, with their evidence.

Source: as in the profile (a hint).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    wanted = compilation.inputs.profile.numbers.get("new-items-per-book")
    if wanted is None or not compilation.inputs.programmes:
        return
    for course, standard in zip(compilation.design.courses, compilation.course_standards, strict=True):
        found = {address for one in standard.cases for address in one.new_items}
        if len(found) < wanted.value:
            subject = course.derived_from[0]
            yield finding(
                "CRS156",
                Severity.INFO,
                subject=subject,
                course=course.id,
                found=len(found),
                wanted=f"{wanted.value:g}",
                **cited(wanted, compilation),
            )


RULE = Rule(
    code="CRS156",
    name="book-without-new",
    severity=Severity.INFO,
    sentences={
        "zh": (
            (
                "课程 `{course}` 的教材收有 {found} 条新技术、新工艺、新规范等内容，至少 {wanted} 条"
                "（{basis}，{modality}）"
            ),
            "在案例文件中补写 `new_items`，写明依据",
        ),
        "en": (
            (
                "the textbook of the course `{course}` has {found} items of what is new; at least {wanted} "
                "({basis}; {modality})"
            ),
            "write `new_items` in the cases, with their evidence",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
