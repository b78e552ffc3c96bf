"""SOP028 找不到基准规程

含义：企业差异文件（`kind: plant-changes`）用 `base` 写明集团基准规程的岗位（工艺、设备）代码。基准规程不属于任何
企业：它的文件头里不写 `organisation`。找不到基准规程时，这家企业的规程编不出来。

例：

    kind: plant-changes
    base: DGI
    organisation: QL
    changes: []

改法：按提示改正代码；基准规程写了 `organisation` 的，删去它，改写 `plants`。

依据：集团基准规程加企业差异的写法。

----

SOP028 A base SOP that does not exist

Meaning: the file of a plant's changes (`kind: plant-changes`) names by `base` the code of the job (process,
machine) of the group's SOP. A base belongs to no plant: its header names no `organisation`. Without it there is
no SOP of this plant.

Example (YAML):

    kind: plant-changes
    base: DGI
    organisation: QL
    changes: []

Cure: correct the code as suggested; where the base names an `organisation`, remove it and write `plants`.

Source: the form of a group's base SOP with changes of plants.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {"did-you-mean": "改成 `{suggestion}`"},
    "en": {"did-you-mean": "write `{suggestion}`"},
}

RULE = Rule(
    code="SOP028",
    name="unknown-base",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "没有代码为 `{base}` 的基准规程",
            "改成已有基准规程的代码（{known}）；基准规程的文件头不写 `organisation`",
        ),
        "en": (
            "there is no base SOP with the code `{base}`",
            "use the code of one that there is ({known}); the header of a base names no `organisation`",
        ),
    },
    variants=VARIANTS,
)
