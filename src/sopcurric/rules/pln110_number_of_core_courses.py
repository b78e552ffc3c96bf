"""PLN110 专业核心课程门数不合常规

含义：专业核心课程一般 6—8 门。门数包括由规程生成的课程（每个岗位一门，几个岗位共有的任务合成一门）和
`category: core` 的课程。

例：只有两个岗位的规程，生成两门专业核心课程。

改法：门数少的，补充规程或 `category: core` 的课程；门数多的，把一部分课程改为 `category: extension`。
按方案需要确应如此的，在论证材料中说明。

依据：教职成司函〔2019〕61号。数值写在规则集的 `core-courses-min` 和 `core-courses-max`。

----

PLN110 An unusual number of core courses

Meaning: there are usually 6 to 8 core courses. Courses made of SOPs count (one for each job, and one of what
several jobs share) and those of `category: core`.

Example: SOPs of two jobs give two core courses.

Cure: add SOPs or courses of `category: core`; where there are too many, make some `category: extension`. Where
it must be so, say why in the report to the board.

Source: MOE 2019 letter No. 61. The numbers stand in the profile as `core-courses-min` and
`core-courses-max`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, written_plans
from sopcurric.model.files.course import CourseCategory
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        **MODALITIES["zh"],
        "few": "补充岗位规程或 `category: core` 的课程，至少到 {least} 门",
        "many": "把一部分 `category: core` 的课程改为 `extension`，最多留 {most} 门",
    },
    "en": {
        **MODALITIES["en"],
        "few": "add SOPs of jobs or courses of `category: core`, up to {least}",
        "many": "make some courses of `category: core` `extension`, so that {most} are left",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    numbers = compilation.inputs.profile.numbers
    least, most = numbers.get("core-courses-min"), numbers.get("core-courses-max")
    if least is None or most is None:
        return
    for address, _, plan in written_plans(compilation):
        count = sum(course.category is CourseCategory.CORE for course in plan.courses)
        if not least.value <= count <= most.value:
            yield finding(
                "PLN110",
                severity_of(least),
                subject=address,
                count=count,
                least=f"{least.value:g}",
                most=f"{most.value:g}",
                **cited(least, compilation),
                variant="few" if count < least.value else "many",
            )


RULE = Rule(
    code="PLN110",
    name="number-of-core-courses",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "专业核心课程有 `{count}` 门，一般为 `{least}`–`{most}` 门（{basis}，{modality}）",
            "增减专业核心课程",
        ),
        "en": (
            "the number of core courses is `{count}`, usually `{least}`–`{most}` ({basis}; {modality})",
            "add or remove core courses",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
