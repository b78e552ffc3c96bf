"""CRS114 分解任务时有步骤没有写进任何学习任务

含义：`split` 决定把一个典型工作任务分解成几个学习任务，`into` 中却没有列出全部步骤，多半是规程后来加了步骤。为了不漏
教，没有列出的步骤暂时跟着前一步，归入前一步所在的学习任务；是否合适，要由作决定的人确认。其他企业的同一操作程序可以不列，
按相同的步骤编号分解。

例：决定中列到 S5，规程后来加了 S6，S6 暂时归入 S5 所在的任务。

改法：把步骤的地址加到 `into` 中相应任务的 `on` 里。

----

CRS114 A split of a task that leaves out steps

Meaning: a `split` decision makes several learning tasks of a typical task, but its `into` does not name all steps,
mostly because the SOP has got new ones. So that nothing is left untaught, each such step goes with the step before it;
whoever decided should say whether that is right. The same procedure of another plant need not be named: it is cut where
steps of the same ids are.

Example: the decision names steps up to S5, the SOP has got an S6, which is now taught where S5 is.

Cure: add the addresses of the steps to `on` of one of the learning tasks in `into`.
"""

from collections.abc import Iterable

from sopcurric.deciding.splitting import deal
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import HOLDING
from sopcurric.model.files.decision import Split
from sopcurric.plugin import Rule

_NAMED = 4


def _check(compilation: Compilation) -> Iterable[Finding]:
    elements = frozenset(compilation.elements)
    for verdict in compilation.verdicts:
        named = compilation.decisions[verdict.decision]
        if verdict.kind in HOLDING and isinstance(named.decision, Split):
            members = compilation.typical_tasks[verdict.subjects[0]].members
            left = deal(named.decision, [compilation.procedures[one] for one in members], elements).left
            if left:
                yield finding(
                    "CRS114",
                    Severity.WARNING,
                    subject=named.address,
                    part=("into",),
                    about=left,
                    count=len(left),
                    steps=", ".join(left[:_NAMED]) + (" …" if len(left) > _NAMED else ""),
                )


RULE = Rule(
    code="CRS114",
    name="steps-in-no-part",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "分解任务的决定没有列出 {count} 个步骤：{steps}，暂时归入前一步所在的学习任务",
            "把步骤加到 `into` 中相应任务的 `on`",
        ),
        "en": (
            "a split of a task names {count} steps nowhere: {steps}; each is taught where the step before it is",
            "add them to `on` of one of the learning tasks in `into`",
        ),
    },
    check=_check,
)
