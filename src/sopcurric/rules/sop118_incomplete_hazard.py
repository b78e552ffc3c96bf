"""SOP118 危险源没有写后果或受影响的人员

含义：危险源要写明可能的后果（`consequence`），学员才知道为什么要防。有文件编号的规程是受控文件，
还要写明哪些人会受影响（`exposed`），如操作工、检修人员、过路人员。一份规程每项只提示一次，列出全部标识。

例：

    hazards:
      - {id: H1, title: 新蒸汽泄漏, controls: [送汽前疏水]}

改法：给列出的危险源补上指出的键。

依据：通行做法：风险辨识表的栏目：危险源、后果、受影响人员、措施。

----

SOP118 Hazards without consequence, or without those who are exposed

Meaning: a hazard says what it may do to people (`consequence`), so that learners know why they guard against it. An
SOP with a number is a controlled document and says, too, who is `exposed`. One finding lists all ids.

Example (YAML):

    hazards:
      - {id: H1, title: Live steam leak, controls: [Drain the pipe first]}

Cure: add the key that is named to the hazards that are listed.

Source: common practice: columns of the table of risks.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        silent = {
            "consequence": [one for one in sop.hazards if not one.consequence],
            "exposed": [one for one in sop.hazards if not one.exposed] if sop.document.number else [],
        }
        for key, hazards in silent.items():
            if hazards:
                ids = ", ".join(name_in(one.address) for one in hazards)
                yield finding("SOP118", Severity.INFO, subject=hazards[0].address, key=key, ids=ids)


RULE = Rule(
    code="SOP118",
    name="incomplete-hazard",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "危险源没有写 `{key}`：{ids}",
            "给这些危险源补上 `{key}:`",
        ),
        "en": (
            "hazards without `{key}`: {ids}",
            "add `{key}:` to these hazards",
        ),
    },
    check=_check,
)
