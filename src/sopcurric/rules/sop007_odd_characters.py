"""SOP007 二进制内容或控制字符

含义：文件是二进制文件（Word、PDF、图片改了扩展名），或文字里夹着看不见的控制字符。
看不见的字符会让两个看起来相同的词不相等。

例：从网页复制来的 `启动<U+200B>隔膜泵`。

改法：把光标移到指出的位置，删去该字符；Word 和 PDF 要把文字复制到 YAML 文件里。

----

SOP007 Binary content or control characters

Meaning: the file is binary (Word, PDF or a picture under another name), or there are invisible control characters in
the text. These make two words differ that look the same.

Example: `start<U+200B>pump` copied from a web page.

Cure: go to the place and delete the character; copy the text of Word and PDF files into a YAML file.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "office": "这是 Word/Excel 文件：把文字复制到 YAML 文件里",
        "pdf": "这是 PDF 文件：把文字复制到 YAML 文件里",
        "picture": "这是图片：把它移出文件夹",
        "binary": "这不是文本文件：把它移出文件夹，或重新导出为 UTF-8 文本",
        "control": "删去这个控制字符；需要换行时直接换行",
        "invisible": "删去这个看不见的字符",
        "symbol": "删去这个字符，或换成普通符号：它来自 Word 的符号字体，印不出来",
        "lost": "这个字在以前转换编码时丢失了：照原稿改正",
        "escaped": "删去引号里的这个转义字符",
    },
    "en": {
        "office": "this is a Word or Excel file: copy its text into a YAML file",
        "pdf": "this is a PDF file: copy its text into a YAML file",
        "picture": "this is a picture: move it out of the folder",
        "binary": "this is no text file: move it out of the folder, or export it as UTF-8 text",
        "control": "delete the control character; break the line where a break is meant",
        "invisible": "delete the invisible character",
        "symbol": "delete the character, or use an ordinary sign: it comes from a symbol font and cannot be printed",
        "lost": "the character was lost when the encoding was changed: correct it after the original",
        "escaped": "delete the escaped character between the quotes",
    },
}

RULE = Rule(
    code="SOP007",
    name="odd-characters",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "这里有不属于文字的内容：`{character}`",
            "删去这个字符",
        ),
        "en": (
            "there is something that is no text: `{character}`",
            "delete the character",
        ),
    },
    variants=VARIANTS,
)
