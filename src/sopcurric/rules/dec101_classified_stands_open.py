"""DEC101 已标密的内容又公开出现

含义：同一个值或名称在一处标了密，在另一处却没有标，脱密就失去意义，因此所有版本都停止输出。全角半角、计量单位
（MPa、bar、kgf/cm²）、千分位、中文数字写法不同，仍是同一个值。文件名、标识和自己的模板也在检查之列。

例：

    range: <<8.2 MPa|7–9 MPa>>
    meaning: 低于 82 bar 时溶出率下降

改法：把这一处也标上，或改成可以公开的说法；值本来就公开的，去掉标记。

依据：脱密后逐处核对，不留原值（泄密扫描）。

----

DEC101 Something classified stands open elsewhere

Meaning: a value or name bears a mark in one place and none in another, so that the mark protects nothing; no edition is
printed. The width of signs, units (MPa, bar, kgf/cm²), separators of thousands and numerals in Chinese characters make
no difference. Names of files, ids and own templates are looked at, too.

Example (YAML):

    range: <<8.2 MPa|7–9 MPa>>
    meaning: Below 82 bar the digestion rate falls

Cure: mark it here, too, or write what may be shown; where the value is public anyway, take the mark away.

Source: after declassification no raw value is left anywhere (leak scan).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC101",
    name="classified-stands-open",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{found}` 在别处已标密，这里却公开出现，所有版本停止输出",
            "这里也写成 `<<原文|可教学的说法>>`，或改成可以公开的说法；值本来就公开的，去掉那里的标记",
        ),
        "en": (
            "`{found}` is classified elsewhere and stands open here; no edition is printed",
            "write `<<raw|teachable>>` here, too, or what may be shown; where it is public anyway, take that mark away",
        ),
    },
)
