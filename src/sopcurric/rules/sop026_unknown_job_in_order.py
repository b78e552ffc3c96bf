"""SOP026 岗位顺序中有不存在的岗位

含义：项目文件的 `jobs` 规定教材和方案按什么顺序列出岗位；其中一个地址没有对应的操作规程，因此不起作用，
本来要排的岗位会排到最后。

例：岗位代码是 `DIG`，却写成

    jobs: [SLP, DGI]

改法：改成 `sopcurric show sops` 列出的岗位地址，或删去这一项。

依据：目录约定：岗位按地址识别。

----

SOP026 An unknown job in the order of jobs

Meaning: `jobs` in the project file gives the order in which books and plans list jobs; an address in it has no SOP,
so it has no effect, and the job that was meant stands last.

Example (YAML), where the code of the job is `DIG`:

    jobs: [SLP, DGI]

Cure: write an address that `sopcurric show sops` lists, or take the entry out.

Source: the layout of a repository: jobs are known by their addresses.
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
