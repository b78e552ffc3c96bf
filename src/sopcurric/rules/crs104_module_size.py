"""CRS104 模块太大或太小

含义：课程模块的学时不在项目文件 `modules:` 写的范围内。程序会合并太小的部分、拆分太大的部分；仍然超出，是因为一个
学习任务本身就超过上限，或者有决定改了学时。整门课程只有一个模块而且偏小的不报：岗位内容就这么多。

例：模块最多 40 学时，一个学习任务就有 52 学时。

改法：把这个操作程序分成几个，或用 `hours` 决定减少学时，或修改 `modules:` 的上下限。

依据：项目文件 `modules:`；模块大小没有统一规定，因此只作提示。

----

CRS104 A module too large or too small

Meaning: the hours of a module are not within what `modules:` of the project file says. Parts that are too small are
joined and those too large are cut; what remains is a single learning task beyond the limit, or hours that somebody
decided. A small course with one module is not reported: there is no more to the job.

Example: modules have at most 40 hours, and one learning task has 52.

Cure: write the procedure as several, decide on fewer hours, or change `modules:`.

Source: `modules:` of the project file; no rule says how large modules are, so it only informs.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "large": "把操作程序分成几个，或用 `hours` 决定减少学时，或修改 `modules:`",
        "small": "用 `move` 决定把任务归入别的模块，或修改 `modules:`",
    },
    "en": {
        "large": "write the procedure as several, decide on fewer hours, or change `modules:`",
        "small": "move its tasks to another module by a decision, or change `modules:`",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    bounds = compilation.inputs.settings.modules
    for course in compilation.design.courses:
        for module in course.modules:
            large = module.hours > bounds.most
            small = module.hours < bounds.least and len(course.modules) > 1
            if large or small:
                yield finding(
                    "CRS104",
                    Severity.INFO,
                    subject=module.derived_from[0],
                    module=module.name,
                    hours=module.hours,
                    least=bounds.least,
                    most=bounds.most,
                    variant="large" if large else "small",
                )


RULE = Rule(
    code="CRS104",
    name="module-size",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "模块 `{module}` 有 `{hours}` 学时，应在 `{least}`–`{most}` 学时之间",
            "调整学时或 `modules:` 的上下限",
        ),
        "en": (
            "the module `{module}` has `{hours}` hours; it should have `{least}` to `{most}`",
            "change its hours, or `modules:`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
