"""DEC306 审签的文件不存在或没有涉密内容

含义：审签记录中的文件找不到，可能改了名；或者文件中没有标密内容，不需要审签。

例：`document: sops/old-name.yaml`，而文件已改名为 `sops/digestion.yaml`。

改法：删去这一项；改了名的，对新文件重新签字。

依据：审签记录与现行文件一一对应。

----

DEC306 A sign-off of a document that is not there or not classified

Meaning: there is no such file, perhaps because it was renamed; or nothing in it is classified, so that it needs none.

Example: `document: sops/old-name.yaml` while the file is called `sops/digestion.yaml` by now.

Cure: remove the entry; where the file was renamed, sign the new one.

Source: the record of sign-offs and the documents in force belong together.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC306",
    name="sign-off-of-nothing",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "审签的文件 `{document}` 与现有涉密文件对不上",
            "删去这一项；改了名的，对新文件重新签字",
        ),
        "en": (
            "the signed document `{document}` is none of the classified ones",
            "remove the entry; where the file was renamed, sign the new one",
        ),
    },
    variants={
        "zh": {
            "gone": "没有这个文件：删去这一项；改了名的，对新文件重新签字",
            "open": "文件中没有标密内容：删去这一项",
        },
        "en": {
            "gone": "there is no such file: remove the entry; where it was renamed, sign the new one",
            "open": "nothing in it is classified: remove the entry",
        },
    },
)
