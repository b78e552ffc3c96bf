"""COM113 评定表中的任务已经不在规程里，或者评定以后规程改了

含义：评定表按生成时的规程编排。任务编号在规程里找不到的（删去了、改了编号，或按脱密规定不教），这一行不计入；任务
的名称、步骤或危险源在评定以后改过的，评定仍计入，但专家评的是旧内容。

例：`DIG/P3` 的步骤由 6 步改成 9 步，评定表还是改之前填的。

改法：编号写错的按提示改正；任务确实没有了的，不用处理；内容改了的，用 `sopcurric survey --out` 重新生成评定表，请
专家就这几项重新评定，或确认改动不影响等级后把新的核对码抄过去。

----

COM113 A survey is about work that is gone, or that has changed since

Meaning: a form lists the work that the SOPs had when it was made. A row about work that no SOP has (removed, renamed,
or not to be taught) does not count. Where title, steps or hazards have changed since, the ratings count, but experts
rated what was there before.

Example: `DIG/P3` had six steps when it was rated and has nine now.

Cure: correct a mistyped address; leave what is really gone. Where the work has changed, make a new form with
`sopcurric survey --out` and have it rated again, or copy the new check code where the change does not matter.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "unknown": "编号写错的改正（相近的有：{similar}）；任务已经取消的，不用处理",
        "changed": "用 `sopcurric survey --out` 重新生成评定表再评这一项；改动不影响等级的，把新的核对码抄过去",
        "state.unknown": "规程中没有这项任务",
        "state.changed": "评定以后规程改了",
    },
    "en": {
        "unknown": "correct a mistyped address (similar: {similar}); leave it where the work is gone",
        "changed": "make a new form with `sopcurric survey --out` and have it rated again, or copy the new check code",
        "state.unknown": "no SOP has this work",
        "state.changed": "the SOP has changed since",
    },
}

RULE = Rule(
    code="COM113",
    name="survey-out-of-step",
    severity=Severity.WARNING,
    sentences={
        "zh": ("评定的任务 `{address}`（{number} 份评定）：{state}", "重新生成评定表，由专家再评"),
        "en": ("rated work `{address}` (ratings: {number}): {state}", "make a new form and have it rated again"),
    },
    variants=VARIANTS,
)
