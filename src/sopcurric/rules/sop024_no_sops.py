"""SOP024 文件夹里没有规程

含义：`sops` 中列出的文件夹不存在，或者里面没有 `.yaml` 文件，所以没有可编译的内容。

例：

    sops:
      - path: sop

改法：改正 `path`，或把规程文件放进这个文件夹；不用的文件夹从 `sops` 中删去。

依据：目录约定：规程放在 `sops/` 下，每个岗位一个文件。

----

SOP024 A folder without SOPs

Meaning: a folder listed under `sops` does not exist or holds no `.yaml` file, so there is nothing to compile.

Example (YAML):

    sops:
      - path: sop

Cure: correct the `path`, or put the files into the folder; remove folders that are not used from `sops`.

Source: the layout of a repository: SOPs stand in `sops/`, one file for each job.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP024",
    name="no-sops",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "文件夹 `{folder}` 里没有规程文件",
            "把规程的 `.yaml` 文件放进 `{folder}`，或改正 `sops` 中的 `path`",
        ),
        "en": (
            "there is no SOP in the folder `{folder}`",
            "put `.yaml` files into `{folder}`, or correct the `path` under `sops`",
        ),
    },
)
