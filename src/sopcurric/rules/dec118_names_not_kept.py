"""DEC118 代称没有保存

含义：位号、编号等换成了代称，但规则中没有写代称对照表放在哪里。以后增删设备，同一台设备的代称可能会变，已发出的教材
和新的对不上。

例：`policies/declassification.yaml` 中没有 `names_file:`。

改法：写上仓库之外的文件，如 `names_file: ../keys/names.yaml`，导出时自动写入。

依据：化名要前后一致，对照表由企业保存，不随仓库给出。

----

DEC118 Other names are not kept

Meaning: tags and numbers are replaced by other names, and the policy does not say where the list of these is kept. When
equipment comes and goes, the same machine may get another name, and books that are out no longer agree with new ones.

Example: there is no `names_file:` in `policies/declassification.yaml`.

Cure: name a file outside the repository, as in `names_file: ../keys/names.yaml`; exporting writes it.

Source: other names stay the same; the plant keeps the list, and it does not cross with the repository.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC118",
    name="names-not-kept",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "有 {number} 个名称换成了代称，没有写明对照表放在哪里",
            "在 `policies/declassification.yaml` 中写 `names_file: ../keys/names.yaml` 这样的路径，放在仓库之外",
        ),
        "en": (
            "{number} names are replaced by others, and nothing says where the list of these is kept",
            "write `names_file: ../keys/names.yaml`, a path outside, into `policies/declassification.yaml`",
        ),
    },
)
