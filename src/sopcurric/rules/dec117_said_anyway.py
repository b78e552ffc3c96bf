"""DEC117 标密的内容页面上本来就有

含义：标密的内容与程序自己写的词句或算出的数相同，如栏目名称、学时所占的百分比。它在印出的文件中出现，不能说明泄密，
所以输出时不再查找它；规程等源文件中仍然查找（DEC101）。

例：`text: 转化率保持 <<95 %|规定值>>`，而学时比例表中恰好也有 95 %。

改法：把前后的词一起标上，如 `<<转化率 95 %|规定的转化率>>`；并由人核对印出的页面。

依据：脱密后逐处核对，不留原值（泄密扫描）。

----

DEC117 Something classified that pages say anyway

Meaning: what is classified is the same as words of our own or a computed number, such as the title of a column or the
share of some hours. That it stands in what was printed means nothing, so that it is not looked for there; in SOPs and
other sources it still is (DEC101).

Example: `text: Keep the conversion at <<95 %|the fixed value>>`, while 95 % also stands in the table of hours.

Cure: mark the words around it, too, as in `<<a conversion of 95 %|the fixed conversion>>`; have people look at pages.

Source: after declassification no raw value is left anywhere (leak scan).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC117",
    name="said-anyway",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "这里标密的 `{found}`，程序自己写的词句或算出的数中也有，印出的文件中不再查找",
            "把前后的词一起标上，并由人核对印出的页面",
        ),
        "en": (
            "`{found}`, which is classified here, is among our own words or numbers; pages are not searched for it",
            "mark the words around it, too, and have people look at the printed pages",
        ),
    },
)
