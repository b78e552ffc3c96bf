"""SOP035 已有问题清单中的问题已经没有了

含义：清单（`findings-baseline.yaml`）里的一个问题现在检查不出来了：已经处理，或内容改了。留着它，以后同样的问题会
悄悄放过。所有文件都读得出来时才报告。

例：处理了清单中的 `SOP101`，没有重写清单。

改法：运行 `sopcurric check --write-baseline`，清单会变短。

----

SOP035 A finding of the baseline is gone

Meaning: something in the baseline (`findings-baseline.yaml`) is not found any more: it was dealt with, or its words
changed. As long as it stays there, the same finding would pass in silence if it came back. Reported where all files
can be read.

Example: a finding `SOP101` of the baseline was dealt with, and the baseline not written again.

Cure: run `sopcurric check --write-baseline`, which makes the baseline shorter.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP035",
    name="known-finding-gone",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "已有问题清单中 `{file}` 的 `{code}`（{times} 处）现在没有了",
            "运行 `sopcurric check --write-baseline` 更新清单",
        ),
        "en": (
            "`{code}` in `{file}` ({times}), which the baseline holds, is not found any more",
            "run `sopcurric check --write-baseline`",
        ),
    },
)
