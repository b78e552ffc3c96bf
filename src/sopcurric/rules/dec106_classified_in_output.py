"""DEC106 印出的文件中有已标密的内容

含义：每个版本输出之前，程序把印好的文件逐个读回，看不见的部分也在内（属性、注释、搜索索引、PDF 的书签和文档信息、
文件名），查有没有标密的原值。有就不输出这个版本，上次输出的保持原样，编号登记也不写；其他版本照常输出。
图片和画成线条的文字读不出来，要人工核对。

例：`templates/markdown/cover.md.j2` 中用 `{{ "8." ~ 2 }} MPa` 拼出了规程中标密的 `8.2 MPa`。

改法：看自己的 `templates/`，把拼出原值的地方删去或换成可以教学的说法；没有自己的模板的，是程序有错，应当报告。

依据：脱密后逐处核对，不留原值（泄密扫描）。

----

DEC106 Something classified stands in what was printed

Meaning: before an edition is put in place, all of its files are read back, with what nobody sees (attributes, comments,
the search index, outline and properties of PDFs, names of files), and searched for what is classified. An edition that
says it is not put in place; what was there before stays, and the lock is not written. Other editions are. Words in
pictures or drawn as lines cannot be read; people have to look at them.

Example: `templates/markdown/cover.md.j2` makes `8.2 MPa`, which SOPs classify, out of `{{ "8." ~ 2 }} MPa`.

Cure: look at your `templates/`; remove what makes the raw value, or write what may be taught. Without templates of your
own this is a bug of the program, which should be reported.

Source: after declassification no raw value is left anywhere (leak scan).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC106",
    name="classified-in-output",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "版本 {edition} 的 `{path}` 中有已标密的 `{found}`（共 {files} 个文件），这个版本没有输出",
            "改正自己的 `templates/` 中拼出这个内容的地方；没有自己的模板的，是程序有错，应当报告",
        ),
        "en": (
            "`{path}` of edition {edition} says `{found}`, which is classified ({files} files); it is not put in place",
            "correct what makes this in `templates/` of the project; without templates of your own, report a bug",
        ),
    },
)
