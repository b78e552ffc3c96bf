"""项目文件的 `jobs` 里写了一个没有操作规程的岗位。

`jobs` 决定教材和方案按什么顺序列出岗位。写错的岗位地址不会报错退出，但它不起作用，
对应的岗位会排到最后。

例如：`jobs: [SLP, DGI]`，而岗位代码是 `DIG`。

改法：把地址改成 `sopcurric show sops` 列出的岗位地址，或者删去这一项。
----
`jobs` in the project file names a job that has no SOP.

`jobs` gives the order in which books and plans list jobs. A name that is not there has no effect, and the job that was
meant stands last.

Example: `jobs: [SLP, DGI]` where the code of the job is `DIG`.

Cure: write an address that `sopcurric show sops` lists, or take the entry out.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP026",
    name="unknown-job-in-order",
    severity=Severity.WARNING,
    sentences={
        "zh": ("岗位顺序里的 `{job}` 没有操作规程", "改成 sopcurric show sops 列出的岗位地址，或者删去这一项"),
        "en": (
            "`{job}` in the order of jobs has no SOP",
            "write an address that `sopcurric show sops` lists, or remove it",
        ),
    },
)
