"""LCK001 编号登记里有没有处理的合并冲突

含义：`sopcurric.lock` 记着每个操作程序归入哪个典型工作任务、学习任务和课程模块，编号靠它保持不变。合并分支时两边都改过
这个文件，git 会留下冲突标记。没有处理之前不知道哪些编号有效，所以不生成。一处冲突报告一次。

例：

    <<<<<<< HEAD
    DIG/P1: {task: tt-abcdefgh, learning_task: lt-abcdefgh, module: md-abcdefgh}
    =======
    DIG/P2: {task: tt-qrstuvwx, learning_task: lt-qrstuvwx, module: md-qrstuvwx}
    >>>>>>> feature

改法：运行 `sopcurric fix`，两边的登记都会保留，不要手工挑选。标记本身已经残缺的，从版本库取回这个文件后再合并一次。
在 `.gitattributes` 中写上 `sopcurric.lock merge=union`，以后合并不再留下标记。

----

LCK001 A conflict of a merge in the lock

Meaning: `sopcurric.lock` says which typical task, learning task and module hold each procedure; identifiers stay the
same because of it. Where both branches of a merge changed it, git leaves conflict markers. Until they are gone nobody
knows which identifiers count, so nothing is built. Each conflict is told once.

Example (YAML):

    <<<<<<< HEAD
    DIG/P1: {task: tt-abcdefgh, learning_task: lt-abcdefgh, module: md-abcdefgh}
    =======
    DIG/P2: {task: tt-qrstuvwx, learning_task: lt-qrstuvwx, module: md-qrstuvwx}
    >>>>>>> feature

Cure: run `sopcurric fix`, which keeps the records of both sides; do not choose by hand. Where the markers themselves
are damaged, take the file back from version control and merge again. With `sopcurric.lock merge=union` in
`.gitattributes`, merges leave no markers.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="LCK001",
    name="merge-conflict",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "合并分支时留下的冲突还没有处理",
            "运行 `sopcurric fix`，两边的登记都会保留",
        ),
        "en": (
            "a merge left a conflict here",
            "run `sopcurric fix`, which keeps the records of both sides",
        ),
    },
    variants={
        "zh": {"unfinished": "冲突标记不完整：从版本库取回这个文件，再合并一次"},
        "en": {"unfinished": "markers are missing: take the file back from version control and merge again"},
    },
)
