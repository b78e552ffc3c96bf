"""SOP003 YAML 写法错误

含义：文件的结构读不懂，或者读得懂但显然不是作者的意思（例如 `-缺空格` 会并入上一行文字）。
能看出原意的，按改法在内存中更正后继续检查同一文件的其余部分；文件本身不改，更正以前不参加编译。

例：

    job：
      code: DIG
    title: 注意: 高温

改法：冒号、逗号用半角并在后面加空格，缩进用空格，列表项写 `- `，文字里有 `: ` 或以特殊符号开头时加引号。

----

SOP003 The YAML is malformed

Meaning: the structure of the file cannot be understood, or can be but is surely not what was meant (`-no space`
becomes part of the text above). Where the meaning is clear, it is mended in memory as the cure says, and the rest of
the file is checked in the same run; the file itself stays as it is, and is not compiled until it is corrected.

Example (YAML):

    job：
      code: DIG
    title: Careful: hot

Cure: write colons and commas half-width with a space after them, indent with spaces, begin items with `- `, and put
quotes round text that has `: ` in it or begins with a special sign.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "full-width-colon": "把全角冒号 `：` 改成半角冒号加空格 `: `",
        "colon-space": "在冒号后面加一个空格；冒号属于文字时，给整段文字加引号",
        "second-colon": "给整段文字加引号，或把第二个 `: ` 改成全角 `：`",
        "tab": "把制表符（Tab）改成空格，每级缩进两个空格",
        "full-width-comma": "把全角逗号 `，` 改成半角逗号加空格 `, `；逗号属于文字时，给整段文字加引号",
        "full-width-brace": "把全角花括号 `｛ ｝` 改成半角 `{ }`",
        "comma-missing": "在这个键前面补上半角逗号加空格 `, `",
        "conflict": "两个人改了同一处：保留正确的一份，删去 `<<<<<<<`、`=======`、`>>>>>>>` 三行",
        "line-prefix": "删去行首的行号或加号：它是连同文字一起复制来的",
        "full-width-space": "把全角空格（或不间断空格）改成半角空格",
        "full-width-hash": "把全角 `\uff03` 改成半角 `#` 加空格",
        "dash-space": "在 `-` 后面加一个空格",
        "wide-dash": "把 `{sign}` 改成半角 `-` 加空格",
        "leading-sign": "给整段文字加引号：`{sign}` 开头在 YAML 里另有含义",
        "full-width-quote": "把中文引号 `“ ”` 改成半角引号，或在外面再加一对半角引号",
        "unclosed-quote": "补上与此处引号配对的引号",
        "unclosed-bracket": "补上与此处 `{sign}` 配对的括号",
        "backslash": "把双引号改成单引号，或把 `\\` 写成 `\\\\`",
        "after-quote": "把引号后面的文字放进引号里：外面用单引号，里面用双引号",
        "after-bracket": "给整段文字加引号：括号开头在 YAML 里表示列表或映射",
        "colon-missing": "键后面写英文冒号（`键: 值`；内容另起行时写 `键:`），或把这一行缩进到它所属的文字下面",
        "indentation": "让这一行与同级的行左边对齐",
        "item-indentation": "这一项与上一项没有对齐：让它的 `-` 与上一项的 `-` 左边对齐",
        "text-then-list": "删去冒号后面的文字，或把这一行并入那段文字",
        "empty-key": "在冒号前面写上键名",
        "hash": "给整段文字加引号：空格后的 `#` 会被当作注释；如果确是注释，写成 `# `",
    },
    "en": {
        "full-width-colon": "replace the full-width colon `：` by a colon and a space, `: `",
        "colon-space": ("put a space after the colon; if the colon belongs to the text, put quotes round the text"),
        "second-colon": "put quotes round the whole text: a second `: ` cannot stand in it",
        "tab": "replace the tab by spaces, two for each level",
        "full-width-comma": (
            "replace the full-width comma `，` by `, `; if the comma belongs to the text, put quotes round the text"
        ),
        "full-width-brace": "replace the full-width braces `｛ ｝` by `{ }`",
        "comma-missing": "put a comma and a space before this key, `, `",
        "conflict": "two people changed the same lines: keep the right ones, delete `<<<<<<<`, `=======` and `>>>>>>>`",
        "line-prefix": "delete the line number or plus sign before the line: it was copied along",
        "full-width-space": "replace the full-width (or no-break) space by ordinary spaces",
        "full-width-hash": "replace the full-width `\uff03` by `#` and a space",
        "dash-space": "put a space after the `-`",
        "wide-dash": "replace `{sign}` by `-` and a space",
        "leading-sign": "put quotes round the text: at its beginning `{sign}` means something to YAML",
        "full-width-quote": "replace the curly quotes by straight ones, or put straight quotes round them",
        "unclosed-quote": "close the quote that opens here",
        "unclosed-bracket": "close the `{sign}` that opens here",
        "backslash": "use single quotes, or write `\\\\` for `\\`",
        "after-quote": "put what follows the quote inside: single quotes outside, double quotes inside",
        "after-bracket": "put quotes round the whole text: a bracket at its beginning opens a list or mapping",
        "colon-missing": "end the key with a colon (`key: value`, or `key:` above a list), or indent it below its text",
        "indentation": "align the line with the others of its level",
        "item-indentation": "the item is not aligned with the one above: put its `-` right below the `-` of that one",
        "text-then-list": "remove the text after the colon, or join this line to that text",
        "empty-key": "write a key before the colon",
        "hash": "put quotes round the text: ` #` begins a comment; if it is one, write `# `",
    },
}

RULE = Rule(
    code="SOP003",
    name="yaml-syntax",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "这里不合 YAML 的写法",
            "检查这一行和上一行的冒号、空格、引号和缩进",
        ),
        "en": (
            "this is not well-formed YAML",
            "check colons, spaces, quotes and indentation of this line and the one above",
        ),
    },
    variants=VARIANTS,
)
