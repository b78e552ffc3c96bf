"""SOP031 没有用处的忽略

含义：项目文件的 `findings.ignore` 或注释 `# sopcurric: ignore …` 里的一个编号，在所说的文件或那一行没有对应的问题：
问题已经处理，或注释放错了地方。行末的注释只管这一行；单独成行的注释管它下面第一个不是注释的行。所有文件都读得出来时
才报告。

例：

    jobs: [DIG]  # sopcurric: ignore SOP101 -- 已处理

改法：删去这个编号；整条不再需要时删去整条。放错了地方的，移到问题所在的一行。

----

SOP031 An ignore that is of no use

Meaning: a code in `findings.ignore` of the project file, or in a comment `# sopcurric: ignore …`, meets no finding in
those files or at that line: the finding is gone, or the comment stands in the wrong place. At the end of a line, a
comment is about that line; alone on a line, about the next one that is no comment. Reported where all files can be
read.

Example (YAML):

    jobs: [DIG]  # sopcurric: ignore SOP101 -- done

Cure: remove the code, or all of it where nothing else is left; move a comment to the line of the finding.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP031",
    name="useless-ignore",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "没有可以忽略的 `{code}` 问题",
            "删去 `{code}`，或把注释移到问题所在的一行",
        ),
        "en": (
            "there is no finding `{code}` to be ignored",
            "remove `{code}`, or move the comment to the line of the finding",
        ),
    },
    variants={
        "zh": {
            "project": "所说的文件里没有这类问题：删去 `{code}`",
        },
        "en": {
            "project": "these files have no such finding: remove `{code}`",
        },
    },
)
