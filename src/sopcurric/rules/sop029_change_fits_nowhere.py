"""SOP029 差异找不到落点

含义：企业差异文件中的 `at` 写的是岗位以下的地址：`P2/S3`（步骤）、`P2`（程序）、`parameters/T-digest`（其他章节的
条目）；`add` 也可以写章节名或程序。没有 `id` 的步骤以序号代替。基准规程改版后地址可能变了。

例：

    changes:
      - {at: P2/S9, remove: true, why: 本厂没有这台泵}

改法：对照基准规程改正 `at`；基准规程已经删去这一条的，删去这处差异。

依据：地址的写法（岗位/程序/步骤）。

----

SOP029 A change that fits nowhere

Meaning: `at` in the file of a plant's changes is an address below the job: `P2/S3` (a step), `P2` (a procedure),
`parameters/T-digest` (an element of another section); `add` may also name a section or a procedure. A step without
`id` is known by its position. When the base was revised, the address may have changed.

Example (YAML):

    changes:
      - {at: P2/S9, remove: true, why: there is no such pump here}

Cure: correct `at` after the base; where the base has dropped the element, remove the change.

Source: the form of addresses (job/procedure/step).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "element": "对照基准规程改正地址",
        "section": "写成章节名（如 `hazards`）、程序（如 `P2`）或有分步骤的步骤（如 `P2/S3`）",
    },
    "en": {
        "element": "correct the address after the base SOP",
        "section": "name a section (`hazards`), a procedure (`P2`) or a step that has sub-steps (`P2/S3`)",
    },
}

RULE = Rule(
    code="SOP029",
    name="change-fits-nowhere",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "基准规程中没有 `{at}`",
            "对照基准规程改正地址",
        ),
        "en": (
            "the base SOP has no `{at}`",
            "correct the address after the base SOP",
        ),
    },
    variants=VARIANTS,
)
