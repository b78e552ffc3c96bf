"""DEC113 密钥或代称对照表用不了

含义：审签的密钥和代称对照表要放在仓库之外，随仓库一起给出去就保护不了任何东西。文件不在、读不出来时也这样提示。

例：`key_file: keys/plant.key`。

改法：把文件移到仓库之外，如 `key_file: ../keys/plant.key`；没有密钥时运行 `sopcurric declassify --new-key`。

依据：仅凭一个数值的普通摘要，逐个试一遍就能猜出原值，因此摘要要用仓库之外的密钥。

----

DEC113 The key or the list of names cannot be used

Meaning: the secret of sign-offs and the list of other names stand outside the repository: given away with it, they
protect nothing. A file that is missing or cannot be read is told, too.

Example (YAML): `key_file: keys/plant.key`.

Cure: move the file out of the repository, as in `key_file: ../keys/plant.key`; without a key, run
`sopcurric declassify --new-key`.

Source: a plain digest of one value is guessed by trying all of them; that takes a secret kept elsewhere.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC113",
    name="policy-file-misplaced",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "这个文件用不了",
            "写仓库之外的路径，如 `../keys/plant.key`",
        ),
        "en": (
            "this file cannot be used",
            "write a path outside the repository, such as `../keys/plant.key`",
        ),
    },
    variants={
        "zh": {
            "inside": "这个文件在仓库之内：移到仓库之外，写成 `../keys/plant.key` 这样的路径",
            "missing": "没有这个文件：运行 `sopcurric declassify --new-key` 生成，或改正路径",
            "damaged": "文件内容不是代称对照表：恢复备份，或移走后重新生成",
        },
        "en": {
            "inside": "the file is inside the repository: move it out, and write a path such as `../keys/plant.key`",
            "missing": "there is no such file: make one with `sopcurric declassify --new-key`, or correct the path",
            "damaged": "it is no list of names: restore a copy, or move it away to have a new one made",
        },
    },
)
