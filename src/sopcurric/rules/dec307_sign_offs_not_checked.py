"""DEC307 没有密钥，无法核对审签

含义：审签的摘要要用密钥核对。脱密规则中没有写 `key_file`，或这台计算机上没有这个文件，就不知道签字以后内容变没变。

例：`policies/sign-offs.yaml` 中有审签，`policies/declassification.yaml` 中没有 `key_file`。

改法：在 `policies/declassification.yaml` 中写 `key_file: ../keys/plant.key`，从保管密钥的人那里取得原来的密钥文件。
换成新密钥的，原来的审签都要重签。

依据：仅凭普通摘要，逐个试一遍就能猜出原值，因此摘要要用仓库之外的密钥。

----

DEC307 Sign-offs cannot be checked without the key

Meaning: digests of sign-offs are checked with the key. The policy names no `key_file`, or it is not on this computer,
so that nobody can tell whether anything has changed since.

Example: there are sign-offs in `policies/sign-offs.yaml`, and no `key_file` in `policies/declassification.yaml`.

Cure: write `key_file: ../keys/plant.key` into `policies/declassification.yaml`, and get the same key from whoever keeps
it. With a new key, everything has to be signed again.

Source: a plain digest of one value is guessed by trying all of them; that takes a secret kept elsewhere.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC307",
    name="sign-offs-not-checked",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "没有密钥，无法核对审签以后内容是否变化",
            "写明 `key_file`，并从保管人处取得原来的密钥文件",
        ),
        "en": (
            "without the key nobody can tell whether anything changed since it was signed",
            "name it in `key_file`, and get the same key from whoever keeps it",
        ),
    },
)
