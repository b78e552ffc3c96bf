"""LCK003 编号登记读不懂

含义：`sopcurric.lock` 由 `sopcurric build` 写入，每行登记一个操作程序，或一个已经发布的编号。有一行读不懂，就不能保证
编号不变，所以整个文件都不采用，也不会自动更正：看不懂的内容一律不丢掉。

例：

    DIG/P1: {task: lt-abcdefgh, learning_task: lt-abcdefgh, module: md-abcdefgh}

改法：从版本库取回这个文件。典型工作任务的编号以 `tt-` 开头，学习任务以 `lt-` 开头，课程模块以 `md-` 开头，后接八个小写
字母或数字 2–7。格式号比本程序认识的新时，升级 sopcurric。

----

LCK003 A lock that cannot be read

Meaning: `sopcurric.lock` is written by `sopcurric build`; each line records a procedure, or an identifier that was
released. Where a line is not understood nobody can promise that identifiers stay, so the file is not used at all. It is
not corrected either: what is not understood is never thrown away.

Example (YAML):

    DIG/P1: {task: lt-abcdefgh, learning_task: lt-abcdefgh, module: md-abcdefgh}

Cure: take the file back from version control. Identifiers of typical tasks begin with `tt-`, of learning tasks with
`lt-`, of modules with `md-`; eight small letters or digits 2–7 follow. Where the format is newer than what this
sopcurric knows, upgrade it.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "line": "从版本库取回这个文件；这一行确是误加的，就删去它",
        "identifier": "从版本库取回原来的编号：应为 `{prefix}` 后接八个小写字母或数字 2–7",
        "format": "写成 `format: 1`",
        "format-missing": "从版本库取回这个文件；确实只缺这一行时，在开头补上 `format: 1`",
        "format-newer": "这个文件由更新版本的 sopcurric 写成，升级本机的 sopcurric",
        "variant.line": "这一行不是一条登记",
        "variant.identifier": "编号写法不对",
        "variant.format": "格式号不对",
        "variant.format-missing": "缺少格式号",
        "variant.format-newer": "格式比本程序认识的新",
    },
    "en": {
        "line": "take the file back from version control; if the line was added by mistake, remove it",
        "identifier": "take the old identifier back from version control: `{prefix}` and eight of a–z, 2–7",
        "format": "write `format: 1`",
        "format-missing": "take the file back from version control; if only this line is missing, add `format: 1`",
        "format-newer": "a newer sopcurric wrote this file: upgrade the one that you use",
        "variant.line": "this line is no record",
        "variant.identifier": "this is not an identifier for this place",
        "variant.format": "there is no such format",
        "variant.format-missing": "the format is missing",
        "variant.format-newer": "the format is newer than what this sopcurric knows",
    },
}

RULE = Rule(
    code="LCK003",
    name="unreadable-lock",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "编号登记读不懂：{variant}",
            "从版本库取回这个文件",
        ),
        "en": (
            "the lock cannot be read: {variant}",
            "take the file back from version control",
        ),
    },
    variants=VARIANTS,
)
