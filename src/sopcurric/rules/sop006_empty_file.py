"""SOP006 文件没有内容

含义：文件是空的，或者每一行都是注释。

例：新建后还没写的文件；所有行都以 `#` 开头的文件。

改法：从示例复制一份再改；暂时不用的文件移出文件夹。

----

SOP006 The file is empty

Meaning: the file has nothing in it, or each of its lines is a comment.

Example: a file that was created and not written yet; a file with `#` before each line.

Cure: copy an example and change it; move a file that is not needed yet out of the folder.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP006",
    name="empty-file",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "文件里没有内容，或只有注释",
            "写入内容，或删去这个文件",
        ),
        "en": (
            "the file is empty or has only comments",
            "write something into the file, or remove it",
        ),
    },
)
