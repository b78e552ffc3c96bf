"""CRS106 四位一体课程结构缺少板块

含义：人才培养方案由公共基础、专业核心、产业特色、实践实训四个板块组成，每门课程只属于一个板块；有一个板块一门课程也没有。只录入了
一部分课程（没有公共基础课）的方案不查：课程表还没有写完。

例：专业拓展课都归入了专业核心，产业特色板块是空的。

改法：给课程写 `block: industry`，或者用 `categorise` 决定把由典型任务转化来的课程归入相应板块。

依据：产教融合项目“公共基础＋专业核心＋产业特色＋实践实训”四位一体课程结构（安徽集群方案；不是全国规定，因此只作提示）。

----

CRS106 A block of the programme without courses

Meaning: a programme consists of four blocks (public foundation, professional core, industry of the region, practical
training), and every course is in one of them; one block has no course. Programmes without any public foundation course
are not looked at: their list of courses is not complete yet.

Example: all extension courses are filed in the core; nothing is left for the industry of the region.

Cure: write `block: industry` at courses, or file courses that were designed from typical tasks by a `categorise`
decision.

Source: the structure of courses in a provincial programme; it is no national rule, so it only informs.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.course import CourseBlock, CourseCategory
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "block.general": "公共基础",
        "block.core": "专业核心",
        "block.industry": "产业特色",
        "block.practice": "实践实训",
    },
    "en": {
        "block.general": "public foundation",
        "block.core": "professional core",
        "block.industry": "industry of the region",
        "block.practice": "practical training",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in compilation.plans:
        filled = {one.block for one in plan.courses}
        if any(one.category is CourseCategory.GENERAL for one in plan.courses):
            for block in CourseBlock:
                if block not in filled:
                    subject = f"@programme/{plan.programme}"
                    yield finding("CRS106", Severity.INFO, subject=subject, programme=plan.programme, block=block.value)


RULE = Rule(
    code="CRS106",
    name="block-without-courses",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "方案 `{programme}` 的{block}板块没有课程",
            "给课程写 `block:`，或用 `categorise` 决定归类",
        ),
        "en": (
            "the programme `{programme}` has no course in the block {block}",
            "write `block:` at courses, or file courses by a `categorise` decision",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
