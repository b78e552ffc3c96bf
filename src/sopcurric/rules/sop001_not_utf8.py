"""SOP001 文件编码不是 UTF-8

含义：所有文件都用 UTF-8 读取（有无 BOM 均可）。GBK 和 UTF-16 能认出来，
其余问题也会在同一次检查中列出，但文件必须转成 UTF-8 才能编译。

例：用旧版记事本保存为“ANSI”的文件，中文是 GBK 编码。

改法：记事本选“文件 > 另存为”，编码选 UTF-8；VS Code 点右下角的编码名，选“通过编码保存”。

----

SOP001 The file is not UTF-8

Meaning: all files are read as UTF-8, with or without a byte order mark. GBK and UTF-16 are recognised, so that the
other faults are shown in the same run, but the file must be UTF-8 to be compiled.

Example: a file that an old Notepad saved as "ANSI" holds Chinese as GBK.

Cure: in Notepad choose "Save as" and the encoding UTF-8; in VS Code click the name of the encoding, "Save with
encoding".
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "gbk": "文件是 GBK 编码：在编辑器里另存为 UTF-8",
        "utf-16": "文件是 {encoding} 编码（记事本的“Unicode”）：在编辑器里另存为 UTF-8",
        "unknown": "字节 `{byte}` 不是 UTF-8：找出文件原来的编码，另存为 UTF-8",
        "cut-off": "文件在最后一个字中间断了：重新复制或下载完整的文件",
        "encoding.?": "未知",
    },
    "en": {
        "gbk": "the file is GBK: save it again as UTF-8",
        "utf-16": "the file is {encoding} (“Unicode” in Notepad): save it again as UTF-8",
        "unknown": ("the byte `{byte}` is no UTF-8: find out the encoding of the file and save it again as UTF-8"),
        "cut-off": "the file breaks off within its last character: copy or download all of it again",
        "encoding.?": "unknown",
    },
}

RULE = Rule(
    code="SOP001",
    name="not-utf8",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "文件编码不是 UTF-8，识别结果是 `{encoding}`",
            "用编辑器把文件另存为 UTF-8 编码",
        ),
        "en": (
            "the file is not UTF-8, it looks like `{encoding}`",
            "save the file again with the encoding UTF-8",
        ),
    },
    variants=VARIANTS,
)
