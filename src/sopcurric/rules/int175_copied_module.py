"""INT175 录入的课程与模块库中的内容重名

含义：职前、职后、认定都引用同一个模块库，不复制。录入的课程与由操作规程转化的课程、学习任务同名，多半是把模块库中
的内容又抄了一份，修订时会不一致，学时也会重复计算。

例：录入课程“启动隔膜泵”，模块库中已有同名学习任务。

改法：删去录入的课程，直接引用模块库；确属不同内容的，换一个名称。

依据：同一模块库的要求（案例做法，提醒）。

----

INT175 A typed-in course with the name of something in the library

Meaning: programme, in-service training and recognition refer to one library. A typed-in course with the name of a
course or learning task of the library is most likely a copy, which will differ sooner or later and counts hours
twice.

Example: a course “Start the pump” beside the learning task of that name.

Cure: leave the course out, or give it another name where it is about something else.

Source: one module library (practice of a case, a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.saying import words
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    language = compilation.inputs.settings.language
    known = {words(one.title, language): one.id for one in compilation.design.courses}
    known |= {task.title.words(language): name for name, (_, task) in compilation.learning_tasks.items()}
    for course in compilation.inputs.courses:
        twin = known.get(course.title.words(language))
        if twin:
            yield finding("INT175", Severity.WARNING, subject=f"@course/{course.code}", course=course.code, twin=twin)


RULE = Rule(
    code="INT175",
    name="copied-module",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "录入课程 `{course}` 与模块库中的 `{twin}` 同名",
            "删去录入的课程，引用模块库；内容不同的换个名称",
        ),
        "en": (
            "the typed-in course `{course}` has the name of `{twin}` in the library",
            "leave it out and refer to the library, or give it another name",
        ),
    },
    check=_check,
)
