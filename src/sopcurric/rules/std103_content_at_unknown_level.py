"""STD103 工作内容的等级不存在

含义：每条工作内容要求在某一等级达到，这个等级必须列在同一标准的 `levels` 中，否则它不进入任何等级的覆盖率。

例：

    contents:
      - {id: F1-1, title: 开车准备, level: L6, skills: [能检查阀门]}

改法：改成已有等级的标识；确有这一等级的，先列入 `levels`。

依据：课程按国家职业标准的职业功能、工作内容和等级对应。

----

STD103 Work content at a level that does not exist

Meaning: each work content is required at a level, which the standard must list under `levels`; otherwise it
counts for the coverage of none.

Example (YAML):

    contents:
      - {id: F1-1, title: Prepare the start-up, level: L6, skills: [Checks the valves]}

Cure: write the id of a level that exists, or list the level first.

Source: courses refer to function, content and level of the national standard.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for standard in compilation.inputs.standards:
        levels = [level.id for level in standard.levels]
        for content in (content for function in standard.functions for content in function.contents):
            if content.level not in levels:
                yield finding(
                    "STD103",
                    subject=f"@standard/{standard.code}/{content.id}",
                    content=content.id,
                    level=content.level,
                    known=", ".join(levels),
                )


RULE = Rule(
    code="STD103",
    name="content-at-unknown-level",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "工作内容 `{content}` 的等级 `{level}` 不存在",
            "改成已有的等级（{known}），或在 `levels` 中添加 `{level}`",
        ),
        "en": (
            "the level `{level}` of the work content `{content}` does not exist",
            "use a level that exists ({known}), or add `{level}` to `levels`",
        ),
    },
    check=_check,
)
