"""LEF141 工作手册缺少组成部分

含义：工作手册式教材由工作计划书、质量检测手册、工具书、文件清单四部分组成，缺一不可。四部分由程序生成，出现这条
说明程序有误，或者有决定隐去了某一部分的全部内容。

例：手册中没有“文件清单”。

改法：撤回隐去内容的决定；没有这样的决定时，把项目文件反馈给维护者。

依据：工作手册式教材的四部分（包头轻工案例）。

----

LEF141 A work manual without one of its parts

Meaning: a work manual has work plans, quality checks, reference and documents. They are made by the program, so
this is a bug of ours, or a decision hides everything of a part.

Example: a manual without its list of documents.

Cure: withdraw decisions that hide what stands in it; where there are none, report it with the files of the project.

Source: the four parts of work-manual textbooks (case of a college in Baotou).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.leaves.manual_parts import PARTS
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for binder in compilation.binders:
        if binder.document == "work_manual":
            there = {one.id for one in binder.chapters if any(leaf.blocks for leaf in one.leaves)}
            for part in PARTS:
                if f"{binder.id}-{part}" not in there:
                    subject = binder.derived_from[0]
                    yield finding("LEF141", Severity.WARNING, subject=subject, manual=binder.id, missing=part)


RULE = Rule(
    code="LEF141",
    name="manual-without-part",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "工作手册 `{manual}` 缺少“{missing}”",
            "撤回隐去内容的决定，或把项目文件反馈给维护者",
        ),
        "en": (
            "the work manual `{manual}` lacks “{missing}”",
            "withdraw decisions that hide what stands in it, or report it with the files of the project",
        ),
    },
    variants={
        "zh": {
            "missing.plan": "工作计划书",
            "missing.quality": "质量检测手册",
            "missing.tools": "工具书",
            "missing.documents": "文件清单",
        },
        "en": {
            "missing.plan": "work plans",
            "missing.quality": "quality checks",
            "missing.tools": "reference",
            "missing.documents": "documents",
        },
    },
    check=_check,
    printed=True,
)
