"""SOP110 引导语下面没有分步骤，或只有一种做法

含义：以“如下”“：”结尾的步骤是引导语，它的内容应写在 `steps` 中；写在同一层，编号和能力点就分不出主次。
`either` 中只有一种做法时谈不上选择，别的情况怎么办没有写。

例：

    steps:
      - 按下列顺序启动：
      - 打开进口阀

改法：把后面的步骤缩进到引导语的 `steps` 下；只有一种做法的，补上另一种，或把条件写成步骤的 `when`。

依据：通行做法：步骤的层次。

----

SOP110 A lead-in with nothing below it, or only one way

Meaning: a step that ends with “as follows” or a colon is a lead-in whose content belongs into its `steps`. On the
same level numbers and points do not show what belongs together. With one way only in `either` there is no choice, and
nothing is said about the other case.

Example (YAML):

    steps:
      - Start in this order:
      - Open the inlet valve

Cure: put what follows into the `steps` of the lead-in; add the other way to `either`, or write the condition as
`when`.

Source: common practice: levels of steps.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import LEAD_IN
from sopcurric.model.address import Address, name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.sop import Procedure, Step
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "lead-in": "把它引出的步骤写进它的 `steps:`，或改成完整的一句话",
        "one-way": "在 `either:` 中补上另一种做法，或把条件写成步骤的 `when:`",
        "fault.lead-in": "是引导语，下面没有分步骤",
        "fault.one-way": "只有一种做法",
    },
    "en": {
        "lead-in": "put the steps that it announces into its `steps:`, or make it a whole sentence",
        "one-way": "add the other way to `either:`, or write the condition as `when:` of the step",
        "fault.lead-in": "is a lead-in with no steps below it",
        "fault.one-way": "has one way only",
    },
}

_FIRST_OF_WAY = re.compile(r"(?P<above>.*\d)(?P<letter>[a-z]+)\.1\Z")


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for procedure in sop.procedures:
            for step in _lead_ins(procedure, sop.language):
                yield _finding(step.address, "lead-in", Severity.WARNING)
            for step in _with_one_way(procedure):
                yield _finding(step.address, "one-way", Severity.INFO)


def _finding(address: Address, fault: str, severity: Severity) -> Finding:
    return finding("SOP110", severity, subject=address, id=name_in(address), fault=fault, variant=fault)


def _lead_ins(procedure: Procedure, language: str) -> Iterator[Step]:
    for step in procedure.deeds:
        told = step.notes or step.criterion or step.media
        if not told and LEAD_IN.search(step.text.words(language)):
            yield step


def _with_one_way(procedure: Procedure) -> Iterator[Step]:
    begun = (_FIRST_OF_WAY.match(step.number) for step in procedure.steps)
    ways = Counter(found["above"] for found in begun if found)
    return (step for step in procedure.steps if ways.get(step.number) == 1)


RULE = Rule(
    code="SOP110",
    name="unfinished-structure",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "步骤 `{id}` {fault}",
            "写全它下面的步骤",
        ),
        "en": (
            "the step `{id}` {fault}",
            "write all the steps below it",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
