"""EVA113 评价分项用了看不见的动词

含义：评价分项要能观察、能打分。“了解、掌握、熟悉、理解、培养、提高”说的是看不见的变化，评价人无从打分。
（人才培养方案的培养规格可以用这些词，这里只看 `evaluation`。）

例：分项写成“了解安全知识”。

改法：改用能观察的动词：说出、解释、计算、操作、判断、处置等，如“能说出本岗位危险源的管控措施”。

依据：课程标准的通行要求：每个目标用可观察的行为动词。

----

EVA113 An item of the evaluation that cannot be seen

Meaning: items are rated by what can be seen. To know, to understand, to be familiar with, to improve are changes that
nobody sees. (Goals of the programme may use these words; only `evaluation` is looked at.)

Example: an item “Understand safety”.

Cure: use a verb of something to be seen: state, explain, calculate, operate, judge, respond.

Source: common practice of course standards: objectives use verbs of what can be observed.
"""

import re
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.text import Text
from sopcurric.plugin import Rule

_VAGUE = re.compile(
    r"^(?:能|能够|会)?(?P<verb>了解|掌握|熟悉|理解|懂得|知道|认识|培养|提高|增强|加强)"
    r"|^(?P<english>know|understand|be (?:familiar|aware)|improve|appreciate)\b",
    re.IGNORECASE,
)


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        for place, one in enumerate(programme.evaluation.dimensions if programme.evaluation else ()):
            for number, own in enumerate(one.items):
                found = _vague(own.title)
                if found:
                    yield finding(
                        "EVA113",
                        Severity.WARNING,
                        subject=f"@evaluation/{programme.id}",
                        part=("dimensions", place, "items", number, "title"),
                        verb=found,
                    )


def _vague(title: Text) -> str:
    """The first verb in any language that says nothing to be seen."""
    matches = (_VAGUE.match(title.words(language).strip()) for language, _ in title.wordings)
    return next((match["verb"] or match["english"] for match in matches if match), "")


RULE = Rule(
    code="EVA113",
    name="item-that-cannot-be-seen",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "评价分项用“{verb}”，评价人看不见、无从打分",
            "改用能观察的动词，如说出、解释、操作、判断、处置",
        ),
        "en": (
            "an item says “{verb}”, which no rater can see",
            "use a verb of something to be seen, such as state, explain, operate, judge",
        ),
    },
    check=_check,
)
