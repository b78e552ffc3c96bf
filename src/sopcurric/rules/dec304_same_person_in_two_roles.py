"""DEC304 同一个人签了两种职责

含义：同一份文件的脱密处理人、技术复核人、保密审查、批准人必须是不同的人。姓名中的空格、全角半角、大小写不作区别。

例：

    - {document: sops/a.yaml, role: processor, by: 张三, …}
    - {document: sops/a.yaml, role: reviewer, by: 张三, …}

改法：删去其中一项，由另一人以这种职责签字。

依据：处理、复核、审查、批准互相制约。《中央企业商业秘密保护暂行规定》（国资委 2010）第十二条：业务部门拟定、
主管领导审批、保密办公室备案；分为四种职责是本工具的建议。

----

DEC304 One person signed in two roles

Meaning: processor, reviewer, confidentiality office and approver of one document are different persons. Spaces, width
and case make no other name.

Example (YAML):

    - {document: sops/a.yaml, role: processor, by: Zhang San, …}
    - {document: sops/a.yaml, role: reviewer, by: Zhang San, …}

Cure: remove one of them; somebody else signs in that role.

Source: Interim provisions on the protection of trade secrets of central enterprises (SASAC 2010), article 12: drafted
by the department, approved by the manager in charge, filed with the confidentiality office; four roles are what this
program proposes.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC304",
    name="same-person-in-two-roles",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "同一个人对同一份文件既以{other}、又以{role}的职责签了字",
            "删去其中一项，由另一人签字",
        ),
        "en": (
            "one person signed the same document as {other} and as {role}",
            "remove one of them; somebody else signs in that role",
        ),
    },
    variants={
        "zh": {
            "role.processor": "脱密处理人",
            "role.reviewer": "技术复核人",
            "role.confidentiality": "保密审查",
            "role.approver": "批准人",
            "other.processor": "脱密处理人",
            "other.reviewer": "技术复核人",
            "other.confidentiality": "保密审查",
            "other.approver": "批准人",
        },
        "en": {
            "role.processor": "the processor",
            "role.reviewer": "the reviewer",
            "role.confidentiality": "the confidentiality office",
            "role.approver": "the approver",
            "other.processor": "the processor",
            "other.reviewer": "the reviewer",
            "other.confidentiality": "the confidentiality office",
            "other.approver": "the approver",
        },
    },
)
