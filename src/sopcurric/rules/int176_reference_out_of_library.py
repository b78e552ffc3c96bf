"""INT176 引用了模块库以外的学习任务

含义：在职培训、转岗晋升路径、等级认定只能引用模块库中的学习任务。出现模块库以外的编号，是程序错误。

例：路径中的学习任务编号在模块库中找不到。

改法：这不是作者能改的：连同仓库一起报告。

依据：同一模块库的要求。

----

INT176 A reference to something that is not in the library

Meaning: in-service training, ways to other jobs and recognition refer to learning tasks of the library. Anything else
is a bug of this program.

Example: a way names a learning task that there is not.

Cure: nothing that authors can mend: report it with the repository.

Source: one module library.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    known = compilation.learning_tasks.keys()
    for programme, where, task in _references(compilation):
        if task not in known:
            yield finding("INT176", subject=f"@programme/{programme}", where=where, task=task)


def _references(compilation: Compilation) -> Iterator[tuple[str, str, str]]:
    for plan in compilation.plans:
        yield from ((plan.programme, one.id, one.task) for one in plan.in_service)
    for career in compilation.careers:
        for name, way in career.listed:
            yield from ((career.programme, name, one.task) for one in way.tasks)
        for start in career.onboarding:
            yield from ((career.programme, start.job, task) for task in start.tasks)
    for one in compilation.recognition:
        yield from ((one.programme, level.level, task) for level in one.levels for task in level.tasks)


RULE = Rule(
    code="INT176",
    name="reference-out-of-library",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{where}` 引用了模块库中没有的学习任务 `{task}`",
            "程序错误：连同仓库一起报告",
        ),
        "en": (
            "`{where}` refers to the learning task `{task}`, which is not in the library",
            "a bug: report it with the repository",
        ),
    },
    check=_check,
)
