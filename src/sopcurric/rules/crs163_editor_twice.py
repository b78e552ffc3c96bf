"""CRS163 编审人员重复

含义：`editors` 中同一个人以同一身份只写一次；重复的会在封面和编审名单上印两遍。

例：企业主编“张师傅”写了两条。

改法：删去重复的一条；两条的审签日期或意见不同的，合并成一条。

依据：通行做法：编审名单中一人一行。

----

CRS163 An editor who is named twice

Meaning: `editors` names a person once for each part; or the name is printed twice on covers and lists.

Example: the chief editor of the plant stands there twice.

Cure: remove one of them; where dates or opinions differ, make one of both.

Source: common practice: one line for each person.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    settings = compilation.inputs.settings
    seen = set()
    for place, one in enumerate(settings.editors):
        key = (one.name, one.kind, one.role, one.organisation)
        if key in seen:
            yield finding(
                "CRS163",
                Severity.WARNING,
                subject="@project/editors",
                part=(place,),
                name=one.name.words(settings.language),
            )
        seen.add(key)


RULE = Rule(
    code="CRS163",
    name="editor-twice",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "编审人员“{name}”重复",
            "删去重复的一条",
        ),
        "en": (
            "the editor `{name}` is named twice",
            "remove one of them",
        ),
    },
    check=_check,
)
