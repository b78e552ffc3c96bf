"""LCK002 同一操作程序登记了两次，编号不同

含义：两个分支各自给同一个操作程序登记了编号，合并后两行都留在 `sopcurric.lock` 里（`merge=union` 就是这样合并的）。
一个操作程序只能归入一个典型工作任务，留哪一行要先定下来。两行完全相同的不算问题。

例：

    DIG/P1: {task: tt-abcdefgh, learning_task: lt-abcdefgh, module: md-abcdefgh}
    DIG/P1: {task: tt-qrstuvwx, learning_task: lt-qrstuvwx, module: md-qrstuvwx}

改法：运行 `sopcurric fix`：留下典型工作任务中其他操作程序较多的一行，相同时按字母顺序取前一行。

----

LCK002 A procedure that is recorded twice with different identifiers

Meaning: two branches recorded identifiers for the same procedure, and the merge kept both lines in `sopcurric.lock`
(`merge=union` merges like that). A procedure is held by one typical task, so one line must go. Lines that are the same
are harmless.

Example (YAML):

    DIG/P1: {task: tt-abcdefgh, learning_task: lt-abcdefgh, module: md-abcdefgh}
    DIG/P1: {task: tt-qrstuvwx, learning_task: lt-qrstuvwx, module: md-qrstuvwx}

Cure: run `sopcurric fix`: it keeps the line whose typical task is held by more other procedures, among equals the one
that sorts first.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="LCK002",
    name="procedure-twice",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "操作程序 `{address}` 登记了两次，编号不同",
            "运行 `sopcurric fix`，只留其中一行",
        ),
        "en": (
            "the procedure `{address}` is recorded twice with different identifiers",
            "run `sopcurric fix`, which keeps one of the lines",
        ),
    },
)
