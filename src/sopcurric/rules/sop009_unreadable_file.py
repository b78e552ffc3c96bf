"""SOP009 文件读不出来

含义：操作系统没有交出文件：没有权限、它是文件夹、或链接指向不存在的文件。

例：名为 `sops/a.yaml` 的文件夹；别人的文件夹里的文件。

改法：改正名字，取得读取权限，或删去失效的链接。

----

SOP009 The file cannot be read

Meaning: the operating system did not hand out the file: no permission, it is a folder, or a link to nothing.

Example: a folder called `sops/a.yaml`; a file in somebody else's folder.

Cure: correct the name, get permission to read, or remove the dead link.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "permission": "取得这个文件的读取权限",
        "folder": "这是文件夹：改名，不要以 `.yaml` 结尾",
        "missing": "文件不存在，或链接失效：改正名字，或删去链接",
        "link-loop": "链接绕成了圈：删去它",
        "outside": "链接指向课程仓库之外：把文件本身放进来，或在 `sops` 中写上它所在的文件夹",
        "other": "检查磁盘和网络连接，再试一次",
    },
    "en": {
        "permission": "get permission to read the file",
        "folder": "this is a folder: give it a name that does not end in `.yaml`",
        "missing": "there is no such file, or the link is dead: correct the name, or remove the link",
        "link-loop": "the link leads back to itself: remove it",
        "outside": "the link leads out of the repository: put the file itself here, or name its folder under `sops`",
        "other": "check the disk and the network, then try again",
    },
}

RULE = Rule(
    code="SOP009",
    name="unreadable-file",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "文件读不出来：`{reason}`",
            "检查文件名和权限",
        ),
        "en": (
            "the file cannot be read: `{reason}`",
            "check the name and the permissions of the file",
        ),
    },
    variants=VARIANTS,
)
