"""COM110 评定表读不了

含义：`surveys/` 里的文件不是填好的评定表：打不开、没有评定表的表头、存成了别的格式，或者一个等级也没填。里面的评
定没有计入。

例：把 `.xlsx` 直接改名为 `.csv`；删掉了“任务编号、难度、重要度、频度”这一行；交回来的是空表。

改法：用 Excel 或 WPS 打开，另存为 `.xlsx`，或另存为 CSV；表头和“任务编号”一列不要改动。表头丢了的，用
`sopcurric survey --out 评定表.xlsx` 重新生成，把等级抄过去。

----

COM110 A survey form cannot be read

Meaning: a file in `surveys/` is no filled-in form: it cannot be opened, the row with the heads of its table is
missing, it was saved as something else, or nobody filled in a single grade. Its ratings do not count.

Example: a `.xlsx` that was renamed to `.csv`; the row “Address, Difficulty, Importance, Frequency” was deleted; the
form came back empty.

Cure: open it in Excel or WPS and save it as `.xlsx` or as CSV; leave the heads and the column of addresses as they
are. Where the heads are gone, make a new form with `sopcurric survey --out ratings.xlsx` and copy the grades.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "no-table": "补上表头一行：任务编号、难度、重要度、频度；或用 `sopcurric survey --out` 重新生成评定表",
        "newer": "升级 sopcurric，或用这个版本重新生成评定表",
        "empty": "填好等级；不需要的空表从 `surveys/` 中移走",
        "reason.ending": "不是 .xlsx 或 .csv 文件",
        "reason.no-table": "没有评定表的表头",
        "reason.newer": "由更新版本的 sopcurric 生成",
        "reason.empty": "一个等级也没有填",
        "reason.sheet": "其中一张工作表没有评定表的表头",
        "reason.encoding": "编码不是 UTF-8，也不是 GB18030（GBK）",
        "reason.workbook-as-csv": "内容是 Excel 工作簿，名字却是 .csv",
        "reason.damaged": "文件损坏",
        "reason.no-workbook": "不是 Excel 工作簿",
        "reason.old-workbook": "是旧版 Excel（.xls）工作簿，或有打开密码",
        "reason.too-large": "文件过大",
        "reason.too-much": "解压后过大",
        "reason.too-many": "行列过多",
        "reason.missing-package": "没有安装读取 Excel 的组件（sopcurric[sheets]）",
    },
    "en": {
        "no-table": "add the row of heads (Address, Difficulty, Importance, Frequency), or make a new form with "
        "`sopcurric survey --out`",
        "newer": "update sopcurric, or make a new form with this version",
        "empty": "fill in grades, or take an empty form out of `surveys/`",
        "reason.ending": "it is no .xlsx or .csv file",
        "reason.no-table": "it has no row with the heads of the table",
        "reason.newer": "a newer version of sopcurric made it",
        "reason.empty": "there is no grade in it",
        "reason.sheet": "one of its sheets has no row with the heads of the table",
        "reason.encoding": "its text is neither UTF-8 nor GB18030 (GBK)",
        "reason.workbook-as-csv": "it is an Excel workbook called .csv",
        "reason.damaged": "it is damaged",
        "reason.no-workbook": "it is no Excel workbook",
        "reason.old-workbook": "it is a workbook of old Excel (.xls), or has a password",
        "reason.too-large": "it is too large",
        "reason.too-much": "it is too large when unpacked",
        "reason.too-many": "it has too many rows or columns",
        "reason.missing-package": "the package that reads Excel is not installed (sopcurric[sheets])",
    },
}

RULE = Rule(
    code="COM110",
    name="unreadable-survey",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "评定表读不了：{reason}",
            "保留表头，用 Excel 或 WPS 另存为 `.xlsx` 或 CSV（UTF-8）",
        ),
        "en": (
            "the survey form cannot be read: {reason}",
            "keep the heads and save it in Excel or WPS as `.xlsx` or CSV (UTF-8)",
        ),
    },
    variants=VARIANTS,
)
