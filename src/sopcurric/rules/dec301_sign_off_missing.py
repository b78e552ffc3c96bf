"""DEC301 涉密文件的审签不齐

含义：这份文件有标密内容，脱密后还没有人以这些职责签字。生成的是草稿，不受影响；正式发布前四种职责都要签：脱密处理人
（processor）、技术复核人（reviewer）、保密审查（confidentiality，保密办公室）、批准人（approver，主管领导）。

例：`policies/sign-offs.yaml` 中只有 `role: processor` 一项。

改法：由本人运行 `sopcurric declassify --sign reviewer --by 姓名 --scope campus --expires 2027-08-31`。

依据：《中央企业商业秘密保护暂行规定》（国资委 2010）第十二条：业务部门拟定、主管领导审批、保密办公室备案；
分为四种职责是本工具的建议。

----

DEC301 Sign-offs of a classified document are missing

Meaning: the document holds classified content, and nobody has signed in these roles for what is taught of it. What is
built is a draft and can be built; a release needs all four: processor, reviewer, confidentiality (the office),
approver (the manager in charge).

Example: `policies/sign-offs.yaml` has no entry but `role: processor`.

Cure: the person runs `sopcurric declassify --sign reviewer --by NAME --scope campus --expires 2027-08-31`.

Source: Interim provisions on the protection of trade secrets of central enterprises (SASAC 2010), article 12: drafted
by the department, approved by the manager in charge, filed with the confidentiality office; four roles are what this
program proposes.
"""

from itertools import combinations

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

_ZH = {"processor": "脱密处理人", "reviewer": "技术复核人", "confidentiality": "保密审查", "approver": "批准人"}
_EN = {
    "processor": "the processor",
    "reviewer": "the reviewer",
    "confidentiality": "the confidentiality office",
    "approver": "the approver",
}
_SOME = [some for number in range(1, len(_ZH) + 1) for some in combinations(_ZH, number)]

RULE = Rule(
    code="DEC301",
    name="sign-off-missing",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "脱密后的 `{document}` 还缺审签：{roles}",
            "由本人运行 `sopcurric declassify --sign 职责 --by 姓名 --scope 范围 --expires 日期`",
        ),
        "en": (
            "what is taught of `{document}` still lacks sign-offs: {roles}",
            "each person runs `sopcurric declassify --sign ROLE --by NAME --scope SCOPE --expires DATE`",
        ),
    },
    variants={
        "zh": {f"roles.{', '.join(some)}": "、".join(map(_ZH.__getitem__, some)) for some in _SOME},
        "en": {f"roles.{', '.join(some)}": ", ".join(map(_EN.__getitem__, some)) for some in _SOME},
    },
)
