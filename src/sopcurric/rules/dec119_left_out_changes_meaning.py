"""DEC119 删去一部分后，别的内容会变样

含义：有一条不教以后，后面没有标识的各条序号都会变，引用、改动和决定就会落到别的条目上；企业与集团规程不同的取值
不教以后，剩下的是集团的取值，不是本企业的；有毒气体、氧含量这类关系到
人身安全的数值，也不能自动放宽。弄清以前，所有版本都停止输出。

例：

    steps:
      - {text: 加入 3 号添加剂, level: core-secret}
      - 关闭进口阀

改法：给后面的各条写上标识（`sopcurric fix` 会给步骤补上）；企业的不同取值，用 `sopcurric todo --role plant`
决定怎样教。

依据：脱密技术复核：不失真。

----

DEC119 What is left out changes what is left

Meaning: when an element is not taught, those behind it without ids get other numbers, so that links, changes and
decisions lead to others; when a plant's own value is not taught, that of the group stands there instead; and limits
that people's safety hangs on are not made less exact by a policy. Until that is clear, no edition is printed.

Example (YAML):

    steps:
      - {text: Add agent no. 3, level: core-secret}
      - Close the inlet valve

Cure: give the elements behind it ids (`sopcurric fix` does so for steps); decide with `sopcurric todo --role plant` how
a plant's own value is taught.

Source: technical review of declassification: undistorted.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC119",
    name="left-out-changes-meaning",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "前面有一条不教，这一条没有标识，序号会变，所有版本停止输出",
            "给这一条写上标识；步骤可用 `sopcurric fix` 补上",
        ),
        "en": (
            "something before this is not taught, and this has no id: its number would change; no edition is printed",
            "give it an id; `sopcurric fix` does so for steps",
        ),
    },
    variants={
        "zh": {
            "change": "企业的取值不教，会用成集团的取值：运行 `sopcurric todo --role plant` 决定怎样教",
            "danger": "这里的数值关系到人身安全，不能自动放宽：运行 `sopcurric todo --role plant` 决定怎样教",
        },
        "en": {
            "change": "without the plant's value, that of the group would be taught: decide how to teach it",
            "danger": "people's safety hangs on this value, which is not made less exact: decide how to teach it",
        },
    },
)
