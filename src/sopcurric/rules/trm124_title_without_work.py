"""TRM124 任务名称不是一项工作

含义：学习任务由操作程序得来，名称要说明做什么。“不得带压检修”是禁令，“注意事项”“目的”是文件的章节，“8.2”只是章节号，都
不能成为学生的任务。

例：程序的标题写成“注意事项”。

改法：改成动词加对象的标题，如“检修前卸压”；不是工作的内容写到 `hazards`、`notes` 或 `principles` 中。

依据：通行做法：典型工作任务用动宾结构命名。

----

TRM124 The title of a task names no work

Meaning: learning tasks come from procedures, and a title says what is done. A prohibition, or the name or
number of a section of a document, is no task.

Example: a procedure with the title “Notes”.

Cure: write a verb with its object; what is no work belongs into `hazards`, `notes` or `principles`.

Source: common practice: a typical task is named by a verb and its object.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

_FAULTS = ("asks", "forbids", "names", "open", "section", "number")


def _check(compilation: Compilation) -> Iterable[Finding]:
    for fault in _FAULTS:
        for one in compilation.reading.of(f"title-{fault}"):
            yield finding(
                "TRM124", Severity.WARNING, subject=one.subject, leaf=one.leaf, words=one.words, variant=fault
            )


RULE = Rule(
    code="TRM124",
    name="title-without-work",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "任务名称“`{words}`”（活页 `{leaf}`）不是一项工作",
            "改成动词加对象的标题",
        ),
        "en": (
            "the title `{words}` of the task (leaf `{leaf}`) names no work",
            "write a verb with its object",
        ),
    },
    variants={
        "zh": {
            "asks": "问题不是工作：改成要做的事，如“处置泵不上量”",
            "forbids": "禁令不是工作：写到 `hazards` 的措施或步骤的 `warnings` 中，标题改成要做的事",
            "names": "标题说的是资料，不是工作：改成“动词＋对象”，如“启动泵”",
            "open": "标题还没有写：写上这个程序做什么",
            "number": "标题只有章节号：写上这个程序做什么，章节号不必写",
            "section": "这是文件的章节名：章节内容写到相应的键中，程序的标题写要做的事",
        },
        "en": {
            "asks": "a question is no work: write what is done",
            "forbids": "a prohibition is no work: it belongs into `controls` or `warnings`; write what is done",
            "names": "the title names papers: write a verb with its object",
            "open": "the title is still to be written: say what the procedure does",
            "number": "that is but the number of a section: say what the procedure does",
            "section": "that is a section of a document: its content has keys of its own; write what is done",
        },
    },
    check=_check,
    printed=True,
)
